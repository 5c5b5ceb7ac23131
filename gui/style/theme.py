"""How ConvPad looks: two palettes, one style sheet, the fonts. Qt's own colour schemes do not reach every platform."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gui.language.languages import with_chinese


@dataclass(frozen=True)
class Theme:
    """Colours by what they mean."""

    name: str
    window: str  # behind everything
    panel: str  # cards and columns
    raised: str  # buttons and fields
    selected: str  # the page or item one is on
    line: str  # borders
    text: str
    dim: str  # explanations
    accent: str  # selection and the answer: amber
    on_accent: str  # text on amber
    series: str  # the second series in plots: blue
    verified: str  # green, only for "equal"
    measured: str  # violet, only for what was measured by running the network again
    wrong: str  # red, only for faults
    gap: str  # between the tiles of a mosaic
    faint: str  # what cannot be used now


DARK = Theme(
    "dark", "#10141b", "#171d26", "#202733", "#26324a", "#2d3644", "#eef1f5", "#98a3b3",
    "#ffb454", "#1b1408", "#6f9ff5", "#57c98b", "#b9a2f2", "#ff7b72", "#171d26", "#667386",
)  # fmt: skip
LIGHT = Theme(
    "light", "#eef0f3", "#fbfcfd", "#ffffff", "#fde8c8", "#cdd4dd", "#1a212b", "#566273",
    "#9f5700", "#ffffff", "#2764d2", "#17784b", "#7247c4", "#c4312b", "#66748a", "#97a1af",
)  # fmt: skip
THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
ICONS = Path(__file__).parent / "icons"

_current = DARK
_scale = 1.0  # of texts


def current() -> Theme:
    """The theme in use."""
    return _current


def system_theme() -> Theme:
    """The theme that the system asks for; dark where it says nothing."""
    light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
    return LIGHT if light else DARK


def monospaced(pixels: int = 12) -> QFont:
    """The face for numbers and code."""
    font = QFont(_fixed())
    font.setPixelSize(pixels)
    return font


@cache
def _fixed() -> QFont:
    """The system's face, until a theme is put on again: asking Qt for it costs as much as writing a number."""
    return with_chinese(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))


def scaled(pixels: float) -> int:
    """A size of text, or of what holds text, as large as the user wants it; `pixels` at 100 %."""
    return round(pixels * _scale)


def room(pixels: float) -> int:
    """Room for text: more for large texts, but never less than at 100 %."""
    return max(round(pixels), scaled(pixels))


def set_text_size(percent: int) -> None:
    """From now on, texts are so large; what is already made keeps its size until it is made anew."""
    global _scale
    _scale = percent / 100


def apply(theme: Theme) -> None:
    """Dress the whole application in `theme`."""
    global _current
    _current = theme
    _fixed.cache_clear()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    QDir.setSearchPaths("icons", [str(ICONS)])  # a style sheet takes pictures from files only
    app.setPalette(_palette(theme))
    with sheet_off():
        if app.style().name() != "fusion":
            app.setStyle("Fusion")


@contextmanager
def sheet_off() -> Iterator[None]:
    """Take the style sheet off, and put that of the theme in use on at the end.

    Where there is a sheet, Qt dresses each widget once for itself and once for each that it lies in, each time it is
    laid into another: so many are made or changed without one.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(re.sub(r"font-size: (\d+)px", _scaled_font, _style_sheet(_current)))


def _scaled_font(found: re.Match[str]) -> str:
    return f"font-size: {scaled(int(found[1]))}px"


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window, role.WindowText: theme.text, role.Base: theme.raised, role.Text: theme.text,
        role.AlternateBase: theme.panel, role.Button: theme.raised, role.ButtonText: theme.text,
        role.ToolTipBase: theme.raised, role.ToolTipText: theme.text, role.PlaceholderText: theme.dim,
        role.Highlight: theme.accent, role.HighlightedText: theme.on_accent, role.Link: theme.series,
        role.Mid: theme.line, role.Dark: theme.line, role.BrightText: theme.wrong,
    }  # fmt: skip
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.dim))
    return palette


def _style_sheet(t: Theme) -> str:
    return f"""
