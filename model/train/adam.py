"""AdamW by PyTorch's own function for one step, without PyTorch's optimizer classes.

The first optimizer object of a process imports `torch._dynamo`, which no run here needs: 1.1 s of processor time and
78 MB of memory (torch 2.13), at the first click on a button that trains.
"""

from collections.abc import Iterable

import torch
from torch import Tensor
from torch.optim.adamw import adamw

EPSILON = 1e-8
MOMENTS = ("step", "exp_avg", "exp_avg_sq")  # what AdamW knows of a parameter, as PyTorch calls it


class AdamW:
    """`torch.optim.AdamW`, to the last bit, for one group of parameters.

    `lr`, `betas` and `weight_decay` (0: Adam) may be changed between steps. `fused` is one pass over the numbers where
    the device has it. `state` holds the `MOMENTS` of each parameter that has learned.

    I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization", ICLR 2019.
    """

    def __init__(
        self,
        parameters: Iterable[Tensor],
        lr: float,
        betas: tuple[float, float] = (0.9, 0.999),
        weight_decay: float = 0.01,
        fused: bool = False,
    ) -> None:
        self.parameters = list(parameters)
        self.lr, self.betas, self.weight_decay, self._fused = lr, betas, weight_decay, fused
        self.state: dict[Tensor, dict[str, Tensor]] = {}

    def fresh(self, parameter: Tensor) -> dict[str, Tensor]:
        """What is known of a parameter before its first step."""
        step = torch.zeros((), device=parameter.device if self._fused else None)
        return dict(zip(MOMENTS, (step, torch.zeros_like(parameter), torch.zeros_like(parameter)), strict=True))

    def zero_grad(self) -> None:
        """Forget the gradients."""
        for parameter in self.parameters:
            parameter.grad = None

    @torch.no_grad()
    def step(self) -> None:
        """Change the parameters that have a gradient."""
        parameters = [parameter for parameter in self.parameters if parameter.grad is not None]
        for parameter in parameters:
            if parameter not in self.state:
                self.state[parameter] = self.fresh(parameter)
        states = [self.state[parameter] for parameter in parameters]
        steps, averages, squares = ([state[name] for state in states] for name in MOMENTS)
        adamw(
            parameters,
            [each.grad for each in parameters if each.grad is not None],
            averages,
            squares,
            [],
            steps,
            foreach=False,
            fused=self._fused,
            amsgrad=False,
            beta1=self.betas[0],
            beta2=self.betas[1],
            lr=self.lr,
            weight_decay=self.weight_decay,
            eps=EPSILON,
            maximize=False,
        )
