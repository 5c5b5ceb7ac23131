"""The chosen feature map, enlarged, with the bar that says what its colours mean."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.pages.look.inspector.pick_view import PickView
from gui.widgets.color_bar import ColorBar
from gui.widgets.context_menu import ContextMenu
from gui.widgets.controls import fill
from gui.widgets.number_text import as_text
from model.look.inspection import Place, is_linear, numbers_around
from model.look.snapshot import Snapshot


class EnlargedMap(QWidget):
    """Shows the map that a place lies in; for one of the ten outputs, what each number of the last maps adds to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = PickView(
            "enlargedMap",
            self.tr("The chosen feature map, enlarged"),
            self.tr("One square is one number. Click one, or move with the arrow keys, to see where it comes from."),
            largest=60,
        )
        self.map.centered = True
        ContextMenu(self.map, self._numbers)
        self._bars = {name: ColorBar(f"{name}EnlargedColours", name) for name in ("sequential", "diverging")}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        fill(column, self.map, *self._bars.values())

    def _numbers(self, _at: QPoint) -> str:
        return "" if self.map.cell_numbers is None else as_text(self.map.cell_numbers)

    def show_place(self, snapshot: Snapshot, place: Place, reached: int | None, pinned: Place | None = None) -> None:
        """Show the numbers around `place`: the first `reached` of them, or all for None.

        `pinned` is another place of the same map that it is compared with; of two outputs, what each number adds to
        the pinned one beyond what it adds to the other is shown.
        """
        numbers = numbers_around(snapshot, place)
        if pinned is not None and is_linear(snapshot.weights, place):
            numbers = numbers_around(snapshot, pinned) - numbers
        table = "diverging" if is_linear(snapshot.weights, place) else "sequential"
        for name, bar in self._bars.items():
            bar.setVisible(name == table)
        self.map.cell_numbers = numbers
        if table == "diverging":
            span = float(abs(numbers).max())
            self.map.set_tiles(numbers, table, -span, span)
            self._bars[table].set_range(-span, span)
            self.map.choose(None)
        else:
            high = snapshot.maps[place.layer].highest if snapshot.maps else 0.0
            self.map.set_tiles(numbers, table, 0.0, high)
            self._bars[table].set_range(0.0, high)
            self.map.choose((0, place.row, place.column), None if pinned is None else (0, pinned.row, pinned.column))
        self.map.reveal(reached)
