"""What is remembered from one start to the next; each value is checked, garbage becomes the default."""

from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QByteArray, QSettings

from gui.language.languages import LANGUAGES
from gui.style.theme import THEMES
from model.drawing.ink import BRUSH
from model.files import free_or_ordinary

BRUSH_RANGE = (4, 48)
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)  # per cent
MAX_FILE = 1_000_000  # bytes; a few hundred are usual, in the lock beside it too


def _file() -> Path:
    """Where values are kept. Qt opens whatever has that name, or its lock's, and waits for ever at a pipe.

    Then it is the next name.
    """
    # of an organisation that does not exist: only its folder is asked for
    nobody = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, uuid4().hex)
    folder = Path(nobody.fileName()).parent / "ConvPad"
    names = ("ConvPad", *(f"ConvPad {number}" for number in range(2, 10)))
    paths = [folder / f"{name}.ini" for name in names]
    both = ((path, path.with_name(f"{path.name}.lock")) for path in paths)
    free = (path for path, lock in both if free_or_ordinary(path, MAX_FILE) and free_or_ordinary(lock, MAX_FILE))
    return next(free, folder / f"{uuid4().hex}.ini")


class Settings:
    """Typed access to the remembered values."""

    def __init__(self) -> None:
        self._store = QSettings(str(_file()), QSettings.Format.IniFormat)

    @property
    def path(self) -> Path:
        """The file they are kept in; it may not exist yet."""
        return Path(self._store.fileName())

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _flag(self, key: str) -> bool:
        return str(self._store.value(key, "")).lower() == "true"

    @property
    def theme(self) -> str | None:
        """The chosen theme's name; None follows the system."""
        name = self._text("theme")
        return name if name in THEMES else None

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def language(self) -> str | None:
        """The chosen language's name; None follows the system."""
        name = self._text("language")
        return name if name in LANGUAGES else None

    @language.setter
    def language(self, name: str) -> None:
        self._store.setValue("language", name)

    @property
    def brush(self) -> int:
        """The pen's width in pad units."""
        try:
            width = int(str(self._store.value("brush", BRUSH)).split(".")[0])
        except ValueError:
            return int(BRUSH)
        return width if BRUSH_RANGE[0] <= width <= BRUSH_RANGE[1] else int(BRUSH)

    @brush.setter
    def brush(self, width: int) -> None:
        self._store.setValue("brush", width)

    @property
    def pressure(self) -> bool:
        """Whether a tablet's pressure changes the pen's width."""
        return self._flag("pressure")

    @pressure.setter
    def pressure(self, on: bool) -> None:
        self._store.setValue("pressure", str(on).lower())

    @property
    def text_size(self) -> int:
        """How large texts are, in per cent."""
        try:
            percent = int(str(self._store.value("text_size", 100)))
        except ValueError:
            return 100
        return percent if percent in TEXT_SIZES else 100

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", percent)

    @property
    def knows_tour(self) -> bool:
        """Whether the tour was offered, which is done once."""
        return self._flag("knows_tour")

    @knows_tour.setter
    def knows_tour(self, known: bool) -> None:
        self._store.setValue("knows_tour", str(known).lower())

    @property
    def as_drawn(self) -> bool:
        """Whether drawings are read as they lean, without being straightened."""
        return self._flag("as_drawn")

    @as_drawn.setter
    def as_drawn(self, on: bool) -> None:
        self._store.setValue("as_drawn", str(on).lower())

    @property
    def pad_share(self) -> float | None:
        """The part of the page's width that the pad's column was given; None where nobody chose it."""
        try:
            share = float(self._text("pad_share"))
        except ValueError:
            return None
        return share if 0 < share < 1 else None

    @pad_share.setter
    def pad_share(self, share: float) -> None:
        self._store.setValue("pad_share", f"{share:.4f}")

    @property
    def page(self) -> str:
        """The object name of the page that was open."""
        return self._text("page")

    @page.setter
    def page(self, name: str) -> None:
        self._store.setValue("page", name)

    @property
    def scale(self) -> str:
        """What the colours of maps are scaled by: map, layer or network."""
        name = self._text("scale")
        return name if name in ("map", "layer", "network") else "layer"

    @scale.setter
    def scale(self, name: str) -> None:
        self._store.setValue("scale", name)

    @property
    def lessons(self) -> frozenset[str]:
        """The keys of the lab's lessons that are done."""
        return frozenset(filter(None, self._text("lessons").split("|")))

    @lessons.setter
    def lessons(self, keys: frozenset[str]) -> None:
        self._store.setValue("lessons", "|".join(sorted(keys)))

    @property
    def kernel_scale(self) -> str:
        """What the colours of kernels are scaled by: kernel, layer or network."""
        name = self._text("kernel_scale")
        return name if name in ("kernel", "layer", "network") else "kernel"

    @kernel_scale.setter
    def kernel_scale(self, name: str) -> None:
        self._store.setValue("kernel_scale", name)

    @property
    def weights(self) -> Path | None:
        """The weights that were in use; None for the ones that ConvPad ships."""
        text = self._text("weights")
        return Path(text) if text else None

    @weights.setter
    def weights(self, path: Path | None) -> None:
        self._store.setValue("weights", "" if path is None else str(path))

    @property
    def data(self) -> Path | None:
        """The folder of images to learn from; None for the MNIST that ConvPad ships."""
        text = self._text("data")
        return Path(text) if text and "\0" not in text else None

    @data.setter
    def data(self, folder: Path | None) -> None:
        self._store.setValue("data", "" if folder is None else str(folder))

    @property
    def folder(self) -> Path | None:
        """Where the user last opened or saved a file; None at first."""
        text = self._text("folder")
        return Path(text) if text and "\0" not in text else None

    @folder.setter
    def folder(self, path: Path) -> None:
        self._store.setValue("folder", str(path))

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, as Qt stores it; empty at first."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)
