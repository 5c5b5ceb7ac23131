"""One frozen `Snapshot` of what the network makes of an image, and where each of its numbers comes from."""
