"""Pause, stop and change a run while it trains: the window asks in its thread, `train` reads it in another."""

import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    """A change to the run: another `learning_rate` from now on, or without one a further epoch."""

    learning_rate: float | None = None


class Controls:
    """`train` looks here between two steps. While paused it sleeps in `wait`, which whatever is asked ends."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._paused = self._stopped = False
        self._orders: list[Order] = []

    @property
    def paused(self) -> bool:
        """Whether the run stands still, or will at its next step."""
        return self._paused

    @property
    def stopped(self) -> bool:
        """Whether the run was asked to end without a result."""
        return self._stopped

    def pause(self) -> None:
        """Stand still after the step that is on."""
        with self._changed:
            self._paused = True

    def go_on(self) -> None:
        """End the pause."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def stop(self) -> None:
        """End the run at its next step, paused or not."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def set_learning_rate(self, learning_rate: float) -> None:
        """Learn at this rate from the next step on; the schedule goes on falling from there."""
        with self._changed:
            self._orders.append(Order(learning_rate))
            self._changed.notify_all()

    def one_more_epoch(self) -> None:
        """Let the run last an epoch longer."""
        with self._changed:
            self._orders.append(Order())
            self._changed.notify_all()

    def wait(self) -> None:
        """For the run: sleep while paused, until something else is asked."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or not self._paused or self._orders)

    def take_orders(self) -> list[Order]:
        """For the run: what was asked since the last time."""
        with self._changed:
            orders, self._orders = self._orders, []
        return orders
