"""Digits that look different and stay the same digit, and drawings that are no digits."""
