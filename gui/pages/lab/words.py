"""The words of the Convolution lab's settings, kernels and refusals. Numbers come from the model, words from here."""

from PySide6.QtCore import QObject

from model import kernels
from model.lab.lab import Lab
from model.lab.settings import Refusal


class LabWords(QObject):
    """Puts the model's keys into words, in the language of the window."""

    def refusal(self, refusal: Refusal) -> str:
        """Why a setting goes no further."""
        if refusal.reason == "drawing":
            return self.tr("Your drawing has one channel: ink. A picture in colour has three.")
        if refusal.reason == "picture":
            return self.tr("The picture has {0} channels: red, green and blue.").format(refusal.limit)
        if refusal.reason == "groups":
            if refusal.name == "groups":
                return self.tr("groups must divide channels in and channels out evenly; it is {0} now.").format(
                    refusal.limit
                )
            return self.tr("With groups the channels are dealt out evenly: {0} is the nearest.").format(refusal.limit)
        sentences = {
            "size": self.tr("The input cannot be smaller than {0} here: the kernel would not fit. More padding helps."),
            "kernel_size": self.tr("A kernel larger than {0} does not fit into the padded input here."),
            "padding": self.tr("With padding below {0} the kernel would be larger than the input."),
            "dilation": self.tr("With dilation above {0} the kernel would be larger than the padded input."),
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
            "dilation": (
                self.tr("dilation"),
                self.tr(
                    "dilation: how many cells it is from one weight to the next; what lies between is jumped over."
                ),
            ),
            "groups": (
                self.tr("groups"),
                self.tr(
                    "groups: the channels are dealt out to so many groups, and a filter reads its own group alone. As "
                    "many groups as channels: depthwise."
                ),
            ),
            "padding": (
                self.tr("padding"),
                self.tr("padding: rings of zeros around the input, so that the kernel can stand on the edge."),
            ),
        }[name]

    def kernel(self, kind: str) -> tuple[str, str]:
        """A kernel's name and what it does."""
        return {
            "edge": (self.tr("Edge │"), self.tr("Right minus left: finds upright edges. 3 × 3 it is Sobel's.")),
            "edge across": (
                self.tr("Edge ─"),
                self.tr("Below minus above: finds level edges. 3 × 3 it is Sobel's."),
            ),
            "outline": (self.tr("Outline"), self.tr("Laplace: the middle against all around it; 0 where all is even.")),
            "blur": (self.tr("Blur"), self.tr("The mean: every weight the same, together 1.")),
            "sharpen": (self.tr("Sharpen"), self.tr("More of the middle, less of its four neighbours; together 1.")),
            "identity": (
                self.tr("Identity"),
                self.tr("A single 1 in the middle: it copies the number it lies on."),
            ),
            "random": (self.tr("Random"), self.tr("Whole numbers from -2 to 2 by chance, others for each channel.")),
        }[kind]

    def described(self, lab: Lab, kind: str) -> str:
        """What a kernel of this name does in the size that the lab has now."""
        size = lab.kernel_size
        if size < kernels.smallest(kind):
            return self.tr("One weight is left of the kernel: an edge needs two.")
        if kind == "sharpen" and size < 3:
            return {
                1: self.tr("A single weight 1: nothing beside it to take away."),
                2: self.tr("More of one number, less of its two neighbours; together 1."),
            }[size]
        sobel = {
            "edge": self.tr("Sobel: right minus left, finds upright edges."),
            "edge across": self.tr("Sobel turned: below minus above, finds level edges."),
        }
        return sobel[kind] if size == 3 and kind in sobel else self.kernel(kind)[1]

    def channel(self, lab: Lab, channel: int, short: bool) -> str:
        """What an input channel is called."""
        name = str(channel) if short else self.tr("channel {0}").format(channel)
        return f"{name}\n{'RGB'[channel]}" if lab.in_channels == 3 else name

    def layer(self, lab: Lab) -> str:
        """The settings by which two layers on one input differ, and the size of what they make."""
        parts = [f"kernel_size={lab.kernel_size}", f"stride={lab.stride}", f"padding={lab.padding}"]
        parts += [f"dilation={lab.dilation}"] if lab.dilation > 1 else []
        parts += [f"groups={lab.groups}"] if lab.groups > 1 else []
        return f"{', '.join(parts)} → {lab.out_size} × {lab.out_size}"
