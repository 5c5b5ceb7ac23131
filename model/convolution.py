"""The arithmetic of one convolution, readable as a textbook. NumPy-free so far: sizes and receptive fields.

Sizes follow `torch.nn.Conv2d` (https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html); the receptive
field is the standard walk backwards through the layers (Araujo, Norris and Sim, "Computing Receptive Fields of
Convolutional Neural Networks", Distill 2019).
"""

from collections.abc import Sequence
from typing import NamedTuple


class Window(NamedTuple):
    """Rows and columns from `top`, `left` up to, not including, `bottom`, `right`. May reach into the padding."""

    top: int
    left: int
    bottom: int
    right: int

    def within(self, size: int) -> "Window":
        """The part that lies on a `size` × `size` map, without the padding."""
        return Window(*(min(max(edge, 0), size) for edge in self))


class Step(NamedTuple):
    """What one sliding window does: a convolution, or a pooling (padding 0)."""

    kernel_size: int
    stride: int
    padding: int


def output_size(size: int, kernel_size: int, stride: int, padding: int) -> int:
    """⌊(size + 2·padding − kernel_size) / stride⌋ + 1; 0 or less when the kernel does not fit."""
    return (size + 2 * padding - kernel_size) // stride + 1


def receptive_field(steps: Sequence[Step], window: Window) -> Window:
    """What of the input of `steps[0]` the output cells in `window` of `steps[-1]` read, padding included.

    With no steps it is the window itself.
    """
    for step in reversed(steps):
        top, left = (edge * step.stride - step.padding for edge in window[:2])
        bottom, right = ((edge - 1) * step.stride - step.padding + step.kernel_size for edge in window[2:])
        window = Window(top, left, bottom, right)
    return window
