"""Where training can be computed on this machine."""

import os
from dataclasses import dataclass
from functools import cache

import torch


@dataclass(frozen=True)
class Device:
    """`name` as a recipe calls it: cpu, cuda or mps; `about`: the card's name, or how many threads."""

    name: str
    about: str


@cache
def devices() -> tuple[Device, ...]:
    """All devices that there are, the one that `auto` takes first."""
    found = []
    if torch.cuda.is_available():
        found.append(Device("cuda", torch.cuda.get_device_name()))
    if torch.backends.mps.is_available():
        found.append(Device("mps", "Metal"))
    count = os.cpu_count() or 1
    return (*found, Device("cpu", f"{count} thread" + ("" if count == 1 else "s")))


def described(name: str) -> Device:
    """The device that `name` stands for, `auto` included; the first one where it is not there."""
    return next((device for device in devices() if device.name == name), devices()[0])
