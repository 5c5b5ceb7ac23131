"""What the inspector's rows show of a place."""

import numpy as np

from gui.pages.look.inspector.rows_painter import Sheet
from model.convolution import Pixel
from model.look.inspection import Place, is_linear, kernels_of
from model.look.snapshot import Snapshot


def sheet(
    snapshot: Snapshot, place: Place, pixels: list[Pixel], by_size: bool, source: str, only: int | None = None
) -> Sheet:
    """The rows of `place`, a channel each: of one pixel, of two that are compared, or of none while nothing is drawn.

    `source` is what an input channel is called. With `only` there is just the row of this channel.
    """
    kernel = kernels_of(snapshot.weights, place)
    linear, both = is_linear(snapshot.weights, place), len(pixels) > 1
    span = float(np.abs(kernel).max())
    for pixel in pixels:  # two outputs have weights of their own
        span = max(span, float(np.abs(pixel.kernel).max()))
    order = list(range(len(kernel)))
    if by_size and both and linear:  # of the same maps, the one that parts them most comes first
        order = [int(channel) for channel in np.argsort(-np.abs(pixels[0].sums - pixels[1].sums), kind="stable")]
    elif by_size and pixels:
        order = pixels[0].by_size
    return Sheet(
        kernel.astype(float),
        order if only is None else [only],
        source,
        "ink" if place.layer == 0 else "sequential",
        1.0 if place.layer == 0 or not snapshot.maps else snapshot.maps[place.layer - 1].highest,
        span or 1.0,  # of this filter alone: beside the whole layer's it could be nearly white
        pixels[0] if pixels else None,
        pixels[1] if both else None,
        outputs=linear and both,
        bare=only is not None,
    )
