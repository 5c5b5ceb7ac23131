"""The live state behind the window; the only place where network, drawing and training change."""
