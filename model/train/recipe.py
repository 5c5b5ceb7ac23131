"""How to train: plain data, no torch, so that a window can offer it before anything heavy is loaded."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from model.data_set import DataSet
from model.network.architecture import LayerSpec, layer_shapes

SMALL = (
    LayerSpec(16, 5, stride=2, padding=1),
    LayerSpec(32, 3, max_pool=True),
    LayerSpec(64, 3),
)
MEDIUM = (
    LayerSpec(16, 5, stride=2, padding=1),
    LayerSpec(32, 3, max_pool=True),
    LayerSpec(64, 3, padding=1),
    LayerSpec(64, 3),
)
DEFAULT = (
    LayerSpec(8, 5, stride=1, padding=2),
    LayerSpec(24, 5, stride=2, padding=2),
    LayerSpec(48, 3, stride=2, padding=1),
    LayerSpec(64, 3, stride=1, padding=1),
    LayerSpec(76, 3, stride=2, padding=1),
)

LARGE = (
    LayerSpec(16, 5, stride=1, padding=2),
    LayerSpec(48, 5, stride=2, padding=2),
    LayerSpec(96, 3, stride=2, padding=1),
    LayerSpec(128, 3, stride=1, padding=1),
    LayerSpec(128, 3, stride=2, padding=1),
)

# the least and the most of each number; forms offer nothing else
RANGES: dict[str, tuple[float, float]] = {
    "epochs": (0.1, 1000),
    "batch_size": (16, 1024),
    "learning_rate": (1e-5, 1.0),
    "warm_up": (0.0, 0.9),
    "weight_decay": (0.0, 1.0),
    "label_smoothing": (0.0, 0.5),
    "augment": (0.0, 1.0),
    "augment_end": (0.0, 1.0),
    "fade": (0.0, 1.0),
    "ema": (0, 10_000),
    "strangers": (0, 64),
    "drawn": (0, 512),
    "seed": (0, 2**63 - 1),
}
WHOLE = ("batch_size", "ema", "strangers", "drawn", "seed")  # numbers that cannot be broken
# the words that may stand in the other fields
CHOICES: dict[str, tuple[str, ...]] = {
    "schedule": ("one-cycle", "cosine", "constant"),
    "device": ("auto", "cpu", "cuda", "mps"),
    "start": ("new", "current"),
}
TEACHERS = ("teacher", "digits")
SWITCHES = ("styles", "pens", "bends")


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what a training run gives, apart from the data and the machine.

    `epochs` may be broken. `learning_rate` is the highest; `schedule` says how it moves: `one-cycle` rises to it over
    the part `warm_up` of the steps and falls to nothing, `cosine` only falls, `constant` stays. `augment` 0…1 scales
    all changes made to the digits on the way in; 0 leaves them alone. In the last part `fade` of the steps they shrink
    towards `augment_end` times that. `styles` (other writers' strokes), `pens` (thickness) and `bends` (affine and
    elastic) are their parts. `ema` averages the weights over about that many last steps; 0 takes the last ones.
    `strangers` drawings that are no digits join each batch; no digit should stand out on them. So do `drawn` digits in
    other people's hands, made from `model.augment.allographs`. `start` is `new` weights, or the `current`
    network's, which must have the same layers. `device` is where to compute; `auto` takes the fastest there is.
    With `teachers`, names of networks in `weights/`, the answers to learn are mostly the mean of theirs.

    Raises:
        ValueError: a value is outside its range, or the layers do not fit together.
    """

    name: str
    layers: tuple[LayerSpec, ...]
    epochs: float
    batch_size: int = 256
    learning_rate: float = 0.01
    warm_up: float = 0.2
    weight_decay: float = 0.01
    label_smoothing: float = 0.0
    augment: float = 0.0
    augment_end: float = 0.3
    fade: float = 0.3
    ema: int = 0
    strangers: int = 0
    drawn: int = 0
    seed: int = 0
    schedule: str = "one-cycle"
    styles: bool = True
    pens: bool = True
    bends: bool = True
    device: str = "auto"
    start: str = "new"
    teachers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no run can be."""
        for name, (low, high) in RANGES.items():
            value, whole = getattr(self, name), name in WHOLE
            if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
                raise ValueError(f"{name} must be a {'whole ' if whole else ''}number, not {value!r}")
            if not low <= value <= high:
                raise ValueError(f"{name} must be from {low:g} to {high:g}, not {value!r}")
        for name, words in CHOICES.items():
            if getattr(self, name) not in words:
                raise ValueError(f"{name} must be one of {', '.join(words)}, not {getattr(self, name)!r}")
        if not isinstance(self.teachers, tuple) or not set(self.teachers) <= set(TEACHERS):
            raise ValueError(f"teachers must be some of {', '.join(TEACHERS)}, not {self.teachers!r}")
        for name in SWITCHES:
            if not isinstance(getattr(self, name), bool):
                raise ValueError(f"{name} must be true or false, not {getattr(self, name)!r}")
        layer_shapes(self.layers)


def suiting(recipe: Recipe, data: DataSet) -> Recipe:
    """`recipe` without what only digits have, where `data` is of something else.

    That is every change to the images (strokes of other writers, and sizes and places brought to those of MNIST),
    drawn digits, drawings that are none, and teachers that know digits.
    """
    if data.digits:
        return recipe
    return replace(recipe, augment=0.0, styles=False, pens=False, bends=False, drawn=0, strangers=0, teachers=())


def from_json(entries: Mapping[str, Any]) -> Recipe:
    """The recipe whose `dataclasses.asdict` went through JSON.

    Raises:
        ValueError: a field is missing, unknown or outside its range.
    """
    try:
        layers = tuple(LayerSpec(**layer) for layer in entries["layers"])
        return Recipe(**{**entries, "layers": layers, "teachers": tuple(entries["teachers"])})
    except (TypeError, KeyError) as error:
        raise ValueError(f"this is no whole recipe ({error})") from error


QUICK = Recipe("Quick", SMALL, epochs=0.85, batch_size=96, learning_rate=0.02, warm_up=0.25, label_smoothing=0.05)
STANDARD = Recipe(
    "Standard",
    MEDIUM,
    epochs=9,
    learning_rate=0.012,
    augment=0.6,
    augment_end=0.1,
    fade=0.6,
    ema=150,
    strangers=6,
    teachers=("digits",),
)
BEST = Recipe(
    "Best",
    DEFAULT,
    epochs=40,
    weight_decay=0.02,
    augment=1.0,
    augment_end=0.1,
    fade=0.6,
    ema=500,
    strangers=8,
    teachers=("teacher",),
)
# Goes on from weights that Best made, with digits in other people's hands.
HANDS = replace(
    BEST, name="Hands", start="current", epochs=6, learning_rate=0.005, ema=200, strangers=24, drawn=128, seed=1
)
TEACHER = replace(BEST, name="Teacher", layers=LARGE, epochs=26, teachers=())
PRESETS = {recipe.name.lower(): recipe for recipe in (QUICK, STANDARD, BEST)}
RECIPES = {**PRESETS, "hands": HANDS, "teacher": TEACHER}
