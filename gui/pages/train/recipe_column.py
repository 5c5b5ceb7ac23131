"""The left column of the page: the recipe, which scrolls where there is little room, above the run's buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.style import theme
from gui.widgets.side_column import WIDTH


class RecipeColumn(QFrame):
    """Lays out the data, the form and the buttons."""

    def __init__(self, data: QWidget, form: QWidget, buttons: QWidget) -> None:
        super().__init__()
        self.setObjectName("sideColumn")
        self.setFixedWidth(theme.room(WIDTH))
        scroll = QScrollArea()
        scroll.setObjectName("recipeScroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        form.setContentsMargins(0, 0, 4, 0)
        data.setContentsMargins(0, 0, 4, 0)
        inside = QWidget()
        both = QVBoxLayout(inside)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(7)
        both.addWidget(data)
        both.addWidget(form, 1)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        for part in (inside, data, form):
            part.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 10, 12)
        column.setSpacing(10)
        column.addWidget(scroll, 1)
        buttons.setContentsMargins(0, 0, 4, 0)
        column.addWidget(buttons)
