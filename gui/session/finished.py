"""The strokes that are finished, the ink as they are read, and which of them are one digit."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gui.session.growing import Growing
from model.drawing.groups import box_of
from model.drawing.ink import Array, Picture, Stroke, blank, bounding_stroke, effort, evened, render
from model.drawing.raster import Raster, raster

FEW = 500  # points that may all be laid on anew for one frame
CLOSE = 1.1  # how much narrower a pen may be, beside what it should be, while a stroke grows in a large drawing


@dataclass(frozen=True, eq=False)
class Part:
    """A digit of several on the pad: its box in pad units, its image with the steps, how new it is, what makes it."""

    box: tuple[float, float, float, float]
    drawn: Raster
    newest: int
    strokes: tuple[Stroke, ...] = ()
    picture: Picture | None = None


def part_of(group: list[Stroke], strokes: list[Stroke], growing: Stroke | None, straighten: bool) -> Part | None:
    """The digit that `group` of the pad's `strokes` makes; `growing` is the last stroke as it is by now."""
    newest = max(number for number, stroke in enumerate(strokes) if any(stroke is one for one in group))
    whole = [growing if growing is not None and stroke is strokes[-1] else stroke for stroke in group]
    steps = raster(render(evened(whole)), straighten)
    return None if steps is None else Part(box_of(group), steps, newest, tuple(whole))


@dataclass
class Finished:
    """The strokes that are shown and finished."""

    as_it_is: bool  # what lies on the pad is more than strokes
    strokes: list[Stroke] = field(default_factory=list)
    reach: Stroke | None = None
    points: int = 0
    effort: float = 0.0
    parts: dict[tuple[int, ...], Part | None] = field(default_factory=dict)  # by the ids of their strokes

    def add(self, stroke: Stroke) -> None:
        """One more stroke."""
        self.strokes.append(stroke)
        self.reach = bounding_stroke([stroke] if self.reach is None else [self.reach, stroke])
        self.points += len(stroke.points)
        self.effort += effort(stroke)


@dataclass
class Evened:
    """The strokes as they are read: with no pen wider than `widest`."""

    ink: Array = field(default_factory=blank)
    widest: float = 0.0
    growing: int = 0  # points of the growing stroke that are in the ink

    def laid(self, finished: Finished, growing: Growing | None, widest: float) -> Array:
        """The ink for `widest`. All strokes are laid on anew when that has changed, else only what is new.

        While a stroke grows in a drawing of many points, a pen a little narrower will do: then that is rare.
        """
        many = growing is not None and finished.points + growing.count > FEW
        if not (many and self.widest <= widest < CLOSE * self.widest) and self.widest != widest:
            self.ink, self.widest, self.growing = render(evened(finished.strokes, widest)), widest, 0
        if growing is not None:
            self._grow(growing)
        return self.ink

    def _grow(self, growing: Growing) -> None:
        if self.growing < growing.count:
            render(evened([growing.stroke(max(self.growing - 1, 0))], self.widest), self.ink)
            self.growing = growing.count

    def end(self, growing: Growing) -> None:
        """The growing stroke is finished as it is."""
        if self.widest:
            self._grow(growing)
        self.growing = 0


def even(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """Files know one width a stroke: where the pressure changed it, its mean."""
    return tuple(
        s if s.pressure is None else replace(s, width=s.width * float(s.pressure.mean()), pressure=None)
        for s in strokes
    )
