"""What a network expects and what it gives, in words that travel inside every exported file.

Other programs get the numbers of the network right and the picture wrong: black on white, 0…255, or a digit that fills
the image are all read, only badly. So each file says it.
"""

from typing import Any

from model.data_set import MNIST, DataSet
from model.program import VERSION

MADE_WITH = f"ConvPad {VERSION}"
EXPECTS = (
    "One handwritten digit as 28 × 28 numbers, float32: ink 0 (none, background) to 1 (full), so white on black; no "
    "mean or deviation is subtracted. The digit is cut to its bounding box, scaled with area averaging so that its "
    "longer side is 20 pixels, and placed so that its centre of mass is in the middle of the image, as MNIST's digits "
    "are."
)
GIVES = "Ten logits, for the digits 0 to 9 in this order; softmax makes probabilities of them."


def expects(data: DataSet = MNIST) -> str:
    """What the network is to be given."""
    if data.digits:
        return EXPECTS
    return (
        f"One grey image like those of the data set {data.name}, as 28 × 28 numbers, float32, 0 (dark ground) to 1; no "
        "mean or deviation is subtracted, and nothing is cropped or centred."
    )


def gives(data: DataSet = MNIST) -> str:
    """What its outputs mean."""
    if data.digits:
        return GIVES
    return f"Ten logits, for {', '.join(data.classes)} in this order; softmax makes probabilities of them."


def what(data: DataSet = MNIST) -> str:
    """What it is, to begin a description with."""
    return "A network that reads handwritten digits" if data.digits else f"A network of the data set {data.name}"


def described(data: DataSet = MNIST) -> dict[str, Any]:
    """The same as entries of a JSON object, with the program that wrote them."""
    numbers = {"labels": list(data.classes), "range": [0, 1], "background": 0}
    return {"input": expects(data), "output": gives(data), **numbers, "made_with": MADE_WITH}
