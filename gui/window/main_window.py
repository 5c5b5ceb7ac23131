"""The window: builds the bar, the pages and the menu, and connects them. Decides nothing, computes nothing."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.garbage import GarbageCollector
from gui.language import languages
from gui.language.languages import LANGUAGES
from gui.pad.panel import DrawingPanel
from gui.pages.look.page import LookPage
from gui.pages.train.page import TrainPage
from gui.session.session import Session
from gui.style import theme
from gui.widgets.controls import button, label
from gui.widgets.tile_view import TileView
from gui.window.about import About
from gui.window.fit import fit_to_screen
from gui.window.later import Later
from gui.window.menu import Menu
from gui.window.resume_bar import ResumeBar
from gui.window.step_badge import StepBadge

if TYPE_CHECKING:
    from gui.pages.evaluate.page import EvaluatePage
    from gui.pages.lab.controller import LabController


SMALLEST = QSize(900, 660)


class MainWindow(QMainWindow):
    """Everything one sees, around one `Session`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("ConvPad")
        self.session = session
        self._garbage = GarbageCollector(self)
        self._build()
        for signal in (session.network_changed, session.training_started, session.training_progressed):
            signal.connect(self._show_status)
        session.workbench.changed.connect(self._show_status)
        session.load_fault_changed.connect(self._show_status)
        session.training_ended.connect(self._show_status)
        session.network_changed.connect(self._garbage.spare_the_start)
        session.failed.connect(self._on_failed)
        self.resize(1440, 900)
        self.restoreGeometry(session.settings.geometry)
        fit_to_screen(self, SMALLEST)

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        """Make everything inside the window, in the current language."""
        session = self.session
        self._menu = Menu(self, session)
        self.panel = DrawingPanel(session)
        self.look_page = LookPage(session)
        self.lab_page = Later("labPage", self._make_lab_page)
        self.train_page = TrainPage(session)
        self.evaluate_page = Later("evaluatePage", self._make_evaluate_page)
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self._page_buttons = QButtonGroup(self)
        bar = QFrame()
        bar.setObjectName("topBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 10, 6)
        row.setSpacing(4)
        row.addWidget(label("ConvPad", "brand"))
        look = _side_by_side("lookInsidePage", self.panel, self.look_page)
        tip = self.tr("Draw, and see every layer (Ctrl+{0})")
        actions = [self._add_page(row, look, "lookInsideButton", self.tr("Look inside"), tip)]
        tip = self.tr("Try each idea on small numbers (Ctrl+{0})")
        actions += [self._add_page(row, self.lab_page, "labPageButton", self.tr("Convolution lab"), tip)]
        tip = self.tr("Train a new network and watch it learn (Ctrl+{0})")
        actions += [self._add_page(row, self.train_page, "trainPageButton", self.tr("Train"), tip)]
        tip = self.tr("How well the network reads test digits, and where it fails (Ctrl+{0})")
        actions += [self._add_page(row, self.evaluate_page, "evaluatePageButton", self.tr("Evaluate"), tip)]
        row.addStretch()
        self._build_right(row)
        self._menu.fill(self.panel, actions, self._on_about)
        self._connect()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(ResumeBar(session))
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)  # an older one is deleted
        whole.show()  # at once, so that nothing is missed that pages are told only while they can be seen
        self._restore_page()
        self._show_status()

    @cached_property
    def lab(self) -> "LabController":
        """What the Convolution lab is about; kept when the window is built anew."""
        from gui.pages.lab.controller import LabController  # half of what the lab costs at the start is its import

        return LabController(self.session)

    def _make_lab_page(self) -> QWidget:
        from gui.pages.lab.page import LabPage

        return LabPage(self.lab)

    def _make_evaluate_page(self) -> "EvaluatePage":
        from gui.pages.evaluate.page import EvaluatePage

        page = EvaluatePage(self.session)
        page.digit_picked.connect(self._on_digit_picked)
        return page

    def _add_page(self, row: QHBoxLayout, page: QWidget, name: str, title: str, tip: str) -> QAction:
        number = self.pages.addWidget(page)
        made = button(name, title, tip.format(number + 1), None, "page", checkable=True)
        self._page_buttons.addButton(made, number)
        row.addWidget(made)
        return self._page_action(title, number, made)

    def _build_right(self, row: QHBoxLayout) -> None:
        row.addWidget(StepBadge(self.session))
        row.addSpacing(8)
        self._status = label("", "dim", "weightsStatus")
        row.addWidget(self._status)
        words = QToolButton()
        words.setObjectName("languageButton")
        words.setProperty("role", "flat")
        words.setText(f"{LANGUAGES[languages.current()]} ▾")
        words.setAccessibleName(self.tr("Language"))
        words.setToolTip(self.tr("Language of the interface"))
        words.setMenu(self._menu.languages_menu)
        words.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._theme = self._flat_button("themeButton", "◐", self.tr("Change between dark and light"))
        self._theme.clicked.connect(self._on_theme_toggled)
        menu = self._flat_button("menuButton", "☰", self.tr("Menu (F10)"))
        menu.setMenu(self._menu.menu)
        menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.setShortcut("F10")
        for widget in (words, self._theme, menu):
            row.addWidget(widget)

    def _page_action(self, title: str, number: int, shown: QPushButton) -> QAction:
        action = QAction(title, self._menu)
        action.setShortcut(f"Ctrl+{number + 1}")
        action.triggered.connect(shown.click)
        return action

    def _flat_button(self, name: str, text: str, tip: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setText(text)
        made.setAccessibleName(tip)
        made.setToolTip(tip)
        made.setProperty("role", "flat")
        return made

    def _connect_undo(self) -> None:
        """Ctrl+Z is about the drawing, the filter that is edited, or the design: whichever has the focus."""
        undo, session = self._menu.undo, self.session
        for owner, stack in (
            (self.panel.parentWidget() or self.panel, lambda: session.drawing.undo_stack),
            (self.look_page.inspector, lambda: self.look_page.undo_stack),
            (self.train_page, lambda: session.design.undo_stack),
        ):
            undo.add_owner(owner, stack)
        self.pages.currentChanged.connect(undo.look)
        self.look_page.inspector.header.edit_toggled.connect(undo.look)

    def _connect(self) -> None:
        self._connect_undo()
        self._page_buttons.idClicked.connect(self.pages.setCurrentIndex)
        self.pages.currentChanged.connect(self._on_page_changed)
        self.look_page.field_changed.connect(self.panel.show_field)
        self.train_page.draw_wanted.connect(self._on_draw_wanted)
        self.train_page.open_wanted.connect(self._menu.open_weights)
        self.look_page.open_wanted.connect(self._menu.open_weights)
        self.train_page.save_wanted.connect(self._menu.save_weights)
        self.train_page.networks_wanted.connect(self._menu.show_networks)
        for action in self._menu.themes.actions():
            action.setChecked(action.data() == theme.current().name)
        self._menu.themes.triggered.connect(self._on_theme_chosen)
        self._menu.languages.triggered.connect(self._on_language_chosen)
        retrain = QAction(self.tr("Retrain"), self._menu)
        retrain.setShortcut("Ctrl+T")
        retrain.triggered.connect(self._on_retrain)
        self.addAction(retrain)

    # -- pages and theme ----------------------------------------------------------------------------------------

    def _restore_page(self) -> None:
        names = [self._page_name(n) for n in range(self.pages.count())]
        wanted = self.session.settings.page
        self.pages.setCurrentIndex(names.index(wanted) if wanted in names else 0)
        self._on_page_changed(self.pages.currentIndex())

    def _page_name(self, index: int) -> str:
        page = self.pages.widget(index)
        return "" if page is None else page.objectName()

    def _on_page_changed(self, index: int) -> None:
        shown = self._page_buttons.button(index)
        if shown is not None:
            shown.setChecked(True)
        self.session.settings.page = self._page_name(index)
        self._menu.set_pad_visible(self.pages.currentWidget() is self.panel.parentWidget())

    def _on_digit_picked(self) -> None:
        self.pages.setCurrentIndex(0)

    def _on_draw_wanted(self) -> None:
        self.pages.setCurrentIndex(0)
        self.panel.pad.setFocus()

    def _on_retrain(self) -> None:
        self.pages.setCurrentWidget(self.train_page)
        self.train_page.start()

    def _on_theme_toggled(self) -> None:
        self.set_theme("light" if theme.current().name == "dark" else "dark")

    def _on_theme_chosen(self, action: QAction) -> None:
        self.set_theme(action.data())

    def _on_language_chosen(self, action: QAction) -> None:
        self.set_language(action.data())

    def set_language(self, name: str) -> None:
        """Speak `en` or `zh_CN` from now on; what was drawn, chosen and trained stays, since the session keeps it."""
        self.session.settings.language = name
        languages.apply(name)
        older, choice = self._menu, self.look_page.choice
        shows_networks = older.shows_networks
        older.close()
        self._build()
        for gone in (older.menu, older.languages_menu, older):
            gone.deleteLater()
        if self.session.snapshot is not None:
            self.session.snapshot_changed.emit(self.session.snapshot)
        if choice is not None:
            self.look_page.restore(choice)
        if shows_networks:
            self._menu.show_networks()

    def set_theme(self, name: str) -> None:
        """Dress the window in `dark` or `light` and remember it."""
        self.session.settings.theme = name
        theme.apply(theme.THEMES[name])
        for view in self.findChildren(TileView):
            view.recolour()
        if self.evaluate_page.page is not None:
            self.evaluate_page.page.dress()
        self.train_page.dress()
        for action in self._menu.themes.actions():
            action.setChecked(action.data() == name)

    # -- messages -----------------------------------------------------------------------------------------------

    def _show_status(self, *_: object) -> None:
        session = self.session
        if session.training:
            text = self.train_page.headline()
        elif session.pending is not None:
            text = self.tr("a new network is waiting: keep or revert?")
        elif session.in_use is None:
            text = self.tr("no network") if session.load_fault else self.tr("loading…")
        else:
            parts = [session.in_use.name]
            test = session.in_use.checkpoint.figures.get("test")
            if session.workbench.network is not None:
                parts.append(self.tr("changed by hand"))
            elif isinstance(test, float):
                parts.append(self.tr("{0:.2f} % MNIST").format(100 * test))
            count = session.in_use.checkpoint.network.parameter_count
            parts.append(self.tr("{0:,} parameters").format(count))
            text = " · ".join(parts)
        if text != self._status.text():
            self._status.setText(text)

    def _on_failed(self, sentence: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, "ConvPad", sentence, QMessageBox.StandardButton.Ok, self)
        box.setObjectName("messageDialog")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _on_about(self) -> None:
        About(self).open()

    # -- the end ------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, then end the thread before anything is torn down."""
        self.session.settings.geometry = self.saveGeometry()
        self._menu.close()
        self.session.close()
        self._garbage.stop()
        super().closeEvent(event)


def _side_by_side(name: str, left: QWidget, right: QWidget) -> QWidget:
    page = QWidget()
    page.setObjectName(name)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(left)
    row.addWidget(right, 1)
    return page
