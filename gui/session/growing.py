"""The stroke that is being drawn. One more point costs the same whether it is the tenth or the hundred-thousandth."""

import numpy as np

from model.drawing.ink import FARTHEST, Stroke, segment_effort


class Growing:
    """Points in arrays with room for more; what is asked after each of them, like `reach`, is kept up to date.

    Points farther away than files may hold are moved to that border.
    """

    def __init__(self, width: float, eraser: bool) -> None:
        self.width, self.eraser = width, eraser
        self.count = 0
        self.effort = 0.0  # as `model.drawing.ink.effort`
        self._points = np.empty((256, 2), np.float32)
        self._pressure = np.ones(256, np.float32)
        self._even = True  # whether the pressure was full all the time
        self._low = self._high = self._last = (0.0, 0.0)

    def add(self, x: float, y: float, pressure: float) -> None:
        """Go on to x, y (pad units)."""
        x, y = (min(max(value, -FARTHEST), FARTHEST) for value in (x, y))
        if self.count == len(self._points):
            self._points = np.concatenate([self._points, np.empty_like(self._points)])
            self._pressure = np.concatenate([self._pressure, np.ones_like(self._pressure)])
        self._points[self.count], self._pressure[self.count] = (x, y), pressure
        self._even = self._even and pressure >= 1
        if self.count == 0:
            self._low = self._high = self._last = (x, y)
        self._low = min(self._low[0], x), min(self._low[1], y)
        self._high = max(self._high[0], x), max(self._high[1], y)
        self.effort += segment_effort(float(np.hypot(x - self._last[0], y - self._last[1])), self.width)
        self._last = x, y
        self.count += 1

    def stroke(self, first: int = 0) -> Stroke:
        """What has been drawn from point number `first` on."""
        part = slice(first, self.count)
        pressure = None if self._even else self._pressure[part].copy()
        return Stroke(self._points[part].copy(), self.width, self.eraser, pressure)

    def reach(self) -> Stroke:
        """From corner to corner of the box around its points: stands for it where only reach and pen matter."""
        return Stroke(np.array([self._low, self._high], np.float32), self.width, self.eraser)
