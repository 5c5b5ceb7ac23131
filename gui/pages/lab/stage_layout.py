"""Where everything of the lab's picture stands, and how large its cells are: arithmetic of rectangles, no widgets.

The picture goes from left to right: input ∗ kernel → products = output, and then what ReLU and a max-pool make of it.
Each input channel has a row. It grows with the room: cells of up to 160 pixels. Where there are too many cells for
numbers, input and output become pixels, with the numbers under the kernel between them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from gui.pages.lab.cells import READABLE

LARGEST = 160  # pixels a cell
GAP, HEAD, BAR = 6, 34, 20  # pixels: between rows, above the output (its filters), below it (its colours)
OUTPUT = 130  # pixels: the output beside several pictures has at least
PIXELS = 48  # pixels of a kernel's cell beside a picture, at most


@dataclass(frozen=True)
class Contents:
    """What is to be placed, in cells: all maps are square.

    `cells` is the padded input's side, `kernel` a kernel's, `out` the output's; `pooled` the max-pool's, 0 without.
    `pixels`: there are too many cells in any case.
    """

    channels: int
    cells: int
    kernel: int
    out: int
    relu: bool = False
    pooled: int = 0
    pixels: bool = False

    @property
    def after(self) -> int:
        """Cells of all output maps beside each other."""
        return self.out * (1 + self.relu) + self.pooled

    @property
    def words(self) -> int:
        """How many words stand between the output maps: ReLU, max."""
        return self.relu + (self.pooled > 0)


@dataclass
class Plan:
    """Places in pixels: `rects` of widgets by name, `signs` with what is written there.

    A sign belongs to a channel's row; -1: to none.

    `side`, `kernel_side` and `out_side` are cells of the inputs, the kernels and the outputs. `dense`: the inputs are
    pixels; `patch`: what is under the kernel is shown beside.
    """

    dense: bool
    side: int
    kernel_side: int
    out_side: int
    patch: bool = False
    font: int = 14
    rects: dict[str, QRect] = field(default_factory=dict)
    signs: list[tuple[QRect, str, int]] = field(default_factory=list)

    @property
    def sign(self) -> int:
        """How wide a sign is."""
        return 2 * self.font

    @property
    def word(self) -> int:
        """How wide ReLU and max are written, with an arrow."""
        return 4 * self.font

    @property
    def line(self) -> int:
        """How high a line of text is."""
        return round(1.5 * self.font)


def _font(side: int) -> int:
    return min(max(round(0.3 * side), 14), 34)


def plan(width: int, height: int, c: Contents, names: int) -> Plan:
    """The largest picture that fits `width` × `height`; `names` is how wide the channels' names are, 0 for none."""
    row = (height - GAP * (c.channels - 1)) // c.channels
    made = None
    if not c.pixels:
        sizes = (_numbers(width - names, height, row, c, side) for side in range(LARGEST, READABLE - 1, -1))
        made = next((each for each in sizes if each is not None), None)
    if made is None:
        made = _pixels(width - names, height, row, c)
    _place(made, width, height, row, c, names)
    return made


