"""One thing to try for each control of page "Look inside", for What's This."""

from PySide6.QtCore import QObject


class LookHints(QObject):
    """By object name; # stands for any number."""

    def all(self) -> dict[str, str]:
        """In the language in use."""
        return self._cards() | self._inspector() | self._bench()

    def _cards(self) -> dict[str, str]:
        return {
            "cards": self.tr("Try: the arrow keys, where not all layers fit."),
            "scaleBox": self.tr("Try: per map, and see how faint maps of the layer were."),
            "kernelScaleBox": self.tr("Try: per layer, and see which kernels have large weights."),
            "conv#Kernels": self.tr("Try: point at a kernel of conv1 and find its edge in the map of the same number."),
            "conv#Maps": self.tr(
                "Try: the arrow keys, then Return. In later layers the framed part of the drawing grows."
            ),
            "linearOutputs": self.tr("Try: click the second best digit and see which maps speak for it."),
            "linearWeights": self.tr("Try: click the answer, then its rival, and compare the two."),
            "loadAgain": self.tr("Try: after the file is where it was."),
            "loadAnother": self.tr("Try: weights that you trained or exported before."),
        }

    def _inspector(self) -> dict[str, str]:
        return {
            "orderButton": self.tr("Try: with it on, the first three channels often make most of the sum."),
            "compareButton": self.tr(
                "Try: compare the brightest pixel of a map with a dark one, or the answer with the runner-up."
            ),
            "traceButton": self.tr("Try: follow the path down with the arrow keys to the pixel of your drawing."),
            "editButton": self.tr("Try: set the strongest weight to 0 and look at the answer."),
            "stepBackButton": self.tr("Try: go back to a stop where the sum was negative."),
            "slideButton": self.tr("Try: let it slide over a 1 and see where the map lights up."),
            "slideInput": self.tr("Try: watch the frame go over it, and where it lies half in the padding."),
            "slideChannel": self.tr("Try: the channel with the largest sum first, then one that takes away."),
            "stepButton": self.tr("Try: guess the next number before you press it."),
            "slideSpeed": self.tr("Try: 1 stop a second, to follow each sum."),
            "closeMap": self.tr("Try: the key Esc does the same."),
            "enlargedMap": self.tr("Try: click a dark square: what was missing there?"),
            "channelRows": self.tr(
                "Try: point at a weight; what it was multiplied with is framed in the layer before."
            ),
            "summaryCard": self.tr("Try: find a place where ReLU made a negative number 0."),
            "tracePath": self.tr("Try: choose the last line, a pixel of the drawing, and erase it."),
        }

    def _bench(self) -> dict[str, str]:
        return {
            "weightSpin": self.tr("Try: turn its sign round and see which digits suffer."),
            "biasSpin": self.tr("Try: a large bias lights up the whole map."),
            "kernelKind": self.tr("Try: Sobel in a filter of conv1: it is much like what the network learned itself."),
            "pasteTarget": self.tr("Try: all channels, and see how the map becomes one of all edges."),
            "pasteKernel": self.tr("Try: paste, then Undo, back and forth."),
            "switchOff": self.tr(
                "Try: look for a filter whose loss turns the answer, by switching them off one by one."
            ),
            "trainedValues": self.tr("Try: after many changes, go back at once."),
            "measureEdit": self.tr("Try: guess first: how many of 10,000 digits does one filter cost?"),
            "saveEdited": self.tr("Try: save it and compare both under Networks."),
            "undoEdit": self.tr("Try: undo and redo while you look at the ten probabilities."),
            "redoEdit": self.tr("Try: undo and redo while you look at the ten probabilities."),
        }
