"""State dicts from PyTorch: those that fit a design open, of all others it is said what does not fit."""

import contextlib
import io
import random
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import pytest
import safetensors.torch
import torch
from hypothesis import given
from hypothesis import strategies as st
from main_helpers import in_process
from torch import Tensor, nn

from gui.storage.paths import weights_folder
from gui.window.main_window import MainWindow
from model.files import InputError
from model.network import checkpoint, state_dict
from model.network.architecture import LayerSpec
from model.network.designs import DESIGNS, ONE_LAYER, POOLING, Preset
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance

ODD = (LayerSpec(5, 3, bias=False), LayerSpec(7, 3, stride=2))


def pooling() -> nn.Sequential:
    """The design "pooling" as one would write it in PyTorch; its names are 0, 3, 6 and 10."""
    torch.manual_seed(3)
    layers: list[nn.Module] = []
    for before, after in ((1, 16), (16, 32), (32, 64)):
        layers += [nn.Conv2d(before, after, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(576, 10)).eval()


def saved(path: Path, tensors: dict[str, Tensor]) -> Path:
    if path.suffix == ".safetensors":
        safetensors.torch.save_file(tensors, path)
    else:
        torch.save(tensors, path)
    return path


@pytest.mark.parametrize("name", ["own.pt", "own.pth", "own.safetensors"])
def test_a_plain_chain_opens_and_computes_the_same(name: str, tmp_path: Path) -> None:
    own = pooling()
    loaded = checkpoint.load(saved(tmp_path / name, dict(own.state_dict())), POOLING)
    assert loaded.network.specs == POOLING
    assert loaded.foreign
    assert loaded.provenance == Provenance({"name": "own"})
    images = torch.rand(4, 1, 28, 28)
    with torch.inference_mode():
        torch.testing.assert_close(loaded.network(images), own(images))
    assert not loaded.network.training


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.key)
@pytest.mark.parametrize("ending", [".pt", ".safetensors"])
def test_every_design_is_known_by_its_shapes(design: Preset, ending: str, tmp_path: Path) -> None:
    network = DigitNet(design.layers)
    path = saved(tmp_path / f"own{ending}", dict(network.state_dict()))
    if design.key in ("stride", "pooling"):  # the same shapes: what differs is in no state dict
        with pytest.raises(InputError, match=r"fits several designs \(stride, pooling\)"):
            checkpoint.load(path)
    loaded = checkpoint.load(path, design.layers if design.key in ("stride", "pooling") else ())
    assert loaded.network.specs == design.layers
    for own, read in zip(network.parameters(), loaded.network.parameters(), strict=True):
        assert torch.equal(own, read)


def test_a_design_of_ones_own_is_asked_first(tmp_path: Path) -> None:
    path = saved(tmp_path / "own.pt", dict(DigitNet(ODD).state_dict()))
    assert checkpoint.load(path, ODD).network.specs == ODD
    with pytest.raises(InputError, match="make a design of these layers"):
        checkpoint.load(path)
    with pytest.raises(InputError, match="make a design of these layers"):
        checkpoint.load(path, (LayerSpec(5, 9), *[LayerSpec(5, 9)] * 4))  # does not fit together


def test_names_with_numbers_keep_their_order() -> None:
    tensors = {f"layer{number}.weight": torch.zeros(1) for number in (10, 2, 1)}
    assert list(state_dict.in_order(tensors)) == ["layer1.weight", "layer2.weight", "layer10.weight"]


def test_halves_and_doubles_become_floats(tmp_path: Path) -> None:
    own = pooling()
    for kind in (torch.float16, torch.bfloat16, torch.float64):
        path = saved(tmp_path / "own.pt", {n: t.to(kind) for n, t in own.state_dict().items()})
        assert checkpoint.load(path, POOLING).network.linear.weight.dtype == torch.float32