def _numbers(width: int, height: int, row: int, c: Contents, side: int) -> Plan | None:
    """With numbers in all cells, those of the input `side` pixels wide; None where that does not fit."""
    made = Plan(False, side, 0, 0, font=_font(side))
    width -= 3 * made.sign + c.words * made.word + c.cells * side
    if c.cells * side > row:
        return None
    kernel = min(side, (row - made.line) // c.kernel)
    out = min(side, (height - HEAD) // c.out, (width - 2 * c.kernel * kernel) // c.after)
    least = side if c.channels == 1 and side > 2 * READABLE else max(READABLE, 0.7 * side)  # one picture, one size
    if kernel < min(READABLE, side) or out < least:
        return None
    spare = width - 2 * c.kernel * kernel - c.after * out
    grown = min(
        round((1.6 if c.channels == 1 else 3) * side), LARGEST, (height - HEAD) // c.out, out + spare // c.after
    )  # what is left to fill
    spare -= c.after * (grown - out)
    wider = kernel + max(spare, 0) // (2 * c.kernel)
    made.out_side = grown
    made.kernel_side = max(kernel, min(wider, round(1.4 * side), LARGEST, (row - made.line) // c.kernel))
    return made


def _pixels(width: int, height: int, row: int, c: Contents) -> Plan:
    """With inputs as pixels; the numbers under the kernel stand between, for one channel below each other."""
    made = Plan(True, 1, READABLE, 1, patch=True, font=16 if c.channels == 1 else 14)
    rest = width - made.sign - c.words * made.word
    room = height - HEAD - BAR
    if c.channels == 1:
        made.patch = 3 * (c.kernel * READABLE + made.line) <= height
        grids = 2 + made.patch
        kernel = (height - grids * made.line) // (grids * c.kernel)
        made.kernel_side = max(min(kernel, PIXELS if height < 680 else 2 * PIXELS, width // (6 * c.kernel)), READABLE)
        rest -= max(c.kernel * made.kernel_side, 6 * made.font) + made.sign
        side = min(row // c.cells, rest // (c.cells + c.after))
        made.side = max(min(side, LARGEST), 1)
        made.out_side = max(min(made.side, room // c.out), 1)
        return made
    made.kernel_side = max(min(row // c.kernel, PIXELS, width // (7 * c.kernel)), READABLE)
    rest -= 2 * c.kernel * made.kernel_side + 3 * made.sign + 6 * made.font
    patch = c.kernel * made.kernel_side + made.sign // 2
    output = 0 if c.words else OUTPUT
    made.patch = rest - patch >= 6 * c.cells + max(output, 2 * c.after)
    rest -= patch if made.patch else 0
    side = rest // (c.cells + c.after)
    side = side if c.words else max(side, (rest - output) // c.cells)
    made.side = max(min(row // c.cells, side, LARGEST), 1)
    out = min(room // c.out, (rest - c.cells * made.side) // c.after)
    made.out_side = max(min(out, LARGEST), 1)
    return made


def _place(made: Plan, width: int, height: int, row: int, c: Contents, names: int) -> None:
    """Put everything where it stands, the whole in the middle."""
    columns = list(_columns(made, c, names))
    x = max((width - sum(each for _, each in columns)) // 2, 0)
    across: dict[str, int] = {}
    for name, each in columns:
        across[name] = x
        x += each
    kernels = c.kernel * made.kernel_side + (0 if made.dense else made.line)
    taken = max(c.cells * made.side, kernels) if c.channels > 1 else row
    top = (height - c.channels * taken - GAP * (c.channels - 1)) // 2
    for channel in range(c.channels):
        y = max(top, 0) + channel * (taken + GAP)
        _place_row(made, c, across, channel, QRect(0, y, names, taken))
    _place_outputs(made, c, across, width, height)


def _columns(made: Plan, c: Contents, names: int) -> Iterator[tuple[str, int]]:
    """Names and widths of what stands beside each other."""
    kernel = c.kernel * made.kernel_side
    yield "name", names
    yield "input", c.cells * made.side
    if made.dense and c.channels == 1:
        yield "times", made.sign
        yield "kernel", max(kernel, 6 * made.font)
    else:
        if made.patch:
            yield "gap", made.sign // 2
            yield "patch", kernel
        yield "times", made.sign
        yield "kernel", kernel
        yield "arrow", made.sign
        yield "products", kernel
        if made.dense:
            yield "sum", 6 * made.font
    yield "equals", made.sign
    yield "map", c.out * made.out_side
    if c.relu:
        yield "to relu", made.word
        yield "relu", c.out * made.out_side
    if c.pooled:
        yield "to pooled", made.word
        yield "pooled", c.pooled * made.out_side


def _place_row(made: Plan, c: Contents, across: dict[str, int], channel: int, row: QRect) -> None:
    kernel, inputs = c.kernel * made.kernel_side, c.cells * made.side
    middle = row.top() + row.height() // 2

    def put(name: str, x: int, side: int, y: int) -> None:
        made.rects[f"{name}{channel}"] = QRect(x, y, side, side)

    if row.width():
        made.rects[f"name{channel}"] = QRect(across["name"], row.top(), row.width(), row.height())
    put("input", across["input"], inputs, middle - inputs // 2)
    if made.dense and c.channels == 1:
        wide = max(kernel, 6 * made.font)
        x, y = across["kernel"] + (wide - kernel) // 2, middle - (2 + made.patch) * (kernel + made.line) // 2
        for name, sign in (("patch", "∗"),) * made.patch + (("kernel", "↓"), ("products", "")):
            put(name, x, kernel, y)
            y += kernel
            if sign:
                made.signs.append((QRect(across["kernel"], y, wide, made.line), sign, channel))
                y += made.line
        made.rects[f"sum{channel}"] = QRect(across["kernel"], y, wide, made.line)
        return
    top = middle - kernel // 2
    if not made.dense:  # the sum below needs its place too
        top = min(top, row.top() + row.height() - kernel - made.line)
    for name in ("patch",) * made.patch + ("kernel", "products"):
        put(name, across[name], kernel, top)
    for name, sign in (("times", "∗"), ("arrow", "→")):
        made.signs.append((QRect(across[name], top, made.sign, kernel), sign, channel))
    if made.dense:
        at = QRect(across["sum"] + made.font // 2, middle - made.line // 2, 6 * made.font, made.line)
    else:
        wide = kernel + 2 * made.sign - 4
        at = QRect(across["products"] + (kernel - wide) // 2, top + kernel + 2, wide, made.line - 2)
    made.rects[f"sum{channel}"] = at


def _place_outputs(made: Plan, c: Contents, across: dict[str, int], width: int, height: int) -> None:
    side = c.out * made.out_side
    top = max((height - side) // 2, HEAD)
    made.rects["map"] = QRect(across["map"], top, side, side)
    bar = max(side, 110)
    made.rects["head"] = QRect(across["map"], top - HEAD, side, HEAD - 4)
    made.rects["bar"] = QRect(max(min(across["map"], width - bar), 0), top + side + 4, bar, BAR - 4)
    made.signs.append((QRect(across["equals"], top, made.sign, side), "=", -1))
    if c.relu:
        made.rects["relu"] = QRect(across["relu"], top, side, side)
        made.signs.append((QRect(across["to relu"], top, made.word, side), "ReLU\n→", -1))
    if c.pooled:
        pooled = c.pooled * made.out_side
        made.rects["pooled"] = QRect(across["pooled"], top + (side - pooled) // 2, pooled, pooled)
        made.signs.append((QRect(across["to pooled"], top, made.word, side), "max\n→", -1))
