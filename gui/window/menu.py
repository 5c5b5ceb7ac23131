"""All actions with their shortcuts, and the menu that lists them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.export.menu import Export
from gui.language import languages
from gui.language.languages import LANGUAGES
from gui.pad.panel import DrawingPanel
from gui.session.run import Ask
from gui.session.session import Session
from gui.storage.paths import data_folder
from gui.style.theme import THEMES
from gui.widgets.file_dialogs import PICTURES, ask_open, ask_save
from gui.window.help import Help
from gui.window.undo import Undo

if TYPE_CHECKING:
    from gui.networks.dialog import NetworksDialog


class Menu(QObject):
    """Builds the actions; those that open a file dialog are answered here, all others by whoever owns the matter.

    `text_size_wanted` carries 1 for larger, -1 for smaller, 0 for as usual.
    """

    text_size_wanted = Signal(int)
    full_screen_wanted = Signal()
    tour_wanted = Signal()

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self.menu = QMenu(window)
        self.menu.setObjectName("mainMenu")
        stacks = (session.drawing.undo_stack, session.edits.undo_stack, session.design.undo_stack)
        self.undo = Undo(list(stacks), self)
        self.helper = Help(window, self)
        self.themes = QActionGroup(self)
        self.languages = QActionGroup(self)
        self.languages_menu = QMenu(window)
        self.languages_menu.setObjectName("languageMenu")
        for name, title in LANGUAGES.items():
            action = QAction(title, self)
            action.setObjectName(f"language_{name}")
            action.setCheckable(True)
            action.setChecked(name == languages.current())
            action.setData(name)
            self.languages.addAction(action)
            self.languages_menu.addAction(action)
        self._networks: NetworksDialog | None = None
        self.export: Export | None = None
        self._tools: list[QAction] = []  # their keys are single letters and Delete, so only where the pad is seen

    def fill(
        self,
        panel: DrawingPanel,
        pages: list[QAction],
        about: Callable[[], object],
    ) -> None:
        """Put everything in its place."""
        session, key = self._session, QKeySequence.StandardKey
        self._panel = panel
        file = self._add_menu(self.tr("File"))
        self._open = self._add(file, "openWeights", self.tr("Open weights…"), self.open_weights, key.Open)
        self._add(file, "saveWeights", self.tr("Save weights as…"), self.save_weights, key.SaveAs)
        in_use = session.in_use
        self._shipped = self._add(file, "useShipped", self.tr("Use the shipped weights"), in_use.use_shipped)
        text = self.tr("Use the previous network")
        self._previous = self._add(file, "usePrevious", text, in_use.use_previous, "Ctrl+Shift+P")
        self._add(file, "networks", self.tr("Networks…"), self.show_networks, "Ctrl+Shift+N")
        file.addSeparator()
        self._add(file, "openPicture", self.tr("Open a picture…"), self._open_picture, "Ctrl+Shift+O")
        self._add(file, "saveDrawing", self.tr("Save the drawing as PNG…"), self._save_drawing, key.Save)
        file.addSeparator()
        self._add(file, "quit", self.tr("Quit"), self._window.close, "Ctrl+Q").setMenuRole(QAction.MenuRole.QuitRole)
        self.export = Export(self._window, session, self.menu, self)
        edit = self._add_menu(self.tr("Drawing"))
        for name, action in (("undo", self.undo.undo_action), ("redo", self.undo.redo_action)):
            action.setObjectName(name)
            edit.addAction(action)
            self._window.addAction(action)
        self._add(edit, "clear", self.tr("Clear"), session.drawing.clear, key.Delete, "Ctrl+Backspace")
        self._add(edit, "pastePicture", self.tr("Paste a picture"), self._paste, key.Paste)
        edit.addSeparator()
        before = len(edit.actions())
        self._add(edit, "pen", self.tr("Pen"), panel.use_pen, "P")
        self._add(edit, "eraser", self.tr("Eraser"), panel.use_eraser, "E")
        self._add(edit, "thinner", self.tr("Thinner brush"), panel.thinner, "[")
        self._add(edit, "thicker", self.tr("Thicker brush"), panel.thicker, "]")
        self._add(edit, "nextDigit", self.tr("Look at the next digit"), session.display.digits.next, "N")
        self._tools = [a for a in edit.actions()[before:] if not a.isSeparator()]
        self._tools += [a for a in edit.actions() if a.objectName() in ("clear", "pastePicture")]
        pressure = self._add(edit, "pressure", self.tr("Pen pressure changes the width"), None)
        pressure.setCheckable(True)
        pressure.setChecked(session.settings.pressure)
        pressure.toggled.connect(panel.set_pressure)
        view = self._add_menu(self.tr("View"))
        for action in pages:
            view.addAction(action)
            self._window.addAction(action)
        view.addSeparator()
        for name, text in (("dark", self.tr("Dark")), ("light", self.tr("Light"))):
            action = self._add(view, f"{name}Theme", text, None)
            action.setCheckable(True)
            action.setData(name)
            self.themes.addAction(action)
        assert set(THEMES) == {action.data() for action in self.themes.actions()}
        self._add(self.menu, "openDataFolder", self.tr("Open data folder"), self.open_data_folder)
        view.addSeparator()
        self._add(view, "largerText", self.tr("Larger text"), self._on_larger, "Ctrl++", "Ctrl+=")
        self._add(view, "smallerText", self.tr("Smaller text"), self._on_smaller, "Ctrl+-")
        self._add(view, "usualText", self.tr("Usual text size"), self._on_usual, "Ctrl+0")
        self._add(view, "fullScreen", self.tr("Full screen"), self.full_screen_wanted, "F11")
        help_menu = self._add_menu(self.tr("Help"))
        self._add(help_menu, "tour", self.tr("The tour: six steps"), self.tour_wanted)
        helper = self.helper
        self._add(help_menu, "glossary", self.tr("Glossary"), helper.show_glossary)
        self._add(help_menu, "shortcuts", self.tr("Keyboard shortcuts"), helper.show_shortcuts)
        text = self.tr("What is this? The control with the keyboard")
        self._add(help_menu, "whatsThisFocused", text, helper.explain_focused, "Shift+F1")
        self._add(help_menu, "whatsThis", self.tr("What is this? Click on anything"), helper.explain_clicked)
        help_menu.addSeparator()
        self._add(help_menu, "about", self.tr("About ConvPad"), about).setMenuRole(QAction.MenuRole.AboutRole)
        session.state_changed.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        """Enable what can be done now."""
        free = self._session.trainer.may(Ask.OPEN)
        self._open.setEnabled(free)
        self._shipped.setEnabled(free)
        self._previous.setEnabled(free and self._session.in_use.previous is not None)

    def close(self) -> None:
        """End what may still be going on."""
        if self.export is not None:
            self.export.stop()

    @property
    def shows_networks(self) -> bool:
        """Whether the list of networks is open."""
        return self._networks is not None and self._networks.isVisible()

    def set_pad_visible(self, visible: bool) -> None:
        """Enable the pad's tools only where the pad is."""
        for action in self._tools:
            action.setEnabled(visible)

    def _add_menu(self, title: str) -> QMenu:
        return self.menu.addMenu(title)

    def _add(
        self,
        menu: QMenu,
        name: str,
        text: str,
        triggered: Callable[[], object] | SignalInstance | None,
        *shortcuts: QKeySequence.StandardKey | str,
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        keys: list[QKeySequence] = []
        for shortcut in shortcuts:
            if isinstance(shortcut, str):
                keys.append(QKeySequence(shortcut))
            else:
                keys += QKeySequence.keyBindings(shortcut)
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if triggered is not None:
            action.triggered.connect(triggered)
        menu.addAction(action)
        self._window.addAction(action)
        return action

    def _on_larger(self) -> None:
        self.text_size_wanted.emit(1)

    def _on_smaller(self) -> None:
        self.text_size_wanted.emit(-1)

    def _on_usual(self) -> None:
        self.text_size_wanted.emit(0)

    # -- files --------------------------------------------------------------------------------------------------

    def open_weights(self) -> None:
        """Ask for a weights file and use it."""
        title, kinds = self.tr("Open weights"), self.tr("Weights (*.safetensors *.pt *.pth)")
        path = ask_open(self._window, title, kinds)
        if path is not None:
            self._session.in_use.open(path, self._session.design.layers)

    def save_weights(self) -> None:
        """Ask for a name and write the network in use there."""
        title, kinds = self.tr("Save weights"), self.tr("Weights (*.safetensors)")
        path = ask_save(self._window, title, "digits.safetensors", kinds, failed=self._session.failed.emit)
        if path is not None:
            self._session.in_use.save(path)

    def open_data_folder(self) -> None:
        """Show the folder with the user's networks, examples and the log in the system's way."""
        folder = data_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        except OSError:
            opened = False
        if not opened:
            self._session.failed.emit(self.tr("The system did not open the folder {0}").format(folder))

    def show_networks(self) -> None:
        """Open the list of networks beside the window."""
        from gui.networks.dialog import NetworksDialog  # not needed at the start

        if self._networks is None:
            self._networks = NetworksDialog(self._session, self._panel)
        self._networks.open_beside()

    def _open_picture(self) -> None:
        title, kinds = self.tr("Open a picture"), self.tr("Pictures ({0})").format(PICTURES)
        path = ask_open(self._window, title, kinds)
        if path is not None:
            self._panel.pictures.put(path)

    def _save_drawing(self) -> None:
        title, kinds = self.tr("Save the drawing"), self.tr("PNG picture (*.png)")
        path = ask_save(self._window, title, "digit.png", kinds, failed=self._session.failed.emit)
        if path is not None:
            self._panel.pictures.save(path, self._panel.pad.painted(560).toImage())

    def _paste(self) -> None:
        self._panel.pictures.paste()
