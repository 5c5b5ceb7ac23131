"""The bar at the top of the window: the pages' buttons, language, theme and menu."""

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QToolButton

from gui.language import languages
from gui.language.languages import LANGUAGES
from gui.session.session import Session
from gui.widgets.controls import button, label
from gui.window.notices import StepBadge
from gui.window.pages import Pages


class TopBar(QFrame):
    """`pages` has a checkable button for each page, `theme` changes the theme."""

    def __init__(self, session: Session, pages: Pages, menu: QMenu, words: QMenu) -> None:
        super().__init__()
        self.setObjectName("topBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 10, 6)
        row.setSpacing(4)
        row.addWidget(label("ConvPad", "brand"))
        self.pages = QButtonGroup(self)
        for number, page in enumerate(pages.rows):
            made = button(page.button, page.title, page.tip.format(number + 1), None, "page", checkable=True)
            self.pages.addButton(made, number)
            row.addWidget(made)
        row.addSpacing(8)
        row.addWidget(StepBadge(session))
        row.addSpacing(8)
        row.addStretch(1)
        language = _flat_button("languageButton", f"{LANGUAGES[languages.current()]} ▾", self.tr("Language"))
        language.setToolTip(self.tr("Language of the interface"))
        language.setMenu(words)
        self.theme = _flat_button("themeButton", "◐", self.tr("Change between dark and light"))
        more = _flat_button("menuButton", "☰", self.tr("Menu (F10)"))
        more.setMenu(menu)
        more.setShortcut("F10")
        self.what = _flat_button(
            "whatsThisButton", "?", self.tr("What is this? Click, then click on anything (Shift+F1)")
        )
        for opens in (language, more):
            opens.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for each in (language, self.theme, self.what, more):
            row.addWidget(each)


def _flat_button(name: str, text: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setAccessibleName(tip)
    made.setToolTip(tip)
    made.setProperty("role", "flat")
    return made
