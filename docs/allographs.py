"""Draws the table of allographs as a picture: each with its name, as it stands and as a hand might write it.

python docs/allographs.py OUT.png [--others] [--seed N]
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).parents[1]))

from model.augment.allographs import digits, others
from model.augment.generator import images_of, on_pad, parse, plain, written

COLUMNS, SIDE, WIDTH, HEIGHT = 6, 56, 250, 84  # of a row; of an image; of a template's place


def main() -> None:
    """Write the sheet."""
    parser = argparse.ArgumentParser(description="Draw the table of allographs as a picture.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--others", action="store_true", help="letters and signs instead of digits")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = np.random.default_rng(options.seed)
    table = [(name, path) for name, path in others().items()]
    if not options.others:
        table = [(f"{digit} {name}", path) for digit, known in digits().items() for name, path in known.items()]
    rows = -(-len(table) // COLUMNS)
    sheet = Image.new("L", (COLUMNS * WIDTH, rows * HEIGHT), 255)
    words = ImageDraw.Draw(sheet)
    for number, (name, path) in enumerate(table):
        left, top = number % COLUMNS * WIDTH, number // COLUMNS * HEIGHT
        hands = [written(parse(path), chance) for _ in range(3)]
        images = images_of([on_pad(curves, chance) for curves in (plain(path), *hands)])
        for place, image in enumerate(images):
            sheet.paste(Image.fromarray(255 - image).resize((SIDE, SIDE)), (left + place * (SIDE + 4), top))
        words.text((left + 2, top + SIDE + 4), name, fill=0)
    sheet.save(options.out)


if __name__ == "__main__":
    main()
