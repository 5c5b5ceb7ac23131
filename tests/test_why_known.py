"""What a network knows of training digits: against plain sums over all of them, and for networks of every kind."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from why_designs import by_chance, designs

from model.look.snapshot import Snapshot, look
from model.mnist import Digits, Mnist
from model.network.architecture import LayerSpec, linear_features
from model.network.checkpoint import Checkpoint
from model.network.designs import DESIGNS, Preset, Specs
from model.network.digit_net import DigitNet
from model.why.known import BETWEEN, FINER, Known, KnownProgress, knowing, line, nearest, place, similarity
from model.why.question import Question, lead, question
from model.why.reading import features_of

COUNT = 2_000  # digits, where that is enough


def known_by(network: DigitNet, digits: Digits, count: int = COUNT) -> Known:
    *_, last = knowing(network, digits, (count,))
    assert isinstance(last, Known)
    return last


def digit(digits: Digits, number: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return (digits.images[number, 0].numpy() / 255).astype(np.float32)


def features(network: DigitNet, digits: Digits) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.concatenate([found.numpy() for found, _ in features_of(network, digits.images)])


@pytest.fixture(scope="module")
def known(shipped: Checkpoint, mnist: Mnist) -> Known:
    return known_by(shipped.network, mnist.train)


@pytest.fixture(scope="module")
def four(shipped: Checkpoint, mnist: Mnist) -> Snapshot:
    return look(shipped.network, digit(mnist.test, 4))


# -- what is known ----------------------------------------------------------------------------------------------


def test_first_some_then_all_with_progress(tiny: DigitNet, tiny_mnist: Mnist) -> None:
    items = list(knowing(tiny, tiny_mnist.train, (300, 640)))
    few, many = (item for item in items if isinstance(item, Known))
    assert (len(few), len(many)) == (300, 640)
    assert items[-1] is many
    progress = [item for item in items if isinstance(item, KnownProgress)]
    assert [each.done for each in progress] == sorted(each.done for each in progress)
    assert (progress[-1].done, progress[-1].of) == (640, 640)
    assert np.array_equal(few.plane, many.plane)
    assert np.array_equal(few.points, many.points[:300])
    assert np.array_equal(few.compact, many.compact[:300])
    assert np.shares_memory(many.images, tiny_mnist.train.images.numpy())
    assert np.array_equal(many.labels, tiny_mnist.train.labels.numpy())


def test_more_than_there_are_is_all_of_them(tiny: DigitNet, tiny_mnist: Mnist) -> None:
    found = [item for item in knowing(tiny, tiny_mnist.validation) if isinstance(item, Known)]
    assert [len(each) for each in found] == [200]


def test_logits_are_the_networks_own(known: Known, shipped: Checkpoint, mnist: Mnist) -> None:
    for number in (0, 700, COUNT - 1):
        logits = look(shipped.network, digit(mnist.train, number)).logits
        assert logits is not None
        np.testing.assert_allclose(known.logits[number], logits, atol=1e-4)


def test_a_training_digit_lies_where_it_is_known_to_lie(known: Known, shipped: Checkpoint, mnist: Mnist) -> None:
    for number in (0, 5, 1234):
        snapshot = look(shipped.network, digit(mnist.train, number))
        np.testing.assert_allclose(place(known, snapshot), known.points[number], atol=1e-3)
        near = nearest(known, snapshot)
        assert near.indices[0] == number
        assert near.similarity[0] == pytest.approx(1, abs=1e-4)


def test_the_directions_are_those_in_which_digits_differ_most(known: Known, shipped: Checkpoint, mnist: Mnist) -> None:
    found = features(shipped.network, mnist.train.pick(0, COUNT))
    centred = (found - found.mean(axis=0)).astype(np.float64)
    np.testing.assert_allclose(known.basis.T @ known.basis, np.eye(32), atol=1e-4)
    most = float(torch.linalg.eigvalsh(torch.from_numpy(centred.T @ centred))[-32:].sum())
    assert ((centred @ known.basis) ** 2).sum() > 0.9999 * most


def test_each_digit_has_its_own_part_of_the_plane(known: Known, shipped: Checkpoint, mnist: Mnist) -> None:
    """Of digits that were not used; 82 % with Fisher's first two directions."""
    others = mnist.validation.pick(0, 1000)
    points = (features(shipped.network, others) - known.mean) @ known.plane
    distances = ((points[:, None] - known.centers) ** 2).sum(axis=2)
    assert (distances.argmin(axis=1) == others.labels.numpy()).mean() > 0.9
    spread = [np.linalg.norm(known.points[of] - known.centers[n], axis=1) for n, of in enumerate(known.of_digit)]
    assert 0.5 < np.median(np.concatenate(spread)) < 2  # a class has a standard deviation of 1


