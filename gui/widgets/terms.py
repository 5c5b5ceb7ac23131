"""The words of the field as ConvPad uses them, each in one or two sentences."""

from typing import NamedTuple

from PySide6.QtCore import QObject


class Term(NamedTuple):
    """A word, and what it means."""

    word: str
    meaning: str


class Terms(QObject):
    """In the language in use, by a key that is the same in each."""

    def all(self) -> dict[str, Term]:
        """From the drawing to the answer, then training."""
        return {key: Term(*each) for part in (self._layers(), self._answer(), self._training()) for key, each in part}

    def _layers(self) -> list[tuple[str, tuple[str, str]]]:
        return [
            ("image", (self.tr("Image"), self.tr(
                "The 28 × 28 numbers from 0 (black) to 1 (white) that the network reads. They are made from your ink "
                "as MNIST's digits were made: cropped, scaled to 20 pixels, centred by their mass."))),
            ("convolution", (self.tr("Convolution"), self.tr(
                "A small window of weights slides over the input. At each stop the numbers under it are multiplied "
                "with the weights and added up: one number of the output. The same weights serve every place."))),
            ("channel", (self.tr("Channel"), self.tr(
                "One of several pictures that lie on one another: red, green and blue of a photograph, or the feature "
                "maps that one layer hands to the next."))),
            ("kernel", (self.tr("Kernel"), self.tr(
                "The weights between one input channel and one feature map, for instance 3 × 3 of them. Orange adds, "
                "purple takes away, white does nothing."))),
            ("filter", (self.tr("Filter"), self.tr(
                "One kernel for each input channel, and one bias. All of them together make one feature map."))),
            ("feature map", (self.tr("Feature map"), self.tr(
                "What one filter answers at each place of its input: bright where it finds what it looks for."))),
            ("shape", (self.tr("Shape, such as 24×14×14"), self.tr(
                "How many there are × height × width. 24×14×14 are 24 feature maps of 14 rows and 14 columns; 24×3×3 "
                "are 24 kernels of 3 × 3 weights."))),
            ("code", (self.tr("The line of code"), self.tr(
                "The layer as PyTorch writes it: Conv2d(in_channels, out_channels, kernel_size, stride, padding), then "
                "what follows it. Copied into a program it makes the same layer."))),
            ("parameters", (self.tr("Parameters"), self.tr(
                "All numbers that are learned. A convolution has out_channels × in_channels × height × width of the "
                "kernel, and one bias for each output channel."))),
            ("bias", (self.tr("Bias"), self.tr(
                "One number for each filter, added at every place after the products were added up."))),
            ("stride", (self.tr("Stride"), self.tr(
                "How many cells the kernel moves at a time. Stride 2 halves height and width."))),
            ("padding", (self.tr("Padding"), self.tr(
                "Rings of zeros around the input, so that the kernel can stand on the edge and the output does not "
                "shrink."))),
            ("dilation", (self.tr("Dilation"), self.tr(
                "Gaps between the weights of a kernel: with dilation 2 it reads every second cell, so it sees further "
                "with as many weights."))),
            ("receptive field", (self.tr("Receptive field"), self.tr(
                "The part of an earlier layer, or of the image, that a number depends on. It grows from layer to "
                "layer; frames show it when you point at a pixel."))),
            ("relu", (self.tr("ReLU"), self.tr(
                "Negative numbers become 0, others stay. Without it, several layers could do no more than one."))),
            ("max pool", (self.tr("Max-pool"), self.tr(
                "Of every 2 × 2 numbers the largest stays: half the height and width, and small shifts matter less."))),
        ]  # fmt: skip

    def _answer(self) -> list[tuple[str, tuple[str, str]]]:
        return [
            ("linear layer", (self.tr("Linear layer"), self.tr(
                "The last layer: each of the ten outputs is a sum over all numbers of the last maps, each times a "
                "weight of its own, plus a bias."))),
            ("output", (self.tr("Output (logit)"), self.tr(
                "The sum that the linear layer gives for a digit. Only differences count: the largest output is the "
                "answer."))),
            ("softmax", (self.tr("Softmax"), self.tr(
                "Turns the ten outputs into probabilities that make 100 % together: exp of each, divided by the sum of "
                "all."))),
            ("probability", (self.tr("Probability"), self.tr(
                "How sure the network is of a digit. A network may be very sure and wrong."))),
            ("accuracy", (self.tr("Accuracy"), self.tr(
                "The part of digits that are read right. On 10,000 test digits 99.5 % means 50 mistakes."))),
            ("confidence interval", (self.tr("95 % interval"), self.tr(
                "Where the accuracy on endless digits of the same kind most likely lies. Two networks whose intervals "
                "overlap widely may be equally good."))),
            ("confusion matrix", (self.tr("Confusion matrix"), self.tr(
                "A table of what was shown against what was read. Off the diagonal are the mistakes."))),
            ("mnist", (self.tr("MNIST"), self.tr(
                "70,000 digits that American writers wrote around 1990. ConvPad trains on 55,000, chooses by "
                "5,000 (validation set), and reports on 10,000 that no training sees (test set)."))),
        ]  # fmt: skip

    def _training(self) -> list[tuple[str, tuple[str, str]]]:
        return [
            ("loss", (self.tr("Loss"), self.tr(
                "How far the probabilities are from the right answer: 0 where the network is sure and right. Training "
                "makes it small."))),
            ("gradient", (self.tr("Gradient"), self.tr(
                "For each weight, how the loss would change if the weight grew a little. A step moves all weights "
                "against it."))),
            ("step", (self.tr("Step, batch and epoch"), self.tr(
                "A step looks at a batch, for instance 96 digits, and changes the weights once. An epoch is all "
                "training digits once."))),
            ("learning rate", (self.tr("Learning rate"), self.tr(
                "How far a step goes. Too high and the loss jumps, too low and nothing moves; usually it falls towards "
                "the end."))),
            ("weight decay", (self.tr("Weight decay"), self.tr(
                "A pull of all weights towards 0 at each step, so that none grows for the sake of a few digits."))),
            ("label smoothing", (self.tr("Label smoothing"), self.tr(
                "The wanted answer is, for instance, 95 % instead of 100 %, so that no network is too sure."))),
            ("augmentation", (self.tr("Augmentation"), self.tr(
                "Digits are shifted, turned, bent and thickened a little, otherwise each time, so that the network "
                "learns what does not matter."))),
            ("seed", (self.tr("Seed"), self.tr(
                "The number from which everything random is made. The same seed gives the same weights."))),
            ("dead channel", (self.tr("Dead channel"), self.tr(
                "A filter whose map is 0 everywhere on all digits: it no longer says anything, nor learns."))),
            ("multiply-adds", (self.tr("Multiply-adds"), self.tr(
                "How many products are made and added up for one image: the work of a layer."))),
            ("weights", (self.tr("Weights"), self.tr(
                "The numbers of a network as a file (safetensors). With the same layers, other weights are another "
                "network."))),
        ]  # fmt: skip
