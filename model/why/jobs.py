"""What the worker thread does for page "Why", as `model/jobs.py` does it for the other pages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from model import jobs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from model.drawing.ink import Mark
    from model.drawing.raster import Raster
    from model.network.digit_net import DigitNet
    from model.why.question import Question


def reading_digits(network: "DigitNet", only_first: bool) -> jobs.Work:
    """What `network` makes of training digits; yields progress, then `Known` for some of them.

    Unless `only_first`, then `Known` for all.
    """
    from model.why import known

    jobs.one_thread()
    digits = jobs.images_of(network.data).train
    for item in known.knowing(network, digits, known.COUNTS[:1] if only_first else known.COUNTS):
        yield item
        if isinstance(item, known.Known):
            yield jobs.HAND_OVER


def finding_patches(network: "DigitNet") -> jobs.Work:
    """The places in training digits on which its filters fire most; yields progress, then `Patches`."""
    from model.why import patches

    jobs.one_thread()
    yield from patches.finding_patches(network, jobs.images_of(network.data).train)


def searching(
    network: "DigitNet", marks: Sequence["Mark"], base: "NDArray[np.float32] | None", drawn: "Raster", q: "Question"
) -> jobs.Work:
    """Look for strokes that change what is read; see `model.why.strokes.searching`."""
    from model.why import strokes

    jobs.one_thread()
    yield from strokes.searching(network, marks, drawn, q, base)


def seeking(network: "DigitNet", image: "NDArray[np.float32]", rival: int) -> jobs.Work:
    """Look for the smallest change of all pixels after which `rival` is read; yields None, then `Little` if it is."""
    from model.why import little

    jobs.one_thread()
    yield from little.seeking(network, image, rival)


def dreaming(network: "DigitNet") -> jobs.Work:
    """Let the network dream of the ten digits; yields progress, then `Dream`."""
    from model.why import dream

    jobs.one_thread()
    yield from dream.dreaming(network)


def trusting(network: "DigitNet", image: "NDArray[np.float32]", q: "Question") -> jobs.Work:
    """Colour the pixels in other ways and compare them with what was measured; yields None, then `Trust`."""
    from model.why import trust

    jobs.one_thread()
    yield from trust.trusting(network, image, q)
