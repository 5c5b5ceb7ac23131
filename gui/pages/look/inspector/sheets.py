"""What the inspector's rows show of a place."""

from gui.pages.look.inspector.rows_painter import Sheet
from model.convolution import Pixel
from model.look.inspection import Place, kernels_of
from model.look.snapshot import Snapshot


def sheet(
    snapshot: Snapshot, place: Place, pixels: list[Pixel], by_size: bool, source: str, only: int | None = None
) -> Sheet:
    """The rows of `place`, a channel each: of one pixel, of two that are compared, or of none while nothing is drawn.

    `source` is what an input channel is called. With `only` there is just the row of this channel.
    """
    kernel = kernels_of(snapshot.weights, place)
    order = pixels[0].by_size if by_size and pixels else list(range(len(kernel)))
    return Sheet(
        kernel.astype(float),
        order if only is None else [only],
        source,
        "ink" if place.layer == 0 else "sequential",
        1.0 if place.layer == 0 or not snapshot.maps else snapshot.maps[place.layer - 1].highest,
        float(abs(kernel).max()) or 1.0,  # of this filter alone: beside the whole layer's it could be nearly white
        pixels[0] if pixels else None,
        pixels[1] if len(pixels) > 1 else None,
        bare=only is not None,
    )
