"""The lessons of the Convolution lab in words: each is made from the settings of the moment, so it never lies."""

from PySide6.QtCore import QObject

from gui.pages.lab.words import LabWords
from model.lab.lab import POOL, Lab
from model.lab.lessons import stands_in
from model.lab.settings import RANGES


class LessonWords(QObject):
    """Says what a lesson teaches, about the bench as it is."""

    def titles(self) -> list[str]:
        """The lessons' names, in order."""
        return [
            self.tr("Edges in my drawing"), self.tr("One kernel"), self.tr("Stride"), self.tr("Padding"),
            self.tr("Dilation"), self.tr("Shared weights"), self.tr("ReLU"), self.tr("Max-pool"),
            self.tr("Channels in"), self.tr("Channels out"), self.tr("1 × 1 kernels"), self.tr("Conv2d"),
            self.tr("Receptive field"), self.tr("The network"), self.tr("Groups"),
        ]  # fmt: skip

    def lesson(self, key: str, lab: Lab, out_channel: int, depth: int) -> str:
        """What the lesson `key` says about `lab`, with the filter `out_channel` on view."""
        if key == "edges":
            return self._edges(lab, out_channel)
        if key == "receptive field":
            return self._field(lab, depth)
        return {
            "one kernel": self._one_kernel,
            "stride": self._stride,
            "padding": self._padding,
            "dilation": self._dilation,
            "shared weights": self._shared,
            "relu": self._relu,
            "max-pool": self._max_pool,
            "channels in": self._channels_in,
            "channels out": self._channels_out,
            "1 × 1": self._one_by_one,
            "conv2d": self._conv2d,
            "network": self._network,
            "groups": self._groups,
        }[key](lab)

    def _edges(self, lab: Lab, out_channel: int) -> str:
        kind = lab.kinds[out_channel]
        what = self.tr("Your own kernel.") if kind == "own" else LabWords(self).described(lab, kind)
        if lab.picture is None:
            where = self.tr("It slides over the input and answers with one number at every stop.")
        elif stands_in(lab):
            where = self.tr("It slides over a seven, as long as nothing is drawn, and answers with one number a stop.")
        elif len(lab.picture) == 1:
            where = self.tr("It slides over your drawing and answers with one number at every stop: bright or dark.")
        else:
            where = self.tr("It slides over the picture and answers with one number at every stop.")
        rest = self.tr(
            "That is what a kernel is for: it finds one thing, wherever it is. Point at a pixel to see its numbers, "
            "and try other kernels at the left."
        )
        return f"{what} {where} {rest}"

    def _one_kernel(self, lab: Lab) -> str:
        k = lab.kernel_size
        if lab.kernels > 1:
            words = self.tr(
                "A filter has {2} kernels here, one for each channel that it reads. Each, {0} × {0} weights, lies on a "
                "patch of its channel; each number is multiplied with the weight that lies on it, and all {1} products "
                "are added up: one number of the output."
            )
            return words.format(k, lab.kernels * k * k, lab.kernels) + self._one_bias(lab)
        words = self.tr(
            "The kernel, {0} × {0} weights, lies on a patch of the input. Each number is multiplied with the weight "
            "that lies on it, and the {1} products are added up: one number of the output. It depends on this patch "
            "alone, its local receptive field."
        )
        return words.format(k, k * k) + self._one_bias(lab)

    def _one_bias(self, lab: Lab) -> str:
        return "" if lab.bias is None else " " + self.tr("Last comes the bias, the same at every place.")

    def _stride(self, lab: Lab) -> str:
        n, m, s = lab.size, lab.out_size, lab.stride
        if s == 1:
            return self.tr(
                "With stride 1 the kernel moves one cell at a time and misses no place: from {0} × {0} it makes "
                "{1} × {1}. Set stride to 2 and see what is left."
            ).format(n, m)
        if m == 1:
            return self.tr(
                "With stride {0} the kernel would move {0} cells at a time, but here it has one place only: from "
                "{1} × {1} it makes 1 × 1. Make the input larger."
            ).format(s, n)
        words = self.tr(
            "With stride {0} the kernel moves {0} cells at a time and jumps over the places between: from {1} × {1} it "
            "makes {2} × {2}."
        ).format(s, n, m)
        in_pixels = n > RANGES["size"][1]  # too small for marks
        if not in_pixels:
            words += " " + self.tr("Marked corners show where a window begins.")
        if 2 * m == n:
            words += " " + self.tr("Half the height, half the width.")
        if lab.unread() and not in_pixels:
            words += " " + self.tr("Struck-out rows and columns are never read.")
        return words

    def _padding(self, lab: Lab) -> str:
        n, m, p, d = lab.size, lab.out_size, lab.padding, lab.dilation
        if p == 0:
            words = self.tr("Without padding the kernel stays inside the input, and {0} × {0} becomes {1} × {1}.")
            if len(lab.goes_into(0, 0)) < len(lab.goes_into(n // 2, n // 2)):
                words += " " + self.tr("A corner is read less often than the middle.")
            return words.format(n, m) + " " + self.tr("Set padding to 1.")
        if lab.kernel_size == 1:
            return self.tr(
                "Padding {0} puts zeros around the input, drawn dotted. A 1 × 1 kernel needs none: it stands on every "
                "cell anyway. It slides over {1} × {1} cells and makes {2} × {2}."
            ).format(p, n + 2 * p, m)
        rings = (
            self.tr("A ring of zeros, drawn dotted, lets the kernel stand on the edge too.")
            if p == 1
            else self.tr("{0} rings of zeros, drawn dotted, let the kernel stand on the edge too.").format(p)
        )
        slides = (
            self.tr("It slides over {0} × {0} cells and makes {1} × {1}, smaller than the input."),
            self.tr("It slides over {0} × {0} cells and makes {1} × {1}, as large as the input."),
            self.tr("It slides over {0} × {0} cells and makes {1} × {1}, larger than the input."),
        )[1 + (m > n) - (m < n)]
        keeps = self.tr("With stride 1, a 3 × 3 kernel needs padding 1 to keep the size.")
        if d > 1:
            keeps = self.tr("With stride 1 and dilation {0}, a 3 × 3 kernel needs padding {0} to keep the size.")
        return f"{rings} {slides.format(n + 2 * p, m)} {keeps.format(d)}"

    def _dilation(self, lab: Lab) -> str:
        k, d = lab.kernel_size, lab.dilation
        if k == 1:
            return self.tr(
                "A kernel of one weight cannot be pulled apart, whatever the dilation. Set kernel size to 2 or more."
            )
        if d == 1:
            return self.tr("With dilation 1 the weights of a kernel lie side by side. Set dilation to 2.")
        marks = self.tr("cells with a cross are jumped over")
        if lab.size > RANGES["size"][1]:
            marks = self.tr("only the coloured cells in the frame are read")
        return self.tr(
            "Dilation {0} pulls the {1} × {1} kernel apart: from one weight to the next it is {0} cells, and {4}. The "
            "kernel spans {2} × {2} cells with {3} weights: it sees further for the same price."
        ).format(d, k, lab.step.extent, k * k, marks)

    def _shared(self, lab: Lab) -> str:
        count = lab.weights // lab.out_channels
        if lab.bias is None:
            first = self.tr("The same {0} weights W serve every position: W·x.")
        else:
            first = self.tr("The same {0} weights W and the same bias b serve every position: W·x + b.")
        rest = self.tr(
            "What the kernel finds in one place it finds everywhere, and few numbers are enough for any input. Change "
            "one weight and watch the whole output change."
        )
        return f"{first.format(count)} {rest}"

    def _relu(self, lab: Lab) -> str:
        below = int((lab.output < 0).sum())
        if not lab.relu:
            return self.tr(
                "{0} of the {1} numbers of the output are below 0. Switch ReLU on at the left: it makes them 0."
            ).format(below, lab.output.size)
        return self.tr(
            "ReLU keeps what is above 0 and makes everything below it 0: max(0, x). Here that changes {0} of {1} "
            "numbers. Without it two layers would be no more than one: a sum of sums is a sum."
        ).format(below, lab.output.size)

    def _max_pool(self, lab: Lab) -> str:
        m = lab.out_size
        if lab.max_pool and not lab.pools:
            return self.tr("The output is {0} × {0}: a max-pool needs at least {1} × {1}.").format(m, POOL)
        if not lab.pools:
            return self.tr(
                "A max-pool keeps the largest of each {0} × {0} numbers. Switch it on at the left; it needs an output "
                "of at least {0} × {0}."
            ).format(POOL)
        words = self.tr(
            "The max-pool keeps only the largest of each {0} × {0} numbers: {1} × {1} becomes {2} × {2}. It has no "
            "weights. What was found stays, where exactly no longer matters, and the next layer has less to do."
        ).format(POOL, m, m // POOL)
        return words + (" " + self.tr("The last row and column are left over.") if m % POOL else "")

    def _channels_in(self, lab: Lab) -> str:
        n = lab.in_channels
        if n == 1 and lab.picture is not None and len(lab.picture) == 1:
            return self.tr(
                "The input has one channel, ink, so each filter has one kernel. Open a picture in colour: it has three."
            )
        if n == 1:
            return self.tr(
                "The input has one channel, so each filter has one kernel. Set channels in to 3, for colour."
            )
        words = self.tr(
            "The input has {0} channels. A common mistake is that one kernel serves all of them. It does not: each "
            "channel has a kernel of its own, and the sums are added to one number."
        ).format(n)
        if lab.groups > 1:
            words += " " + self.tr("With groups={0} a filter reads only {1} of them.").format(lab.groups, lab.kernels)
        return words

    def _channels_out(self, lab: Lab) -> str:
        if lab.out_channels == 1:
            return self.tr("There is one filter, and so one channel of the output. Set channels out to 2.")
        return self.tr(
            "Each of the {0} output channels has a filter of its own, with a kernel for every channel that it reads: "
            "{1}. Choose a filter above the output: the same input, other weights, another feature map."
        ).format(lab.out_channels, lab.kernels)

    def _one_by_one(self, lab: Lab) -> str:
        k, n, o = lab.kernel_size, lab.in_channels, lab.out_channels
        if k > 1:
            return self.tr("This kernel is {0} × {0}: it looks at neighbours too. Set kernel size to 1.").format(k)
        if lab.kernels == 1:
            words = self.tr(
                "A 1 × 1 kernel looks at one place. Here a filter reads one channel, so it only multiplies each number "
                "with its weight."
            )
            more = self.tr("Set groups to 1 to see it mix channels.")
            if lab.groups == 1:
                more = self.tr("Set channels in to 2 or more to see it mix them.")
            return f"{words} {more}"
        return self.tr(
            "A 1 × 1 kernel looks at one place, but through {0} channels: each filter mixes them with {0} weights. "
            "Networks use it to make {2} channels out of {1} at little cost, without looking at neighbours."
        ).format(lab.kernels, n, o)

    def _conv2d(self, _lab: Lab) -> str:
        return self.tr(
            "The layer above is one line of PyTorch. The sliders at the left are its arguments, all but the size of "
            "the input; move them and the line below follows. The whole output is compared with PyTorch's after every "
            "change."
        )

    def _field(self, lab: Lab, depth: int) -> str:
        k, s = lab.kernel_size, lab.stride
        counts = self.tr("The colour is the gradient, how much each cell really counts.")
        if k == 1:
            words = self.tr(
                "With 1 × 1 kernels one number depends on a single cell, however many layers there are: {0} here. The "
                "receptive field grows only where kernels look at neighbours. Set kernel size to 3."
            )
            return words.format(depth)
        if depth == 1:
            words = self.tr(
                "After one layer of {0} × {0} kernels one number depends on cells within the frame: its receptive "
                "field. With each further layer it grows."
            )
            return f"{words.format(k)} {counts}"
        if lab.dilation > 1 or s > k:
            words = self.tr(
                "After {0} layers of {1} × {1} kernels one number depends on cells within the frame, its theoretical "
                "receptive field, but perhaps not on those that dilation and stride jump over."
            )
            return f"{words.format(depth, k)} {counts}"
        if s == k:
            words = self.tr(
                "After {0} layers of {1} × {1} kernels one number depends on every cell in the frame: its theoretical "
                "receptive field. With stride {1} the windows do not overlap: one way leads from each cell to it."
            )
            return f"{words.format(depth, k)} {counts}"
        return self.tr(
            "After {0} layers of {1} × {1} kernels one number could be changed by every cell in the frame: its "
            "theoretical receptive field, which grows with each layer. But most ways through the layers lead to its "
            "middle. The colour is the gradient, how much each cell really counts. Move kernel size, stride and "
            "dilation."
        ).format(depth, k)

    def _network(self, _lab: Lab) -> str:
        return self.tr(
            "The lesson begins with the first filters of conv1 on the page Look inside, as they were learned, on your "
            "drawing, or on a seven where there is none. The network does the same in every layer, with more channels: "
            "convolution, ReLU, and in some networks a max-pool."
        )

    def _groups(self, lab: Lab) -> str:
        g, n, w = lab.groups, lab.in_channels, lab.weights
        if g == 1:
            return self.tr(
                "With groups=1 every filter reads all channels: here {0} weights. Set channels in and out to 4, then "
                "raise groups."
            ).format(w)
        if g == n:
            return self.tr(
                "As many groups as channels, {0}: each filter reads one channel alone. This depthwise convolution has "
                "{1} weights instead of {2}. Its channels never meet; a 1 × 1 convolution after it mixes them."
            ).format(g, w, w * g)
        return self.tr(
            "With groups={0} the {1} channels are dealt out: each filter reads {2} of them, and the layer has {3} "
            "weights instead of {4}. Choose a filter above the output and see which channels have a kernel."
        ).format(g, n, lab.kernels, w, w * g)
