"""About ConvPad: its version, where its files lie, and the licences of what it is made of."""

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QWidget

from gui.storage import paths
from gui.style import theme
from gui.style.theme import ICONS
from gui.widgets.controls import button
from gui.widgets.dialogs import Scrolled
from model import program

ICON, WIDTH = 64, 560  # pixels: its icon, and how wide the dialog is at 100 % of text


class About(QDialog):
    """A dialog that goes away by itself when closed; `open_folder` shows the data folder in the system's way."""

    def __init__(self, window: QWidget, settings: Path, open_folder: Callable[[], object]) -> None:
        super().__init__(window)
        self.setObjectName("aboutDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About ConvPad"))
        icon = QLabel()
        icon.setPixmap(QIcon(str(ICONS / "convpad.svg")).pixmap(ICON, ICON))
        what = self.tr("Draw a digit and watch every number of a small network.")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(icon)
        head.addWidget(_rich("aboutHead", f"<h3>ConvPad {program.VERSION}</h3>{what}"), 1)
        places = (
            (self.tr("Settings"), settings),
            (self.tr("Networks"), paths.weights_folder()),
            (self.tr("Log"), paths.log_file()),
        )
        rows = "".join(f"<tr><td>{name}&nbsp;</td><td>{escape(str(path))}</td></tr>" for name, path in places)
        licences = self.tr(
            "ConvPad is free software under the MIT licence.<br><br>"
            "MNIST: Yann LeCun and Corinna Cortes, CC BY-SA 3.0.<br>"
            "Qt {0} and PySide6: LGPL 3. PyTorch and NumPy: BSD. pyqtgraph: MIT. safetensors: Apache 2.0. "
            "Pillow: MIT-CMU. tqdm: MPL 2.0 and MIT.<br>"
            "Colour maps: viridis (CC0) and PuOr of ColorBrewer (Apache 2.0). Chinese font: Noto Sans SC (OFL 1.1)."
        )
        opens = button(
            "openDataFolderButton",
            self.tr("Open data folder"),
            self.tr("Show the folder with your networks, examples, unfinished runs and the log"),
        )
        opens.clicked.connect(open_folder)
        close = button("closeAbout", self.tr("Close"), self.tr("Close this window (Esc)"), self.close)
        close.setDefault(True)
        close.setFocus()  # Return closes, it opens no folder
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(opens)
        foot.addWidget(close)
        scrolled = Scrolled(self)
        scrolled.column.setContentsMargins(20, 16, 20, 16)
        scrolled.column.setSpacing(12)
        scrolled.column.addLayout(head)
        scrolled.column.addWidget(_rich("aboutFacts", f"<table>{rows}</table><p>{licences.format(qVersion())}</p>"))
        scrolled.column.addStretch()
        scrolled.column.addLayout(foot)
        scrolled.open_at(QSize(theme.room(WIDTH), 0))


def _rich(name: str, text: str) -> QLabel:
    """Words that can be copied."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
