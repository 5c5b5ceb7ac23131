"""`main.py look`: what page "Look inside" shows of one digit, as a picture and without a window."""

from itertools import islice
from pathlib import Path

from gui import app
from gui.export import panel_pictures
from gui.language import languages
from gui.pages.look.still import Still
from gui.style import theme
from model.files import InputError, write_atomically
from model.streams import say

ENDINGS = (".png", ".svg")


def write_look(source: Path, number: int, out: Path, weights: Path | None, dressed: str, language: str) -> None:
    """Write to `out` how a network reads digit `number` (1 for the first) of those in `source`, and print the path.

    A network of other classes reads all that a picture or drawing shows as one.

    `dressed` is the theme's name. Qt must be told before to paint without a screen.

    Raises:
        InputError: something cannot be read, there are not so many digits, or the picture cannot be written.
    """
    from model.given import STANDARD_INPUT, digits_of, wholes_of
    from model.look.snapshot import look_through, saved_weights
    from model.network.weights_file import SHIPPED

    if out.suffix.lower() not in ENDINGS:
        raise InputError(f"{out} must end in {' or '.join(ENDINGS)}.")
    numbers = saved_weights(weights or SHIPPED)
    read = digits_of if numbers.data.digits else wholes_of
    inked = ((asked, steps) for asked, _, steps in read(source) if steps is not None)
    asked, steps = next(islice(inked, number - 1, None), (None, None))
    if asked is None or steps is None:
        one = "digit" if numbers.data.digits else "image"
        raise InputError(f"{source} holds no {one} {number}." if number > 1 else f"Nothing was found on {source}.")
    application = app.application()
    theme.apply(theme.THEMES[dressed])
    languages.apply(language)
    name = "" if source == STANDARD_INPUT else Path(asked.name).name
    still = Still(look_through(numbers, steps.image, steps), name)
    still.ensurePolished()
    svg = out.suffix.lower() == ".svg"
    write_atomically(out, panel_pictures.svg(still, "ConvPad") if svg else panel_pictures.png(still))
    still.deleteLater()
    application.processEvents()
    say(str(out))
