"""Where training can be computed on this machine, and its faults as sentences for a person."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import torch

from model.files import InputError


@dataclass(frozen=True)
class Device:
    """`name` as a recipe calls it: cpu, cuda or mps. A graphics card has a name of its own, the processor threads."""

    name: str
    card: str = ""
    threads: int = 0


def processors() -> int:
    """How many processors this program may use: more threads than that wait for one another."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@cache
def devices() -> tuple[Device, ...]:
    """All devices that there are, the one that `auto` takes first."""
    found = []
    if torch.cuda.is_available():
        found.append(Device("cuda", torch.cuda.get_device_name()))
    if torch.backends.mps.is_available():
        found.append(Device("mps", "Metal"))
    return (*found, Device("cpu", threads=processors()))


def described(name: str) -> Device:
    """The device that `name` stands for, `auto` included; the first one where it is not there."""
    return next((device for device in devices() if device.name == name), devices()[0])


def pick_device(name: str = "auto") -> torch.device:
    """The device that `auto`, `cpu`, `cuda` or `mps` stands for.

    Raises:
        InputError: the device is not there.
    """
    there = [device.name for device in devices()]
    if name != "auto" and name not in there:
        raise InputError("There is no {0} device on this machine; choose cpu or auto.", name)
    return torch.device(there[0] if name == "auto" else name)


def has_bfloat16(device: torch.device) -> bool:
    """Whether `device` multiplies 16-bit floats quicker than 32-bit ones."""
    if device.type != "cpu" or not hasattr(torch.cpu, "get_capabilities"):
        return False
    abilities = torch.cpu.get_capabilities()
    return bool(abilities.get("avx512_bf16") or abilities.get("amx_bf16"))


@contextmanager
def explaining(device: torch.device) -> Iterator[None]:
    """Raise an InputError where memory runs out or `device` fails; faults of the program go through as they are."""
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
