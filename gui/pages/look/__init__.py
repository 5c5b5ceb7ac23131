"""Page "Look inside": a card for each layer, and the inspector that says where a number comes from."""
