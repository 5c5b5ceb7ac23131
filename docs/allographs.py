"""Draws the table of allographs as a picture: each with its name, as it stands and as hands might write it.

python docs/allographs.py OUT.png [--others] [--seed N]
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).parents[1]))

from model.augment.allographs import digits, non_digits
from model.augment.generator import draw, images_of

COLUMNS, SIDE, WIDTH, HEIGHT = 6, 56, 250, 84  # of a row; of an image; of an allograph's place


def main() -> None:
    """Write the sheet."""
    parser = argparse.ArgumentParser(description="Draw the table of allographs as a picture.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--others", action="store_true", help="letters and signs instead of digits")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = np.random.default_rng(options.seed)
    table = non_digits() if options.others else [allograph for known in digits() for allograph in known]
    rows = -(-len(table) // COLUMNS)
    sheet = Image.new("L", (COLUMNS * WIDTH, rows * HEIGHT), 255)
    words = ImageDraw.Draw(sheet)
    for number, allograph in enumerate(table):
        left, top = number % COLUMNS * WIDTH, number // COLUMNS * HEIGHT
        for place, image in enumerate(images_of([draw(allograph, chance, loose) for loose in (0, 1, 1, 1)])):
            sheet.paste(Image.fromarray(255 - image).resize((SIDE, SIDE)), (left + place * (SIDE + 4), top))
        words.text((left + 2, top + SIDE + 4), f"{allograph.sign} {allograph.name}", fill=0)
    sheet.save(options.out)


if __name__ == "__main__":
    main()
