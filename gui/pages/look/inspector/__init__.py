"""The inspector: one number of the network, and everything that it is made of."""
