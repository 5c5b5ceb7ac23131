"""How a network's weights came about, as it is kept with them in files. No torch.

In a file it is a JSON object: the fields of the recipe beside those below, where there is something to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

Changes = tuple[Mapping[str, float], ...]


@dataclass(frozen=True)
class Provenance:
    """`settings` are the recipe's fields without its layers, or what a teaching was.

    `by_hand` is what was changed while it ran, each with its `step`. `started_from` names the weights that the run went
    on from, or is what these themselves came from. `anchor` is the part of them that was mixed in again, 0…1.
    """

    settings: Mapping[str, Any] = field(default_factory=dict)
    by_hand: Changes = ()
    device: str = ""
    started_from: "str | Provenance" = ""
    started_from_changed_by_hand: bool = False
    taken_at_step: int | None = None
    anchor: float | None = None
    changed_by_hand: bool = False

    @property
    def name(self) -> str:
        """What the recipe is called; empty where nobody said."""
        name = self.settings.get("name", "")
        return name if isinstance(name, str) else ""

    @property
    def seed(self) -> int:
        """The seed of everything random; 0 where nobody said."""
        seed = self.settings.get("seed", 0)
        return seed if isinstance(seed, int) else 0

    @property
    def epochs(self) -> float | None:
        """How often all training digits were seen; a file may say anything, then None."""
        epochs = self.settings.get("epochs")
        return float(epochs) if isinstance(epochs, int | float) and 0 <= epochs < 1e9 else None

    @property
    def drawings(self) -> int | None:
        """From how many of a user's own examples it learned."""
        drawings = self.settings.get("drawings")
        return drawings if isinstance(drawings, int) else None

    def of_run(
        self, settings: Mapping[str, Any], by_hand: tuple[Mapping[str, float], ...], device: str
    ) -> "Provenance":
        """What a run adds to where it started."""
        return replace(self, settings=settings, by_hand=by_hand, device=device)

    def as_json(self) -> dict[str, Any]:
        """The JSON object."""
        said = {
            each.name: getattr(self, each.name)
            for each in fields(self)
            if each.name != "settings" and getattr(self, each.name) != each.default
        }
        if isinstance(self.started_from, Provenance):
            said["started_from"] = self.started_from.as_json()
        if self.by_hand:
            said["by_hand"] = [dict(change) for change in self.by_hand]
        return {**self.settings, **said}


UNKNOWN = Provenance()


def from_json(said: object) -> Provenance:
    """Read such an object; what is of another kind than it should be is kept among the settings, as text to look at."""
    rest = dict(said) if isinstance(said, dict) else {}
    known: dict[str, Any] = {}
    for name, kinds in _KINDS.items():
        if isinstance(rest.get(name), kinds) and not (isinstance(rest[name], bool) and bool not in kinds):
            known[name] = rest.pop(name)
    if isinstance(known.get("started_from"), dict):
        known["started_from"] = from_json(known["started_from"])
    if not all(isinstance(change, dict) for change in known.get("by_hand", [])):
        rest["by_hand"] = known.pop("by_hand")
    return Provenance(rest, **known | {"by_hand": tuple(known.get("by_hand", ()))})


_KINDS: dict[str, tuple[type, ...]] = {
    "by_hand": (list,),
    "device": (str,),
    "started_from": (str, dict),
    "started_from_changed_by_hand": (bool,),
    "taken_at_step": (int,),
    "anchor": (int, float),
    "changed_by_hand": (bool,),
}
