"""Pictures to ink: polarity, transparency, light, size, and files that are no good."""

import contextlib
import io
import random
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image, ImageFilter

from model.drawing import pixels
from model.drawing.ink import SIDE
from model.drawing.picture import digits_on, ink_from_pixels
from model.drawing.pixels import Array, Pixels, read_picture
from model.drawing.raster import raster
from model.files import InputError
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint


def encoded(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def image_of(content: bytes) -> Array:
    found = raster(ink_from_pixels(read_picture(content)))
    assert found is not None
    return found.image


@pytest.fixture(scope="module")
def seven(mnist: Mnist) -> Pixels:
    """The test set's first digit, (28, 28)."""
    digit: Pixels = mnist.test.images[0, 0].numpy()
    return digit


def large(digit: Pixels, times: int = 10) -> Pixels:
    return np.kron(digit, np.ones((times, times), np.uint8))


@pytest.mark.parametrize("inverted", [False, True])
def test_a_digit_of_mnist_gives_back_its_image(mnist: Mnist, inverted: bool) -> None:
    for digit in mnist.test.images[:100, 0].numpy():
        shown = Image.fromarray(255 - digit if inverted else digit)
        np.testing.assert_allclose(image_of(encoded(shown)), digit.astype(np.float32) / 255, atol=1e-5)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_kind_of_pixel(seven: Pixels, mode: str) -> None:
    binary = (seven > 100).astype(np.uint8) * 255
    deep = Image.fromarray(binary.astype(np.uint16) * 257)
    image = deep if mode == "I;16" else Image.fromarray(binary).convert(mode)
    kind = "TIFF" if mode in ("CMYK", "F", "I") else "PNG"
    np.testing.assert_allclose(image_of(encoded(image, kind)), image_of(encoded(Image.fromarray(binary))), atol=1e-4)


@pytest.mark.parametrize("color", [(0, 0, 0), (255, 255, 255), (200, 30, 30)])
def test_a_cut_out_digit_on_nothing(seven: Pixels, color: tuple[int, int, int]) -> None:
    pixels = np.zeros((28, 28, 4), np.uint8)
    pixels[..., :3] = color
    pixels[..., 3] = seven
    np.testing.assert_allclose(image_of(encoded(Image.fromarray(pixels))), seven / 255, atol=0.1)


def test_turned_photographs_stand_upright(seven: Pixels) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: shown rotated by 90° clockwise
    stored = Image.fromarray(large(seven)).rotate(90, expand=True)
    turned = image_of(encoded(stored, "JPEG", quality=95, exif=exif))
    np.testing.assert_allclose(turned, seven / 255, atol=0.2)


def test_the_first_frame_of_an_animation(seven: Pixels) -> None:
    frames = [Image.fromarray(seven), Image.fromarray(255 - seven)]
    content = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    np.testing.assert_allclose(image_of(content), seven / 255, atol=0.02)


def photograph(digit: Pixels, seed: int) -> Image.Image:
    """A pen's digit somewhere on paper, in uneven light, grainy and a little blurred."""
    rng = np.random.default_rng(seed)
    page = np.zeros((600, 800), np.float32)
    top, left = rng.integers(20, 240), rng.integers(20, 440)
    page[top : top + 336, left : left + 336] = large(digit, 12) / 255
    soft = np.asarray(Image.fromarray((page * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(3))) / 255
    y, x = np.meshgrid(np.linspace(-0.5, 0.5, 600), np.linspace(-0.5, 0.5, 800), indexing="ij")
    light = 0.75 + 0.25 * (rng.uniform(-1, 1) * x + rng.uniform(-1, 1) * y) - 0.4 * (x * x + y * y)
    noisy = light * (1 - 0.65 * soft) + rng.normal(0, 0.03, page.shape)
    return Image.fromarray((noisy.clip(0, 1) * 255).astype(np.uint8))


def test_photographs_in_uneven_light_are_read(mnist: Mnist, shipped: Checkpoint) -> None:
    right = 0
    for number in range(20):
        content = encoded(photograph(mnist.test.images[number, 0].numpy(), number), "JPEG", quality=80)
        answer = shipped.network(torch.from_numpy(image_of(content).copy())[None, None]).argmax()
        right += int(answer) == int(mnist.test.labels[number])
    assert right >= 18


def even(*values: int, size: tuple[int, int] = (60, 50)) -> Pixels:
    return np.full((*size, 4), values, np.uint8)


def _gradient() -> Pixels:
    pixels = even(0, 0, 0, 255, size=(300, 400))
    pixels[..., :3] = np.linspace(90, 220, 400).astype(np.uint8)[None, :, None]
    return pixels


def _grain() -> Pixels:
    pixels = even(0, 0, 0, 255, size=(300, 300))
    pixels[..., :3] = np.random.default_rng(0).normal(200, 6, (300, 300, 1)).clip(0, 255)
    return pixels


@pytest.mark.parametrize(
    "pixels",
    [
        even(255, 255, 255, 255),
        even(0, 0, 0, 255),
        even(90, 120, 10, 255),
        even(0, 0, 0, 0),
        even(0, 0, 0, 255, size=(1, 1)),
        even(0, 0, 0, 255, size=(0, 5)),
        even(0, 0, 0, 255, size=(1, 3000)),
        _gradient(),
        _grain(),
    ],
    ids=["white", "black", "green", "transparent", "one pixel", "nothing", "a line", "gradient", "grain"],
)
def test_a_picture_of_nothing_gives_no_ink(pixels: Pixels) -> None:
    ink = ink_from_pixels(pixels)
    assert ink.shape == (SIDE, SIDE)
    assert ink.dtype == np.float32
    assert not ink.any()


def test_the_aspect_is_kept_and_a_small_digit_on_a_page_is_taken_alone() -> None:
    page = even(255, 255, 255, 255, size=(1000, 1400))
    page[300:400, 200:230, :3] = 0
    ink = ink_from_pixels(page)
    rows, columns = (np.flatnonzero(ink.max(axis=axis) > 0.5) for axis in (1, 0))
    assert len(rows) > 50
    assert len(rows) / len(columns) == pytest.approx(100 / 30, rel=0.2)


def test_ink_from_pixels_refuses_other_arrays() -> None:
    with pytest.raises(ValueError, match="height, width, 4"):
        ink_from_pixels(np.zeros((28, 28), np.uint8))


def test_damaged_files_give_a_picture_or_one_error(seven: Pixels) -> None:
    chance = random.Random(0)
    image = Image.fromarray(large(seven, 3))
    for kind in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"):
        whole = encoded(image, kind)
        for _ in range(25):
            content = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.4 else whole)
            for _ in range(chance.randrange(1, 6)):
                if content:
                    content[chance.randrange(min(len(content), 400))] = chance.randrange(256)
            with contextlib.suppress(InputError):
                ink_from_pixels(read_picture(bytes(content)))


def test_what_is_no_picture_is_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "notes.png"
    path.write_bytes(b"no picture at all")
    with pytest.raises(InputError, match=r"notes\.png is not a picture"):
        read_picture(path)
    with pytest.raises(InputError, match="Cannot read"):
        read_picture(tmp_path / "missing.png")
    path.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n")
    with pytest.raises(InputError, match="is not a picture"):
        read_picture(path)
    monkeypatch.setattr(pixels, "MAX_PIXELS", 100)
    with pytest.raises(InputError, match="pixels"):
        read_picture(encoded(Image.new("L", (11, 10))))


def test_an_icon_with_more_in_it_than_it_says() -> None:
    inside = encoded(Image.new("1", (13_000, 13_000)))
    header = struct.pack("<HHH BBBBHHII", 0, 1, 1, 16, 16, 0, 0, 1, 32, len(inside), 22)
    with pytest.raises(InputError, match="pixels"):
        read_picture(header + inside)


SHEET = np.full((400, 400), 230, np.uint8)


def drawn_on(paper: Pixels, ink: int, digit: Pixels, side: int = 280) -> Pixels:
    """A digit of MNIST laid on the middle of grey paper (n, n)."""
    page = paper.copy()
    place = (len(page) - side) // 2
    cover = np.asarray(Image.fromarray(digit).resize((side, side), Image.Resampling.BICUBIC)) / 255
    part = page[place : place + side, place : place + side]
    part[:] = (part * (1 - cover) + ink * cover).astype(np.uint8)
    return page


def framed() -> Pixels:
    page = SHEET.copy()
    page[20:380, 20:380] = 0
    page[24:376, 24:376] = 230
    return page


def ruled() -> Pixels:
    page = SHEET.copy()
    for row in range(10, 400, 40):
        page[row : row + 2] = 170
    return page


def shaded() -> Pixels:
    page = SHEET.copy()
    page[:, 220:] = 110
    return page


def on_a_desk() -> Pixels:
    page = np.full((480, 480), 90, np.uint8)
    page[40:440, 40:440] = SHEET
    return page


@pytest.mark.parametrize("paper", [framed, ruled, shaded, on_a_desk], ids=lambda paper: paper.__name__)
def test_what_is_not_the_digit_is_left_out(mnist: Mnist, shipped: Checkpoint, paper: Callable[[], Pixels]) -> None:
    for number in range(10):
        page = drawn_on(paper(), 20, mnist.test.images[number, 0].numpy())
        [found] = digits_on(read_picture(encoded(Image.fromarray(page))))
        steps = raster(found.ink)
        assert steps is not None
        answer = shipped.network(torch.from_numpy(steps.image.copy())[None, None]).argmax()
        assert int(answer) == int(mnist.test.labels[number])


@pytest.mark.parametrize("times", [2, 5])
@pytest.mark.parametrize("inverted", [False, True])
def test_inverting_and_scaling_change_nothing(seven: Pixels, times: int, inverted: bool) -> None:
    page = drawn_on(np.full((140, 140), 255, np.uint8), 0, seven, 100)
    one = image_of(encoded(Image.fromarray(page)))
    other = large(255 - page if inverted else page, times)
    np.testing.assert_allclose(image_of(encoded(Image.fromarray(other))), one, atol=0.15)


def test_a_line_of_one_pixel_is_thickened() -> None:
    page = np.full((600, 600), 255, np.uint8)
    page[100:400, 300] = 0
    [found] = digits_on(read_picture(encoded(Image.fromarray(page))))
    assert found.box == (300, 100, 301, 400)
    middle = found.ink[70]
    assert middle.max() == 1
    assert middle.sum() / (found.ink.max(axis=1) > 0.5).sum() > 0.06


def test_a_bomb_is_refused_by_its_size() -> None:
    with pytest.raises(InputError, match="pixels"):
        read_picture(encoded(Image.new("1", (12_000, 12_000))))
