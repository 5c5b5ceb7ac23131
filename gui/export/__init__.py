"""The menu Export: weights, programs, panels, curves and films as files."""
