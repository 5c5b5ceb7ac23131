"""What the machine may do to a long computation, as sentences for a person."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from model.files import InputError


@contextmanager
def explaining(device: torch.device) -> Iterator[None]:
    """Turn what memory or `device` do inside into an InputError; faults of the program go through as they are."""
    try:
        yield
    except (MemoryError, torch.OutOfMemoryError) as error:
        raise _out_of_memory() from error
    except RuntimeError as error:
        text = str(error)
        if "out of memory" in text or "allocate memory" in text:
            raise _out_of_memory() from error
        if device.type != "cpu" or isinstance(error, torch.AcceleratorError):
            reason = text.splitlines()[0] if text else type(error).__name__
            raise InputError("The device {0} failed ({1}); try again, or choose cpu.", device.type, reason) from error
        raise


def _out_of_memory() -> InputError:
    return InputError("The memory ran out; a smaller batch size or a smaller network helps.")
