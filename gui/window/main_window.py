"""The window: builds the bar, the pages and the menu, and connects them. Decides nothing, computes nothing."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QWidget

from gui.garbage import GarbageCollector
from gui.language import languages
from gui.pad.panel import DrawingPanel
from gui.session.session import Session
from gui.storage.settings import TEXT_SIZES
from gui.style import theme
from gui.widgets.controls import waiting
from gui.widgets.explain import explain
from gui.window.about import About
from gui.window.body import roomy, stacked
from gui.window.fit import fit_to_screen
from gui.window.full_screen import FullScreen
from gui.window.hints import WindowHints
from gui.window.menu import Menu
from gui.window.notices import ResumeBar, WelcomeBar
from gui.window.pages import Pages
from gui.window.saved import Saved
from gui.window.state_bar import StateBar
from gui.window.top_bar import TopBar
from gui.window.tour.tour import Tour
from model.look.inspection import Place

if TYPE_CHECKING:
    from gui.pages.lab.controller import LabController


SMALLEST = QSize(900, 660)


class MainWindow(QMainWindow):
    """Everything one sees, around one `Session`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("ConvPad")
        self.session = session
        self.tour: Tour | None = None  # while it goes on
        self._garbage = GarbageCollector(self)
        self._build()
        session.in_use.changed.connect(self._garbage.spare_the_start)
        session.failed.connect(self._on_failed)
        self.resize(1440, 900)
        self.restoreGeometry(session.settings.geometry)
        fit_to_screen(self, SMALLEST)

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        """Make everything inside the window, in the current language, and show it."""
        with theme.sheet_off():
            whole = self._make()
        whole.show()  # at once, so that nothing is missed that pages are told only while they can be seen
        self._restore_page()

    def _make(self) -> QWidget:
        session = self.session
        self._menu = Menu(self, session)
        self.panel = DrawingPanel(session)
        self.pages = Pages(session, self.panel, lambda: self.lab)
        self.look_page, self.train_page = self.pages.look, self.pages.train
        self.lab_page, self.evaluate_page = self.pages.lab, self.pages.evaluate
        self._bar = TopBar(session, self.pages, self._menu.menu, self._menu.languages_menu)
        self._page_buttons = self._bar.pages
        self._menu.fill(self.panel, self._page_actions(), self._on_about)
        self._welcome = WelcomeBar(session)
        self._connect()
        head = stacked(self._bar, self._welcome, ResumeBar(session))
        self.state = StateBar(session)
        for bar in (head, self.state):
            explain(bar, WindowHints(self).all())
        whole = stacked(head, roomy(self.pages), self.state, grows=1)
        self._saved = Saved(session, whole, self.state)
        self._full_screen = FullScreen(self, (head, self.state), self.pages)
        self._menu.full_screen_wanted.connect(self._full_screen.toggle)
        self.setCentralWidget(whole)  # an older one is deleted
        return whole

    @cached_property
    def lab(self) -> "LabController":
        """What the Convolution lab is about; kept when the window is built anew."""
        from gui.pages.lab.controller import LabController  # not needed at the start

        return LabController(self.session)

    def _page_actions(self) -> list[QAction]:
        actions = []
        for number, row in enumerate(self.pages.rows):
            action = QAction(row.title, self._menu)
            action.setShortcut(f"Ctrl+{number + 1}")
            action.triggered.connect(self._page_buttons.button(number).click)
            actions.append(action)
        return actions

    def _connect_undo(self) -> None:
        """Ctrl+Z is about the drawing, the filter that is edited, or the design: whichever has the focus."""
        undo, session = self._menu.undo, self.session
        for owner, stack in (
            *((page, lambda: session.drawing.undo_stack) for page in self.pages.beside_pad),
            (self.look_page.inspector, lambda: self.look_page.undo_stack),
            (self.train_page, lambda: session.design.undo_stack),
        ):
            undo.add_owner(owner, stack)
        self.pages.currentChanged.connect(undo.look)
        self.look_page.inspector.header.edit_toggled.connect(undo.look)

    def _connect(self) -> None:
        self._connect_undo()
        self._page_buttons.idClicked.connect(self.pages.setCurrentIndex)
        self._bar.theme.clicked.connect(self._on_theme_toggled)
        self._bar.what.clicked.connect(self._menu.helper.explain_clicked)
        self.pages.digit_picked.connect(self._on_digit_picked)
        self.pages.currentChanged.connect(self._on_page_changed)
        self.pages.map_wanted.connect(self._on_map_wanted)
        self.look_page.field_changed.connect(self.panel.show_field)
        self.pages.field_changed.connect(self.panel.show_field)
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
        self._welcome.wanted.connect(self.start_tour)
        self._menu.tour_wanted.connect(self.start_tour)
        self._menu.text_size_wanted.connect(self._on_text_size_wanted)

    # -- the tour -----------------------------------------------------------------------------------------------

    def start_tour(self, step: int = 0) -> None:
        """Begin the tour at `step`, anew if it is on."""
        if self.tour is not None:
            self.tour.end()
        self._welcome.refuse()
        self.tour = Tour(self, self.session, self.pages, lambda: self.lab, step)
        self.tour.ended.connect(self._on_tour_ended)

    def _on_tour_ended(self) -> None:
        self.tour = None

    def event(self, event: QEvent) -> bool:
        """Escape ends the tour, then leaves the full screen, before anything else takes it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._escapes(event):
            event.accept()
            return True
        return super().event(event)

    def _escapes(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            return False
        if self.tour is not None:
            self.tour.end()
        elif self._full_screen.on:
            self._full_screen.leave()
        else:
            return False
        return True

    # -- pages and theme ----------------------------------------------------------------------------------------

    def _restore_page(self) -> None:
        self.pages.setCurrentIndex(self.pages.index(self.session.settings.page))
        self._on_page_changed(self.pages.currentIndex())

    def _on_page_changed(self, index: int) -> None:
        shown = self._page_buttons.button(index)
        if shown is not None:
            shown.setChecked(True)
        self.session.settings.page = self.pages.name(index)
        self._menu.set_pad_visible(self.pages.currentWidget() is self.panel.parentWidget())

    def _on_digit_picked(self) -> None:
        self.pages.setCurrentIndex(0)

    def _on_map_wanted(self, place: Place) -> None:
        self.pages.setCurrentIndex(0)
        snapshot = self.session.display.snapshot
        if snapshot is not None:
            self.look_page.restore((place, [layer.shape for layer in snapshot.weights.layers]))

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
        with waiting():
            languages.apply(name)
            self.session.say_anew()
            self._build_anew()

    def set_text_size(self, percent: int) -> None:
        """Make all texts, and what holds them, so large from now on."""
        self.session.settings.text_size = percent
        with waiting():
            theme.set_text_size(percent)  # the style sheet that is put on again has it
            self._build_anew()

    def _on_text_size_wanted(self, by: int) -> None:
        sizes, now = TEXT_SIZES, TEXT_SIZES.index(self.session.settings.text_size)
        wanted = sizes[min(max(now + by, 0), len(sizes) - 1)] if by else 100
        if wanted != sizes[now]:
            self.set_text_size(wanted)

    def _build_anew(self) -> None:
        """Build all again; the page, the chosen place, the list of networks and the tour are what they were."""
        older, choice = self._menu, self.look_page.choice
        shows_networks, step = older.shows_networks, None if self.tour is None else self.tour.number
        if self.tour is not None:
            self.tour.end()
        older.close()
        for action in self.actions():  # at once: two with one key would be none
            self.removeAction(action)
        older.menu.clear()
        self._build()
        for gone in (older.menu, older.languages_menu, older):
            gone.deleteLater()
        if self.session.display.snapshot is not None:
            self.session.display.snapshot_changed.emit(self.session.display.snapshot)
        if choice is not None:
            self.look_page.restore(choice)
        if shows_networks:
            self._menu.show_networks()
        if step is not None:
            self.start_tour(step=step)

    def set_theme(self, name: str) -> None:
        """Dress the window in `dark` or `light` and remember it."""
        self.session.settings.theme = name
        with waiting():
            theme.apply(theme.THEMES[name])
        for action in self._menu.themes.actions():
            action.setChecked(action.data() == name)

    # -- messages -----------------------------------------------------------------------------------------------

    def _on_failed(self, sentence: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, "ConvPad", sentence, QMessageBox.StandardButton.Ok, self)
        box.setObjectName("messageDialog")
        box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like HTML
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _on_about(self) -> None:
        About(self, self.session.settings.path, self._menu.open_data_folder).open()

    # -- the end ------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, then end the thread before anything is torn down."""
        if self.tour is not None:
            self.tour.end()
        self.session.settings.knows_tour = True  # it was offered
        self._full_screen.leave()
        self.session.settings.geometry = self.saveGeometry()
        self._menu.close()
        self.hide()  # to end a thread that imports torch, or is in the middle of a step, takes a while
        self.session.close()
        self._garbage.stop()
        super().closeEvent(event)
