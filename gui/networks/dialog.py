"""Networks trained so far: use one with a click, rename, delete, compare two on the same drawing."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from gui.networks.compare_view import CompareView
from gui.networks.hints import NetworkHints
from gui.networks.table import DATE, LAYERS, NAME, PARAMETERS, RECIPE, TEST, NetworksTable
from gui.session.run import Ask
from gui.session.session import Session
from gui.storage.networks import Listed, title
from gui.style import theme
from gui.widgets.context_menu import ContextMenu, entry, table_numbers
from gui.widgets.controls import button, label
from gui.widgets.dialogs import Scrolled
from gui.widgets.elided import Elided
from gui.widgets.explain import explain
from gui.widgets.when_seen import WhenSeen
from model.files import InputError

if TYPE_CHECKING:
    from model.network.checkpoint import Checkpoint

WIDTHS = {NAME: 216, DATE: 146, PARAMETERS: 92, TEST: 86, RECIPE: 158}  # pixels; layers get the rest
ROW = 26


class NetworksDialog(QDialog):
    """Stays beside the window. One chosen row is compared with the network in use, two with each other."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("networksDialog")
        self.setWindowTitle(self.tr("Networks"))
        self._session, self._networks = session, session.networks
        self._loaded: dict[Path, Checkpoint] = {}  # those on display
        self.table = NetworksTable(self._networks, self)
        self._build()
        explain(self, NetworkHints(self).all())
        self._networks.changed.connect(WhenSeen(self, self._on_listed).tell)
        self._folder = WhenSeen(self, self._networks.refresh)
        session.in_use.changed.connect(self._folder.tell)
        session.state_changed.connect(self._show_state)
        session.trainer.ended.connect(self._show_state)

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        scrolled = Scrolled(self)
        column = scrolled.column
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        words = self.tr(
            "Choose one to compare it with the network in use, or two (Ctrl) to compare them with each other."
        )
        column.addWidget(label(words, "dim"))
        self.view = self._build_view()
        column.addWidget(self.view, 2)
        column.addLayout(self._build_actions())
        self.compare = CompareView(self._session)
        column.addWidget(self.compare, 3)
        scrolled.open_at(QSize(1040, 660))

    def _build_view(self) -> QTableView:
        view = QTableView()
        view.setObjectName("networksTable")
        view.setAccessibleName(self.tr("Networks"))
        view.setToolTip(self.tr("Return or a double click uses a network; F2 renames, Delete deletes"))
        view.setModel(self.table)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setProperty("role", "list")
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setMinimumHeight(theme.room(ROW) * 7)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.room(ROW))
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(LAYERS, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            view.setColumnWidth(column, theme.room(width))
        view.doubleClicked.connect(self._on_use)
        ContextMenu(view, self._numbers, self._add_entries)
        view.selectionModel().selectionChanged.connect(self._on_selected)
        return view

    def _numbers(self, _at: QPoint) -> str:
        return table_numbers(self.view)

    def _add_entries(self, menu: QMenu, _at: QPoint) -> None:
        for each in (self._use, self._rename, self._delete):
            entry(menu, f"{each.objectName()}Entry", each.text(), each.click, each.isEnabled())

    def _build_actions(self) -> QHBoxLayout:
        self._use = button(
            "useNetwork",
            self.tr("Use this network"),
            self.tr("Answer with the chosen network from now on"),
            self._on_use,
        )
        self._back = button(
            "usePrevious", self.tr("Previous network"), self.tr("Go back to the network that was in use before"),
            self._session.in_use.use_previous,
        )  # fmt: skip
        self._rename = button("renameNetwork", self.tr("Rename"), self.tr("Give it another name (F2)"), self._on_rename)
        self._delete = button(
            "deleteNetwork", self.tr("Delete"), self.tr("Take its file away (Delete); can be undone"), self._on_delete
        )
        self._undo = button(
            "undoDelete", self.tr("Undo delete"), self.tr("Bring back what was deleted last, until ConvPad is closed"),
            self._networks.undo_delete,
        )  # fmt: skip
        self._words = Elided("dim", "networksStatus", QPalette.ColorRole.Window)
        row = QHBoxLayout()
        for widget in (self._use, self._back):
            row.addWidget(widget)
        row.addWidget(self._words, 1)
        for widget in (self._rename, self._delete, self._undo):
            row.addWidget(widget)
        for widget in (self._use, self._back, self._rename, self._delete, self._undo):
            widget.setAutoDefault(False)  # Return belongs to the table
        return row

    def open_beside(self) -> None:
        """Show the dialog without taking the window away, with what is in the folder now."""
        self._folder.tell()
        self.show()
        self.raise_()

    # -- showing ------------------------------------------------------------------------------------------------

    def _chosen_rows(self) -> list[tuple[int, Listed]]:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [(row, self.table.network(row)) for row in rows]

    def _chosen(self) -> list[Listed]:
        return [each for _, each in self._chosen_rows()]

    def _on_listed(self) -> None:
        chosen, count = {each.path: row for row, each in self._chosen_rows()}, self.table.rowCount()
        self.table.refresh()
        if not self.view.selectionModel().hasSelection():  # rows came, went or were renamed
            same = self.table.rowCount() == count
            for row in range(self.table.rowCount()):
                if self.table.network(row).path in chosen or (same and row in chosen.values()):
                    self.view.selectRow(row)
        self._show_pair()

    def _on_selected(self) -> None:
        self._show_pair()

    def _show_pair(self) -> None:
        """Put the chosen networks to the left and right of the pad."""
        in_use, chosen = self._session.in_use.current, [each for each in self._chosen() if not each.fault][:2]
        sides: list[tuple[str, Checkpoint | None]] = [(each.name, self._load(each)) for each in chosen]
        if len(sides) < 2 and in_use is not None:
            sides = [(self.tr("In use: {0}").format(title(in_use.name)), in_use.checkpoint)] + [
                side for side, each in zip(sides, chosen, strict=True) if each.path != in_use.path
            ]
        while len(sides) < 2:
            sides.append((self.tr("Choose a network above"), None))
        self._loaded = {each.path: loaded for each in chosen if (loaded := self._loaded.get(each.path)) is not None}
        self.compare.show_pair(*sides[:2])
        self._show_state()

    def _load(self, which: Listed) -> "Checkpoint | None":
        from model.network import checkpoint

        if which.path not in self._loaded:
            try:
                self._loaded[which.path] = checkpoint.load(which.path)
            except InputError:
                return None  # it has changed since it was listed; the next look at the folder says why
        return self._loaded[which.path]

    def _show_state(self) -> None:
        """Enable what can be done now, and say why not."""
        session, chosen = self._session, self._chosen()
        one = chosen[0] if len(chosen) == 1 else None
        free = session.trainer.may(Ask.OPEN)
        mine = one is not None and not one.shipped
        used = one is not None and one.path == self._networks.in_use()
        self._use.setEnabled(one is not None and bool(one.layers) and free and not used)
        self._back.setEnabled(session.in_use.previous is not None and free)
        self._rename.setEnabled(mine)
        self._delete.setEnabled(mine and not used)
        self._undo.setEnabled(bool(self._networks.last_deleted))
        words = ""
        if session.trainer.waiting is not None:
            words = self.tr("A new network waits for your decision: keep or revert it first.")
        elif session.task.busy:
            words = self.tr("While a network is trained, the one in use stays.")
        elif one is not None and one.fault:
            words = one.fault
        self._words.set_text(words, "bad" if one is not None and one.fault else "dim")

    # -- acting -------------------------------------------------------------------------------------------------

    def _on_use(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1 and self._use.isEnabled():
            if chosen[0].shipped:
                self._session.in_use.use_shipped()
            else:
                self._session.in_use.open(chosen[0].path)

    def _on_rename(self) -> None:
        rows = self.view.selectionModel().selectedRows(NAME)
        if len(rows) == 1:
            self.view.edit(rows[0])

    def _on_delete(self) -> None:
        if self._delete.isEnabled():
            row = self.view.currentIndex().row()
            self._networks.delete(self._chosen()[0])
            self.view.selectRow(min(row, self.table.rowCount() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return uses, Delete deletes."""
        if event.key() == Qt.Key.Key_Delete and self.view.hasFocus():
            self._on_delete()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.hasFocus():
            self._on_use()
        else:
            super().keyPressEvent(event)
