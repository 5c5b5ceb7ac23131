"""Networks and runs as files for other programs."""
