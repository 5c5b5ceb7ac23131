"""The languages of the interface. English is in the code; others are Qt translation files in `translations/`.

`convpad_zh_CN.ts` is edited by hand (or with Qt Linguist), `.qm` is what `pyside6-lrelease` makes of it. Chinese brings
a font of its own, with just the characters in use, for machines that have none.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
FOLDER = Path(__file__).parent / "translations"
FONT = FOLDER / "NotoSansSC-subset.otf"

_current = "en"
_translator: QTranslator | None = None
_chinese_families: list[str] = []


def system_language() -> str:
    """The language of the system where ConvPad speaks it, else English."""
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def current() -> str:
    """The language in use."""
    return _current


def apply(name: str) -> None:
    """Speak language `name` from now on; texts that are already shown stay as they are."""
    global _current, _translator
    _current = name
    if _translator is not None:
        QCoreApplication.removeTranslator(_translator)
        _translator = None
    if name != "en":
        translator = QTranslator()
        if translator.load(str(FOLDER / f"convpad_{name}.qm")):
            QCoreApplication.installTranslator(translator)
            _translator = translator
    _set_font()


def _set_font() -> None:
    """In each language: its own name in the list of languages, and file names, may be Chinese."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if not _chinese_families:
        _chinese_families.extend(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FONT))))
    app.setFont(with_chinese(font))


def with_chinese(font: QFont) -> QFont:
    """`font`, with the shipped Chinese one behind it for characters that it lacks."""
    if _chinese_families:
        # the family by its real name: an alias such as "monospace" gives way to the next in the list
        font.setFamilies([QFontInfo(font).family(), *_chinese_families])
    return font
