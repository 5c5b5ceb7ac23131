"""Page "Convolution lab": small numbers on which each idea of convolution can be tried. Builds and connects."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontInfo, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.pages.lab.compare_view import CompareView
from gui.pages.lab.controller import LabController
from gui.pages.lab.fields_view import FieldsView
from gui.pages.lab.hints import LabHints
from gui.pages.lab.question_card import LabQuestion
from gui.pages.lab.settings_column import LabControls
from gui.pages.lab.stage import LabStage
from gui.pages.lab.text_card import LabText
from gui.pages.lab.transport import LabTransport
from gui.style import theme
from gui.widgets.explain import explain

SIZE = 1280, 760  # pixels of a page on which the text is as large as elsewhere; on larger ones it grows
SMALL = 1000  # pixels: on a narrower page less is said; of texts at 100 %
QUESTION = 290  # pixels: the card in which the lab asks has at least
FOR_BUTTONS = 194  # pixels that its buttons need, at 100 % of text
LARGEST = 1.7  # times as large at most
ENOUGH = 28  # pixels: text that the user wants large already grows no further


class LabPage(QWidget):
    """The lab's views around one controller, which keeps all state."""

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lab")
        self._controller = controller
        self.stage, self.fields, self.compare = LabStage(controller), FieldsView(controller), CompareView(controller)
        self.text, self.question = LabText(controller), LabQuestion(controller)
        self.views, self._transport = QStackedWidget(), LabTransport(controller)
        self.views.setMinimumHeight(theme.room(180))  # what is said needs its place, pictures make do with less
        for view in (self.stage, self.fields, self.compare):
            self.views.addWidget(view)
            view.pointed.connect(self._transport.readout.show_words)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.text, 11)
        below.addWidget(self.question, 5)
        self.question.setMaximumWidth(2 * QUESTION)
        right = QVBoxLayout()
        right.setContentsMargins(16, 12, 14, 12)
        right.setSpacing(8)
        right.addWidget(self.views, 1)
        right.addWidget(self._transport)
        right.addLayout(below)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(LabControls(controller))
        whole.addLayout(right, 1)
        controller.lab_changed.connect(self._choose)
        controller.lab_changed.connect(self._explain)  # there may be rows for more channels
        self._hints = LabHints(self).all()
        self._explain()
        self._choose()

    def _explain(self) -> None:
        explain(self, self._hints)

    def _choose(self) -> None:
        """Two settings where one is frozen, pictures for the lesson on receptive fields, else the stage."""
        fields = self._controller.book.key == "receptive field"
        view = self.compare if self._controller.frozen is not None else self.fields if fields else self.stage
        self.views.setCurrentWidget(view)

    def _scale_text(self) -> None:
        """The text grows with the picture, for those who sit at the back."""
        grown = min(self.width() / SIZE[0], self.height() / SIZE[1], LARGEST)
        usual = QFontInfo(self.font()).pixelSize()
        pixels = max(min(round(usual * grown), ENOUGH), usual)
        for part in (self.text, self.fields, self.compare):
            part.set_pixels(pixels)
        self._transport.setStyleSheet(f"QPushButton, QComboBox, QCheckBox {{ font-size: {pixels - 1}px }}")
        self.question.set_pixels(pixels)
        small = self.width() < theme.room(SMALL)
        self.text.set_short(small)
        self.question.setMinimumWidth(max(QUESTION - 12 * small, theme.scaled(FOR_BUTTONS)))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Larger text on a larger page."""
        self._scale_text()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of the program's text is one here too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._scale_text()  # else when it is next shown

    def showEvent(self, _event: QShowEvent) -> None:
        """A lesson on the drawing shows what is drawn now, and the text has the size that the program's has now."""
        self._scale_text()
        self._controller.follow_drawing()

    def hideEvent(self, _event: QHideEvent) -> None:
        """Nothing moves where nobody looks."""
        self._controller.pause()
        self._controller.hover(None)
