"""One thing to try for each control of the window's bars, for What's This."""

from PySide6.QtCore import QObject


class WindowHints(QObject):
    """By object name."""

    def all(self) -> dict[str, str]:
        """In the language in use."""
        return {
            "lookInsideButton": self.tr("Try: draw a 7 with a bar through it, and watch which maps light up."),
            "labPageButton": self.tr("Try: lesson 1, one step, and work out the next sum yourself."),
            "trainPageButton": self.tr("Try: Quick, then Retrain, then slide back through the run."),
            "evaluatePageButton": self.tr("Try: evaluate, then click the largest number off the diagonal."),
            "whyPageButton": self.tr("Try: draw something between a 4 and a 9, and open it."),
            "pagesButton": self.tr(
                "Try: make the window wider, or the text smaller (Ctrl −): then each page has its button."
            ),
            "stepBadge": self.tr("Try: look at the other pages first; they all show this step."),
            "languageButton": self.tr("Try: the other language; nothing you made is lost."),
            "themeButton": self.tr("Try: the light one where a projector is weak."),
            "whatsThisButton": self.tr("Try: click here, then on the word Kernels of a card."),
            "menuButton": self.tr(
                "Try: Help, where the tour and all shortcuts are; or Export, to take a panel as a picture."
            ),
            "showTourButton": self.tr("Try: let the tour do the first step with its button Show me."),
            "noTourButton": self.tr("Try: the menu ☰ under Help, if you think better of it."),
            "resumeRunButton": self.tr("Try: open page Train meanwhile; the curves go on where they stopped."),
            "discardRunButton": self.tr("Try: Resume instead, if the run was a long one."),
            "statePauseButton": self.tr("Try: pause, draw, and see what the half-trained network says."),
            "stateCancelButton": self.tr("Try: Take weights first on page Train, if you want a step of this run."),
            "whatChangedButton": self.tr("Try: are the digits that it lost ones that you would have read?"),
            "keepButton": self.tr("Try: draw a few digits before you decide; the new network answers already."),
            "revertButton": self.tr("Try: compare both on your own drawing before you decide."),
            "tourEndButton": self.tr("Try: come back later from the menu ☰ under Help."),
            "tourBackButton": self.tr("Try: do the step before once more, in another way."),
            "tourShowButton": self.tr("Try: do it yourself first; the tour notices and goes on."),
        }
