"""What a network is: its layers and sizes, the module, designs to start from, weights files, changes by hand."""
