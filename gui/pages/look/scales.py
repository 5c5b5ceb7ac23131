"""What the colours of kernels and maps are scaled by: a choice for each."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gui.storage.settings import Settings
from gui.widgets.controls import fill, label

MAPS, KERNELS = ("map", "layer", "network"), ("kernel", "layer", "network")


class Scale(NamedTuple):
    """What the brightest colour stands for: the largest number of each map or kernel, of the layer, or of all."""

    maps: str
    kernels: str


class Scales(QWidget):
    """Two boxes; `changed` follows a choice, which `settings` remember."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        words = {
            "map": self.tr("per map"), "kernel": self.tr("per kernel"), "layer": self.tr("per layer"),
            "network": self.tr("whole network"),
        }  # fmt: skip
        self.maps = _box(
            "scaleBox",
            self.tr("Scale of the maps' colours"),
            self.tr(
                "What the brightest colour of the maps stands for: the largest number of each map, of the layer "
                "(so that its maps can be compared), or of the whole network."
            ),
            [(words[name], name) for name in MAPS],
            settings.scale,
        )
        self.kernels = _box(
            "kernelScaleBox",
            self.tr("Scale of the kernels' colours"),
            self.tr(
                "What the strongest colour of the kernels stands for: the largest weight of each kernel (so that its "
                "pattern can be seen), of the layer (so that kernels can be compared), or of the whole network."
            ),
            [(words[name], name) for name in KERNELS],
            settings.kernel_scale,
        )
        for box in (self.maps, self.kernels):
            box.currentIndexChanged.connect(self._on_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        fill(row, label(self.tr("Colours: maps"), "dim"), self.maps, label(self.tr("kernels"), "dim"), self.kernels)

    @property
    def scale(self) -> Scale:
        """What is chosen."""
        return Scale(self.maps.currentData(), self.kernels.currentData())

    def _on_chosen(self) -> None:
        self._settings.scale, self._settings.kernel_scale = self.scale
        self.changed.emit()


def _box(name: str, accessible: str, tip: str, choices: list[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(accessible)
    box.setToolTip(tip)
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(chosen))
    return box
