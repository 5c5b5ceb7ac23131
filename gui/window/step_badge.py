"""In the window's bar, on every page: that an earlier step of a run is shown, and the way back."""

from PySide6.QtWidgets import QPushButton, QWidget

from gui.session.session import Session


class StepBadge(QPushButton):
    """Seen only while the window shows an earlier step; a click goes back to now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepBadge")
        self.setProperty("role", "badge")
        self.setAccessibleName(self.tr("Back to now"))
        self.setToolTip(
            self.tr("The whole window shows the network of an earlier step of the run; nothing is lost. Go back to now")
        )
        self._session = session
        self.clicked.connect(self._on_clicked)
        session.rewind.step_changed.connect(self._on_shown_step_changed)
        self._on_shown_step_changed()

    def _on_shown_step_changed(self, *_: object) -> None:
        step = self._session.rewind.step
        self.setVisible(step is not None)
        if step is not None:
            self.setText(self.tr("◀ showing step {0:,} · back to now").format(step))
            self.setAccessibleDescription(self.text())

    def _on_clicked(self) -> None:
        self._session.rewind.show_step(None)
