"""The question, and the lead taken apart by the maps of the last layer: exact for every design."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from why_designs import by_chance, designs

from model.look.snapshot import Snapshot, look
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint
from model.network.designs import DESIGNS, Preset, Specs
from model.network.digit_net import DigitNet
from model.why.question import Question, lead, question
from model.why.shares import shares


def digit(mnist: Mnist, number: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return (mnist.test.images[number, 0].numpy() / 255).astype(np.float32)


@pytest.fixture(scope="module")
def four(shipped: Checkpoint, mnist: Mnist) -> Snapshot:
    return look(shipped.network, digit(mnist, 4))


def check(network: DigitNet, snapshot: Snapshot, q: Question) -> None:
    with torch.no_grad():
        logits = network(torch.from_numpy(snapshot.image)[None, None])[0]
    found = shares(snapshot, q)
    assert found.where.shape == snapshot.maps[-1].out.shape
    assert found.total == pytest.approx(float(logits[q.answer] - logits[q.rival]), abs=1e-4)
    assert found.equal
    np.testing.assert_allclose(found.where.sum(axis=(1, 2)), found.maps, atol=1e-4)


@pytest.mark.parametrize("preset", DESIGNS, ids=lambda preset: preset.key)
def test_the_sum_is_pytorchs_lead_for_every_design_preset(preset: Preset, mnist: Mnist) -> None:
    network = by_chance(preset.layers)
    for number in range(5):
        snapshot = look(network, digit(mnist, number))
        for rival in range(10):
            check(network, snapshot, question(snapshot, rival))


@settings(max_examples=100)
@given(designs(), st.integers(0, 9), st.integers(1, 9), st.integers(0, 99))
def test_the_sum_is_pytorchs_lead_for_any_design(specs: Specs, answer: int, other: int, number: int) -> None:
    network = by_chance(specs, seed=number)
    image = np.random.default_rng(number).random((28, 28), dtype=np.float32)
    check(network, look(network, image), Question(answer, (answer + other) % 10))


def test_the_sum_is_pytorchs_lead_for_the_shipped_network(shipped: Checkpoint, mnist: Mnist) -> None:
    for number in range(20):
        snapshot = look(shipped.network, digit(mnist, number))
        check(shipped.network, snapshot, question(snapshot))


def test_without_a_map_the_lead_is_less_by_its_share(four: Snapshot, shipped: Checkpoint) -> None:
    q = question(four)
    found = shares(four, q)
    best = found.by_size[0]
    assert found.maps[best] == found.maps.max()
    assert found.maps[found.by_size[-1]] == found.maps.min()
    out = torch.from_numpy(four.maps[-1].out.copy())
    out[best] = 0
    with torch.no_grad():
        logits = shipped.network.linear(out.flatten())
    assert float(logits[q.answer] - logits[q.rival]) == pytest.approx(found.lead - found.maps[best], abs=1e-4)


def test_the_other_way_round_every_share_has_the_other_sign(four: Snapshot) -> None:
    there, back = shares(four, Question(4, 9)), shares(four, Question(9, 4))
    np.testing.assert_allclose(there.where, -back.where, atol=1e-6)
    assert there.total == pytest.approx(-back.total, abs=1e-9)


def test_a_sum_that_differs_is_not_equal(four: Snapshot) -> None:
    found = shares(four, question(four))
    assert not replace(found, lead=found.lead * 1.001).equal


def test_the_question_is_about_the_two_largest_outputs(four: Snapshot) -> None:
    assert four.logits is not None
    order = np.argsort(-four.logits)
    assert question(four) == Question(int(order[0]), int(order[1])) == Question(4, int(order[1]))
    assert question(four, rival=7) == Question(4, 7)
    assert question(four, rival=4) == question(four)
    assert question(four, answer=3) == Question(3, 4)
    assert question(four, rival=3, answer=3) == Question(3, 4)
    assert lead(four, Question(4, 7)) == pytest.approx(float(four.logits[4] - four.logits[7]), abs=1e-5)
    assert lead(four, Question(7, 4)) == -lead(four, Question(4, 7))


def test_what_cannot_be_asked_is_refused(four: Snapshot, shipped: Checkpoint) -> None:
    empty = look(shipped.network, None)
    for ask in (question, lambda s: lead(s, Question(1, 2)), lambda s: shares(s, Question(1, 2))):
        with pytest.raises(ValueError, match="no image"):
            ask(empty)
    for rival, answer in ((10, None), (-1, None), (None, 10)):
        with pytest.raises(ValueError, match="digits 0 to 9"):
            question(four, rival, answer)


def test_shares_cannot_be_written_to(four: Snapshot) -> None:
    found = shares(four, question(four))
    assert not found.where.flags.writeable
    assert not found.maps.flags.writeable
