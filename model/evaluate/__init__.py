"""How well a network reads: accuracy, each answer, changed images, and all of it as one report."""
