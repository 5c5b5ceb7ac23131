"""Tensors in the safetensors format, with one kind of error whatever is wrong with a file."""

import safetensors.torch
from safetensors import SafetensorError
from torch import Tensor


def tensors_in(content: bytes) -> dict[str, Tensor]:
    """Name and value of all tensors that the bytes of a safetensors file hold.

    Raises:
        SafetensorError: the file is damaged, or holds a type that the format knows and PyTorch does not, like F4.
    """
    try:
        return safetensors.torch.load(content)
    except KeyError as error:
        raise SafetensorError(f"its type {error.args[0]} is not known here") from error
    except (AssertionError, RuntimeError, TypeError, ValueError, OverflowError) as error:
        reason = " ".join(str(error).split())
        raise SafetensorError(reason or "its shapes do not fit its data") from error
