"""What a network is made of, before there are weights: layers, their sizes and counts. Plain arithmetic, no torch."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.convolution import Step, Window, output_size, receptive_field
from model.files import InputError

INPUT_SIDE = 28
CLASSES = 10
MAX_LAYERS = 8
MAX_CHANNELS = 128
POOL = 2  # window and stride of the MaxPool2d that a layer may end with


@dataclass(frozen=True)
class LayerSpec:
    """One `Conv2d → ReLU (→ MaxPool2d(2))`, in PyTorch's words.

    `out_channels` 1…128, `kernel_size` 1…9, `stride` 1…4, `padding` 0…`kernel_size - 1`.

    Raises:
        InputError: a number is outside its range.
    """

    out_channels: int
    kernel_size: int = 3
    stride: int = 1
    padding: int = 0
    bias: bool = True
    max_pool: bool = False

    def __post_init__(self) -> None:
        """Refuse what no layer can be."""
        self._check("out_channels", 1, MAX_CHANNELS)
        self._check("kernel_size", 1, 9)
        self._check("stride", 1, 4)
        self._check("padding", 0, self.kernel_size - 1)
        for name in ("bias", "max_pool"):
            if not isinstance(getattr(self, name), bool):
                raise InputError("{0} must be true or false, not {1!r}", name, getattr(self, name))

    def _check(self, name: str, low: int, high: int) -> None:
        value = getattr(self, name)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise InputError("{0} must be a whole number from {1} to {2}, not {3!r}", name, low, high, value)

    def conv_size(self, size: int) -> int:
        """Height (and width) after the convolution, for an input of `size`."""
        return output_size(size, self.kernel_size, self.stride, self.padding)

    def out_size(self, size: int) -> int:
        """Height (and width) of the feature maps that the next layer reads."""
        conv = self.conv_size(size)
        return conv // POOL if self.max_pool else conv

    @property
    def steps(self) -> list[Step]:
        """The layer's sliding windows: the convolution, then the max-pool if there is one."""
        conv = Step(self.kernel_size, self.stride, self.padding)
        return [conv, Step(POOL, POOL, 0)] if self.max_pool else [conv]

    def code(self, in_channels: int) -> str:
        """The layer as a line of PyTorch."""
        text = f"Conv2d({in_channels}, {self.out_channels}, {self.kernel_size}"
        for name, default in (("stride", 1), ("padding", 0), ("bias", True)):
            if (value := getattr(self, name)) != default:
                text += f", {name}={value}"
        return text + ")"


@dataclass(frozen=True)
class LayerShape:
    """A layer in its place: what goes in, what comes out, and how much it holds."""

    spec: LayerSpec
    in_channels: int
    in_size: int
    conv_size: int
    out_size: int

    @property
    def parameters(self) -> int:
        """Weights and biases."""
        weights = self.spec.out_channels * self.in_channels * self.spec.kernel_size**2
        return weights + (self.spec.out_channels if self.spec.bias else 0)

    @property
    def multiply_adds(self) -> int:
        """Multiplications for one image, padding counted as if it were image."""
        return self.spec.out_channels * self.conv_size**2 * self.in_channels * self.spec.kernel_size**2


def layer_shapes(specs: Sequence[LayerSpec]) -> list[LayerShape]:
    """Each layer's place in the chain, from the 1 × 28 × 28 image on.

    Raises:
        InputError: there are not 1…8 layers, or a kernel or pool no longer fits; the sentence names the layer.
    """
    if not 1 <= len(specs) <= MAX_LAYERS:
        raise InputError("a network has 1 to {0} convolution layers, not {1}", MAX_LAYERS, len(specs))
    shapes, channels, size = [], 1, INPUT_SIDE
    for number, spec in enumerate(specs, start=1):
        if spec.kernel_size > size + 2 * spec.padding:
            raise InputError(
                "conv{0}: a {1} × {1} kernel does not fit into {2} × {2} with padding {3}",
                number,
                spec.kernel_size,
                size,
                spec.padding,
            )
        shape = LayerShape(spec, channels, size, spec.conv_size(size), spec.out_size(size))
        if shape.out_size < 1:
            raise InputError("conv{0}: nothing is left after the max-pool", number)
        shapes.append(shape)
        channels, size = spec.out_channels, shape.out_size
    return shapes


def linear_features(specs: Sequence[LayerSpec]) -> int:
    """How many numbers the linear layer reads."""
    last = layer_shapes(specs)[-1]
    return last.spec.out_channels * last.out_size**2


def parameter_count(specs: Sequence[LayerSpec]) -> int:
    """Weights and biases of the whole network, the linear layer's included."""
    return sum(s.parameters for s in layer_shapes(specs)) + CLASSES * (linear_features(specs) + 1)


def multiply_adds(specs: Sequence[LayerSpec]) -> int:
    """Multiplications of the whole network for one image."""
    return sum(s.multiply_adds for s in layer_shapes(specs)) + CLASSES * linear_features(specs)


def field_sizes(specs: Sequence[LayerSpec]) -> list[int]:
    """For each layer the side of the square of the image that one of its outputs reads, padding included.

    It may be larger than the image: then every output may depend on all of it.
    """
    steps: list[Step] = []
    sizes = []
    for spec in specs:
        steps += spec.steps
        field = receptive_field(steps, Window(0, 0, 1, 1))
        sizes.append(field.bottom - field.top)
    return sizes
