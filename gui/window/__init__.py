"""The main window: its bar, its menu, its pages, and what it tells of the session on each of them."""
