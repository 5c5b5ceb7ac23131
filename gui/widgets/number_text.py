"""Arrays as text for the clipboard: a tab between numbers, a line a row."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def as_text(numbers: NDArray[np.floating[Any]]) -> str:
    """Numbers (n, h, w), (h, w) or (n,) as they would be pasted into a spreadsheet; a blank line between tiles."""
    if numbers.ndim > 2:
        return "\n\n".join(as_text(tile) for tile in numbers)
    return "\n".join("\t".join(f"{value:.6g}" for value in row) for row in np.atleast_2d(numbers).tolist())
