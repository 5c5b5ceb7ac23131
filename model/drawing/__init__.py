"""From a pen, a picture or a file to the 28 × 28 image that the network reads."""
