"""Pictures of what the window shows: pixels at twice the size, or vectors."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QRegion
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from gui.style import theme
from gui.widgets.elided import Elided
from model import program

SCALE = 2  # pixels of a PNG for one on screen


def panels(page: QWidget) -> list[tuple[str, QWidget]]:
    """What can be seen of a page, each with its title: the whole, then its cards as one reads them."""
    found = [
        widget
        for widget in page.findChildren(QFrame)
        if (widget.property("role") == "card" or widget.objectName() == "sideColumn") and widget.isVisibleTo(page)
    ]
    places = {widget: widget.mapTo(page, QPoint()) for widget in found}
    found.sort(key=lambda widget: (places[widget].y() // 40, places[widget].x()))
    return [(_title(widget), widget) for widget in found]


def _title(widget: QWidget) -> str:
    """A panel's name for screen readers, or the first words on it."""
    if widget.accessibleName():
        return widget.accessibleName()
    for child in widget.findChildren(QWidget):
        text = child.text() if isinstance(child, QLabel | Elided) else ""
        if text and child.isVisibleTo(widget):
            return text.splitlines()[0]
    return widget.objectName()


def png(widget: QWidget) -> bytes:
    """`widget` as a PNG file at twice its size on screen."""
    image = QImage(widget.size() * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(QColor(theme.current().window))
    widget.render(image)
    for turn in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        turn(round(SCALE * 96 / 0.0254))  # so that it is as large on paper as on screen
    image.setText("Software", f"ConvPad {program.VERSION}")
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(content.data())


def svg(widget: QWidget, title: str) -> bytes:
    """`widget` as an SVG file: lines stay lines, texts become outlines, maps are embedded pictures."""
    from PySide6.QtSvg import QSvgGenerator

    from gui.export.outlines import outlined  # brings XML, which the start of the program can do without

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(widget.size()))
    generator.setViewBox(widget.rect())
    generator.setResolution(96)
    generator.setTitle(title)
    generator.setDescription(f"ConvPad {program.VERSION}")
    painter = QPainter(generator)
    painter.fillRect(widget.rect(), QColor(theme.current().window))
    widget.render(
        painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren | QWidget.RenderFlag.DrawWindowBackground
    )
    painter.end()
    return outlined(bytes(content.data()))
