"""Page "Convolution lab": small numbers on which each idea of convolution can be tried."""
