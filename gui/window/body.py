"""How the window's parts stand: bars around the page, which scrolls where large texts need more room than there is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.style import theme


def stacked(*parts: QWidget, grows: int = -1) -> QWidget:
    """One below the other; the one numbered `grows` takes what is left."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(part is parts[grows]))
    return whole


def roomy(pages: QWidget) -> QWidget:
    """`pages` as they are; with texts larger than usual in an area that scrolls."""
    if theme.scaled(100) <= 100:
        return pages
    area = QScrollArea()
    area.setObjectName("pagesScroll")
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    area.setWidgetResizable(True)
    area.setWidget(pages)
    return area
