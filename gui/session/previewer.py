"""Asks a thread for digits changed by a recipe, since MNIST may have to be read first. Lives as long as the session."""

from PySide6.QtCore import QObject, Signal

from gui.session.task import Task
from model import jobs
from model.data_set import DataSet
from model.train.recipe import Recipe


class Previewer(QObject):
    """`previewed` carries two arrays (16, 28, 28), before and after. Only the latest wish counts."""

    previewed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish: tuple[Recipe, DataSet, int] | None = None
        self.task = Task(self)

    def ask(self, recipe: Recipe, data: DataSet, seed: int) -> None:
        """Change the images of `data` that `seed` picks by `recipe`; `previewed` follows."""
        self._wish = recipe, data, seed
        self._begin()

    def _begin(self, *_: object) -> None:
        if self._wish is not None and not self.task.busy:
            wish, self._wish = self._wish, None
            self.task.start(jobs.previewing(*wish), self._on_items, self._begin)

    def _on_items(self, items: list[object]) -> None:
        assert isinstance(items[-1], tuple)
        self.previewed.emit(*items[-1])

    def close(self) -> None:
        """End the thread."""
        self._wish = None
        self.task.close()
