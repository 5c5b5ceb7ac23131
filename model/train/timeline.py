"""The networks of a run along its steps, few enough to keep them all in memory. Knows nothing of training."""

from bisect import bisect_right

import numpy as np
import torch
from numpy.typing import NDArray

from model.network.digit_net import DigitNet

FRAMES = 200
BYTES = 64 * 1024 * 1024  # of weights; larger networks have fewer frames


class Timeline:
    """At most `frames` plain networks, exact, thinned evenly as more are added; the first and the last always stay.

    Thinning takes the frame out whose neighbours are closest together. So no gap is wider than twice the mean of all
    gaps, unless the networks came that far apart.
    """

    def __init__(self, frames: int = FRAMES, limit: int = BYTES) -> None:
        self._most, self._limit = frames, limit
        self._steps: list[int] = []
        self._networks: list[DigitNet] = []

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps of the run that there is a network of, rising."""
        return tuple(self._steps)

    def frames(self) -> list[tuple[int, DigitNet]]:
        """Each kept step with its network."""
        return list(zip(self._steps, self._networks, strict=True))

    @property
    def nbytes(self) -> int:
        """Memory that the weights take."""
        return sum(_size(network) for network in self._networks)

    def add(self, step: int, network: DigitNet) -> None:
        """Keep `network`, which nobody may change any more, as that of `step`; the same step again replaces it.

        Raises:
            ValueError: `step` lies before the last one.
        """
        if self._steps and step < self._steps[-1]:
            raise ValueError(f"step {step} comes after step {self._steps[-1]}")
        if self._steps and step == self._steps[-1]:
            self._networks[-1] = network
            return
        self._steps.append(step)
        self._networks.append(network)
        capacity = max(2, min(self._most, self._limit // _size(network)))
        while len(self._steps) > capacity:
            inner = range(1, len(self._steps) - 1)
            gone = min(inner, key=lambda n: self._steps[n + 1] - self._steps[n - 1])
            del self._steps[gone], self._networks[gone]

    def nearest(self, step: int) -> int:
        """The kept step at `step` or last before it, else the first.

        Raises:
            ValueError: nothing was kept yet.
        """
        if not self._steps:
            raise ValueError("nothing was kept yet")
        return self._steps[max(bisect_right(self._steps, step) - 1, 0)]

    def at(self, step: int) -> DigitNet:
        """The network of `nearest(step)`; not to be changed."""
        return self._networks[self._steps.index(self.nearest(step))]


@torch.inference_mode()
def probabilities(network: DigitNet, image: NDArray[np.float32]) -> NDArray[np.float32]:
    """The ten probabilities that a plain network gives to one image (28, 28), 0…1."""
    x = torch.from_numpy(np.array(image, np.float32))[None, None]
    return torch.softmax(network(x)[0], dim=0).numpy()


def _size(network: DigitNet) -> int:
    return sum(p.numel() * p.element_size() for p in network.parameters())
