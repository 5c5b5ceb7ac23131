"""How to train: plain data, no torch, so that a window can offer it before anything heavy is loaded."""

from dataclasses import dataclass

from model.architecture import LayerSpec

SMALL = (
    LayerSpec(8, 5, max_pool=True),
    LayerSpec(32, 3, max_pool=True),
    LayerSpec(64, 3, stride=2, padding=1),
)
MEDIUM = (
    LayerSpec(8, 5, padding=2, max_pool=True),
    LayerSpec(24, 3, stride=2, padding=1),
    LayerSpec(48, 3, padding=1),
    LayerSpec(64, 3, stride=2, padding=1),
    LayerSpec(64, 3, padding=1),
)
DEFAULT = (
    LayerSpec(8, 5, stride=1, padding=2),
    LayerSpec(24, 5, stride=2, padding=2),
    LayerSpec(48, 3, stride=2, padding=1),
    LayerSpec(64, 3, stride=1, padding=1),
    LayerSpec(76, 3, stride=2, padding=1),
)


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what a training run gives, apart from the data and the machine.

    `epochs` may be broken. `learning_rate` is the peak of a one-cycle schedule, reached after the part `warm_up` of
    the steps. `augment` 0…1 scales all changes made to the digits on the way in; 0 leaves them alone. In the last part
    `fade` of the steps they shrink towards `augment_end` times that. `ema` averages the weights over about that many
    last steps; 0 takes the last ones. `strangers` scribbles join each batch; no digit
    should stand out on them.
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
    seed: int = 0


QUICK = Recipe("Quick", SMALL, epochs=1.3, batch_size=128, learning_rate=0.02, warm_up=0.15, label_smoothing=0.05)
STANDARD = Recipe("Standard", MEDIUM, epochs=4, batch_size=128, augment=0.5, augment_end=0.1, fade=0.7, ema=100)
BEST = Recipe(
    "Best",
    DEFAULT,
    epochs=32,
    weight_decay=0.02,
    augment=1.0,
    augment_end=0.1,
    fade=0.6,
    ema=500,
    strangers=8,
)
PRESETS = {recipe.name.lower(): recipe for recipe in (QUICK, STANDARD, BEST)}
