"""One thing to try for each control of the Convolution lab, for What's This."""

from PySide6.QtCore import QObject


class LabHints(QObject):
    """By object name; # stands for any number."""

    def all(self) -> dict[str, str]:
        """In the language in use."""
        return self._settings() | self._bench() | self._more()

    def _settings(self) -> dict[str, str]:
        kernel = self.tr("Try: on My digit, and compare the output with that of another kernel.")
        return {
            "lesson#": self.tr("Try: answer its question before you press play."),
            "lessonSettingsButton": self.tr("Try: change a slider first and see how the text changes with it."),
            "in_channelsSlider": self.tr("Try: 3, and see that each channel has a kernel of its own."),
            "out_channelsSlider": self.tr("Try: 2, and count the weights: twice as many."),
            "sizeSlider": self.tr("Try: an odd and an even size with stride 2; does the kernel reach the last column?"),
            "kernel_sizeSlider": self.tr("Try: 1, a kernel that sees a single cell."),
            "strideSlider": self.tr("Try: 2, and compare the size of the output with that of the input."),
            "paddingSlider": self.tr("Try: kernel size 3 with padding 1: the output stays as large as the input."),
            "dilationSlider": self.tr("Try: 2: the kernel reads every second cell, and needs more room."),
            "groupsSlider": self.tr("Try: as many groups as channels, and see what each filter still reads."),
            "biasSlider": self.tr("Try: move it and see every output change by as much."),
            "biasBox": self.tr("Try: untick it and look at bias=False in the line of code."),
            "kernelBlur": kernel,
            "kernelEdge": kernel,
            "kernelEdgeAcross": kernel,
            "kernelIdentity": self.tr("Try: change its 1 to 2: everything becomes twice as bright."),
            "kernelOutline": kernel,
            "kernelRandom": self.tr("Try: a few times, and guess what each finds."),
            "kernelSharpen": kernel,
            "inputNumbers": self.tr("Try: new numbers, then work out the first output in your head."),
            "inputDrawing": self.tr("Try: with the kernel Edge, and point at a bright cell of the output."),
            "inputPicture": self.tr("Try: a photograph in strong colours, and compare the three channels."),
        }

    def _more(self) -> dict[str, str]:
        return {
            "labRestart": self.tr("Try: change two settings first, then come back to where the lesson began."),
            "reluBox": self.tr("Try: with a kernel that finds edges: what is below zero becomes zero."),
            "max_poolBox": self.tr("Try: watch the output shrink to half its size."),
            "compareInput#": self.tr("Try: point at a cell and look at both outputs."),
            "compareOutput#": self.tr("Try: stride 1 against stride 2, and count the cells."),
            "labField#": self.tr("Try: one layer more, and see how much wider it gets."),
            "labNetworkField#": self.tr("Try: compare the bright part with the frame around it."),
            "labDepth#": self.tr("Try: 1 first, then one more at a time."),
            "labRelu": self.tr("Try: point at a cell that is zero, and look for it in the map before."),
            "labPooled": self.tr("Try: point at a cell: the largest of which four is it?"),
            "labFreeze": self.tr("Try: freeze, then set the stride to 2."),
            "labHint": self.tr("Try: read the hint before you answer a second time."),
        }

    def _bench(self) -> dict[str, str]:
        return {
            "labInput#": self.tr("Try: click a cell, type 9, and see which outputs change."),
            "labKernel#": self.tr("Try: set all weights to 1: the output becomes the sum of the patch."),
            "labPatch#": self.tr("Try: step on and see which numbers come in and which leave."),
            "labProducts#": self.tr("Try: add them up yourself, then look at the sum at the right."),
            "labMap": self.tr("Try: point at a cell: the patch it was made from is framed."),
            "labFilter#": self.tr("Try: switch between two filters: the same input, another map."),
            "wholeOutput": self.tr("Try: hide it, and guess each cell before the kernel gets there."),
            "labToStart": self.tr("Try: Ctrl+Home does the same; Ctrl+Left and Ctrl+Right step."),
            "labBack": self.tr("Try: hold Ctrl and use the arrow keys."),
            "labForward": self.tr("Try: say the sum before you press."),
            "labPlay": self.tr("Try: point at a cell while it plays; it waits for you."),
            "labSpeed": self.tr("Try: the slowest, to add up along with it."),
            "labQuizCell": self.tr("Try: three in a row without a mistake."),
            "labQuizSize": self.tr("Try: (size + 2·padding − kernel) / stride, rounded down, + 1."),
            "labAnswer": self.tr("Try: a wrong answer too; then the working shows where it went wrong."),
            "labAnswerButton": self.tr("Try: Return in the field does the same."),
            "labCode": self.tr("Try: change a slider and read which argument follows."),
            "copyConv2d": self.tr("Try: paste it into Python after import torch."),
        }
