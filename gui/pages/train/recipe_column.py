"""The left column of the page: the recipe, which scrolls where there is little room, above the run's buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.style import theme
from gui.widgets.side_column import WIDTH


class RecipeColumn(QFrame):
    """Lays out the form and the buttons."""

    def __init__(self, form: QWidget, buttons: QWidget) -> None:
        super().__init__()
        self.setObjectName("sideColumn")
        self.setFixedWidth(theme.room(WIDTH))
        scroll = QScrollArea()
        scroll.setObjectName("recipeScroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        form.setContentsMargins(0, 0, 4, 0)
        scroll.setWidget(form)
        scroll.viewport().setAutoFillBackground(False)
        form.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 10, 12)
        column.setSpacing(10)
        column.addWidget(scroll, 1)
        buttons.setContentsMargins(0, 0, 4, 0)
        column.addWidget(buttons)
