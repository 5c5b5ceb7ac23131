"""Everything ConvPad computes: data, drawing to image, network, training, evaluation, files.

Nothing in this package knows Qt or a window; whatever the window can do with the network is a plain function here.
"""