Change = Callable[[dict[str, Tensor]], object]
WRONG: list[tuple[Change, str]] = [
    (lambda t: t.update({"0.weight": torch.zeros(20, 1, 3, 3)}), r"0\.weight \(20, 1, 3, 3\) is not the conv1\.weight"),
    (lambda t: t.update({"6.bias": torch.zeros(63)}), r"6\.bias \(63,\) is not the conv3\.bias \(64,\)"),
    (lambda t: t.update({"10.weight": torch.zeros(10, 100)}), r"10\.weight \(10, 100\) is not the linear\.weight"),
    (lambda t: t.pop("3.bias"), r"6\.weight \(64, 32, 3, 3\) is not the conv2\.bias"),
    (lambda t: t.update({"1.running_mean": torch.zeros(16)}), r"1\.running_mean has no place"),
    (lambda t: t.update({"1.weight": torch.zeros(16)}), r"1\.weight \(16,\) torch\.float32 has no place"),
    (lambda t: t.update({"0.weight": torch.zeros(16, 1, 3, 3, dtype=torch.int64)}), r"int64 has no place"),
    (lambda t: t.update({"12.weight": torch.zeros(10, 10)}), "no chain of Conv2d and one Linear with 10 outputs"),
    (lambda t: [t.pop("10.weight"), t.pop("10.bias")], "no chain of Conv2d and one Linear with 10 outputs"),
    (lambda t: t.pop("10.bias"), r"ends where the design that fits best has linear\.bias \(10,\)"),
    (
        lambda t: t.update({"10.weight": torch.full((10, 576), torch.nan)}),
        r"10\.weight holds values that are not finite",
    ),
    (lambda t: t.clear(), "no chain"),
]


@pytest.mark.parametrize(("change", "says"), WRONG, ids=[says[:24] for _, says in WRONG])
def test_what_does_not_fit_is_named(change: Change, says: str, tmp_path: Path) -> None:
    tensors = dict(pooling().state_dict())
    change(tensors)
    for ending in (".pt", ".safetensors"):
        with pytest.raises(InputError, match=says) as caught:
            checkpoint.load(saved(tmp_path / f"own{ending}", tensors), POOLING)
        assert "\n" not in str(caught.value)


class Harm:
    """What an unsafe reader would run."""

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (Path("harmed"),))


def test_nothing_in_a_file_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for content in ({"0.weight": Harm()}, Harm(), pooling()):
        torch.save(content, tmp_path / "own.pt")
        with pytest.raises(InputError, match="state dict that can be read safely"):
            checkpoint.load(tmp_path / "own.pt")
    assert not Path("harmed").exists()


@pytest.mark.parametrize(
    "content", [[torch.zeros(3)], {"a": 1}, {1: torch.zeros(1)}, torch.zeros(2), OrderedDict(a="b")]
)
def test_what_holds_no_tensors_by_name(content: object, tmp_path: Path) -> None:
    torch.save(content, tmp_path / "own.pt")
    with pytest.raises(InputError, match=r"no tensors by their names|no chain"):
        checkpoint.load(tmp_path / "own.pt")


def test_a_file_that_unpacks_to_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "own.pt", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("own/data/0", bytes(state_dict.MAX_SIZE + 1))
    with pytest.raises(InputError, match="larger than"):
        checkpoint.load(tmp_path / "own.pt")


@given(st.integers(0, 2**32), st.floats(0, 1))
def test_a_damaged_file_is_a_sentence(seed: int, cut: float) -> None:
    held = io.BytesIO()
    torch.save(DigitNet(DESIGNS[1].layers).state_dict(), held)
    chance, content = random.Random(seed), bytearray(held.getvalue())
    if cut < 0.5:
        content = content[: int(len(content) * cut * 2)]
    for _ in range(20 if content else 0):
        content[chance.randrange(len(content))] = chance.randrange(256)
    content[:4] = b"PK\x03\x04"
    with contextlib.suppress(InputError):
        state_dict.fitted(state_dict.from_torch_file(bytes(content)))


def test_the_command_line_reads_with_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = saved(tmp_path / "own.pt", dict(DigitNet(ONE_LAYER).state_dict()))
    drawn = tmp_path / "bar.jsonl"
    drawn.write_text('{"strokes": [[[140, 40], [140, 240]]]}\n')
    code, out, err = in_process(capsys, "predict", "--weights", own, drawn)
    assert (code, err, len(out.splitlines())) == (0, "", 1)
    copy = tmp_path / "own.safetensors"
    code, _, err = in_process(capsys, "export", copy, "--format", "safetensors", "--weights", own)
    assert (code, err) == (0, "")
    assert not checkpoint.load(tmp_path / "own.safetensors").foreign


def test_the_window_uses_a_copy_that_says_its_layers(window: MainWindow, sentences: list[str], tmp_path: Path) -> None:
    session = window.session
    session.in_use.open(saved(tmp_path / "own.pt", dict(DigitNet(ODD).state_dict())))
    assert len(sentences) == 1
    assert "make a design" in sentences[0]
    session.in_use.open(tmp_path / "own.pt", ODD)
    assert len(sentences) == 1
    (kept,) = weights_folder().glob("*own.safetensors")
    assert session.in_use.path == session.settings.weights == kept
    again = checkpoint.load(kept)
    assert (again.network.specs, again.foreign) == (ODD, False)
