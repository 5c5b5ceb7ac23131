"""The lab's lessons as a list of two columns; those that are done are marked."""

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from gui.pages.lab.controller import LabController
from gui.pages.lab.lesson_words import LessonWords
from gui.widgets.controls import button

HIGHEST = 40  # pixels: a high window gives each row more room, up to this


class LessonList(QWidget):
    """The first lesson, which the others take apart, stands across both columns."""

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._buttons = QButtonGroup(self)
        self._titles = LessonWords(self).titles()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        half = len(self._titles) // 2
        for number, title in enumerate(self._titles):
            tip = self.tr("Lesson {0}: puts its numbers on the stage and asks a question").format(number)
            made = button(f"lesson{number}", title, tip, None, "lesson", checkable=True)
            made.setStyleSheet("padding: 2px 4px")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            made.setMaximumHeight(HIGHEST)
            self._buttons.addButton(made, number)
            if number == 0:
                grid.addWidget(made, 0, 0, 1, 2)
            else:
                grid.addWidget(made, 1 + (number - 1) % half, (number - 1) // half)
        self._buttons.idClicked.connect(controller.start_lesson)
        controller.lab_changed.connect(self._show_chosen)
        controller.book.done_changed.connect(self._show_done)
        self._show_chosen()
        self._show_done()

    def _show_chosen(self) -> None:
        self._buttons.button(self._controller.lesson).setChecked(True)

    def _show_done(self) -> None:
        for number, title in enumerate(self._titles):
            done = number in self._controller.book.done
            made = self._buttons.button(number)
            made.setText(f"{number} {'✓' if done else '·'} {title}")
            made.setAccessibleName(self.tr("{0}, done").format(title) if done else title)
