"""Page "Evaluate": how well the network on display reads, and where it fails."""
