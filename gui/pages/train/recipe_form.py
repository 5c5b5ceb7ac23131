"""The recipe as a form: presets and every field, each within the range that the recipe allows."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from gui.pages.train.augmentation_fields import AugmentationFields
from gui.style import theme
from gui.widgets.controls import button, label, restyle
from gui.widgets.fields import Choice, Number, WholeNumber
from model.train.recipe import PRESETS, RANGES, STANDARD, Recipe

if TYPE_CHECKING:
    from model.network.architecture import LayerSpec

CUSTOM = " (custom)"  # follows the preset's name in the name of a recipe that was changed


class RecipeForm(QWidget):
    """Edits a Recipe; its layers are told by `set_layers`.

    `changed` follows every change; `preset_chosen` carries the Recipe of a preset that was clicked, with its layers.
    `preview_wanted` asks for digits to be shown.
    """

    changed = Signal()
    preset_chosen = Signal(object)
    preview_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recipeForm")
        self._preset = self._rest = STANDARD  # what the form began from; what it has no field for
        self._layers: tuple[LayerSpec, ...] | None = STANDARD.layers
        self._filling, self._digits = False, True
        self._filled: dict[str, object] = {}
        self._titles: dict[str, str] = {}
        self.fields: dict[str, QWidget] = {}
        self._augmentation = AugmentationFields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        self._about = label("", "dim", "recipeAbout", wrap=True)
        self._about.setMinimumHeight(theme.room(32))  # two lines: what is below must not jump
        column.addWidget(label(self.tr("Recipe"), "dim"))
        column.addLayout(self._build_presets())
        column.addWidget(self._about)
        column.addLayout(self._build_fields())
        column.addWidget(self._augmentation)
        column.addStretch()
        self.fields |= self._augmentation.fields
        self._titles |= self._augmentation.titles
        self._augmentation.edited.connect(self._on_edited)
        self._augmentation.preview_wanted.connect(self.preview_wanted)
        self.set_recipe(STANDARD)

    # -- building -----------------------------------------------------------------------------------------------------

    def _build_presets(self) -> QHBoxLayout:
        self._names = {"quick": self.tr("Quick"), "standard": self.tr("Standard"), "best": self.tr("Best")}
        self._presets = QButtonGroup(self)
        self._presets.setExclusive(False)  # none is chosen where the recipe was changed
        row = QHBoxLayout()
        row.setSpacing(6)
        for number, key in enumerate(PRESETS):
            made = button(f"{key}Preset", self._names[key], self._tips()[key], None, "segment", checkable=True)
            self._presets.addButton(made, number)
            row.addWidget(made, 1)
        self._presets.idClicked.connect(self._on_preset_clicked)
        return row

    def _tips(self) -> dict[str, str]:
        """What each preset is; of other images than digits only the layers, the epochs and the schedule are left."""
        quick = self.tr("A small network, most of the images once: a second or two.")
        if not self._digits:
            return {
                "quick": quick,
                "standard": self.tr("A larger network, all images nine times: under a minute."),
                "best": self.tr("The shipped network's layers, all images forty times: minutes."),
            }
        return {
            "quick": quick,
            "standard": self.tr(
                "A larger network; digits changed as other hands write them, and the shipped network's answers to "
                "learn from: under a minute."
            ),
            "best": self.tr(
                "How the shipped weights began; learns mostly from a larger network's answers: ten minutes."
            ),
        }

    def _build_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 10)
        grid.setColumnStretch(1, 15)
        for row, (key, title, field) in enumerate(self._make_fields()):
            words = label(title)
            words.setBuddy(field)
            self.fields[key], self._titles[key] = field, title
            grid.addWidget(words, row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _make_fields(self) -> Iterable[tuple[str, str, QWidget]]:
        for key, title, tip, decimals in self._number_words():
            low, high = RANGES[key]
            made: Number | WholeNumber
            if decimals:
                made = Number(f"{key}Field", title, tip, (low, high), decimals)
            else:
                made = WholeNumber(f"{key}Field", title, tip, (int(low), int(high)))
            limits = f"{made.minimum():.10g}", f"{made.maximum():.10g}"
            made.setToolTip(self.tr("{0}\nFrom {1} to {2}; the arrow keys change it.").format(tip, *limits))
            made.valueChanged.connect(self._on_edited)
            yield key, title, made
            if key == "learning_rate":
                yield "schedule", self.tr("schedule"), self._schedule()
        yield "device", self.tr("device"), self._choice(
            "device", self.tr("device"), self.tr("Where the arithmetic of training is done"),
            [("auto", self.tr("automatic"))],
        )  # fmt: skip
        yield "start", self.tr("start from"), self._choice(
            "start", self.tr("start from"),
            self.tr("New weights, by chance; or go on from the network in use, with the same layers"),
            [("new", self.tr("new weights")), ("current", self.tr("current weights"))],
        )  # fmt: skip

    def _number_words(self) -> list[tuple[str, str, str, int]]:
        return [
            ("epochs", self.tr("epochs"), self.tr("How many times every training image is seen; may be broken."), 2),
            ("batch_size", self.tr("batch size"), self.tr("How many images one step learns from."), 0),
            (
                "learning_rate", self.tr("learning rate"),
                self.tr(
                    "How far a step goes: the highest value of the schedule. Too high and the loss jumps, too low and "
                    "nothing moves. It can be changed while a run is on, below."
                ), 5,
            ),
            (
                "weight_decay", self.tr("weight decay"),
                self.tr("How strongly weights are pulled towards 0, so that none grows for the sake of a few images."),
                4,
            ),
            (
                "label_smoothing", self.tr("label smoothing"),
                self.tr("How much of the wanted answer all ten classes share: keeps the network from being too sure."),
                3,
            ),
            ("seed", self.tr("seed"), self.tr("Decides everything random: the same seed gives the same weights."), 0),
        ]  # fmt: skip

    def _schedule(self) -> Choice:
        return self._choice(
            "schedule", self.tr("schedule"),
            self.tr(
                "How the learning rate changes over the run.\nOne-cycle: up to the highest, then down to almost 0. "
                "Cosine: from the highest down. Constant: always the same."
            ),
            [
                ("one-cycle", self.tr("one-cycle")), ("cosine", self.tr("cosine")), ("constant", self.tr("constant")),
            ],
        )  # fmt: skip

    def _choice(self, key: str, title: str, tip: str, choices: list[tuple[str, str]]) -> Choice:
        made = Choice(f"{key}Field", title, tip, choices)
        made.currentIndexChanged.connect(self._on_edited)
        return made

    # -- the recipe ---------------------------------------------------------------------------------------------------

    @property
    def layers(self) -> "tuple[LayerSpec, ...] | None":
        """The network that the recipe is for; None while it is impossible."""
        return self._layers

    def set_layers(self, layers: "tuple[LayerSpec, ...] | None") -> None:
        """Train this network; None: there is nothing to train."""
        if layers != self._layers:
            self._layers = layers
            self._on_edited()

    def recipe(self) -> Recipe:
        """What the form says; named after the preset, with `CUSTOM` where it was changed."""
        values: dict[str, Any] = {key: self._value(key) for key in self.fields}
        made = replace(self._rest, **values, layers=self._layers or self._rest.layers)
        same = replace(made, name=self._preset.name) == self._preset
        return replace(made, name=self._preset.name + ("" if same else CUSTOM))

    def set_recipe(self, recipe: Recipe) -> None:
        """Show `recipe`; one that carries no preset's name counts as a change of Standard."""
        self._preset = next((p for p in PRESETS.values() if recipe.name in (p.name, p.name + CUSTOM)), STANDARD)
        self._rest, self._layers = recipe, recipe.layers
        self._filling = True
        for key, field in self.fields.items():
            _put(field, getattr(recipe, key))
        self._filled = {key: _get(field) for key, field in self.fields.items()}
        self._filling = False
        self._on_edited()

    def start_from_new(self) -> None:
        """Choose new weights: there are none to go on from."""
        _put(self.fields["start"], "new")

    def set_devices(self, devices: Iterable[tuple[str, str]]) -> None:
        """Offer these devices (name, text)."""
        field = self.fields["device"]
        assert isinstance(field, Choice)
        field.set_choices(devices)

    def set_digits(self, digits: bool) -> None:
        """Whether digits are learned from: only they are changed on the way in."""
        self._augmentation.set_digits(digits)
        self._digits = digits
        for made, tip in zip(self._presets.buttons(), self._tips().values(), strict=True):
            made.setToolTip(tip)
        self._show_preset()

    def set_running(self, running: bool) -> None:
        """While a run is on nothing of what it was started with can be changed."""
        for field in self.fields.values():
            field.setEnabled(not running)
        for made in self._presets.buttons():
            made.setEnabled(not running)
        self._augmentation.set_running(running)

    def _value(self, key: str) -> object:
        """What a field says; where it was not touched, exactly what the recipe had, which may have more decimals."""
        now = _get(self.fields[key])
        return getattr(self._rest, key) if now == self._filled[key] else now

    # -- events -------------------------------------------------------------------------------------------------------

    def _on_preset_clicked(self, number: int) -> None:
        preset = list(PRESETS.values())[number]
        self.set_recipe(preset)
        self.preset_chosen.emit(preset)

    def _on_edited(self) -> None:
        if self._filling:
            return
        self._show_preset()
        self.changed.emit()

    def _show_preset(self) -> None:
        recipe = self.recipe()
        changed = recipe.name.endswith(CUSTOM)
        for made, (key, preset) in zip(self._presets.buttons(), PRESETS.items(), strict=True):
            made.setChecked(preset.name == self._preset.name and not changed)
            restyle(made, base="true" if preset.name == self._preset.name and changed else "false")
            if preset.name == self._preset.name:
                self._about.setText(self._changes(recipe) if changed else self._tips()[key])

    def _changes(self, recipe: Recipe) -> str:
        """Which fields are not the preset's."""
        titles = [*((key, self._titles[key]) for key in self.fields), ("layers", self.tr("layers"))]
        changed = [title for key, title in titles if getattr(recipe, key) != getattr(self._preset, key)]
        title = next(self._names[key] for key, preset in PRESETS.items() if preset.name == self._preset.name)
        return self.tr("Your own recipe: {0} with other {1}").format(title, ", ".join(changed) or "…")


def _get(field: QWidget) -> object:
    if isinstance(field, Number | WholeNumber):
        return field.value()
    if isinstance(field, Choice):
        return field.value()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    assert isinstance(field, QSlider)
    return field.value() / 100


def _put(field: QWidget, value: "float | str") -> None:
    if isinstance(field, WholeNumber):
        field.setValue(min(int(value), field.maximum()))
    elif isinstance(field, Number):
        field.setValue(float(value))
    elif isinstance(field, Choice):
        field.set_value(str(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QSlider):
        field.setValue(round(100 * float(value)))
