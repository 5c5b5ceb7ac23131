"""Page "Why": why the drawing is read as this digit and not as that one."""
