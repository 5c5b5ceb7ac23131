"""One thing to try for each control of page "Evaluate", for What's This."""

from PySide6.QtCore import QObject


class EvaluateHints(QObject):
    """By object name."""

    def all(self) -> dict[str, str]:
        """In the language in use."""
        return {
            "testSource": self.tr("Try: compare it with the validation set; they should agree within the interval."),
            "validationSource": self.tr("Try: choose between two recipes by this one, and report the other."),
            "examplesSource": self.tr("Try: before and after learning from your examples."),
            "comparedNetwork": self.tr("Try: train Quick, keep it, and compare it with the shipped network."),
            "firstView": self.tr("Try: A, then B: which mistakes are the same?"),
            "secondView": self.tr("Try: click a cell here, then A: does the other network make this mistake as well?"),
            "differenceView": self.tr("Try: click a blue cell off the diagonal: a mistake that B makes more often."),
            "evaluateButton": self.tr(
                "Try: another network under Networks, then again: how many mistakes do they share?"
            ),
            "evaluateAgainButton": self.tr("Try: it after you changed a weight by hand."),
            "cancelEvaluationButton": self.tr("Try: stop early: the interval is wider with fewer digits."),
            "confusionMatrix": self.tr("Try: click the largest number off the diagonal and look at the digits."),
            "allMistakesButton": self.tr("Try: click a cell first, then come back to all of them."),
            "mistakes": self.tr("Try: the first ones, of which it was surest. Would you have read them?"),
        }
