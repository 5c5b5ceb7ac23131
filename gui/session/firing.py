"""What each filter looks for, as examples: the places in training digits on which it fires most, once somebody asks."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from gui.session.display import Display
from gui.session.shown import Kind
from gui.session.task import End, Failed, Task
from model.why import jobs

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet
    from model.why.patches import Patches

KEPT = 3  # networks whose places stay in memory, some 50 kB each

Pieces = tuple[NDArray[np.uint8], ...]  # (side, side) each, ink 255 on 0


@dataclass(frozen=True, eq=False)
class Found:
    """The places of `network`; None where looking for them failed."""

    network: "DigitNet"
    patches: "Patches | None"
    cut: dict[tuple[int, int], Pieces] = field(default_factory=dict)  # by layer and filter, cut out once


class Firing(QObject):
    """Looks for the places of the network on display after `ask`, once for each network, until `rest`.

    `changed` follows their progress (done, of; None while nothing is looked for), and when they are there.
    """

    changed = Signal()

    def __init__(self, display: Display, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display
        self.task = Task(self)
        self.progress: tuple[int, int] | None = None
        self._kept: OrderedDict[int, Found] = OrderedDict()
        self._begun: DigitNet | None = None
        self._asked = False

    @property
    def found(self) -> "Patches | None":
        """The places of the network on display, as soon as they are known."""
        kept = self._kept.get(id(self._display.network))
        return None if kept is None else kept.patches

    @property
    def learning(self) -> bool:
        """Whether the network on display learns: it is another one before its places would be found."""
        shown = self._display.shown
        return shown is not None and shown.kind is Kind.LEARNING

    def ask(self) -> None:
        """See to it that they are found; of a network that learns they are not."""
        network = self._display.network
        if network is None or self.learning:
            return
        self._asked = True
        if id(network) in self._kept:
            self._kept.move_to_end(id(network))
        elif not self.task.busy:
            self._begun, self.progress = network, (0, 1)
            self.task.start(jobs.finding_patches(network), self._on_items, self._on_end)
            self.changed.emit()
        elif self._begun is not network:
            self.task.cancel()  # and its end begins with the other one

    def rest(self) -> None:
        """Nobody sees them: stop looking."""
        self._asked = False
        self.task.cancel()

    def pieces(self, layer: int, channel: int) -> Pieces:
        """What a filter of the network on display reads where it fires most, the strongest first; empty until then."""
        kept = self._kept.get(id(self._display.network))
        if kept is None or kept.patches is None:
            return ()
        if (layer, channel) not in kept.cut:
            from model.why.patches import patch

            fires = np.flatnonzero(kept.patches.layers[layer].value[channel] > 0).tolist()
            pieces = (patch(kept.patches, layer, channel, n) for n in fires)
            kept.cut[layer, channel] = tuple((255 * piece + np.float32(0.5)).astype(np.uint8) for piece in pieces)
        return kept.cut[layer, channel]

    def _on_items(self, items: list[object]) -> None:
        from model.why.known import KnownProgress
        from model.why.patches import Patches

        for item in items:
            if isinstance(item, Patches):
                self._keep(item)
            elif isinstance(item, KnownProgress):
                self.progress = item.done, item.of
        self.changed.emit()

    def _keep(self, patches: "Patches | None") -> None:
        if self._begun is not None:
            self._kept[id(self._begun)] = Found(self._begun, patches)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def _on_end(self, end: End) -> None:
        if isinstance(end, Failed):
            self._keep(None)  # it would fail again
        self._begun = self.progress = None
        self.changed.emit()
        if self._asked:
            self.ask()
