"""The left column of the lab: lessons, the layer's settings, kernels by name, and where the input comes from."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from gui.pages.lab.controller import LabController
from gui.pages.lab.lesson_list import LessonList
from gui.pages.lab.words import LabWords
from gui.style import theme
from gui.widgets.controls import button, fill, label
from gui.widgets.file_dialogs import PICTURES, ask_open
from gui.widgets.side_column import MARGIN, WIDTH
from model import kernels
from model.lab import settings as lab_settings
from model.lab.lab import POOL
from model.lab.questions import written
from model.lab.settings import Refusal


class SettingSlider(QSlider):
    """A slider that says with each change which setting it is of."""

    moved = Signal(str, int)

    def __init__(self, setting: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(f"{setting}Slider")
        self._setting = setting
        self.valueChanged.connect(self._on_changed)

    def _on_changed(self, value: int) -> None:
        self.moved.emit(self._setting, value)


class LabControls(QFrame):
    """Shows the controller's settings and changes them."""

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideColumn")
        self.setFixedWidth(theme.room(WIDTH))
        self._controller = controller
        self._words = LabWords(self)
        self._sliders: dict[str, QSlider] = {}
        self._values = {name: label() for name in (*lab_settings.RANGES, "bias")}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 10, MARGIN, 6)
        column.setSpacing(2)
        column.addWidget(label(self.tr("Lessons"), "dim"))
        column.addWidget(LessonList(controller), 9)
        column.addLayout(self._layer_head())
        self._add_settings(column)
        column.addWidget(label(self.tr("Kernel"), "dim"))
        self._add_kernels(column)
        column.addSpacing(4)
        column.addWidget(label(self.tr("Input"), "dim"))
        self._add_inputs(column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("labControls")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        for part in (inner, scroll.viewport()):
            part.setAutoFillBackground(False)  # the column's colour shows
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(scroll)
        controller.lab_changed.connect(self._show)
        controller.refused.connect(self._on_refused)
        controller.session.display.snapshot_changed.connect(self._show_drawing)
        self._keep_room()
        self._show()
        self._show_drawing()

    # -- building -----------------------------------------------------------------------------------------------

    def _layer_head(self) -> QHBoxLayout:
        tip = self.tr("Set the sliders and the numbers as they are when this lesson begins")
        self._back = button("labRestart", self.tr("Back to the lesson's settings"), tip, self._on_restart, "small")
        self._back.setStyleSheet("padding: 1px 6px")
        keeps = self._back.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # what appears must move nothing
        self._back.setSizePolicy(keeps)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Layer"), "dim"))
        row.addStretch()
        row.addWidget(self._back)
        return row

    def _add_settings(self, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for row, name in enumerate(lab_settings.RANGES):
            title, tip = self._words.setting(name)
            self._add_slider(grid, row, name, label(title), title, tip).moved.connect(self._controller.change)
        title = self.tr("bias")
        tip = self.tr("bias: one number for each filter, added at every position. Untick it for a layer without.")
        self._biased = QCheckBox(title)
        self._biased.setObjectName("biasBox")
        self._biased.setAccessibleName(self.tr("Layer has biases"))
        self._biased.setToolTip(tip)
        self._biased.toggled.connect(self._on_biased)
        slider = self._add_slider(grid, len(lab_settings.RANGES), "bias", self._biased, title, tip)
        grid.addLayout(self._switches_row(), len(lab_settings.RANGES) + 1, 0, 1, 3)
        slider.setRange(*lab_settings.BIAS_RANGE)
        slider.moved.connect(self._on_bias_moved)
        column.addLayout(grid, 7)
        self._reason = label("", "strong", "settingRefused", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._reason)

    def _switches_row(self) -> QHBoxLayout:
        """What may follow the convolution."""
        texts = {
            "relu": (self.tr("ReLU"), self.tr("ReLU after the convolution: negative numbers become 0.")),
            "max_pool": (
                self.tr("max-pool {0} × {0}").format(POOL),
                self.tr("A max-pool at the end: the largest of each {0} × {0} numbers stays.").format(POOL),
            ),
        }
        self._switches: dict[str, QCheckBox] = {}
        row = QHBoxLayout()
        for name in lab_settings.SWITCHES:
            made = self._switches[name] = QCheckBox(texts[name][0])
            made.setObjectName(f"{name}Box")
            made.setAccessibleName(texts[name][0])
            made.setToolTip(texts[name][1])
            row.addWidget(made)
        self._switches["relu"].toggled.connect(self._on_relu)
        self._switches["max_pool"].toggled.connect(self._on_max_pool)
        return row

    def _add_slider(self, grid: QGridLayout, row: int, name: str, head: QWidget, title: str, tip: str) -> SettingSlider:
        slider = SettingSlider(name)
        slider.setAccessibleName(title)
        slider.setToolTip(tip)
        slider.setPageStep(1)
        _may_grow(slider, 34)
        head.setToolTip(tip)
        number = self._values[name]
        number.setObjectName(f"{name}Value")
        number.setProperty("role", "title")
        number.setMinimumWidth(theme.room(26))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for place, widget in enumerate((head, slider, number)):
            grid.addWidget(widget, row, place)
        grid.setColumnStretch(1, 1)
        self._sliders[name] = slider
        return slider

    def _add_kernels(self, column: QVBoxLayout) -> None:
        self._kernels = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(5)
        for number, kind in enumerate(kernels.KINDS):
            title, tip = self._words.kernel(kind)
            name = kind.title().replace(" ", "")
            made = button(f"kernel{name}", title, tip, None, "small")
            self._kernels.addButton(made, number)
            grid.addWidget(made, number // 4, number % 4)
        self._kernels.idClicked.connect(self._on_kernel)
        column.addLayout(grid)

    def _add_inputs(self, column: QVBoxLayout) -> None:
        controller = self._controller
        numbers = button(
            "inputNumbers", self.tr("Numbers"), self.tr("New whole numbers from 0 to 9 by chance."),
            controller.inputs.use_numbers, "small",
        )  # fmt: skip
        self._digit = button(
            "inputDrawing", self.tr("My digit"),
            self.tr("Your drawing from the page Look inside, 28 × 28 as the network sees it; input size shrinks it."),
            controller.inputs.use_drawing, "small",
        )  # fmt: skip
        picture = button(
            "inputPicture", self.tr("Picture…"),
            self.tr("The square middle of a picture file in colour: three channels, shrunk to at most 64 × 64."),
            self._on_picture, "small",
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(5)
        fill(row, numbers, self._digit, picture)
        column.addLayout(row)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for a reason of two lines: what appears must move nothing."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_room()

    def _keep_room(self) -> None:
        self._reason.ensurePolished()
        self._reason.setMinimumHeight(2 * self._reason.fontMetrics().lineSpacing() + 2)

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        controller, lab = self._controller, self._controller.lab
        self._back.setVisible(controller.book.differs(lab))
        for name in lab_settings.RANGES:
            self._set(name, lab_settings.slider_range(lab, name), lab_settings.value(lab, name))
        bias = 0.0 if lab.bias is None else float(lab.bias[controller.out_channel])
        self._set("bias", lab_settings.BIAS_RANGE, round(bias))
        self._values["bias"].setText("–" if lab.bias is None else written(bias))
        self._sliders["bias"].setEnabled(lab.bias is not None)
        with QSignalBlocker(self._biased):
            self._biased.setChecked(lab.bias is not None)
        for name, box in self._switches.items():
            with QSignalBlocker(box):
                box.setChecked(getattr(lab, name))
        for number, kind in enumerate(kernels.KINDS):
            self._kernels.button(number).setEnabled(lab.kernel_size >= kernels.smallest(kind))

    def _set(self, name: str, limits: tuple[int, int], value: int) -> None:
        slider = self._sliders[name]
        with QSignalBlocker(slider):
            slider.setRange(*limits)
            slider.setValue(value)
        self._values[name].setText(str(value))

    def _show_drawing(self, *_: object) -> None:
        snapshot = self._controller.session.display.snapshot
        self._digit.setEnabled(snapshot is not None and snapshot.image is not None)

    def _on_refused(self, refusal: Refusal | None) -> None:
        self._reason.setText("" if refusal is None else self._words.refusal(refusal))

    # -- changing -----------------------------------------------------------------------------------------------

    def _on_restart(self) -> None:
        self._controller.start_lesson(self._controller.lesson)

    def _on_biased(self, biased: bool) -> None:
        self._controller.set_bias(float(self._sliders["bias"].value()) if biased else None)

    def _on_relu(self, on: bool) -> None:
        self._controller.switch("relu", on)

    def _on_max_pool(self, on: bool) -> None:
        self._controller.switch("max_pool", on)

    def _on_bias_moved(self, _setting: str, value: int) -> None:
        self._controller.set_bias(float(value))

    def _on_kernel(self, number: int) -> None:
        self._controller.set_kernel(kernels.KINDS[number])

    def _on_picture(self) -> None:
        title, kinds = self.tr("Open a picture"), self.tr("Pictures ({0})").format(PICTURES)
        path = ask_open(self, title, kinds)
        if path is not None:
            self._controller.inputs.use_picture(path)


def _may_grow(widget: QWidget, height: int) -> None:
    """A high window gives each row more room."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    widget.setMaximumHeight(height)
