"""What Shift+F1, or ? and a click, say of a control: what it is, what happens, one thing to try."""

import html
import re
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

NUMBER = re.compile(r"\d+")


def explain(root: QWidget, hints: Mapping[str, str]) -> None:
    """Explain `root` and all that lies in it.

    `hints` says one thing to try for each object name, in which # stands for any number. The rest is what a control
    says of itself anyway: its name for screen readers, and its tip.
    """
    for widget in (root, *root.findChildren(QWidget)):
        name = widget.objectName()
        hint = hints.get(name) or hints.get(NUMBER.sub("#", name))
        if hint and not widget.whatsThis():
            widget.setWhatsThis(written(widget.accessibleName(), widget.toolTip(), hint))


def written(title: str, *paragraphs: str) -> str:
    """As rich text: the title in bold, then each paragraph that is not empty."""
    parts = [f"<b>{_plain(title)}</b>"] if title else []
    return "".join([*parts, *(f"<p>{_plain(each)}</p>" for each in paragraphs if each and each != title)])


def _plain(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")
