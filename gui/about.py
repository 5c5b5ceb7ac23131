"""About ConvPad, with the licences of what it is made of."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget


def show(window: QWidget) -> None:
    """Open the dialog; it goes away by itself when closed."""
    box = QMessageBox(window)
    box.setObjectName("aboutDialog")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_tr("About ConvPad"))
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setText(f"<h3>ConvPad {_version()}</h3>" + _tr("Draw a digit and watch every number of a small network."))
    box.setInformativeText(
        _tr(
            "ConvPad is free software under the MIT licence.<br><br>"
            "MNIST: Yann LeCun and Corinna Cortes, CC BY-SA 3.0.<br>"
            "Qt {0} and PySide6: LGPL 3. PyTorch and NumPy: BSD. pyqtgraph: MIT. safetensors: Apache 2.0. "
            "Pillow: MIT-CMU. tqdm: MPL 2.0 and MIT.<br>"
            "Colour maps: viridis (CC0) and PuOr of ColorBrewer (Apache 2.0)."
        ).format(qVersion())
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("About", text)


def _version() -> str:
    try:
        return version("convpad")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return ""
