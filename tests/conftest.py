"""What many tests share: the data, the shipped weights, and small networks that are quick to make."""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: waiting threads must not spin

import pytest
import torch
from hypothesis import HealthCheck, settings

from model import checkpoint
from model import mnist as mnist_files
from model.architecture import LayerSpec
from model.network import DigitNet

settings.register_profile(
    "convpad", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("convpad")
torch.set_num_threads(1)


@pytest.fixture(scope="session")
def mnist() -> mnist_files.Mnist:
    return mnist_files.load()


@pytest.fixture(scope="session")
def shipped() -> checkpoint.Checkpoint:
    return checkpoint.load()


@pytest.fixture
def tiny() -> DigitNet:
    """A plain network of two small layers with weights by chance."""
    specs = (LayerSpec(3, 3, stride=2, padding=1), LayerSpec(4, 3, padding=1, max_pool=True))
    network = DigitNet(specs, generator=torch.Generator().manual_seed(5))
    return network.eval().requires_grad_(False)
