"""The README's tree: what it names is there, and every folder of gui/ and model/ is named."""

import re

from helpers import ROOT

TREE = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Where things are")[2].split("```")[1]


def paths() -> set[str]:
    """What begins the tree's lines, with the folder it lies in."""
    found, top = set(), ""
    for line in TREE.strip().splitlines():
        name = line.split()[0]
        if not line.startswith(" "):
            top = name if name.endswith("/") else ""
            found.add(name)
        else:
            found.add(top + name)
    return found


def test_what_the_tree_names_is_there() -> None:
    assert len(paths()) > 25
    assert not [name for name in paths() if not (ROOT / name).exists()]
    files = re.findall(r"\w+\.py", TREE)
    known = {
        path.name for part in ("gui", "model", "tests", "docs", "packaging") for path in (ROOT / part).rglob("*.py")
    }
    assert not set(files) - known - {"main.py"}


def test_every_folder_is_named() -> None:
    folders = {path.parent for part in ("gui", "model") for path in (ROOT / part).rglob("*.py")}
    names = {f"{folder.relative_to(ROOT)}/" for folder in folders}
    assert len(names) > 15
    assert not names - paths() - {"gui/pages/"}
