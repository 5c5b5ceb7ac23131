"""Sixteen digits before and after augmentation, beside the form: they follow its fields."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.session.previewer import Previewer
from gui.widgets.controls import button, label
from gui.widgets.tile_view import TileView
from gui.widgets.when_seen import WhenSeen
from model.data_set import MNIST, DataSet
from model.train.recipe import Recipe, suiting

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIDE = 4 * 29 * 2 - 2  # pixels: four digits a row, two pixels a cell


class PreviewDialog(QDialog):
    """Stays beside the window; the form can be used meanwhile."""

    def __init__(self, previewer: Previewer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("previewDialog")
        self.setWindowTitle(self.tr("Augmentation: sixteen digits"))
        self._seed = 0
        self._recipe: Recipe | None = None
        self._data = MNIST
        self._previewer = previewer
        self._seen = WhenSeen(self, self._ask)
        previewer.previewed.connect(self._on_previewed)
        row = QHBoxLayout()
        row.setSpacing(20)
        before, after = self.tr("as the data have them"), self.tr("as the network gets them")
        self.before, self.after = self._view("previewBefore", before), self._view("previewAfter", after)
        for title, view in ((before, self.before), (after, self.after)):
            column = QVBoxLayout()
            column.addWidget(label(title, "dim"))
            column.addWidget(view)
            row.addLayout(column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 14, 18, 14)
        outer.setSpacing(10)
        outer.addLayout(row)
        words = self.tr(
            "Every time a digit comes up it is changed anew, so the network never sees quite the same one twice. "
            "Towards the end of a run the changes grow smaller."
        )
        outer.addWidget(label(words, "dim", wrap=True))
        buttons = QHBoxLayout()
        self.other = button(
            "otherDigits", self.tr("Other digits"), self.tr("Show sixteen others"), self._on_other_wanted
        )
        buttons.addWidget(self.other)
        buttons.addStretch()
        buttons.addWidget(button("closePreview", self.tr("Close"), self.tr("Close this window (Esc)"), self.close))
        outer.addLayout(buttons)

    def _view(self, name: str, title: str) -> TileView:
        view = TileView(name, title, title, 2)
        view.setBackgroundRole(QPalette.ColorRole.Window)
        view.setFixedSize(SIDE, SIDE)
        view.set_blank((16, 28, 28))
        return view

    # -- content ------------------------------------------------------------------------------------------------------

    def show_recipe(self, recipe: Recipe, data: DataSet) -> None:
        """Show images of `data` changed by `recipe`; while the window is closed that waits."""
        self._recipe, self._data = suiting(recipe, data), data
        self._seen.tell()

    def _ask(self) -> None:
        if self._recipe is not None:
            self._previewer.ask(self._recipe, self._data, self._seed)

    def open_beside(self, recipe: Recipe, data: DataSet) -> None:
        """Show the window without taking the form away."""
        self.show()
        self.raise_()
        self.show_recipe(recipe, data)

    def _on_previewed(self, before: "NDArray[np.float32]", after: "NDArray[np.float32]") -> None:
        self.before.set_tiles(before, "ink", 0.0, 1.0)
        self.after.set_tiles(after, "ink", 0.0, 1.0)

    def _on_other_wanted(self) -> None:
        self._seed += 1
        if self._recipe is not None:
            self.show_recipe(self._recipe, self._data)
