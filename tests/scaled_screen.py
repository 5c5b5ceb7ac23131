"""Which widgets leave pixels unpainted on a screen whose scale is no whole number: run with `QT_SCALE_FACTOR`.

Prints the name of each that does; Qt takes the scale only when the process starts.
"""

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from gui.style import theme
from gui.widgets.bars_view import BarsView
from gui.widgets.color_bar import ColorBar
from gui.widgets.tile_view import TileView

PLACES = range(4)  # a pixel further each, so that edges fall between the screen's pixels in every way


def unpainted(window: QWidget) -> bool:
    """Whether of a screen that was black something stays so: the light theme paints no black."""
    shown = window.backingStore().paintDevice()
    assert isinstance(shown, QImage)
    shown.fill(0)
    for each in (window, *window.findChildren(QWidget)):
        each.update()
    QApplication.processEvents()
    numbers = np.frombuffer(shown.constBits(), np.uint8).reshape(shown.height(), -1, 4)[..., :3]
    return not numbers.any(axis=2).all()


def main() -> None:
    """Show each widget at several places and sizes."""
    application = QApplication([])
    theme.apply(theme.LIGHT)
    for make in (
        lambda window: BarsView("bars", "", "", parent=window),
        lambda window: ColorBar("colours", "sequential", window),
        lambda window: TileView("tiles", "", "", parent=window),
    ):
        for at in PLACES:
            for more in PLACES:
                window = QWidget()
                window.resize(400, 300)
                made = make(window)
                made.setGeometry(20 + at, 20 + at, 200 + more, 150 + more)
                window.show()
                application.processEvents()
                if unpainted(window):
                    print(type(made).__name__, at, more)
                window.close()


if __name__ == "__main__":
    main()