* {{ font-size: 13px; }}
QToolTip {{ color: {t.text}; background: {t.raised}; border: 1px solid {t.line}; padding: 4px; }}
QLabel {{ background: transparent; }}
QLabel[role="dim"], QCheckBox[role="dim"] {{ color: {t.dim}; font-size: 12px; }}
QLabel[role="title"] {{ font-weight: 600; }}
QLabel[role="brand"] {{ font-weight: 700; font-size: 16px; padding: 0 8px 0 4px; }}
QLabel[role="code"] {{ color: {t.dim}; font-size: 11px; }}
QLabel[role="note"] {{ color: {t.dim}; font-size: 11px; }}
QLabel[role="sign"] {{ color: {t.dim}; font-size: 16px; }}
QLabel[role="bad"] {{ color: {t.wrong}; }}
QLabel[role="good"] {{ color: {t.verified}; }}
QLabel[role="bad"] {{ color: {t.wrong}; }}
QLabel[role="strong"] {{ color: {t.accent}; font-weight: 600; }}
QFrame#topBar {{ background: {t.panel}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame#stateBar {{ background: {t.panel}; border: none; border-top: 1px solid {t.line}; }}
QPushButton[advised="true"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton[advised="true"]:focus {{ border-color: {t.text}; }}
QFrame#sideColumn {{ background: {t.panel}; border: none; border-right: 1px solid {t.line}; }}
QFrame[role="card"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: 8px; }}
QFrame[role="card"][marked="true"] {{ border: 1px solid {t.accent}; }}
QPushButton, QToolButton, QComboBox {{
  background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; border-radius: 6px; padding: 5px 10px; }}
