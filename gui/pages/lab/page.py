"""Page "Convolution lab": small numbers on which each idea of convolution can be tried. Builds and connects."""

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.pages.lab.bench import LabBench
from gui.pages.lab.controller import LabController
from gui.pages.lab.hints import LabHints
from gui.pages.lab.output_card import LabOutput
from gui.pages.lab.settings_column import LabControls
from gui.pages.lab.text_card import LabText
from gui.pages.lab.transport import LabTransport
from gui.widgets.explain import explain

WIDE = 1360  # pixels


class LabPage(QWidget):
    """The lab's views around one controller, which keeps all state."""

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lab")
        self._controller = controller
        self.bench, self.output = LabBench(controller), LabOutput(controller)
        self.text = LabText(controller)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.bench, 1)
        middle.addWidget(LabTransport(controller))
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addLayout(middle, 1)
        upper.addWidget(self.output)
        right = QVBoxLayout()
        right.setContentsMargins(16, 14, 14, 12)
        right.setSpacing(10)
        right.addLayout(upper, 1)
        right.addWidget(self.text)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(LabControls(controller))
        whole.addLayout(right, 1)
        self.bench.pointed.connect(self.text.readout.show_words)
        self.output.pointed.connect(self.text.readout.show_words)
        controller.lab_changed.connect(self._explain)  # there may be rows for more channels
        self._hints = LabHints(self).all()
        self._explain()

    def _explain(self) -> None:
        explain(self, self._hints)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """A wide page gives the output more room."""
        self.output.set_wide(self.width() >= WIDE)

    def hideEvent(self, _event: QHideEvent) -> None:
        """Nothing moves where nobody looks."""
        self._controller.pause()
        self._controller.hover(None)
