"""The frames on the cards: what the chosen place reads, or its path back to the drawing."""

from collections.abc import Sequence

from gui.pages.look.layer_card import LayerCard
from gui.pages.look.linear_card import LinearCard
from gui.widgets.tile_view import Frame
from model.convolution import Window
from model.look.inspection import Place, Stage, fields, is_linear
from model.look.snapshot import Snapshot


def frame(
    snapshot: Snapshot,
    cards: Sequence[LayerCard],
    linear: LinearCard | None,
    places: tuple[Place | None, Place],
    path: Sequence[Stage],
) -> Window | list[Window] | None:
    """Frame what `places` read, the pinned one, if any, and the chosen one, on all cards before them.

    With a `path` its places are framed instead. Returns what is read of the image; of two places what
    the chosen one reads and then the pinned one.
    """
    on_path, place = {stage.place.layer: stage.place for stage in path}, places[1]
    compared = [(each, letter) for each, letter in zip(places, "AB", strict=True) if each is not None]
    if len(compared) == 1 or is_linear(snapshot.weights, place):  # all outputs read the same
        compared = [(place, "")]
    reads = [(fields(snapshot.weights, each), letter) for each, letter in compared]
    for index, card in enumerate(cards):
        card.choose(place.channel if index == place.layer else None)
        if index in on_path:
            card.outline(_cell(on_path[index]))
            card.maps.mark(on_path[index].channel)
        elif index == place.layer:
            card.outline(*(_cell(each, letter) for each, letter in compared))
        else:
            card.outline(*(Frame(field[index], None, letter) for field, letter in reads if index in field))
    if linear is not None:
        pinned, chosen = (each.channel if each is not None and each.layer == len(cards) else None for each in places)
        linear.choose(chosen, pinned)
    if path:
        end = path[-1].place
        return Window(end.row, end.column, end.row + 1, end.column + 1)
    found = [field[-1] for field, _ in reversed(reads)]
    return found if len(found) > 1 else found[0]


def _cell(place: Place, letter: str = "") -> Frame:
    """The cell of a place on its card; of a place before the pool, the pooled cell it belongs to."""
    _, channel, row, column, _ = place.pooled
    return Frame(Window(row, column, row + 1, column + 1), channel, letter)
