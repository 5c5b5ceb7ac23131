"""What of a window does not fit: texts wider or higher than their widgets, controls that lie outside."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
EDGE = 2  # pixels: a button's border at both sides


def cut_off(window: QWidget) -> list[str]:
    """Labels and buttons whose text has not got the room it needs."""
    labels = [_named(each) for each in window.findChildren(QLabel) if each.isVisible() and not _label_fits(each)]
    buttons = [each for each in window.findChildren(QPushButton) if each.isVisible() and each.text()]
    return labels + [_named(each) for each in buttons if not _button_fits(each)]


def _named(widget: QLabel | QPushButton) -> str:
    return f"{widget.objectName()} “{widget.text()}” {widget.width()} × {widget.height()}"


def _label_fits(label: QLabel) -> bool:
    text = label.text()
    if not text:
        return True
    room, metrics = label.contentsRect(), label.fontMetrics()
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height()
    if "<" in text and label.textFormat() != Qt.TextFormat.PlainText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setHtml(text)
        return document.idealWidth() - 2 * document.documentMargin() <= room.width() + 1
    needed = metrics.boundingRect(QRect(), Qt.TextFlag.TextExpandTabs, text)
    return needed.width() <= room.width() + 1 and metrics.ascent() + metrics.descent() <= room.height() + 1


def _button_fits(button: QPushButton) -> bool:
    metrics = button.fontMetrics()
    wide = metrics.horizontalAdvance(button.text()) + EDGE <= button.width()
    return wide and metrics.ascent() + metrics.descent() <= button.height()


def outside(window: QWidget) -> list[str]:
    """Controls of which a part cannot be seen, though nothing scrolls."""
    found = []
    for each in window.findChildren(QWidget):
        control = isinstance(each, CONTROLS) and not isinstance(each, QScrollBar)
        if each.isVisible() and control and not _scrolls(each) and not _whole(each, window):
            found.append(f"{each.objectName()} {each.mapTo(window, QPoint()).toTuple()} {each.size().toTuple()}")
    return found


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _whole(widget: QWidget, window: QWidget) -> bool:
    """Whether `widget` lies within all it lies in."""
    parent = widget.parentWidget()
    while parent is not None:
        if not parent.rect().contains(QRect(widget.mapTo(parent, QPoint()), widget.size())):
            return False
        if parent is window:
            return True
        parent = parent.parentWidget()
    return True
