"""How to train: plain data, no torch, so that a window can offer it before anything heavy is loaded."""

from dataclasses import dataclass

from model.architecture import LayerSpec

SMALL = (
    LayerSpec(16, 5, stride=2, padding=2),
    LayerSpec(32, 3, stride=1, padding=1),
    LayerSpec(64, 3, stride=2, padding=1),
)
DEFAULT = (
    LayerSpec(16, 3, stride=1, padding=1),
    LayerSpec(32, 3, stride=2, padding=1),
    LayerSpec(48, 3, stride=1, padding=1),
    LayerSpec(64, 3, stride=2, padding=1),
    LayerSpec(64, 3, stride=1, padding=1, max_pool=True),
)


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what a training run gives, apart from the data and the machine.

    `learning_rate` is the peak of a one-cycle schedule. `augment` 0…1 scales all changes made to the digits on the
    way in; 0 leaves them alone. `ema` averages the weights over about that many last steps; 0 takes the last ones.
    """

    name: str
    layers: tuple[LayerSpec, ...]
    epochs: int
    batch_size: int = 256
    learning_rate: float = 0.01
    weight_decay: float = 0.01
    label_smoothing: float = 0.0
    augment: float = 0.0
    ema: int = 0
    seed: int = 0


QUICK = Recipe("Quick", SMALL, epochs=1)
STANDARD = Recipe("Standard", DEFAULT, epochs=3, augment=0.5)
BEST = Recipe("Best", DEFAULT, epochs=20, augment=1.0, ema=100)
PRESETS = {recipe.name.lower(): recipe for recipe in (QUICK, STANDARD, BEST)}
