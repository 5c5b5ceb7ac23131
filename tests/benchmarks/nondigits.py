"""How well the network knows that something is no digit: letters, scribbles, figures, specks, against real digits.

    python tests/benchmarks/nondigits.py DRAWINGS [--weights FILE] [--every 4] [--seed 0]

Prints one JSON object: for each kind the AUROC of the top probability (1: every digit is surer than every non-digit,
0.5: no difference) and how often the answer was "not sure", beside how often it was so for digits; and how often it
would be if 2 % of the digits were. "all" leaves out the pairs, two drawings beside each other. Letters come from
strokes (one-line capitals below) and from the fonts that are there: Pillow's own and DejaVu's where installed. Letters
that are digits to any eye (O, I, l, S, Z, ...) are left out.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.drawing.drawings import Drawing, read_drawings
from model.drawing.ink import SIDE, Array, Stroke, render
from model.drawing.raster import raster
from model.evaluate.evaluation import logits_of
from model.evaluate.readings import calibration_error
from model.look.snapshot import SURE
from model.network import checkpoint, weights_file
from model.network.digit_net import DigitNet

LETTERS = "ACDEFGHJKMNPQRTUVWXYadefhkmnprtuvwxy"  # without those that look like digits
CAPITALS = {  # strokes on a grid of 4 × 6, x and y digit by digit, a space lifts the pen
    "A": "062046 1434",
    "C": "4130100105163645",
    "D": "0006264442200000",
    "E": "40000646 0333",
    "F": "400006 0333",
    "H": "0006 4046 0343",
    "J": "4045361605",
    "K": "0006 400346",
    "M": "0600234046",
    "N": "06004640",
    "P": "06003041423303",
    "R": "06003041423303 2346",
    "T": "0040 2026",
    "U": "000516364540",
    "V": "002640",
    "W": "0016233640",
    "X": "0046 4006",
    "Y": "002340 2326",
}
FIGURES = {
    "triangle": "06204606",
    "square": "0040460600",
    "diamond": "2043260320",
    "cross": "2026 0343",
    "star": "061046014306 0643",
    "arrow": "0343 314335",
    "wave": "0312233443",
    "hash": "1016 3036 0242 0444",
    "house": "0602204246060242",
    "hourglass": "0040064600",
    "box with a cross": "0040460600 0046 4006",
    "stairs": "060414123230",
    "tree": "2026 2002 2042 2304 2344",
}
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-ExtraLight.ttf", "DejaVuSerif.ttf", "DejaVuSansMono.ttf")
PAIRS = 400
COPIES = 25  # of each stroke letter and figure, each drawn a little differently


def drawn(code: str, chance: np.random.Generator) -> Array:
    """Ink (140, 140) of a figure given as digits, with an unsteady hand, turned, slanted, stretched, any pen."""
    turn = chance.uniform(-0.2, 0.2)
    matrix = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    matrix = (
        matrix @ np.array([[chance.uniform(0.7, 1.3), 0.0], [chance.uniform(-0.3, 0.3), 1.0]]) * chance.uniform(14, 32)
    )
    strokes = []
    for part in code.split():
        corners = np.array([[int(x), int(y)] for x, y in zip(part[::2], part[1::2], strict=True)], float)
        corners += chance.normal(0, 0.15, corners.shape)
        points = (corners - [2, 3]) @ matrix + 140
        strokes.append(Stroke(points.astype(np.float32), float(chance.uniform(8, 30))))
    return render(strokes)


def scribbled(chance: np.random.Generator) -> Array:
    """Ink of a smooth random scribble: a pen that keeps turning."""
    count = int(chance.integers(60, 160))
    angle = np.cumsum(np.cumsum(chance.normal(0, 0.12, count))) * 0.3 + chance.normal(0, 0.5, count).cumsum()
    points = np.cumsum(np.stack([np.cos(angle), np.sin(angle)], 1), axis=0)
    points = (points - points.mean(0)) / max(np.abs(points - points.mean(0)).max(), 1e-6)
    points = points * chance.uniform(40, 120) + 140
    return render([Stroke(points.astype(np.float32), float(chance.uniform(8, 25)))])


def speck(chance: np.random.Generator) -> Array:
    """Ink of a dot or a few: a nearly blank pad."""
    points = chance.uniform(60, 220, (int(chance.integers(1, 4)), 2)).astype(np.float32)
    return render([Stroke(point[None], float(chance.uniform(4, 20))) for point in points])


def printed(font: ImageFont.FreeTypeFont, letter: str) -> Array:
    """Ink of a letter in print."""
    image = Image.new("L", (SIDE, SIDE))
    ImageDraw.Draw(image).text((SIDE / 2, SIDE / 2), letter, fill=255, font=font, anchor="mm")
    return np.asarray(image, np.float32) / np.float32(255)


def fonts() -> Iterator[ImageFont.FreeTypeFont]:
    """The fonts that are there."""
    default = ImageFont.load_default(90)
    assert isinstance(default, ImageFont.FreeTypeFont)
    yield default
    yield from (ImageFont.truetype(str(DEJAVU / name), 90) for name in FONTS if (DEJAVU / name).exists())


def kinds(seed: int) -> dict[str, list[Array]]:
    """The ink of all non-digits, by kind."""
    chance = np.random.default_rng(seed)
    return {
        "letters, printed": [printed(font, letter) for font in fonts() for letter in LETTERS],
        "letters, strokes": [drawn(code, chance) for code in CAPITALS.values() for _ in range(COPIES)],
        "figures": [drawn(code, chance) for code in FIGURES.values() for _ in range(COPIES)],
        "scribbles": [scribbled(chance) for _ in range(300)],
        "specks": [speck(chance) for _ in range(100)],
    }


def pair(left: Drawing, right: Drawing, chance: np.random.Generator) -> Array:
    """Ink of two drawings beside each other, each as high as the other, a little apart."""
    strokes, start = [], 20.0
    for drawing in (left, right):
        points = np.concatenate([s.points for s in drawing.strokes])
        low, size = points.min(axis=0), np.ptp(points, axis=0)
        scale = min(110 / max(float(size[1]), 1.0), 110 / max(float(size[0]), 1.0))
        shift = np.array([start, 80.0])
        strokes += [
            replace(s, points=((s.points - low) * scale + shift).astype(np.float32), width=10) for s in drawing.strokes
        ]
        start += float(size[0]) * scale + chance.uniform(12, 40)
    return render(strokes)


def top(network: DigitNet, inks: list[Array]) -> tuple[Array, Array]:
    """All ten probabilities (n, 10) and the top ones (n,)."""
    images = np.stack([r.image for ink in inks if (r := raster(ink, straighten=True)) is not None])
    probabilities = torch.softmax(torch.cat(list(logits_of(network, torch.from_numpy(images)[:, None]))), 1).numpy()
    return probabilities, probabilities.max(1)


def auroc(high: Array, low: Array) -> float:
    """The chance that one of `high` is larger than one of `low`, ties half."""
    order = np.sort(low)
    below = np.searchsorted(order, high, "left") + np.searchsorted(order, high, "right")
    return float(below.mean() / 2 / len(low))


def main() -> None:
    """Measure all kinds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drawings", type=Path)
    parser.add_argument("--weights", type=Path, default=weights_file.SHIPPED)
    parser.add_argument("--every", type=int, default=4, help="take every n-th drawing")
    parser.add_argument("--seed", type=int, default=0)
    arguments, _ = parser.parse_known_args()
    torch.set_num_threads(1)
    network = checkpoint.load(arguments.weights).network
    drawings = [d for d in islice(read_drawings(arguments.drawings), 0, None, arguments.every) if d.label is not None]
    probabilities, digits = top(network, [d.ink() for d in drawings])
    labels = np.array([d.label for d in drawings])
    found = {kind: top(network, inks)[1] for kind, inks in kinds(arguments.seed).items()}
    found["all"] = np.concatenate(list(found.values()))
    chance = np.random.default_rng(arguments.seed)
    picked = chance.integers(0, len(drawings), (PAIRS, 2)).tolist()
    found["pairs"] = top(network, [pair(drawings[a], drawings[b], chance) for a, b in picked])[1]
    fair = float(np.quantile(digits, 0.02))
    results = {
        kind: {
            "count": len(p),
            "auroc": round(auroc(digits, p), 4),
            "not_sure": round(float((p < SURE).mean()), 4),
            "not_sure_at_2_percent": round(float((p < fair).mean()), 4),
        }
        for kind, p in found.items()
    }
    sure = digits >= SURE
    right = probabilities.argmax(1) == labels
    about = {
        "count": len(digits),
        "accuracy": round(float(right.mean()), 5),
        "not_sure": round(float((~sure).mean()), 5),
        "accuracy_when_sure": round(float(right[sure].mean()), 5),
        "calibration_error": round(calibration_error(digits, right), 5),
    }
    print(json.dumps({"sure": SURE, "digits": about, "non_digits": results, "seed": arguments.seed}))


if __name__ == "__main__":
    main()
