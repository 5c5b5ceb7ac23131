"""Page "Train": the recipe, the run with its curves, the time machine and the next design."""
