"""The network: a plain chain of `Conv2d → ReLU (→ MaxPool2d)` and one `Linear`. Knows nothing of training or files.

While training, batch norm may stand behind each convolution; `DigitNet.folded` turns such a network into one without,
with the same outputs. Whatever is shown, inspected or saved is always the plain chain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model.data_set import MNIST
from model.network.architecture import CLASSES, POOL, LayerSpec, layer_shapes, linear_features, parameter_count


@dataclass(frozen=True, eq=False)
class Tap:
    """What one layer computed on the way; (batch, channels, height, width) each."""

    conv: Tensor  # W*x + b
    relu: Tensor
    out: Tensor  # what the next layer reads: `relu`, or its max-pool


class DigitNet(nn.Module):
    """Ten logits from images (batch, 1, 28, 28) float32, ink 0…1.

    Parameters are named `conv1.weight` (out_channels, in_channels, kernel_size, kernel_size), `conv1.bias`, …,
    `linear.weight` (10, features), `linear.bias`. With `batch_norm`, layers that have a bias are followed by a
    `BatchNorm2d`; a layer without bias has none, since folding would give it one.

    Raises:
        ValueError: the layers do not fit together.
    """

    def __init__(
        self,
        specs: Sequence[LayerSpec],
        *,
        batch_norm: bool = False,
        generator: torch.Generator | None = None,
    ) -> None:
        super().__init__()
        self.specs = tuple(specs)
        self.data = MNIST  # what it was trained on, and so what its outputs mean
        for number, shape in enumerate(layer_shapes(self.specs), start=1):
            spec = shape.spec
            conv = nn.Conv2d(
                shape.in_channels,
                spec.out_channels,
                spec.kernel_size,
                spec.stride,
                spec.padding,
                bias=spec.bias,
            )
            nn.init.kaiming_normal_(conv.weight, nonlinearity="relu", generator=generator)
            if conv.bias is not None:
                nn.init.zeros_(conv.bias)
            self.add_module(f"conv{number}", conv)
            if batch_norm and spec.bias:
                self.add_module(f"norm{number}", nn.BatchNorm2d(spec.out_channels))
        features = linear_features(self.specs)
        self.linear = nn.Linear(features, CLASSES)
        nn.init.uniform_(self.linear.weight, -(features**-0.5), features**-0.5, generator=generator)
        nn.init.zeros_(self.linear.bias)

    @property
    def parameter_count(self) -> int:
        """Weights and biases once batch norm is folded."""
        return parameter_count(self.specs)

    def convs(self) -> list[nn.Conv2d]:
        """The convolutions, in order."""
        return [cast(nn.Conv2d, self.get_submodule(f"conv{n}")) for n in range(1, len(self.specs) + 1)]

    def norm(self, number: int) -> nn.BatchNorm2d | None:
        """The batch norm behind convolution `number` (1 for the first), if there is one."""
        return getattr(self, f"norm{number}", None)

    @property
    def has_batch_norm(self) -> bool:
        """Whether it is not yet the plain chain that is shown and saved."""
        return any(self.norm(number) is not None for number in range(1, len(self.specs) + 1))

    def channels_last(self) -> Self:
        """The network itself, its weights laid out in the order that batches are read a quarter faster in."""
        network: Any = self  # only some releases of PyTorch have this call in their types
        network.to(memory_format=torch.channels_last)
        return self

    def forward(self, x: Tensor, taps: list[Tap] | None = None) -> Tensor:
        """Logits (batch, 10); each layer's maps are appended to `taps` if given."""
        for number, (spec, conv) in enumerate(zip(self.specs, self.convs(), strict=True), start=1):
            x = conv(x)  # (batch, out_channels, h, w)
            if (norm := self.norm(number)) is not None:
                x = norm(x)
            before = x
            relu = F.relu(x, inplace=taps is None)  # without taps nobody looks at what was there before
            x = F.max_pool2d(relu, POOL) if spec.max_pool else relu  # (batch, out_channels, h', w')
            if taps is not None:
                taps.append(Tap(before, relu, x))
        logits: Tensor = self.linear(torch.flatten(x, 1))
        return logits

    @torch.no_grad()
    def folded(self) -> "DigitNet":
        """An independent network without batch norm on the CPU, whose outputs equal this one's in eval mode.

        γ·(W*x + b − μ)/√(σ² + ε) + β is (γ/√(σ² + ε))·W * x + (b − μ)·γ/√(σ² + ε) + β: again a convolution.
        """
        plain = DigitNet(self.specs)
        plain.data = self.data
        for number, (source, target) in enumerate(zip(self.convs(), plain.convs(), strict=True), start=1):
            weight, bias = source.weight, source.bias
            if (norm := self.norm(number)) is not None and bias is not None:
                assert norm.running_var is not None
                assert norm.running_mean is not None
                scale = norm.weight * torch.rsqrt(norm.running_var + norm.eps)
                weight = weight * scale[:, None, None, None]
                bias = (bias - norm.running_mean) * scale + norm.bias
            target.weight.copy_(weight)
            if bias is not None and target.bias is not None:
                target.bias.copy_(bias)
        plain.linear.weight.copy_(self.linear.weight)
        plain.linear.bias.copy_(self.linear.bias)
        return plain.eval().requires_grad_(False)

    @torch.no_grad()
    def unfolded(self, images: Tensor) -> "DigitNet":
        """The same plain network with batch norm added that changes nothing in eval mode: `folded` backwards.

        Mean and variance are those over `images` (n, 1, 28, 28), so that it begins close to itself in train mode too.
        """
        normed = DigitNet(self.specs, batch_norm=True).to(images.device)
        normed.data = self.data
        normed.load_state_dict(self.state_dict(), strict=False)
        taps: list[Tap] = []
        self(images, taps)
        for number, tap in enumerate(taps, start=1):
            if (norm := normed.norm(number)) is not None:
                assert norm.running_var is not None
                assert norm.running_mean is not None
                variance, mean = torch.var_mean(tap.conv, (0, 2, 3), correction=0)
                norm.running_mean.copy_(mean)
                norm.running_var.copy_(variance)
                norm.weight.copy_((variance + norm.eps).sqrt())
                norm.bias.copy_(mean)
        return normed
