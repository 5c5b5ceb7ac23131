"""The sum in words and numbers: over the channels, the bias, ReLU, the pool, PyTorch's value, and the sizes."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.widgets.lines_view import Line, LinesView
from model.look.inspection import Inspection, Place, Reach, fields, is_linear, pushes, reach
from model.look.snapshot import Snapshot, Weights

LINES = 5


class SummaryCard(QScrollArea):
    """Shows an Inspection, or two side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryCard")
        self.setAccessibleName(self.tr("The sum"))
        self.setToolTip(self.tr("From the sum over all channels to the number in the map, and how large the map is."))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = LinesView("summaryLines")
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(2, 0, 8, 0)
        column.addWidget(self.view)
        column.addStretch()
        self.setWidget(frame)
        for each in (frame, self.viewport()):
            each.setAutoFillBackground(False)

    def set_compact(self, compact: bool) -> None:
        """Smaller text, for a narrow card."""
        self.view.compact = compact

    def show_place(self, snapshot: Snapshot, place: Place, found: list[Inspection]) -> None:
        """Show the inspections of one place or two; none while there is no drawing."""
        weights = snapshot.weights
        linear = is_linear(weights, place)
        columns = zip(*(self._values(each) for each in found), strict=True) if found else [()] * LINES
        named = zip(self._names(weights, place, found), columns, strict=True)
        sums = [(name, numbers) for name, numbers in named if name]
        lines = [Line("", self._heads(found), "dim")] if len(found) > 1 else []
        lines += [Line(name, tuple(numbers), "code") for name, numbers in sums[:-1]]
        lines.append(Line(*sums[-1], "strong"))
        lines.append(self._check(found))
        if found:
            told = (self._parted(found) if len(found) > 1 else self._pushed(snapshot, found[-1])) if linear else ""
            lines.append(Line(told or self._pooled(found[-1])))
        lines += [Line(self._sizes(weights, place)), Line(self.tr("Receptive field, step by step"), role="dim")]
        lines.append(Line(self._grown(weights, place)))
        self.view.show_lines([line for line in lines if line.text or line.numbers])

    def _names(self, weights: Weights, place: Place, found: list[Inspection]) -> list[str]:
        linear = is_linear(weights, place)
        channels = (
            weights.layers[-1].shape.spec.out_channels if linear else weights.layers[place.layer].shape.in_channels
        )
        names = [self.tr("Σ over {0} channels").format(channels), self.tr("+ bias b[{0}]").format(place.channel)]
        if channels == 1:
            names[0] = self.tr("Σ of the products")
        if linear:
            names += ["", "", self.tr("output {0}").format(weights.data.classes[place.channel])]
            if len(found) > 1:
                names[1], names[4] = self.tr("+ bias"), self.tr("output")
        else:
            pooled = bool(found) and found[0].pixel.pooled is not None
            names += [self.tr("before ReLU"), self.tr("after ReLU"), self.tr("the pool's largest")]
            names[4] = names[4] if pooled else self.tr("in the map")
        return names

    def _values(self, found: Inspection) -> list[str]:
        pixel = found.pixel
        texts = [f"{pixel.total:+.4f}", f"{pixel.bias:+.4f}"]
        if found.linear:
            return [*texts, "", "", f"{found.value:+.4f}"]
        return [*texts, f"{pixel.conv:+.4f}", f"{pixel.relu:.4f}", f"{found.value:.4f}"]

    def _heads(self, found: list[Inspection]) -> tuple[str, ...]:
        """Above the columns; of outputs with their digits."""
        return tuple(
            f"{name}: {each.place.channel}" if each.linear else name for name, each in zip("AB", found, strict=True)
        )

    def _check(self, found: list[Inspection]) -> Line:
        if not found:
            return Line(self.tr("Draw a digit, and the numbers appear."), role="dim")
        known = [each.torch_value for each in found if each.torch_value is not None]
        if len(known) < len(found):
            return Line(self.tr("PyTorch is being loaded…"), role="dim")
        good = all(each.equal for each in found)
        values = self.tr(" and ").join(f"{value:.4f}" for value in known)
        words = self.tr("✓ equals PyTorch's {0}") if good else self.tr("✗ PyTorch has {0}: this is a bug")
        return Line(words.format(values), role="good" if good else "bad")

    def _pooled(self, found: Inspection) -> str:
        pool = found.pixel.pooled
        if pool is None:
            return ""
        size = len(pool.values)
        place = found.place
        lines = [
            self.tr("MaxPool2d({0}): the largest of rows {1}…{2}, columns {3}…{4} after ReLU").format(
                size, place.row * size, place.row * size + size - 1, place.column * size, place.column * size + size - 1
            )
        ]
        for y, row in enumerate(pool.values.tolist()):
            marks = [("[", "]") if (y, x) == (pool.row, pool.column) else (" ", " ") for x in range(size)]
            lines.append(" ".join(f"{a}{value:.4f}{b}" for (a, b), value in zip(marks, row, strict=True)))
        return "\n".join(lines)

    def _pushed(self, snapshot: Snapshot, found: Inspection) -> str:
        assert snapshot.probabilities is not None
        probability = 100 * snapshot.probabilities[found.place.channel]
        ups, downs = _listed(found.pixel.sums)
        return self.tr("after softmax {0:.1f} %\nmaps that push up\n  {1}\nmaps that push down\n  {2}").format(
            probability, ups, downs
        )

    def _parted(self, found: list[Inspection]) -> str:
        """What makes two outputs differ: the same maps, so each has its part in the lead."""
        a, b = found
        ups, downs = _listed(a.pixel.sums - b.pixel.sums)
        return self.tr("A − B = {0:+.4f}\nmaps that speak for A\n  {1}\nmaps that speak for B\n  {2}").format(
            a.value - b.value, ups, downs
        )

    def _sizes(self, weights: Weights, place: Place) -> str:
        if is_linear(weights, place):
            last = weights.layers[-1].shape
            count = last.spec.out_channels * last.out_size**2
            return self.tr("{0} × {1} × {1} = {2} features, a weight for each").format(
                last.spec.out_channels, last.out_size, count
            )
        shape = weights.layers[place.layer].shape
        spec = shape.spec
        text = self.tr("size ⌊({0} + 2·{1} − {2}) / {3}⌋ + 1 = {4}").format(
            shape.in_size, spec.padding, spec.kernel_size, spec.stride, shape.conv_size
        )
        return text + (self.tr("\npooled ⌊{0} / 2⌋ = {1}").format(shape.conv_size, shape.out_size) * spec.max_pool)

    def _grown(self, weights: Weights, place: Place) -> str:
        steps, window = reach(weights, place), fields(weights, place)[-1]
        lines = [self._grown_by(weights, each) for each in steps]
        lines.append(
            self.tr("so {0} × {0} pixels: the image's\nrows {1}…{2}, columns {3}…{4}").format(
                steps[-1].before, window.top, window.bottom - 1, window.left, window.right - 1
            )
        )
        return "\n".join(lines)

    def _grown_by(self, weights: Weights, each: Reach) -> str:
        if each.layer == len(weights.layers):
            return self.tr("linear: all {0} × {0}").format(each.before)
        kernel, stride, *_ = each.step
        name = weights.layers[each.layer].name
        words = (
            self.tr("{0} pool").format(name) if each.pool else self.tr("{0} k{1} s{2} p{3}").format(name, *each.step)
        )
        return f"{words}: ({each.after}−1)·{stride}+{kernel} = {each.before}"


def _listed(sums: NDArray[np.float64]) -> tuple[str, str]:
    """The three channels with the largest sums, and those with the lowest, each with its sum."""
    ups, downs = (", ".join(f"{c}: {sums[c]:+.2f}" for c in part) or "–" for part in pushes(sums, 3))
    return ups, downs
