"""Hundreds of damaged, foreign and hostile weights files: each is refused in a sentence, or proved to hold the same."""

import json
import random
from pathlib import Path

import pytest
from damage import BY_CHANCE, Make, joined, split

from model.files import InputError
from model.network.checkpoint import Checkpoint, load


def same(found: Checkpoint, whole: Checkpoint) -> bool:
    """Nothing differs, to the last bit."""
    mine, others = found.network.state_dict(), whole.network.state_dict()
    return (
        found.network.specs == whole.network.specs
        and mine.keys() == others.keys()
        and all(mine[name].numpy().tobytes() == others[name].numpy().tobytes() for name in others)
        and (found.provenance, found.figures) == (whole.provenance, whole.figures)
    )


@pytest.mark.parametrize("make", BY_CHANCE, ids=lambda make: make.__name__)
def test_damage_is_refused_or_proved_harmless(content: bytes, tmp_path: Path, make: Make) -> None:
    whole = load(tmp_path / "whole.safetensors")
    path, refused = tmp_path / "damaged.safetensors", 0
    for seed in range(BY_CHANCE[make]):
        damaged = make(content, random.Random(f"{make.__name__} {seed}"))
        if damaged == content:
            continue
        path.write_bytes(damaged)
        try:
            found = load(path)
        except InputError as error:
            refused += 1
            sentence = str(error)
        else:
            assert same(found, whole), f"{make.__name__}, seed {seed}, was not noticed"
            continue
        assert str(path) in sentence
        assert len(sentence.splitlines()) == 1
        assert len(sentence) < 700
    assert refused >= BY_CHANCE[make] // 2, "hardly any damage was noticed"


def test_a_file_from_before_checksums_is_still_read(content: bytes, tmp_path: Path) -> None:
    head, data = split(content)
    header = json.loads(head)
    about = json.loads(header["__metadata__"]["convpad"])
    del about["sha256"]
    header["__metadata__"]["convpad"] = json.dumps(about)
    path = tmp_path / "older.safetensors"
    path.write_bytes(joined(json.dumps(header).encode(), data))
    assert same(load(path), load(tmp_path / "whole.safetensors"))