def test_every_direction_points_to_its_farthest_digit(known: Known) -> None:
    for axis in known.centers.T:
        assert axis.max() == np.abs(axis).max()
    assert known.centers[:, 0].var() > known.centers[:, 1].var()


def test_the_same_network_knows_the_same(tiny: DigitNet, tiny_mnist: Mnist) -> None:
    before = torch.random.get_rng_state()
    one, other = known_by(tiny, tiny_mnist.train), known_by(tiny, tiny_mnist.train)
    assert np.array_equal(one.points, other.points)
    assert np.array_equal(one.compact, other.compact)
    assert torch.equal(before, torch.random.get_rng_state())
    assert torch.is_grad_enabled()
    assert not torch.is_inference_mode_enabled()


def check_any(network: DigitNet, digits: Digits) -> None:
    known = known_by(network, digits, 300)
    width = linear_features(network.specs)
    assert known.basis.shape == (width, min(32, width))
    assert known.plane.shape == (width, 2)
    snapshot = look(network, digit(digits, 0))
    near = nearest(known, snapshot)
    for array in (known.logits, known.compact, known.points, known.mean, known.basis, known.plane, known.centers):
        assert np.isfinite(array).all()
    for array in (place(known, snapshot), near.similarity, line(known, snapshot, Question(3, 5)).edges):
        assert np.isfinite(array).all()


@settings(max_examples=40)
@given(designs(), st.integers(0, 99), st.sampled_from([0.0, 1e-30, 1.0, 1e30]))
def test_any_network_is_known_in_finite_numbers(tiny_mnist: Mnist, specs: Specs, seed: int, scale: float) -> None:
    check_any(by_chance(specs, seed, scale), tiny_mnist.train)


@pytest.mark.parametrize("preset", DESIGNS, ids=lambda preset: preset.key)
def test_untrained_networks_of_every_preset_are_known(preset: Preset, tiny_mnist: Mnist) -> None:
    check_any(by_chance(preset.layers), tiny_mnist.train)


def test_one_feature_and_digits_of_one_kind_are_enough(tiny_mnist: Mnist) -> None:
    one = by_chance((LayerSpec(1, 9, stride=4), LayerSpec(1, 5)))
    assert linear_features(one.specs) == 1
    check_any(one, tiny_mnist.train)
    fives = tiny_mnist.train.labels == 5
    check_any(one, Digits(tiny_mnist.train.images[fives], tiny_mnist.train.labels[fives]))


def test_one_digit_of_each_kind_is_enough(tiny_mnist: Mnist, tiny: DigitNet) -> None:
    first = [int((tiny_mnist.train.labels == label).nonzero()[0, 0]) for label in range(10)]
    check_any(tiny, Digits(tiny_mnist.train.images[first], tiny_mnist.train.labels[first]))


# -- what is like a drawing -------------------------------------------------------------------------------------


def test_the_nearest_are_those_with_the_largest_cosine(known: Known, four: Snapshot) -> None:
    yours = (four.maps[-1].out.ravel() - known.mean) @ known.basis
    cosine = known.compact.astype(np.float32) @ yours / np.linalg.norm(yours)
    near = nearest(known, four, 6)
    assert near.indices.tolist() == np.argsort(-cosine)[:6].tolist()
    np.testing.assert_allclose(near.similarity, cosine[near.indices], atol=1e-5)
    of_nine = nearest(known, four, 6, label=9)
    assert (known.labels[of_nine.indices] == 9).all()
    best = np.sort(cosine[known.labels == 9])[::-1][:6]
    np.testing.assert_allclose(of_nine.similarity, best, atol=1e-5)


def test_among_the_first_digits_alone_the_others_are_as_if_not_known(known: Known, four: Snapshot) -> None:
    for label in (None, 9):
        some = nearest(known, four, 6, label, among=500)
        assert (some.indices < 500).all()
        cosine = similarity(known, four.maps[-1].out.ravel())
        cosine[500:] = -2
        if label is not None:
            cosine[known.labels != label] = -2
        assert some.indices.tolist() == np.argsort(-cosine, kind="stable")[:6].tolist()
    asked = question(four)
    of_few, of_all = line(known, four, asked, among=500), line(known, four, asked)
    assert (of_few.indices < 500).all()
    assert set(of_few.slots) <= set(of_all.slots)
    assert np.array_equal(of_few.edges, of_all.edges)
    assert np.array_equal(of_few.answers, of_all.answers)
    assert len(nearest(known, four, among=COUNT * 2).indices) == 6


def test_more_neighbours_than_digits_are_all_of_them(known: Known, four: Snapshot) -> None:
    assert len(nearest(known, four, COUNT + 5).indices) == COUNT
    assert len(nearest(known, four, COUNT, label=9).indices) == (known.labels == 9).sum()


