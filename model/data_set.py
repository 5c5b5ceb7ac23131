"""What a set of images is called, its ten classes and its files; without torch, so that a window can offer it at once.

The images themselves are read by `model.data_sets`.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.files import InputError, read_bounded, why

DIGITS = tuple("0123456789")
PARTS = ("train", "t10k")
IDX_FILES = tuple(f"{part}-{kind}" for part in PARTS for kind in ("images-idx3-ubyte", "labels-idx1-ubyte"))
LABEL_FILES = ("labels.txt", "classes.txt")
MAX_FILE = 4096  # bytes of such a file
LONGEST = 40  # characters of a name
JOINERS = dict.fromkeys((0x200C, 0x200D))
SHOWN = 20  # characters of a folder's name that a set goes by: it stands in small places
PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".pgm", ".ppm")


@dataclass(frozen=True)
class DataSet:
    """A set's name, the names of its classes in the order of their labels, and its folder.

    `folder` is empty for the built-in MNIST; one in the user's own folder begins with `~`, so that a weights file that
    is given away names nobody.
    """

    name: str = "MNIST"
    classes: tuple[str, ...] = DIGITS
    folder: str = ""

    @property
    def digits(self) -> bool:
        """Whether its classes are the digits 0 to 9: only then are drawings read and changed as digits are."""
        return self.classes == DIGITS

    @property
    def built_in(self) -> bool:
        """Whether it is the MNIST that ConvPad ships."""
        return not self.folder

    @property
    def path(self) -> Path:
        """Where it lies; the built-in lies elsewhere."""
        try:
            return Path(self.folder).expanduser()
        except RuntimeError:  # a file may name the folder of a user who is not here
            return Path(self.folder)

    def as_json(self) -> dict[str, Any]:
        """The same as a JSON object."""
        return {"name": self.name, "classes": list(self.classes), "folder": self.folder}


MNIST = DataSet()


def from_json(said: object) -> DataSet:
    """Read such an object; nothing said stands for MNIST, as in files from before there was a choice.

    Raises:
        InputError: it is none.
    """
    if said is None:
        return MNIST
    if isinstance(said, Mapping):
        match said.get("name"), said.get("classes"), said.get("folder", ""):
            case str(name), list(classes), str(folder) if _are_names([name]) and _are_classes(classes):
                elsewhere = folder.startswith(("//", "\\\\"))  # no other computer is asked because a file says so
                return DataSet(name, tuple(classes), "?" if elsewhere else folder)
    raise InputError("the description of the data is damaged.")


def looked_at(folder: Path) -> DataSet:
    """What is in `folder`, without reading the images.

    Raises:
        InputError: it holds neither four IDX files nor ten subfolders with pictures, or classes without proper names.
    """
    about = described(folder)
    lacking = None if class_folders(folder) else next((name for name in IDX_FILES if found(folder, name) is None), None)
    if lacking is not None:
        raise InputError(
            "{0} lacks {1}, and has no ten subfolders with pictures either; choose another folder.", folder, lacking
        )
    return about


def described(folder: Path) -> DataSet:
    """What lies in `folder`: its name is the folder's, the classes' names are those of a file or of its subfolders.

    Without either they are 0 to 9.

    Raises:
        InputError: there is no such folder, or the names are not ten that can be shown.
    """
    if not os.path.isdir(folder):  # false, too, where it cannot be looked at
        raise InputError("There is no folder {0}.", folder)
    inner = class_folders(folder)
    classes = tuple(path.name for path in inner) if inner else _class_names(folder)
    wrong = next((name for n, name in enumerate(classes) if not _are_names([name]) or name in classes[:n]), None)
    if wrong is not None:
        raise InputError(
            "{0} calls a class “{1}”: ten different names are needed, each of 1 to {2} characters that can be seen, "
            "without < and >.",
            folder,
            "".join(c if c.isprintable() else "?" for c in wrong[: LONGEST + 1]),
            LONGEST,
        )
    return DataSet(_name(folder), classes, _shortened(folder))


def class_folders(folder: Path) -> list[Path]:
    """The subfolders that hold a class's pictures each, sorted; none where the folder holds IDX files instead.

    Raises:
        InputError: it cannot be looked at, or there are pictures, but not in ten subfolders.
    """
    try:
        names = [path for path in folder.iterdir() if not path.name.startswith(".")]
        if any("-idx" in path.name or ".idx" in path.name for path in names):
            return []
        inner = sorted(path for path in names if path.is_dir() and any(map(is_picture, path.iterdir())))
    except OSError as error:
        raise InputError("Cannot read {0}: {1}.", folder, why(error)) from error
    if inner and len(inner) != len(DIGITS):
        raise InputError(
            "{0} has {1} subfolders with pictures; ten are needed, one for each class.", folder, len(inner)
        )
    return inner


def found(folder: Path, name: str) -> Path | None:
    """Where the file `name` lies, compressed or not; None where it lies nowhere.

    Some mirrors write a dot for the last hyphen but one, pack each file into a folder of its own name, or keep the
    places in which torchvision has the files.
    """
    names = (name, name.replace("-idx", ".idx"))
    for place in (folder, folder / "MNIST" / "raw", folder / "raw"):
        for outer in names:
            inside = [place / outer / inner for inner in names]
            for path in (place / outer, *inside):
                for candidate in (path.with_name(f"{path.name}.gz"), path):
                    if os.path.isfile(candidate):  # false, too, where it cannot be looked at
                        return candidate
    return None


def is_picture(path: Path) -> bool:
    """Whether the name says that `path` is a picture."""
    return path.suffix.lower() in PICTURES and not path.name.startswith(".")


def _class_names(folder: Path) -> tuple[str, ...]:
    for path in (folder / name for name in LABEL_FILES):
        if os.path.lexists(path):
            try:
                text = read_bounded(path, MAX_FILE).decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise InputError("{0} is no text in UTF-8; save it as such.", path) from error
            lines = tuple(line.strip() for line in text.splitlines() if line.strip())
            if len(lines) != len(DIGITS):
                raise InputError("{0} has {1} lines; ten are needed, a class's name in each.", path, len(lines))
            return lines
    return DIGITS


def _are_classes(names: Sequence[object]) -> bool:
    return len(names) == len(DIGITS) and _are_names(names) and len(set(names)) == len(DIGITS)


def _are_names(names: Sequence[object]) -> bool:
    return all(isinstance(n, str) and 0 < len(n) <= LONGEST and _can_be_seen(n) for n in names)


def _can_be_seen(name: str) -> bool:
    """Persian and Indian writing join letters, or keep them apart, by signs that Unicode counts as not printable."""
    return bool(seen := name.translate(JOINERS)) and seen.isprintable() and not {"<", ">"} & {*seen}


def _name(folder: Path) -> str:
    """The folder's own; where mirrors have a `raw` or `MNIST/raw` inside, that of the one around it."""
    folder = folder.absolute()
    while folder.name.lower() == "raw" and folder.parent != folder:
        folder = folder.parent
    name = "".join(c for c in folder.name if c.isprintable() and c not in "<>").strip()
    return (name if len(name) <= SHOWN else f"{name[: SHOWN - 1]}…") or "?"


def _shortened(folder: Path) -> str:
    folder = folder.absolute()
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
