"""The pages of the window: one row a page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.pad.beside import Beside
from gui.pad.panel import DrawingPanel
from gui.pages.look.page import LookPage
from gui.pages.train.page import TrainPage
from gui.session.session import Session
from gui.window.later import Later

if TYPE_CHECKING:
    from gui.pages.evaluate.page import EvaluatePage
    from gui.pages.lab.controller import LabController


@dataclass(frozen=True)
class Row:
    """A page with its button: object name, title, and a tip that names the shortcut Ctrl+{0}."""

    page: QWidget
    button: str
    title: str
    tip: str


class Pages(QStackedWidget):
    """Builds the pages; those that the start can do without are built when they are first seen.

    `lab` gives the state of the Convolution lab. `digit_picked` follows when a digit was put on the pad to look at.
    """

    digit_picked = Signal()

    def __init__(self, session: Session, panel: DrawingPanel, lab: "Callable[[], LabController]") -> None:
        super().__init__()
        self.setObjectName("pages")
        self._session, self._lab = session, lab
        self.look = LookPage(session)
        self.lab = Later("labPage", self._make_lab)
        self.train = TrainPage(session)
        self.evaluate = Later("evaluatePage", self._make_evaluate)
        self.rows = (
            Row(
                Beside("lookInsidePage", panel, self.look, session.settings), "lookInsideButton",
                self.tr("Look inside"), self.tr("Draw, and see every layer (Ctrl+{0})"),
            ),
            Row(
                self.lab, "labPageButton",
                self.tr("Convolution lab"), self.tr("Try each idea on small numbers (Ctrl+{0})"),
            ),
            Row(
                self.train, "trainPageButton",
                self.tr("Train"), self.tr("Train a new network and watch it learn (Ctrl+{0})"),
            ),
            Row(
                self.evaluate, "evaluatePageButton",
                self.tr("Evaluate"), self.tr("How well the network reads test digits, and where it fails (Ctrl+{0})"),
            ),
        )  # fmt: skip
        for row in self.rows:
            self.addWidget(row.page)

    def _make_lab(self) -> QWidget:
        from gui.pages.lab.page import LabPage  # half of what the lab costs at the start is its import

        return LabPage(self._lab())

    def _make_evaluate(self) -> "EvaluatePage":
        from gui.pages.evaluate.page import EvaluatePage

        page = EvaluatePage(self._session)
        page.digit_picked.connect(self.digit_picked)
        return page

    def name(self, index: int) -> str:
        """The object name of a page; empty where there is none."""
        page = self.widget(index)
        return "" if page is None else page.objectName()

    def index(self, name: str) -> int:
        """The number of the page with this object name; 0 where there is none."""
        names = [self.name(index) for index in range(self.count())]
        return names.index(name) if name in names else 0
