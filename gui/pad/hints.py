"""One thing to try for each control beside the pad and in its windows, for What's This."""

from PySide6.QtCore import QObject


class PadHints(QObject):
    """By object name; # stands for any number."""

    def all(self) -> dict[str, str]:
        """In the language in use."""
        return self._panel() | self._windows()

    def _panel(self) -> dict[str, str]:
        return {
            "drawingPad": self.tr(
                "Try: a 1 with a flag and a foot, then without. Or drop a photograph of a digit here."
            ),
            "penButton": self.tr("Try: a thick pen and a small digit; it is read all the same."),
            "eraserButton": self.tr("Try: open an 8 at its left and see when it becomes a 3."),
            "undoButton": self.tr("Try: take strokes back one by one, and watch the answer go with them."),
            "redoButton": self.tr("Try: go back and forth over the stroke that changed the answer."),
            "clearButton": self.tr("Try: clear, then Undo: nothing is lost."),
            "brushSlider": self.tr("Try: draw the same digit at both ends and compare what the network sees."),
            "networkImage": self.tr("Try: point at a pixel; its place on your drawing is framed."),
            "stepsButton": self.tr("Try: leave the window open and draw a digit in a corner of the pad."),
            "probabilities": self.tr("Try: draw a 4 slowly and watch when 9 gives way."),
            "examplesButton": self.tr("Try: keep three drawings of a digit that is misread, then learn from them."),
            "learnNowButton": self.tr("Try: then read below what it changed, and draw the digit again."),
            "meant#": self.tr("Try: click the right digit when the answer is wrong; the drawing becomes an example."),
        }

    def _windows(self) -> dict[str, str]:
        step = self.tr("Try: draw on while this window is open; the steps follow.")
        close = self.tr("Try: the key Esc does the same.")
        return {
            "stepDrawn": step,
            "stepCrop": step,
            "stepScale": step,
            "stepCentre": step,
            "stepPicture": self.tr("Try: open a photograph with a shadow on it."),
            "stepPaper": self.tr("Try: a picture of ruled or coloured paper."),
            "stepInk": self.tr("Try: a faint pencil digit; thin strokes are thickened."),
            "straightenBox": self.tr("Try: draw a leaning 1, and switch it off and on again."),
            "closeSteps": close,
            "examplesList": self.tr(
                "Try: look for a drawing with the wrong digit; one such example can spoil what is learned."
            ),
            "removeExample": self.tr("Try: choose several with Ctrl and a click, then remove them at once."),
            "learnButton": self.tr("Try: draw again the digit that was misread, before you keep what was learned."),
            "cancelTeaching": self.tr("Try: cancel, add another example, and learn again."),
            "keepTaughtButton": self.tr("Try: draw a few other digits first: are they still read?"),
            "revertTaughtButton": self.tr("Try: revert, remove a doubtful example, and learn again."),
        }
