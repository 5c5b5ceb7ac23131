"""The words of the Convolution lab: lessons, questions, refusals. Numbers come from the model, sentences from here."""

from PySide6.QtCore import QObject

from model.lab.lab import Lab
from model.lab.lessons import Question
from model.lab.settings import Refusal


class LabWords(QObject):
    """Puts the model's keys into words, in the language of the window."""

    def titles(self) -> list[str]:
        """The lessons' names, in order."""
        return [
            self.tr("One kernel, one channel"),
            self.tr("Stride 2"),
            self.tr("Padding 1"),
            self.tr("Shared weights and bias"),
            self.tr("Three channels in (colour)"),
            self.tr("Three channels in, two out"),
            self.tr("Conv2d and its arguments"),
            self.tr("Find edges in my drawing"),
            self.tr("From here to the network"),
        ]

    def lesson(self, number: int) -> str:
        """What lesson `number` teaches."""
        return [
            self.tr(
                "The kernel, 2 × 2 weights, lies on a patch of the input. Each number is multiplied with the "
                "weight that lies on it, and the products are added up: one number of the output. It depends on "
                "this patch alone, its local receptive field."
            ),
            self.tr(
                "With stride 2 the kernel moves two cells at a time and jumps over every second place, so the "
                "output is smaller. Marked corners show where a window begins. The struck-out last row and column "
                "are never read: one more step would leave the input."
            ),
            self.tr(
                "A ring of zeros, drawn dotted, lets the kernel stand on the edge too. With a 3 × 3 kernel, "
                "stride 1 and padding 1 the output is as large as the input."
            ),
            self.tr(
                "The same nine weights W and the same bias b serve every position: W·x + b. What the kernel finds "
                "in one place it finds everywhere, and few numbers are enough for any input. Change one weight "
                "and watch the whole output change."
            ),
            self.tr(
                "A colour picture has three channels: red, green and blue. A common mistake is that one kernel "
                "serves all of them. It does not: each channel has a kernel of its own, and the three sums and "
                "the bias are added to one number."
            ),
            self.tr(
                "Each output channel has a filter of its own: one kernel for every input channel, and one bias. "
                "Choose filter 0 or 1 at the right: the same input, other weights, another feature map."
            ),
            self.tr(
                "All of this page is one line of PyTorch. Each slider at the left is one of its arguments; move "
                "them and the line below follows. The whole output is compared with PyTorch's after every change."
            ),
            self.tr(
                "Sobel's kernel takes the left from the right: it answers where your drawing gets brighter or "
                "darker sideways. Filter 1 is the same turned, for the other edges. Point at a pixel to see its "
                "numbers, and try Outline, Blur and Sharpen."
            ),
            self.tr(
                "These are the first filters of conv1 on the page Look inside, learned from MNIST, on your "
                "drawing. The network does the same in every layer, with more channels, and then ReLU: negative "
                "numbers become 0."
            ),
        ][number]

    def question(self, question: Question) -> str:
        """The question in words."""
        sentences = {
            "one kernel": self.tr(
                "A 2 × 2 kernel: on how many numbers of the input does one number of the output depend?"
            ),
            "stride": self.tr("Input 6 × 6, kernel 3 × 3, stride 2, no padding: how many rows has the output?"),
            "padding": self.tr("Which padding keeps the size with a 5 × 5 kernel and stride 1?"),
            "shared weights": self.tr(
                "A 3 × 3 kernel with its bias reads a 100 × 100 input: how many parameters has it?"
            ),
            "channels in": self.tr("Three channels in, one filter: how many kernels has the filter?"),
            "channels out": self.tr("Three channels in, two out, 3 × 3 kernels: how many weights, without biases?"),
            "conv2d": self.tr("Input 8 × 8, kernel_size=3, stride=2, padding=1: how many rows has the output?"),
            "edges": self.tr("What does Sobel's kernel answer where all nine numbers are 1?"),
            "network": self.tr("conv1 has {0} filters of {1} × {1}: how many parameters, biases included?"),
            "output size": self.tr(
                "Input {0} × {0}, kernel_size={1}, stride={2}, padding={3}: how many rows has the output?"
            ),
            "next cell": self.tr("Which number comes into the cell with the question mark, out[{0}, {1}, {2}]?"),
        }
        return sentences[question.key].format(*question.numbers)

    def verdict(self, question: Question, guess: float) -> str:
        """What to say to an answer, with the working."""
        words = self.tr("Right: {0}") if question.is_right(guess) else self.tr("Not quite: {0}")
        return words.format(question.working)

    def refusal(self, refusal: Refusal) -> str:
        """Why a setting goes no further."""
        if refusal.reason == "drawing":
            return self.tr("Your drawing has one channel: ink. A picture in colour has three.")
        if refusal.reason == "picture":
            return self.tr("The picture has {0} channels: red, green and blue.").format(refusal.limit)
        sentences = {
            "size": self.tr("The input cannot be smaller than {0} here: the kernel would not fit. More padding helps."),
            "kernel_size": self.tr("A kernel larger than {0} does not fit into the padded input here."),
            "padding": self.tr("With padding below {0} the kernel would be larger than the input."),
        }
        return sentences[refusal.name].format(refusal.limit)

    def setting(self, name: str) -> tuple[str, str]:
        """A setting's name and what it does."""
        return {
            "in_channels": (
                self.tr("channels in"),
                self.tr("in_channels: how many maps the input has, 3 for colour. Each gets a kernel of its own."),
            ),
            "out_channels": (
                self.tr("channels out"),
                self.tr("out_channels: how many filters there are. Each makes one feature map of the output."),
            ),
            "size": (self.tr("input size"), self.tr("Height and width of the input, without padding.")),
            "kernel_size": (
                self.tr("kernel size"),
                self.tr("kernel_size: height and width of each kernel, the part of the input it sees at once."),
            ),
            "stride": (
                self.tr("stride"),
                self.tr("stride: how many cells the kernel moves at a time. 2 halves height and width."),
            ),
            "padding": (
                self.tr("padding"),
                self.tr("padding: rings of zeros around the input, so that the kernel can stand on the edge."),
            ),
        }[name]

    def kernel(self, kind: str) -> tuple[str, str]:
        """A kernel's name and what it does."""
        return {
            "edge": (self.tr("Edge │"), self.tr("Sobel: right minus left, finds upright edges.")),
            "edge across": (self.tr("Edge ─"), self.tr("Sobel turned: below minus above, finds level edges.")),
            "outline": (self.tr("Outline"), self.tr("Laplace: the middle against all around it; 0 where all is even.")),
            "blur": (self.tr("Blur"), self.tr("The mean: every weight the same, together 1.")),
            "sharpen": (self.tr("Sharpen"), self.tr("More of the middle, less of its four neighbours; together 1.")),
            "identity": (self.tr("Identity"), self.tr("A single 1 in the middle: the output is the input.")),
            "random": (self.tr("Random"), self.tr("Whole numbers from -2 to 2 by chance, others for each channel.")),
        }[kind]

    def channel(self, lab: Lab, channel: int, short: bool) -> str:
        """What an input channel is called."""
        name = str(channel) if short else self.tr("channel {0}").format(channel)
        return f"{name}\n{'RGB'[channel]}" if lab.in_channels == 3 else name

    def movement(self, lab: Lab) -> str:
        """How the kernels move over this input, and what serves where."""
        padding = (
            self.tr("without padding"),
            self.tr("framed by one ring of zeros (padding)"),
            self.tr("framed by {0} rings of zeros (padding)").format(lab.padding),
        )[min(lab.padding, 2)]
        moves = self.tr("Step by {0} (stride) over the input {1}.").format(lab.stride, padding)
        if lab.bias is None:
            shared = self.tr("The same {0} weights serve every position.")
        else:
            shared = self.tr("The same {0} weights and the same bias serve every position.")
        shared = shared.format(lab.weights // lab.out_channels)
        if lab.in_channels == 1:
            return f"{moves} {shared}"
        each = self.tr("No kernel serves two channels: each of the {0} has its own.").format(lab.in_channels)
        return f"{moves} {shared} {each}"
