"""What the window says on every page: welcome; an interrupted run can go on; an earlier step of a run is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from gui.session.run import Ask
from gui.session.session import Session
from gui.widgets.controls import button, fill, label


class WelcomeBar(QFrame):
    """A line below the window's bar at the first start: `wanted` asks for the tour. Seen until one has answered."""

    wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomeBar")
        self._session = session
        show = button(
            "showTourButton", self.tr("Show me"),
            self.tr("Six things to do, each a click or two; leave it at any time with Escape"),
            self._on_wanted, "small",
        )  # fmt: skip
        refuse = button(
            "noTourButton", self.tr("No, thanks"),
            self.tr("Do not ask again; the tour stays in the menu ☰ under Help"), self.refuse, "small",
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(label(self.tr("New here? Six steps, two minutes"), name="welcomeText"))
        row.addSpacing(6)
        fill(row, show, refuse)
        row.addStretch()
        self.setVisible(not session.settings.knows_tour)

    def refuse(self) -> None:
        """Go away for ever."""
        self._session.settings.knows_tour = True
        self.hide()

    def _on_wanted(self) -> None:
        self.refuse()
        self.wanted.emit()


class ResumeBar(QFrame):
    """A line below the window's bar: go on with an interrupted run, or forget it. Seen only while there is one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resumeBar")
        self._session = session
        self._text = label("", name="resumeText")
        self.resume = button(
            "resumeRunButton", self.tr("Resume"), self.tr("Go on where it stopped; it ends as if nothing had happened"),
            session.trainer.resume_run, "small",
        )  # fmt: skip
        self.discard = button(
            "discardRunButton", self.tr("Discard"), self.tr("Forget the interrupted run; the network in use stays"),
            session.trainer.files.discard, "small",
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self._text)
        row.addStretch()
        fill(row, self.resume, self.discard)
        session.trainer.resumable_changed.connect(self._on_resumable_changed)
        session.state_changed.connect(self._on_resumable_changed)
        self._on_resumable_changed()

    def _on_resumable_changed(self, *_: object) -> None:
        run = self._session.trainer.resumable
        self.setVisible(run is not None)
        if run is not None:
            text = self.tr("A run of {0} was interrupted at step {1:,} of {2:,}.")
            self._text.setText(text.format(run.name, run.step, run.steps))
            self.resume.setEnabled(self._session.trainer.may(Ask.RESUME))


class StepBadge(QPushButton):
    """In the window's bar, seen only while the window shows an earlier step; a click goes back to now."""

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
