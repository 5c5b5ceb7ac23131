"""Fields of a form: numbers that cannot be wrong, and choices. The wheel changes only the one with the keyboard."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget


class PassingWheel(QObject):
    """Leaves the wheel to the form, which scrolls, while its `field` has not got the keyboard."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the event from the field; ignored, it goes on to what the field lies in."""
        if watched is self._field and event.type() == QEvent.Type.Wheel and not self._field.hasFocus():
            event.ignore()
            return True
        return False


def _prepare(box: QSpinBox | QDoubleSpinBox, name: str, accessible: str, tip: str) -> None:
    box.setObjectName(name)
    box.setAccessibleName(accessible)
    box.setToolTip(tip)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    PassingWheel(box)
    box.setKeyboardTracking(False)  # a number counts when it is whole
    box.lineEdit().setTextMargins(7, 0, 0, 0)  # a style sheet's padding does not reach it
    box.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)


def _leaves_undo(box: QSpinBox | QDoubleSpinBox, event: QEvent) -> bool:
    """Whether Ctrl+Z is not about what is being typed: then the window's Undo gets it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = (event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
    line = box.lineEdit()
    return (undo and not line.isUndoAvailable()) or (redo and not line.isRedoAvailable())


class WholeNumber(QSpinBox):
    """A whole number between two others."""

    def __init__(
        self, name: str, accessible: str, tip: str, limits: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _prepare(self, name, accessible, tip)
        self.setRange(limits[0], min(limits[1], 2**31 - 1))  # what the field can hold

    def event(self, event: QEvent) -> bool:
        """Undo takes back typing while there is some, else the last change."""
        if _leaves_undo(self, event):
            event.ignore()
            return True
        return super().event(event)


class Number(QDoubleSpinBox):
    """A number between two others, written without needless zeros; the arrow keys change its first digit but one."""

    def __init__(
        self,
        name: str,
        accessible: str,
        tip: str,
        limits: tuple[float, float],
        decimals: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _prepare(self, name, accessible, tip)
        self.setDecimals(decimals)
        self.setRange(*limits)
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)

    def show_value(self, value: float) -> None:
        """Have this value; where it is there already, what is being typed stays."""
        if round(value, self.decimals()) != self.value():
            self.setValue(value)

    def textFromValue(self, value: float) -> str:
        """As short as it can be written, with the language's own decimal sign."""
        text = f"{value:.{self.decimals()}f}".rstrip("0").rstrip(".")
        return text.replace(".", self.locale().decimalPoint())

    def event(self, event: QEvent) -> bool:
        """Undo takes back typing while there is some, else the last change."""
        if _leaves_undo(self, event):
            event.ignore()
            return True
        return super().event(event)


class Choice(QComboBox):
    """One of several, each with the name that a recipe calls it by."""

    def __init__(
        self, name: str, accessible: str, tip: str, choices: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        PassingWheel(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these (name, text); what was chosen stays, where it is still offered."""
        chosen = self.value()
        blocked = self.blockSignals(True)
        self.clear()
        for name, text in choices:
            self.addItem(text, name)
        self.blockSignals(blocked)
        if chosen:
            self.set_value(chosen)

    def value(self) -> str:
        """The name of what is chosen; empty where nothing is offered."""
        return str(self.currentData() or "")

    def set_value(self, name: str) -> None:
        """Choose `name`; the first one where it is not offered."""
        self.setCurrentIndex(max(self.findData(name), 0))
