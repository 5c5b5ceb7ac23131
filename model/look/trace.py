"""From one number back to the drawing: at each layer on to the number that contributed most."""

from dataclasses import dataclass

from model.look.inspection import Place, inspect
from model.look.snapshot import Snapshot


@dataclass(frozen=True)
class Stage:
    """One number on the way. In the image `place.layer` is -1.

    `weight` times `value` is its `product`: what it gave to the stage before. The first stage gave nothing yet.
    """

    place: Place
    value: float
    weight: float | None = None
    product: float | None = None


def trace(snapshot: Snapshot, place: Place) -> list[Stage]:
    """The path from `place` to a pixel of the image, following the largest product each time.

    Raises:
        IndexError: there is no such place.
        ValueError: the snapshot is of an empty drawing.
    """
    found = inspect(snapshot, place)
    path = [Stage(place, found.value)]
    while place.layer >= 0:
        pixel = found.pixel
        channel, row, column = pixel.strongest
        inside = channel, row - pixel.window.top, column - pixel.window.left
        place = Place(place.layer - 1, channel, row, column)
        value, weight, product = (float(numbers[inside]) for numbers in (pixel.patch, pixel.kernel, pixel.products))
        path.append(Stage(place, value, weight, product))
        if place.layer >= 0:
            found = inspect(snapshot, place)
    return path
