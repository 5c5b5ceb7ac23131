"""The pages of the window: one row a page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from gui.pad.beside import Beside
from gui.pad.panel import DrawingPanel
from gui.pages.look.page import LookPage
from gui.pages.train.page import TrainPage
from gui.session.session import Session
from gui.window.later import Later

if TYPE_CHECKING:
    from gui.pages.evaluate.page import EvaluatePage
    from gui.pages.lab.controller import LabController
    from gui.pages.why.page import WhyPage


@dataclass(frozen=True)
class Row:
    """A page with its button: object name, title, and a tip that names the shortcut Ctrl+{0}."""

    page: QWidget
    button: str
    title: str
    tip: str


class Pages(QStackedWidget):
    """Builds the pages; those that the start can do without are built when they are first seen.

    There is one `panel` with the pad: it stands at the left of whichever page it belongs to is on view. `lab` gives the
    state of the Convolution lab. `digit_picked` follows when a digit was put on the pad to look at. `map_wanted`
    carries the Place of a map to look into, `field_changed` what of the image is pointed at (a Window) or None.
    """

    digit_picked = Signal()
    map_wanted = Signal(object)
    field_changed = Signal(object)

    def __init__(self, session: Session, panel: DrawingPanel, lab: "Callable[[], LabController]") -> None:
        super().__init__()
        self.setObjectName("pages")
        self._session, self._lab, self._panel = session, lab, panel
        self.look = LookPage(session)
        self.why = Later("whyLater", self._make_why)
        self.lab = Later("labPage", self._make_lab)
        self.train = TrainPage(session)
        self.evaluate = Later("evaluatePage", self._make_evaluate)
        settings = session.settings
        self.beside_pad = Beside("lookInsidePage", self.look, settings), Beside("whyPage", self.why, settings)
        self.rows = (
            Row(
                self.beside_pad[0], "lookInsideButton",
                self.tr("Look inside"), self.tr("Draw, and see every layer (Ctrl+{0})"),
            ),
            Row(
                self.beside_pad[1], "whyPageButton",
                self.tr("Why"), self.tr("Why this digit and not another: measured, searched, added up (Ctrl+{0})"),
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
        self.beside_pad[0].take(panel)
        for row in self.rows:
            self.addWidget(row.page)
        self.currentChanged.connect(self._ask_for_room)
        self._ask_for_room()

    def _ask_for_room(self) -> None:
        """Only the page on view decides how much room is needed: a narrow one does not scroll because of a wide one."""
        for page in [row.page for row in self.rows]:
            policy = QSizePolicy.Policy.Preferred if page is self.currentWidget() else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)

    def heightForWidth(self, width: int) -> int:
        """The least height that the page on view can do with; Qt would take the greatest that any page would like."""
        page = self.currentWidget()
        layout = None if page is None else page.layout()
        least = self.minimumSizeHint().height()
        return least if layout is None else max(least, layout.minimumHeightForWidth(width))

    def setCurrentIndex(self, index: int) -> None:
        """Show a page; the pad goes along to one that has it, and keeps the keyboard where it had it."""
        focused = QApplication.focusWidget()
        drawing = focused is not None and self._panel.isAncestorOf(focused)
        page = self.widget(index)
        if isinstance(page, Beside):
            page.take(self._panel)
        super().setCurrentIndex(index)
        if drawing and focused is not None and isinstance(page, Beside):
            focused.setFocus()

    def setCurrentWidget(self, page: QWidget) -> None:
        """The same for the page itself."""
        self.setCurrentIndex(self.indexOf(page))

    def _make_why(self) -> "WhyPage":
        from gui.pages.why.page import WhyPage

        page = WhyPage(self._session)
        page.map_wanted.connect(self.map_wanted)
        page.field_changed.connect(self.field_changed)
        return page

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
