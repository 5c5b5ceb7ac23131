"""The Convolution lab's bench, its settings, its lessons and their questions."""
