"""About ConvPad: its version, where its files lie, and the licences of what it is made of."""

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.storage import paths
from gui.style.theme import ICONS
from model import program

ICON = 64  # pixels


class About(QMessageBox):
    """A dialog that goes away by itself when closed; `open_folder` shows the data folder in the system's way."""

    def __init__(self, window: QWidget, settings: Path, open_folder: Callable[[], object]) -> None:
        super().__init__(window)
        self.setObjectName("aboutDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About ConvPad"))
        self.setIconPixmap(QIcon(str(ICONS / "convpad.svg")).pixmap(ICON, ICON))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        what = self.tr("Draw a digit and watch every number of a small network.")
        self.setText(f"<h3>ConvPad {program.VERSION}</h3>{what}")
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
        self.setInformativeText(f"<table>{rows}</table><p>{licences.format(qVersion())}</p>")
        opens = self.addButton(self.tr("Open data folder"), QMessageBox.ButtonRole.ActionRole)
        opens.setObjectName("openDataFolderButton")
        opens.setToolTip(self.tr("Show the folder with your networks, examples, unfinished runs and the log"))
        opens.clicked.disconnect()  # a message box closes on any button; this one should not
        opens.clicked.connect(open_folder)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Close))
