"""How far to trust page "Why"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.session.why import Why


class TrustPage(QWidget):
    """`closed` follows when one goes back."""

    closed = Signal()

    def __init__(self, why: Why) -> None:
        super().__init__()
        self._why = why
