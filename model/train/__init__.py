"""Training: the recipe, the run, what is kept of it, and teaching a person's own hand."""
