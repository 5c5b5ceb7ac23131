"""When a run shows, checks and keeps what it has, and how fast it is. Wall time decides nothing about the weights."""

import math
import time
from collections.abc import Callable

from model.evaluate.evaluation import evaluating
from model.mnist import Mnist
from model.network.digit_net import DigitNet
from model.train.controls import Controls

LOOK_EVERY = 0.25  # seconds between copies of the network for those who watch: showing one takes time from training
CHECKED = 500  # validation digits read while training; all of them at the end
CHECK_SHARE = 0.03  # of the time may go into those checks
KEEP_EVERY = 8.0  # seconds between two states that are handed out for keeping


class Watch:
    """The clock of a run whose time begins after step number `first`."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._started = self._checked = self._kept = time.perf_counter()
        self._looked = -math.inf  # the first step is shown
        self._checking = self._waiting = 0.0

    def time_to_look(self) -> bool:
        """Whether those who watch should see the network again."""
        return time.perf_counter() - self._looked > LOOK_EVERY

    def look(self, folded: Callable[[], DigitNet]) -> DigitNet:
        """The network as it is now."""
        network = folded()
        self._looked = time.perf_counter()
        return network

    def time_to_check(self) -> bool:
        """Whether the accuracy may be measured again."""
        now = time.perf_counter()
        running = now - self._started - self._waiting
        return self._checking < CHECK_SHARE * running and now - self._checked > 3 * LOOK_EVERY

    def check(self, network: DigitNet, mnist: Mnist) -> float:
        """The accuracy 0…1 on some validation digits."""
        now = time.perf_counter()
        *_, evaluation = evaluating(network, mnist.validation.pick(0, min(CHECKED, len(mnist.validation))))
        self._checked = time.perf_counter()
        self._checking += self._checked - now
        return evaluation.accuracy

    def time_to_keep(self) -> bool:
        """Whether the run's state should be kept again."""
        return time.perf_counter() - self._kept > KEEP_EVERY

    def note_kept(self) -> None:
        """It is kept now."""
        self._kept = time.perf_counter()

    def wait(self, controls: Controls) -> None:
        """Wait as long as the run is paused; that is not counted."""
        now = time.perf_counter()
        controls.wait()
        self._waiting += time.perf_counter() - now

    def speed(self, step: int) -> float:
        """Steps a second up to `step`, pauses and checks left out; 0 before the first."""
        running = time.perf_counter() - self._started - self._waiting - self._checking
        return (step - self._first) / max(running, 1e-9)
