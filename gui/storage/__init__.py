"""What a person keeps: where it lies and how it is read and written."""
