"""Pictures of every page at the sizes people use, in both themes and both languages, to be looked at.

    python docs/look_over.py OUT [--language en] [--theme dark]

Draws a three, trains Quick for a while, evaluates, and saves `PAGE-WIDTHxHEIGHT-THEME-LANGUAGE.png` in the folder OUT;
those of 2880 × 1800 are of a window of 1440 × 900 at twice the pixels, made by a process of their own.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from screenshots import draw, opened_window, train, wait

from gui.language.languages import LANGUAGES
from gui.style.theme import THEMES
from gui.window.main_window import MainWindow

SIZES = ((1100, 700), (1366, 768), (1440, 900), (1920, 1080))
TWICE = ((1440, 900),)
WHY = 1  # the number of that page


def pictures(window: MainWindow, out: Path, sizes: tuple[tuple[int, int], ...], name: str, factor: int) -> None:
    """Save all pages at all sizes."""
    for width, height in sizes:
        window.resize(width, height)
        for number in range(window.pages.count()):
            window.pages.setCurrentIndex(number)
            wait(300)
            while _busy(window, number):
                wait(50)
            page = window.pages.name(number).removesuffix("Page").removesuffix("Later")
            window.grab().save(str(out / f"{page}-{width * factor}x{height * factor}-{name}.png"))


def _busy(window: MainWindow, page: int) -> bool:
    """Whether what the page shows is still being measured."""
    why = window.session.why
    if page != WHY:
        return window.session.evaluator.running
    return why.now is not None and (why.task.busy or why.firing.task.busy or why.firing.found is None)


def main() -> None:
    """Make the pictures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("out", type=Path)
    asked.add_argument("--language", choices=LANGUAGES)
    asked.add_argument("--theme", choices=THEMES)
    asked.add_argument("--twice", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if not given.twice:
        again = [sys.executable, __file__, *sys.argv[1:], "--twice"]
        subprocess.run(again, env=os.environ | {"QT_SCALE_FACTOR": "2"}, check=True)
    sizes, factor = (TWICE, 2) if given.twice else (SIZES, 1)
    with opened_window() as window:
        draw(window)
        train(window)
        window.session.trainer.revert()
        window.session.evaluator.start()
        for language in [given.language] if given.language else LANGUAGES:
            window.set_language(language)
            for theme in [given.theme] if given.theme else THEMES:
                window.set_theme(theme)
                pictures(window, given.out, sizes, f"{theme}-{language}", factor)


if __name__ == "__main__":
    main()
