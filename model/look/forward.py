"""What a network makes of one image, in NumPy: the same sums as PyTorch's, and for one image more than twice as quick.

Calling `torch.conv2d` costs more than a small layer's arithmetic does, so what follows the pen is computed here.
`Snapshot.by_torch` has PyTorch's own numbers to compare with.
"""

import numpy as np
from numpy.typing import NDArray

from model.network.architecture import POOL

Array = NDArray[np.float32]


def conv2d(x: Array, weight: Array, bias: Array, stride: int, padding: int) -> Array:
    """`torch.nn.functional.conv2d` of one image: (in_channels, h, w) to (out_channels, h', w').

    `weight` (out_channels, in_channels, k, k) as one matrix times the windows as columns (K. Chellapilla, S. Puri,
    P. Simard 2006).
    """
    channels, height, width = x.shape
    out_channels, _, k, _ = weight.shape
    if padding:
        padded = np.zeros((channels, height + 2 * padding, width + 2 * padding), np.float32)
        padded[:, padding:-padding, padding:-padding] = x
    else:
        padded = np.ascontiguousarray(x)
    h, w = (padded.shape[1] - k) // stride + 1, (padded.shape[2] - k) // stride + 1
    channel, row, column = padded.strides
    strides = channel, row, column, row * stride, column * stride
    windows: Array = np.ndarray((channels, k, k, h, w), np.float32, padded, strides=strides)
    out: Array = weight.reshape(out_channels, -1) @ windows.reshape(-1, h * w)
    out += bias[:, None]
    return out.reshape(out_channels, h, w)


def max_pool2d(x: Array) -> Array:
    """`torch.nn.functional.max_pool2d(x, 2)` of one image (channels, h, w); what is left over at the rim is cut off."""
    channels, height, width = x.shape
    h, w = height // POOL, width // POOL
    blocks = x[:, : h * POOL, : w * POOL].reshape(channels, h, POOL, w, POOL)
    pooled: Array = blocks.max(axis=(2, 4))
    return pooled


def softmax(logits: Array) -> Array:
    """Ten probabilities, sum 1."""
    exponents = np.exp(logits - logits.max())
    probabilities: Array = exponents / exponents.sum()
    return probabilities
