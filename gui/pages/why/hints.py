"""One thing to try for each control of page "Why", for What's This."""

from PySide6.QtCore import QObject


class WhyHints(QObject):
    """By object name; # stands for any number."""

    def all(self) -> dict[str, str]:
        """In the language in use."""
        return self._question() | self._cards() | self._trust()

    def _question(self) -> dict[str, str]:
        badge = self.tr("Try: press it, and it says what such an answer is worth.")
        return {
            "answerBox": self.tr("Try: ask why it is not another digit, by choosing that one here."),
            "rivalBox": self.tr("Try: the keys 0 to 9, one after the other, and watch the cards."),
            "trustButton": self.tr("Try: read it once before you believe a coloured picture of any network."),
            "whyHelpButton": self.tr("Try: it first, when you see this page for the first time."),
            "whyTabs": self.tr("Try: a larger window, where all cards stand side by side."),
            "ScrollLeftButton": self.tr("Try: a wider window, which shows all tabs."),
            "ScrollRightButton": self.tr("Try: a wider window, which shows all tabs."),
        } | dict.fromkeys(
            [
                *(f"{card}CardBadge" for card in ("ink", "change", "place", "line", "counted", "near")),
                *("trustExact", "trustMeasured", "trustSearched", "trustShadow"),
            ],
            badge,
        )

    def _cards(self) -> dict[str, str]:
        share = self.tr("Try: click it, and see in Look inside which pixels of the drawing this map read.")
        near = self.tr("Try: draw more carelessly, and see when digits of another kind come in.")
        return {
            "erasedMap": self.tr("Try: click the ringed spot, look at the answer, and undo."),
            "drawnMap": self.tr("Try: click the bluest spot: does it close or open a loop?"),
            "untrainedButton": self.tr(
                "Try: it once: a map that stays the same would tell nothing of what was learned."
            ),
            "change#Button": self.tr("Try: do it, then undo and redo while you look at the answer."),
            "strokesButton": self.tr("Try: on a digit that leads by little, and on one that leads by much."),
            "strokesCancel": self.tr("Try: stop when one is found that you like."),
            "littleButton": self.tr("Try: compare its size per pixel with that of a stroke."),
            "littleSlider": self.tr("Try: find the place where the answer turns."),
            "littleCancel": self.tr("Try: stop it; what was there stays."),
            "lineView": self.tr("Try: the arrow keys, to the digit beside the middle: would you have read it so?"),
            "forAnswer#": share,
            "forRival#": share,
            "mapsStrip": self.tr("Try: the arrow keys to the last bar, which speaks most for the rival."),
            "nearAll": near,
            "nearRival": near,
        }

    def _trust(self) -> dict[str, str]:
        return {
            "trustPage": self.tr("Try: another drawing beside it; the pictures are made anew."),
            "trustBack": self.tr("Try: the key Esc does the same."),
            "dreamButton": self.tr("Try: the same with a network that you trained for a second only."),
            "dreamCancel": self.tr("Try: stop in the middle; what was dreamt so far stays."),
            "dreamRow": self.tr("Try: the arrow keys tell how sure the network is of each."),
        }
