"""The bar at the top of the window: the pages' buttons, language, theme and menu."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from gui.language import languages
from gui.language.languages import LANGUAGES
from gui.session.session import Session
from gui.widgets.controls import button, label
from gui.window.notices import StepBadge
from gui.window.pages import Pages


class TopBar(QFrame):
    """`pages` has a checkable button for each page, `theme` changes the theme.

    Nothing in it is ever cut off: where large texts leave too little room, first the program's name goes and the
    language's gets short, then the pages' buttons become one with a menu.
    """

    def __init__(self, session: Session, pages: Pages, menu: QMenu, words: QMenu) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 10, 6)
        row.setSpacing(4)
        self._brand = label("ConvPad", "brand")
        row.addWidget(self._brand)
        self.pages = QButtonGroup(self)
        self._list = _flat_button("pagesButton", "", self.tr("Pages"), "pages")
        self._list.setToolTip(self.tr("All pages; Ctrl+1 to Ctrl+{0} open them too").format(len(pages.rows)))
        self._list.setMenu(QMenu(self._list))
        for number, page in enumerate(pages.rows):
            made = button(page.button, page.title, page.tip.format(number + 1), None, "page", checkable=True)
            self.pages.addButton(made, number)
            row.addWidget(made)
            self._list.menu().addAction(page.title, made.click)
        row.addWidget(self._list)
        row.addSpacing(8)
        self._badge = StepBadge(session)
        row.addWidget(self._badge)
        row.addSpacing(8)
        row.addStretch(1)
        self._language = _flat_button("languageButton", "", self.tr("Language"))
        self._language.setToolTip(self.tr("Language of the interface"))
        self._language.setMenu(words)
        self.theme = _flat_button("themeButton", "◐", self.tr("Change between dark and light"))
        more = _flat_button("menuButton", "☰", self.tr("Menu (F10)"))
        more.setMenu(menu)
        more.setShortcut("F10")
        self.what = _flat_button(
            "whatsThisButton", "?", self.tr("What is this? Click, then click on anything (Shift+F1)")
        )
        for opens in (self._list, self._language, more):
            opens.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._tools = (self._language, self.theme, self.what, more)
        for each in self._tools:
            row.addWidget(each)
        self.pages.idToggled.connect(self._fit)
        self._fit()

    # -- fitting ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """The badge has come or gone, or the sizes of texts have changed."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange, QEvent.Type.Polish):
            self._fit()
        return super().event(event)

    def _fit(self, *_: object) -> None:
        shown = self.pages.checkedButton()
        self._list.setText(f"{'' if shown is None else shown.text()} ▾")
        buttons = self.pages.buttons()
        for whole, short, listed in ((True, False, False), (False, True, False), (False, True, True)):
            name = LANGUAGES[languages.current()]
            words = f"{name[:2] if short else name} ▾"
            seen = [*([self._brand] if whole else []), *([self._list] if listed else buttons)]
            if self._needed(seen, words) <= self.width():
                break
        self._language.setText(words)  # only now: each change of it asks for this again, without end
        self._brand.setVisible(whole)
        for each in buttons:
            each.setVisible(not listed)
        self._list.setVisible(listed)

    def _needed(self, parts: Sequence[QWidget], words: str) -> int:
        """How wide the bar must be to show `parts` and what is always there, with `words` for the language."""
        shown = [*parts, *self._tools, *([] if self._badge.isHidden() else [self._badge])]
        for each in shown:
            each.ensurePolished()
        margins = self._row.contentsMargins()
        gaps = 2 * 8 + self._row.spacing() * (len(shown) + 2)
        more = _wide(self._language, words) - _wide(self._language, self._language.text())
        return margins.left() + margins.right() + gaps + more + sum(each.sizeHint().width() for each in shown)


def _wide(widget: QWidget, words: str) -> int:
    return widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words).width()


def _flat_button(name: str, text: str, tip: str, role: str = "flat") -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setAccessibleName(tip)
    made.setToolTip(tip)
    made.setProperty("role", role)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
