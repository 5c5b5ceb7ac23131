"""The pad column: drawing, what the network sees, the answer, pictures, and one's own examples."""
