"""Dialogs are never larger than the screen they open on: what does not fit scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

FRAME = QSize(16, 48)  # pixels for title bar and edges; how much they take is known only once they are shown

EDGE = 1  # pixels of the frame that says who has the keyboard


def resize_within_screen(dialog: QWidget, wanted: QSize) -> None:
    """Make `dialog` as large as `wanted`, or as its screen allows."""
    dialog.resize(wanted.boundedTo(dialog.screen().availableGeometry().size() - FRAME))


class Scrolled(QScrollArea):
    """All that `dialog` holds, its `content`, to be laid into `column`.

    It takes the keyboard only where there is something to scroll.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__()
        self.setObjectName("dialogScroll")
        self.setAccessibleName(dialog.windowTitle())
        self.setWhatsThis(self.tr("What does not fit the screen is scrolled with the arrow keys."))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.column = QVBoxLayout(self.content)
        self.setWidget(self.content)
        for part in (self.content, self.viewport()):
            part.setAutoFillBackground(False)
        whole = QVBoxLayout(dialog)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.rangeChanged.connect(self._on_range_changed)

    def needed(self) -> QSize:
        """The size in which nothing scrolls."""
        hint = self.content.sizeHint()
        return hint.expandedTo(QSize(0, self.column.totalHeightForWidth(hint.width())))

    def fit(self) -> None:
        """Make the dialog as large as that, or as its screen allows."""
        self.open_at(self.needed())

    def open_at(self, wanted: QSize) -> None:
        """Make the dialog as large as `wanted`, as its content needs at least, or as its screen allows."""
        for each in self.content.findChildren(QWidget):
            each.ensurePolished()  # or it does not know yet how large its texts are
        wanted = wanted.expandedTo(self.content.minimumSizeHint())
        wide = min(wanted.width(), self.screen().availableGeometry().width() - FRAME.width() - 2 * EDGE)
        wanted.setHeight(max(wanted.height(), self.column.totalHeightForWidth(wide)))
        wanted += QSize(2 * EDGE, 2 * EDGE)
        resize_within_screen(self.window(), wanted)
        if self.window().height() < wanted.height():
            bar = self.verticalScrollBar().sizeHint().width()  # it must not hide what lies at the right
            resize_within_screen(self.window(), wanted + QSize(bar, 0))

    def _on_range_changed(self, *_: object) -> None:
        scrolls = self.horizontalScrollBar().maximum() or self.verticalScrollBar().maximum()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
