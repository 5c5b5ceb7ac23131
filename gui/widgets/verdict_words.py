"""What is said of the difference between two networks on the same digits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from model.evaluate.outcome import Verdict


class VerdictWords(QObject):
    """In the language in use."""

    def of(self, verdict: "Verdict") -> str:
        """Better, worse, or neither."""
        from model.evaluate.outcome import Verdict

        return {
            Verdict.BETTER: self.tr("better, beyond chance"),
            Verdict.WORSE: self.tr("worse, beyond chance"),
            Verdict.WITHIN_CHANCE: self.tr("within chance"),
        }[verdict]
