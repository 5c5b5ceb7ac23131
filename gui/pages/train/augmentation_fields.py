"""The part of the recipe's form about digits that are changed on the way in: what is changed, and how far."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from gui.style import theme
from gui.widgets.controls import button, fill, label, restyle

PARTS = ("bends", "pens", "styles")


class AugmentationFields(QWidget):
    """Three boxes and a slider, in `fields` by the recipe's names. `edited` follows a change."""

    edited = Signal()
    preview_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running, self._digits = False, True
        self.fields: dict[str, QWidget] = {}
        self.titles: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(self.tr("Augmentation: digits changed as other hands write them"), "dim", wrap=True))
        for key, title, tip in self._words():
            made = QCheckBox(title)
            made.setObjectName(f"{key}Check")
            made.setAccessibleName(title)
            made.setToolTip(tip)
            made.toggled.connect(self._on_edited)
            self.fields[key], self.titles[key] = made, title
            column.addWidget(made)
        column.addLayout(self._build_strength())
        words = self.tr("Off for these data: each of these changes is one that leaves a digit the same digit.")
        self._reason = label(words, "dim", "augmentationReason", wrap=True)
        self._reason.hide()
        column.addWidget(self._reason)

    def _words(self) -> list[tuple[str, str, str]]:
        bends = self.tr("Turn, slant, stretch and bend each digit a little, otherwise each time")
        pens = self.tr("Thicker and thinner pens, fuller and fainter ink")
        styles = self.tr("Strokes that other writers add: a bar through 7, a slash through 0, a flag and a foot on 1")
        return [
            ("bends", self.tr("shift, rotate, scale, shear, bend"), bends),
            ("pens", self.tr("stroke thickness"), pens),
            ("styles", self.tr("writing styles (crossed 7, slashed 0)"), styles),
        ]

    def _build_strength(self) -> QHBoxLayout:
        self._strength = QSlider(Qt.Orientation.Horizontal)
        self._strength.setObjectName("augmentField")
        self._strength.setAccessibleName(self.tr("strength of the augmentation"))
        self._strength.setToolTip(self.tr("How far and how often digits are changed; 0 leaves them as MNIST has them"))
        self._strength.setRange(0, 100)
        self._strength.setPageStep(10)
        self._strength.valueChanged.connect(self._on_edited)
        self.fields["augment"], self.titles["augment"] = self._strength, self.tr("strength")
        self._text = label("", "code", "augmentText")
        self._text.setMinimumWidth(theme.room(38))
        preview = button(
            "previewButton", self.tr("Preview…"), self.tr("See sixteen digits as the network will get them"),
            self.preview_wanted.emit, "small",
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.tr("strength"), "dim"))
        row.addWidget(self._strength, 1)
        fill(row, self._text, preview)
        return row

    def set_running(self, running: bool) -> None:
        """While a run is on nothing can be changed."""
        self._running = running
        self._show_state()

    def set_digits(self, digits: bool) -> None:
        """Whether digits are learned from: nothing else is changed in these ways."""
        self._digits = digits
        self._reason.setVisible(not digits)
        self._show_state()

    def _on_edited(self) -> None:
        self._show_state()
        self.edited.emit()

    def _show_state(self) -> None:
        off = self._strength.value() == 0 or not self._digits  # then no part looks as if it were on
        self._text.setText(self.tr("off") if off else f"{self._strength.value()} %")
        self._strength.setEnabled(self._digits and not self._running)
        for key in PARTS:
            self.fields[key].setEnabled(not off and not self._running)
            restyle(self.fields[key], off=off)
