"""One thing to try for each control of the list of networks, for What's This."""

from PySide6.QtCore import QObject


class NetworkHints(QObject):
    """By object name."""

    def all(self) -> dict[str, str]:
        """In the language in use."""
        first = self.tr("Try: choose two networks and find kernels that they learned alike.")
        return {
            "networksTable": self.tr("Try: choose two with Ctrl and a click: they are compared on your drawing."),
            "useNetwork": self.tr("Try: change to and fro, and watch the answer to a doubtful digit."),
            "usePrevious": self.tr("Try: press it twice: you are back."),
            "renameNetwork": self.tr("Try: put what you changed into the name, for instance no-padding."),
            "deleteNetwork": self.tr("Try: delete, then Undo delete, as long as ConvPad is open."),
            "undoDelete": self.tr("Try: delete one that you can spare, then bring it back."),
            "comparePad": self.tr("Try: draw something between two digits: do both networks say the same?"),
            "compareClear": self.tr("Try: clear, then Undo: nothing is lost."),
            "compareUndo": self.tr("Try: take a stroke back and see which network changes its mind first."),
            "leftKernels": first,
            "rightKernels": first,
            "leftMaps": self.tr("Try: draw one straight line and see which maps of each answer."),
            "rightMaps": self.tr("Try: draw one straight line and see which maps of each answer."),
            "leftBars": self.tr("Try: find a drawing for which both are unsure."),
            "rightBars": self.tr("Try: find a drawing for which both are unsure."),
        }
