"""Sets of ten classes that are no digits: read, trained on, named everywhere, and found again or missed."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from data_helpers import CLOTHES, write_clothes, write_pictures
from helpers import TINY
from main_helpers import in_process
from PIL import Image

from model import jobs
from model.data_set import DIGITS, MNIST, DataSet, described, from_json, looked_at
from model.data_sets import load, load_again
from model.drawing.whole import grey_image
from model.files import InputError
from model.mnist import Mnist
from model.network import checkpoint, weights_file
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet
from model.train import run_file, training
from model.train.controls import Controls
from model.train.keeper import Keeper
from model.train.recipe import BEST, STANDARD, suiting
from model.train.run_file import RunState


@pytest.fixture
def clothes(tmp_path: Path) -> Path:
    return write_clothes(tmp_path / "clothes")


def trained(folder: Path, steps: int = 3) -> Checkpoint:
    *_, last = training.train(replace(TINY, epochs=steps * 0.1, device="cpu"), load(folder))
    assert last.result is not None
    return last.result


def test_a_folder_of_idx_files_with_names(clothes: Path) -> None:
    read = load(clothes)
    assert (read.about.name, read.about.classes) == ("clothes", CLOTHES)
    assert not read.about.digits
    assert [len(part) for part in (read.train, read.validation, read.test)] == [220, 20, 40]


def test_without_names_they_are_digits(clothes: Path) -> None:
    (clothes / "labels.txt").unlink()
    assert described(clothes).digits
    (clothes / "classes.txt").write_text("\ufeff" + "\r\n".join(CLOTHES), encoding="utf-8")
    assert described(clothes).classes == CLOTHES


def test_images_sorted_by_class_are_mixed_before_a_part_is_set_aside(tmp_path: Path) -> None:
    read = load(write_clothes(tmp_path / "sorted", ordered=True))
    assert len(read.train.labels.unique()) == 10
    assert len(read.validation.labels.unique()) > 5


def test_a_folder_with_neither_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no ten subfolders with pictures either"):
        looked_at(tmp_path)
    with pytest.raises(InputError, match="no ten subfolders with pictures either"):
        load(tmp_path)
    with pytest.raises(InputError, match="There is no folder"):
        looked_at(tmp_path / "nowhere")


# ---- pictures in subfolders


def test_pictures_in_ten_subfolders_become_a_set(tmp_path: Path) -> None:
    folder = write_pictures(tmp_path / "signs", each=12)
    read, again = load(folder), load(folder)
    assert looked_at(folder) == read.about
    assert read.about.classes == tuple(sorted((*CLOTHES[:9], "Zebra")))
    assert torch.bincount(read.test.labels).tolist() == [2] * 10
    assert [len(part) for part in (read.train, read.validation)] == [92, 8]
    assert torch.equal(read.train.images, again.train.images)


def test_pictures_of_digits_are_read_as_the_pad_reads_them(tmp_path: Path, mnist: Mnist) -> None:
    for digit in range(10):
        (tmp_path / str(digit)).mkdir()
        which = (mnist.test.labels == digit).nonzero()[:6, 0].tolist()
        for number in which:
            Image.fromarray(mnist.test.images[number, 0].numpy()).save(tmp_path / str(digit) / f"{number}.png")
    read = load(tmp_path)
    assert read.about.digits
    assert len(read.train) + len(read.validation) == 50
    assert float((read.test.images.float().sum((1, 2, 3)) > 0).float().mean()) == 1


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda folder: (folder / "Bag" / "x.png").write_bytes(b"no picture"), "is not a picture"),
        (lambda folder: [path.unlink() for path in sorted((folder / "Bag").iterdir())[:9]], "too few pictures of Bag"),
        (lambda folder: [path.unlink() for path in (folder / "Bag").iterdir()], "has 9 subfolders"),
    ],
)
def test_pictures_that_make_no_set_say_why(tmp_path: Path, harm: object, said: str) -> None:
    folder = write_pictures(tmp_path / "signs", each=12)
    harm(folder)  # type: ignore[operator]
    with pytest.raises(InputError, match=said):
        load(folder)


def test_too_many_pictures_are_refused_before_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.data_sets.MAX_PICTURES", 100)
    with pytest.raises(InputError, match="120 pictures; 100 are the most"):
        load(write_pictures(tmp_path / "signs", each=12))


def test_a_grey_image_is_light_on_dark_and_keeps_its_shape(tmp_path: Path) -> None:
    pixels = np.full((56, 112), 250, np.uint8)
    pixels[16:40, 32:80] = 10  # of 14 × 28 in the end, 6 × 12
    Image.fromarray(pixels).save(tmp_path / "dark on light.png")
    image = grey_image(tmp_path / "dark on light.png")
    assert image[14, 14] == 245
    assert image[0, 0] == image[14, 0] == 5
    assert (image > 100).sum() == 6 * 12


# ---- training


def test_the_recipe_keeps_nothing_that_only_digits_have() -> None:
    other = DataSet("clothes", CLOTHES, "/there")
    assert suiting(STANDARD, MNIST) is STANDARD
    for recipe in (STANDARD, BEST):
        made = suiting(recipe, other)
        assert (made.augment, made.strangers, made.drawn, made.teachers) == (0, 0, 0, ())
        assert not any((made.styles, made.pens, made.bends))
        assert (made.layers, made.epochs, made.learning_rate) == (recipe.layers, recipe.epochs, recipe.learning_rate)


def test_the_weights_say_what_they_were_trained_on(clothes: Path, tmp_path: Path) -> None:
    result = trained(clothes)
    path = tmp_path / "new.safetensors"
    checkpoint.save(path, result)
    about = json.loads(path.read_bytes()[8 : 8 + int.from_bytes(path.read_bytes()[:8], "little")])
    said = json.loads(about["__metadata__"]["convpad"])
    assert said["data"] == {"name": "clothes", "classes": list(CLOTHES), "folder": str(clothes)}
    assert said["expects"]["labels"] == list(CLOTHES)
    assert checkpoint.load(path).network.data == weights_file.read(path).data == load(clothes).about


def test_a_network_of_mnist_says_nothing_new(tiny: DigitNet, tmp_path: Path) -> None:
    checkpoint.save(tmp_path / "w.safetensors", Checkpoint(tiny))
    assert b'\\"data\\"' not in (tmp_path / "w.safetensors").read_bytes()
    assert checkpoint.load(tmp_path / "w.safetensors").network.data == MNIST


@pytest.mark.parametrize("said", [{}, {"name": "x", "classes": ["a"] * 10}, [1], {"name": 3, "classes": list(DIGITS)}])
def test_a_description_that_is_none_is_refused(said: object) -> None:
    with pytest.raises(InputError, match="description of the data is damaged"):
        from_json(said)


def test_no_other_computer_is_asked() -> None:
    assert from_json(DataSet("x", CLOTHES, r"\\host\share").as_json()).folder == "?"


def test_the_folder_in_a_file_names_no_user(monkeypatch: pytest.MonkeyPatch, clothes: Path) -> None:
    monkeypatch.setattr("pathlib.Path.home", lambda: clothes.parent)
    assert Path(described(clothes).folder) == Path("~/clothes")


def test_a_run_finds_its_data_again(clothes: Path, tmp_path: Path) -> None:
    kept: list[RunState] = []
    recipe = replace(TINY, device="cpu")
    run = training.train(recipe, load(clothes), keep=kept.append)
    next(run)
    run.close()
    path = tmp_path / "run"
    run_file.save(path, kept[-1])
    begin = jobs.Begin(state=path)
    *_, last = (p for p in jobs.training(recipe, begin, Keeper(None), Controls()) if isinstance(p, training.Progress))
    assert last.result is not None
    assert last.result.network.data.classes == CLOTHES
    clothes.rename(tmp_path / "elsewhere")
    with pytest.raises(InputError, match="The data set clothes is no longer in"):
        list(jobs.training(recipe, begin, Keeper(None), Controls()))


def test_evaluation_is_on_its_own_data(clothes: Path) -> None:
    network = trained(clothes).network
    *_, report = jobs.evaluating(network, "test", ())
    assert report.readings.count == 40  # type: ignore[attr-defined]
    (clothes / "labels.txt").write_text("\n".join(reversed(CLOTHES)))
    with pytest.raises(InputError, match="other classes"):
        load_again(network.data)


# ---- the command line


def test_names_on_the_command_line(clothes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "w.safetensors"
    common: list[str | Path] = ["train", "--preset", "quick", "--device", "cpu", "--data", clothes, "--epochs", "20"]
    code, _, err = in_process(capsys, *common, "--out", out)
    assert code == 0
    assert "of the test images of clothes" in err
    assert "is no set of digits" in err
    code, text, _ = in_process(capsys, "evaluate", "--weights", out)
    assert code == 0
    assert "40 images of clothes right" in text
    assert all(f"{name} " in text for name in CLOTHES)
    code, text, _ = in_process(capsys, "evaluate", "--weights", out, "--data", clothes, "--json")
    assert (json.loads(text)["data"], json.loads(text)["classes"]) == ("clothes", list(CLOTHES))
    picture = tmp_path / "3.png"
    Image.fromarray(load(clothes).test.images[3, 0].numpy()).save(picture)
    meant = CLOTHES[int(load(clothes).test.labels[3])]
    assert in_process(capsys, "predict", "--weights", out, picture)[1].split("\t")[1] == meant
    said = json.loads(in_process(capsys, "predict", "--weights", out, "--json", picture)[1])
    assert said["class"] == meant
    code, text, _ = in_process(capsys, "explain", "--weights", out, picture)
    assert code == 0
    assert f"{meant} and not " in text
    assert "of all images of" in text
    assert json.loads(in_process(capsys, "explain", "--json", "--weights", out, picture)[1])["classes"] == list(CLOTHES)
    clothes.rename(tmp_path / "elsewhere")
    code, _, err = in_process(capsys, "evaluate", "--weights", out)
    assert (code, err.count("no longer in")) == (2, 1)


def test_a_network_of_clothes_is_taught_no_digits(
    clothes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, drawings = tmp_path / "w.safetensors", tmp_path / "mine.jsonl"
    checkpoint.save(out, trained(clothes))
    drawings.write_text('{"label": 1, "strokes": [[[140, 40], [140, 240]]]}\n')
    for command in (["teach"], ["evaluate"]):
        code, _, err = in_process(capsys, *command, "--weights", out, "--drawings", drawings)
        assert (code, err.count("is of clothes and reads no digits"), len(err.splitlines())) == (2, 1, 1)


def test_what_has_no_names_is_taken_for_digits_and_that_is_said(
    clothes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (clothes / "labels.txt").unlink()
    common: list[str | Path] = ["train", "--preset", "quick", "--device", "cpu", "--data", clothes, "--epochs", "1"]
    code, _, err = in_process(capsys, *common, "--out", tmp_path / "w.safetensors")
    assert code == 0
    assert "clothes is taken for the digits 0 to 9" in err


@pytest.mark.parametrize("kind", ["onnx", "pytorch", "keras", "caffe"])
def test_exported_files_name_the_classes(clothes: Path, tmp_path: Path, kind: str) -> None:
    from model.export import formats

    if kind == "onnx":
        pytest.importorskip("onnx")
    out = tmp_path / f"out.{kind}"
    formats.export(trained(clothes, 1), kind, out)
    text = out.read_bytes().decode("utf-8", "replace")
    assert "data set clothes" in " ".join(text.split())
    assert "handwritten" not in text
    assert all(name in text for name in CLOTHES)


def test_a_mirror_is_called_after_the_folder_around_it(tmp_path: Path) -> None:
    folder = tmp_path / "FashionMNIST" / "raw"
    folder.parent.mkdir()
    assert described(write_clothes(folder)).name == "FashionMNIST"
    long = write_clothes(tmp_path / ("x" * 60))
    assert described(long).name == "x" * 19 + "…"
