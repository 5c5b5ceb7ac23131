"""Networks trained so far: the list, and two of them side by side."""