def test_another_drawing_has_other_neighbours(known: Known, four: Snapshot, shipped: Checkpoint, mnist: Mnist) -> None:
    other = look(shipped.network, digit(mnist.test, 0))
    assert known.labels[nearest(known, four).indices].tolist() == [4] * 6
    assert known.labels[nearest(known, other).indices].tolist() == [7] * 6
    assert known.labels[nearest(known, four).indices].tolist() == [4] * 6


def test_in_each_place_of_the_line_stands_the_digit_most_like_the_drawing(known: Known, four: Snapshot) -> None:
    q = Question(4, 9)
    found = line(known, four, q, 17)
    assert found.yours == lead(four, q)
    leads = known.logits[:, 4] - known.logits[:, 9]
    np.testing.assert_array_equal(found.leads, leads[found.indices])
    assert found.leads.tolist() == sorted(found.leads)
    assert 0 in found.edges[::FINER]
    places = found.edges[::FINER]
    both = np.flatnonzero((known.labels == 4) | (known.labels == 9))
    order = nearest(known, four, COUNT).indices.tolist()
    for index, slot in zip(found.indices, found.slots, strict=True):
        low = -np.inf if slot == 0 else places[slot]
        high = np.inf if slot == 16 else places[slot + 1]
        here = [n for n in both.tolist() if low <= leads[n] < high]
        assert index == min(here, key=order.index)


def test_every_digit_of_both_kinds_is_counted_once(known: Known, four: Snapshot) -> None:
    found = line(known, four, Question(4, 9))
    assert found.answers.sum() == (known.labels == 4).sum()
    assert found.rivals.sum() == (known.labels == 9).sum()
    middle = (found.edges[:-1] + found.edges[1:]) / 2
    assert (found.answers[middle > 0].sum() / found.answers.sum()) > 0.98
    assert (found.rivals[middle < 0].sum() / found.rivals.sum()) > 0.98
    leads = (known.logits[:, 4] - known.logits[:, 9])[(known.labels == 4) | (known.labels == 9)]
    assert found.between == pytest.approx((np.abs(leads) < BETWEEN).mean())
    assert 0 < found.between < 0.05


def test_the_other_way_round_the_line_is_mirrored(known: Known, four: Snapshot) -> None:
    there, back = line(known, four, Question(4, 9)), line(known, four, Question(9, 4))
    assert there.yours == -back.yours
    assert there.answers.sum() == back.rivals.sum()
    np.testing.assert_allclose(there.edges, -back.edges[::-1], atol=1e-4)


def test_many_questions_keep_few_lines(known: Known, four: Snapshot) -> None:
    for rival in (0, 1, 2, 3, 5, 6, 7, 8, 9, 0):
        found = line(known, four, question(four, rival))
        assert found.answers.sum() == (known.labels == 4).sum()
        assert found.rivals.sum() == (known.labels == rival).sum()
    assert len(known.scales) <= 8


def test_without_a_drawing_nothing_is_like_it(known: Known, shipped: Checkpoint) -> None:
    empty = look(shipped.network, None)
    for ask in (place, nearest, lambda k, s: line(k, s, Question(4, 9))):
        with pytest.raises(ValueError, match="no image"):
            ask(known, empty)


def vote(known: Known, asked: np.ndarray, k: int = 5) -> np.ndarray:
    """What the `k` most similar known digits say of each of `asked` (m, features), each by its similarity: (m,)."""
    alike = similarity(known, asked)
    best = np.argpartition(-alike, k - 1, axis=1)[:, :k]
    votes = np.zeros((len(asked), 10))
    np.add.at(votes, (np.arange(len(asked))[:, None], known.labels[best]), np.take_along_axis(alike, best, axis=1))
    answers: np.ndarray = votes.argmax(axis=1)
    return answers


def voted_right(known: Known, network: DigitNet, digits: Digits) -> float:
    parts = [digits.pick(first, first + 1000) for first in range(0, len(digits), 1000)]
    return float(np.mean([(vote(known, features(network, part)) == part.labels.numpy()).mean() for part in parts]))


def test_neighbours_vote_right_for_most_digits(known: Known, shipped: Checkpoint, mnist: Mnist) -> None:
    assert voted_right(known, shipped.network, mnist.test.pick(0, 1000)) >= 0.98


def test_a_digit_takes_no_more_memory_than_it_must(known: Known) -> None:
    """A digit's features, outputs, place on the map, label and number: about 7 MB for 55,000 of them."""
    arrays = [known.labels, known.logits, known.compact, known.points, *known.of_digit]
    assert sum(array.nbytes for array in arrays if isinstance(array, np.ndarray)) == len(known) * (1 + 40 + 64 + 8 + 4)


@pytest.mark.slow
def test_neighbours_among_12_000_vote_right_for_99_percent_of_the_test_set(shipped: Checkpoint, mnist: Mnist) -> None:
    """They measured 99.4 %, among 55,000 99.5 %."""
    known = known_by(shipped.network, mnist.train, 12_000)
    assert voted_right(known, shipped.network, mnist.test) >= 0.99
