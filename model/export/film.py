"""Pictures to an animated picture: GIF, which plays everywhere, or WebP or PNG, which lose nothing."""

import io
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

FORMATS = {".gif": "GIF", ".webp": "WEBP", ".png": "PNG"}  # by the file's ending
LAST = 12  # times as long as the others is the last frame shown, before it begins again
LONGEST_WAIT = 65_000  # milliseconds a frame may stand, in every format


def encoding(frames: Sequence[NDArray[np.uint8]], ending: str, milliseconds: int) -> Iterator[bytes | None]:
    """Yield None after each frame, so that it can be stopped, and then the content of the file.

    `frames` are (height, width, 3), all of one size; `ending` is one of `FORMATS`; each stands `milliseconds`.

    Raises:
        ValueError: no frames, or another ending.
    """
    if not frames or ending not in FORMATS:
        raise ValueError(f"{len(frames)} frames cannot become a {ending} file")
    pictures = []
    for frame in frames:
        picture = Image.fromarray(frame)
        # without dithering: numbers are flat squares, and neighbouring frames differ in less
        pictures.append(picture.quantize(dither=Image.Dither.NONE) if ending == ".gif" else picture)
        yield None
    waits = [milliseconds] * (len(pictures) - 1) + [min(LAST * milliseconds, LONGEST_WAIT)]
    options: dict[str, object] = {"lossless": True, "method": 2} if ending == ".webp" else {"optimize": False}
    content = io.BytesIO()
    pictures[0].save(
        content, FORMATS[ending], save_all=True, append_images=pictures[1:], duration=waits, loop=0, **options
    )
    yield content.getvalue()
