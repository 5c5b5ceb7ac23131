"""The questions of the Convolution lab in words, their hints, and what is said to an answer."""

from PySide6.QtCore import QObject

from gui.pages.lab.quiz import Quiz
from model.lab.questions import Question


class QuestionWords(QObject):
    """Puts the model's questions into words, in the language of the window."""

    def question(self, question: Question) -> str:
        """The question in words."""
        size = self.tr("Input {0} × {0}, kernel_size={1}, stride={2}, padding={3}: how many rows has the output?")
        weights = self.tr("in_channels={0}, out_channels={1}, kernel_size={2}: how many weights, without biases?")
        in_groups = self.tr(
            "in_channels={0}, out_channels={1}, kernel_size={2}, groups={3}: how many weights, without biases?"
        )
        kernels = self.tr("Channels in: {0}. How many kernels has one filter?")
        numbers = question.numbers
        sentences = {
            "edges": self.tr("Where the whole input is 1: what is the sum of filter 0's products, without a bias?"),
            "one kernel": self.tr(
                "A {0} × {0} kernel on one channel: on how many numbers of the input does one of the output depend?"
            ),
            "output size": size,
            "size quiz": size,
            "padding": self.tr("An input of {0} × {0} with padding={1}: how many zeros are put around each channel?"),
            "dilation": self.tr("A {0} × {0} kernel with dilation={1}: how many rows of the input does it span?"),
            "shared weights": self.tr(
                "The same layer reads a 100 × 100 input instead: how many parameters, weights and biases, has it then?"
            ),
            "relu": self.tr("The lowest number of the output is {given}. What does ReLU make of it?"),
            "max-pool": self.tr("A map of {0} × {0} and a {1} × {1} max-pool: how many rows are left?"),
            "channels in": kernels,
            "channels out": weights,
            "groups": weights,
            "1 × 1": self.tr(
                "A {0} × {0} filter over {1} channels: on how many numbers does one of the output depend?"
            ),
            "receptive field": self.tr(
                "{0} layers with kernel_size={1}, stride={2}, dilation={3}: how many rows of the input does one "
                "number see?"
            ),
            "network": self.tr("conv1 has {0} filters of {1} × {1}: how many parameters, biases included?"),
            "next cell": self.tr("Which number comes into the cell with the question mark, out[{0}, {1}, {2}]?"),
        }
        words = sentences[question.key]
        if words is size and numbers[-1] != 1:
            words = self.tr(
                "Input {0} × {0}, kernel_size={1}, stride={2}, padding={3}, dilation={4}: how many rows has the output?"
            )
        elif words is weights and numbers[-1] != 1:
            words = in_groups
        elif words is kernels and numbers[-1] != 1:
            words = self.tr("Channels in: {0}, groups={1}. How many kernels has one filter?")
        return words.format(*numbers, given=question.given)

    def hint(self, question: Question) -> str:
        """How to get at the answer, without its numbers."""
        size = self.tr("⌊(n + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1")
        weights = self.tr("Filters, times kernels in each filter, times weights in each kernel.")
        return {
            "edges": self.tr("Every product is 1 times a weight. Add up the weights."),
            "one kernel": self.tr("Count the cells under the kernel."),
            "output size": size,
            "size quiz": size,
            "padding": self.tr("Count all cells with the rings, and take away those of the input."),
            "dilation": self.tr("The first row, and then dilation rows for each further weight."),
            "shared weights": self.tr("Do the weights belong to a position, or to the kernel?"),
            "relu": self.tr("ReLU is max(0, x)."),
            "max-pool": self.tr("How many windows fit below each other without overlapping?"),
            "channels in": self.tr("One kernel for each channel that the filter reads."),
            "channels out": weights,
            "groups": weights,
            "1 × 1": self.tr("One number for each weight of the filter."),
            "receptive field": self.tr(
                "Begin with 1. Each layer adds dilation·(kernel_size − 1), times the strides of all layers before it."
            ),
            "network": self.tr("filters · channels · height · width, and one bias for each filter."),
            "next cell": self.tr("Each number under the kernel times its weight, all added up, and the bias."),
        }[question.key]

    def verdict(self, quiz: Quiz) -> str:
        """What to say now: nothing, the hint, or to an answer its working."""
        question = quiz.question
        if quiz.right:
            return self.tr("Right: {0}").format(question.working)
        if quiz.solved:
            return self.tr("Not quite: {0}").format(question.working)
        hint = self.tr("Hint: {0}").format(self.hint(question)) if quiz.hinted else ""
        return self.tr("Not quite. {0}").format(hint) if quiz.guess is not None else hint
