"""How the columns of the table of layers share its width. Plain arithmetic; all numbers are pixels."""

from collections.abc import Sequence

OUTPUT, PARAMETERS, MULTIPLY_ADDS, FIELD = range(7, 11)
GIVING_WAY = MULTIPLY_ADDS, FIELD, PARAMETERS, OUTPUT  # columns that only follow: not seen where there is no room
WIDTHS = (50, 88, 54, 54, 60, 42, 72, 100, 80, 92, 64)  # how the columns share what is left over


def shared(room: int, least: Sequence[int]) -> list[int]:
    """The width of each column, at least `least`; 0 for those that give way. Together they may still exceed `room`."""
    seen = list(range(len(least)))
    for column in GIVING_WAY:
        if sum(least[each] for each in seen) > room:
            seen.remove(column)
    spare, left = max(room - sum(least[each] for each in seen), 0), sum(WIDTHS[each] for each in seen)
    widths = [0] * len(least)
    for column in seen:
        share = spare * WIDTHS[column] // left
        widths[column] = least[column] + share
        spare, left = spare - share, left - WIDTHS[column]
    return widths
