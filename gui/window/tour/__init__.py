"""The tour for whoever is new: six steps that are done, not read."""