QToolButton {{ padding: 5px 8px; }}
QPushButton:hover, QToolButton:hover, QComboBox:hover {{ border-color: {t.dim}; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus {{ border-color: {t.series}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.selected}; }}
QPushButton:checked, QToolButton:checked {{ border-color: {t.accent}; color: {t.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.faint}; border-color: {t.line}; }}
QPushButton[waits="true"]:disabled {{ border-color: {t.series}; }}
QPushButton[role="primary"] {{
  background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600; padding: 8px; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[role="primary"]:disabled {{ background: {t.raised}; color: {t.dim}; border-color: {t.line}; }}
QPushButton[role="page"] {{ background: transparent; border-color: transparent; color: {t.dim}; padding: 7px 14px; }}
QPushButton[role="page"]:hover {{ color: {t.text}; }}
QPushButton[role="page"]:focus {{ border-color: {t.series}; }}
QPushButton[role="page"]:checked {{ background: {t.selected}; border-color: {t.line}; color: {t.text}; }}
QPushButton[role="link"], QToolButton[role="link"] {{
  background: transparent; border: 1px solid transparent; color: {t.dim}; padding: 1px 2px;
  text-decoration: underline; text-align: left; }}
QPushButton[role="link"]:hover {{ color: {t.text}; }}
QPushButton[role="link"]:focus {{ border-color: {t.series}; }}
QPushButton[role="lesson"] {{
  background: transparent; border-color: transparent; color: {t.text}; text-align: left; padding: 4px 10px; }}
QPushButton[role="lesson"]:hover {{ background: {t.raised}; }}
QPushButton[role="lesson"]:focus {{ border-color: {t.series}; }}
QPushButton[role="lesson"]:checked {{ background: {t.selected}; border-color: {t.line}; }}
QPushButton[role="segment"] {{ padding: 7px 4px; }}
QPushButton[role="segment"][base="true"] {{ border: 1px dashed {t.accent}; }}
QPushButton[role="badge"] {{
  background: {t.selected}; color: {t.accent}; border: 1px solid {t.accent}; padding: 4px 10px; }}
QPushButton[role="badge"]:focus {{ border-color: {t.series}; }}
QPushButton[role="evidence"] {{ background: {t.panel}; border-radius: 8px; padding: 1px 8px; font-size: 11px; }}
QPushButton[role="evidence"][kind="exact"] {{ color: {t.verified}; border-color: {t.verified}; }}
QPushButton[role="evidence"][kind="measured"] {{ color: {t.measured}; border-color: {t.measured}; }}
QPushButton[role="evidence"][kind="searched"] {{ color: {t.series}; border-color: {t.series}; }}
QPushButton[role="evidence"][kind="shadow"] {{ color: {t.dim}; border-color: {t.dim}; }}
QPushButton[role="evidence"]:focus {{ border: 2px solid {t.series}; padding: 0 7px; }}
QComboBox[role="answer"], QComboBox[role="rival"] {{ font-size: 20px; font-weight: 700; padding: 2px 2px 2px 10px; }}
QComboBox[role="answer"] {{ color: {t.accent}; border: 2px solid {t.accent}; }}
QComboBox[role="rival"] {{ color: {t.series}; border: 2px solid {t.series}; }}
QComboBox[role="answer"]:focus, QComboBox[role="rival"]:focus {{ border-color: {t.text}; }}
QLabel[role="question"] {{ font-size: 20px; font-weight: 700; }}
QFrame#resumeBar, QFrame#welcomeBar {{ background: {t.selected}; border: none; border-bottom: 1px solid {t.line}; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {t.line}; }}
QPushButton[role="small"], QToolButton[role="small"] {{ padding: 4px 8px; }}
QToolButton[role="flat"] {{ background: transparent; border-color: transparent; color: {t.dim}; }}
QToolButton[role="pages"] {{ background: {t.selected}; padding: 7px 14px; }}
QToolButton[role="flat"]:hover {{ color: {t.text}; }}
QToolButton[role="flat"]:focus {{ border-color: {t.series}; }}
QToolButton::menu-indicator {{ image: none; }}
QComboBox {{ padding-right: 4px; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url(icons:down.svg); width: 10px; height: 10px; }}
QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{ color: {t.faint}; }}
QSpinBox, QDoubleSpinBox {{
  background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; border-radius: 6px; padding: 4px 2px; }}
QSpinBox:hover, QDoubleSpinBox:hover {{ border-color: {t.dim}; }}
QSpinBox:focus, QDoubleSpinBox:focus {{ border-color: {t.series}; }}
QSpinBox::up-button, QDoubleSpinBox::up-button {{
  subcontrol-origin: border; subcontrol-position: top right; border: none; width: 18px; }}
QSpinBox::down-button, QDoubleSpinBox::down-button {{
  subcontrol-origin: border; subcontrol-position: bottom right; border: none; width: 18px; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url(icons:up.svg); width: 9px; height: 9px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url(icons:down.svg); width: 9px; height: 9px; }}
QCheckBox::indicator, QRadioButton::indicator {{
  width: {room(14)}px; height: {room(14)}px; background: {t.raised}; border: 1px solid {t.dim}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {room(14) // 2 + 1}px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {t.series}; }}
QCheckBox::indicator:checked {{
  background: {t.accent}; border-color: {t.accent}; image: url(icons:check-{t.name}.svg); }}
QRadioButton::indicator:checked {{
  background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
    stop:0 {t.accent}, stop:0.55 {t.accent}, stop:0.65 {t.raised}, stop:1 {t.raised}); border-color: {t.accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.line}; }}
QCheckBox::indicator:checked:disabled {{ background: {t.faint}; border-color: {t.faint}; }}
QCheckBox[off="true"]::indicator:checked {{ background: transparent; border-color: {t.line}; image: none; }}
QLineEdit {{
  background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; border-radius: 6px; padding: 4px 8px; }}
QLineEdit:focus {{ border-color: {t.series}; }}
QAbstractSpinBox QLineEdit {{
  background: transparent; border: none; border-radius: 0; padding: 0 0 0 6px; }}
QLineEdit#cellEditor {{ padding: 0; border: 2px solid {t.series}; border-radius: 3px; }}
QRadioButton {{ padding: 3px 0; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
QSlider {{ min-height: 20px; }}
QSlider::groove:horizontal {{ background: {t.line}; height: 4px; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {t.accent}; width: 14px; margin: -5px 0; border-radius: 7px; }}
QSlider::handle:horizontal:disabled {{ background: {t.line}; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {t.text}; }}
QGraphicsView {{ border: 1px solid transparent; border-radius: 4px; }}
QGraphicsView:focus {{ border-color: {t.series}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea:focus {{ border: 1px solid {t.series}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 4px; min-width: 30px; min-height: 30px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {t.dim}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QListWidget {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: 6px; }}
QListWidget:focus {{ border-color: {t.series}; }}
QListWidget::item {{ padding: 3px; border-radius: 4px; color: {t.text}; border: 1px solid transparent; }}
QListWidget::item:selected {{ background: {t.selected}; border: 1px solid {t.accent}; }}
QTableView {{ background: transparent; border: none; outline: none; selection-background-color: transparent; }}
QTableView[role="list"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: 6px; }}
QTableView[role="list"]::item {{ padding: 0 8px; border: none; border-bottom: 1px solid {t.line}; }}
QTableView[role="list"]::item:selected {{ background: {t.selected}; color: {t.text}; }}
QTableView[role="list"]::item:focus {{ border: 1px solid {t.series}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
  background: transparent; color: {t.dim}; font-size: 12px; border: none; border-bottom: 1px solid {t.line};
  padding: 0 0 0 8px; }}
QTabBar::tab {{
  background: transparent; color: {t.dim}; border: 1px solid transparent; border-radius: 6px; padding: 5px 12px;
  margin-right: 4px; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:selected {{ background: {t.selected}; border-color: {t.line}; color: {t.text}; }}
QTabBar::tab:selected:focus {{ border-color: {t.series}; }}
QMenu {{ background: {t.panel}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 22px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selected}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.dim}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 6px; }}
"""
