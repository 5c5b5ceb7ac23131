"""About ConvPad, with the licences of what it is made of."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget


class About(QMessageBox):
    """A dialog that goes away by itself when closed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("aboutDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About ConvPad"))
        self.setTextFormat(Qt.TextFormat.RichText)
        what = self.tr("Draw a digit and watch every number of a small network.")
        self.setText(f"<h3>ConvPad {_version()}</h3>{what}")
        licences = self.tr(
            "ConvPad is free software under the MIT licence.<br><br>"
            "MNIST: Yann LeCun and Corinna Cortes, CC BY-SA 3.0.<br>"
            "Qt {0} and PySide6: LGPL 3. PyTorch and NumPy: BSD. pyqtgraph: MIT. safetensors: Apache 2.0. "
            "Pillow: MIT-CMU. tqdm: MPL 2.0 and MIT.<br>"
            "Colour maps: viridis (CC0) and PuOr of ColorBrewer (Apache 2.0). Chinese font: Noto Sans SC (OFL 1.1)."
        )
        self.setInformativeText(licences.format(qVersion()))
        self.setStandardButtons(QMessageBox.StandardButton.Close)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # not needed at the program's start

    try:
        return version("convpad")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return ""
