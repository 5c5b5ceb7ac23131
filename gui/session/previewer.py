"""Asks a thread for digits changed by a recipe, since MNIST may have to be read first. Lives as long as the session."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from gui.session.task import Worker
from model import jobs
from model.train.recipe import Recipe


class Previewer(QObject):
    """`previewed` carries two arrays (16, 28, 28), before and after. Only the latest wish counts."""

    previewed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish: tuple[Recipe, int] | None = None
        self._worker: Worker | None = None

    def ask(self, recipe: Recipe, seed: int) -> None:
        """Change the digits that `seed` picks by `recipe`; `previewed` follows."""
        self._wish = recipe, seed
        self._begin()

    def _begin(self) -> None:
        if self._wish is None or self._worker is not None:
            return
        (recipe, seed), self._wish = self._wish, None

        def steps() -> Iterator[object]:
            yield from jobs.previewing(recipe, seed)

        self._worker = Worker(steps, self)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.finished.connect(self._on_finished)
        self._worker.start()

    def _on_progressed(self, items: list[object]) -> None:
        assert isinstance(items[-1], tuple)
        self.previewed.emit(*items[-1])

    def _on_finished(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        self._begin()

    def close(self) -> None:
        """End the thread."""
        self._wish = None
        if self._worker is not None:
            self._worker.cancel_and_wait()
