"""The lab's bench without a window: what can be set, what it counts, and that it is Conv2d."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import conv2d

from model import kernels
from model.lab import lessons, questions
from model.lab import settings as lab_settings
from model.lab.lab import EQUAL, Lab, difference, parse, with_bias, with_cell, with_kernel, with_weight
from model.lab.settings import RANGES, allowed, change, colour_picture, nearest, shrunk, slider_range, switched, value
from model.look.snapshot import read_weights
from model.network.checkpoint import Checkpoint

START = Lab(np.arange(16, dtype=np.float32).reshape(1, 4, 4), np.ones((1, 1, 2, 2), np.float32))
MOVES = st.lists(st.tuples(st.sampled_from(sorted(RANGES)), st.integers(-1, 13)), max_size=12)


@given(MOVES, st.booleans(), st.booleans(), st.booleans())
def test_whatever_is_set_works_and_is_conv2d(
    moves: list[tuple[str, int]], biased: bool, relu: bool, max_pool: bool
) -> None:
    lab = with_bias(START, 0, 2.0) if biased else START
    lab = switched(switched(lab, "relu", relu), "max_pool", max_pool)
    for name, wanted in moves:
        before = lab
        number = nearest(lab, name, wanted)
        assert number in allowed(lab, name)
        lab, refusal = change(lab, name, wanted)
        assert value(lab, name) == number
        assert (refusal is None) == (wanted == number)
        others = [other for other in RANGES if other != name]
        assert [value(lab, other) for other in others] == [value(before, other) for other in others]
    assert lab.out_size >= 1
    assert lab.weight.shape == (lab.out_channels, lab.in_channels // lab.groups, lab.kernel_size, lab.kernel_size)
    assert (lab.bias is not None) == biased
    assert difference(lab) < EQUAL
    layer = eval(lab.code, {"torch": torch})
    assert lab.weights + lab.biases == sum(parameter.numel() for parameter in layer.parameters())
    assert layer(torch.from_numpy(lab.image.copy())[None])[0].shape == lab.after_pool.shape
    assert lab.multiply_adds == lab.output.size * lab.in_channels // lab.groups * lab.kernel_size**2


def test_what_does_not_fit_is_refused_with_its_reason() -> None:
    lab, refusal = change(change(START, "size", 2)[0], "kernel_size", 5)
    assert lab.kernel_size == 2
    assert refusal == ("fit", "kernel_size", 2)
    wide, _ = change(change(lab, "padding", 1)[0], "kernel_size", 4)
    assert change(wide, "padding", 0)[1] == ("fit", "padding", 1)
    assert change(change(START, "kernel_size", 4)[0], "size", 2)[1] == ("fit", "size", 4)


def test_what_was_there_stays_when_sizes_change() -> None:
    larger, _ = change(START, "size", 6)
    np.testing.assert_array_equal(larger.image[:, :4, :4], START.image)
    assert set(np.unique(larger.image[:, 4:])) <= set(range(10))
    more, _ = change(with_bias(larger, 0, 3), "out_channels", 3)
    np.testing.assert_array_equal(more.weight[0], START.weight[0])
    assert more.bias is not None
    assert more.bias.tolist() == [3, 0, 0]
    blurred, _ = change(with_kernel(START, 0, "blur"), "kernel_size", 4)
    np.testing.assert_allclose(blurred.weight, 1 / 16)


def test_numbers_are_typed_into_copies() -> None:
    lab = with_weight(with_cell(START, 0, 1, 2, 50.5), 0, 0, 1, 0, -3)
    assert (lab.image[0, 1, 2], lab.weight[0, 0, 1, 0]) == (50.5, -3)
    assert (START.image[0, 1, 2], START.weight[0, 0, 1, 0]) == (6, 1)
    assert with_bias(with_bias(lab, 0, 4), 0, None).bias is None
    for array in (lab.image, lab.weight, lab.output):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), (" -2,5 ", -2.5), ("−7", -7), ("1e1", 10), ("100", None), ("nan", None), ("inf", None), ("", None),
     ("x", None)],
)  # fmt: skip
def test_what_can_be_typed(text: str, number: float | None) -> None:
    assert parse(text) == number


def test_stops_and_what_the_stride_leaves_out() -> None:
    lab = change(lessons.prepare(2), "size", 5)[0]  # kernel 2, stride 2
    assert lab.begins() == [0, 2]
    assert lab.unread() == [4]
    assert [lab.stop(n).window[:2] for n in range(4)] == [(0, 0), (0, 2), (2, 0), (2, 2)]
    assert [lab.nearest_stop(*place) for place in ((0, 0), (1, 1), (1, 3), (3, 0), (4, 4))] == [0, 0, 1, 2, 3]


@given(st.integers(1, 12), st.integers(1, 5), st.integers(1, 4), st.integers(0, 3))
def test_the_nearest_stop_of_a_window_s_middle_is_its_own(size: int, k: int, stride: int, padding: int) -> None:
    size = max(size, k - 2 * padding, 2)
    lab = Lab(np.zeros((1, size, size), np.float32), np.zeros((1, 1, k, k), np.float32), None, stride, padding)
    for number in range(lab.out_size**2):
        window = lab.stop(number).window
        assert lab.nearest_stop((window.top + window.bottom - 1) // 2, (window.left + window.right - 1) // 2) in (
            number, number - 1, number - lab.out_size, number - lab.out_size - 1,
        )  # fmt: skip
        if k % 2:
            assert lab.nearest_stop(window.top + k // 2, window.left + k // 2) == number


# -- kernels ----------------------------------------------------------------------------------------------------


def test_kernels_by_name_are_what_the_books_say() -> None:
    assert kernels.kernel("edge", 3).tolist() == [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    assert kernels.kernel("edge across", 3).tolist() == [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]
    assert kernels.kernel("outline", 3).tolist() == [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]
    assert kernels.kernel("sharpen", 3).tolist() == [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
    assert kernels.kernel("identity", 3).tolist() == [[0, 0, 0], [0, 1, 0], [0, 0, 0]]
    assert kernels.kernel("edge", 5)[2].tolist() == [-6, -12, 0, 12, 6]


@pytest.mark.parametrize("kind", kernels.KINDS)
@pytest.mark.parametrize("size", range(1, 6))
def test_kernels_of_every_size(kind: str, size: int) -> None:
    if size < kernels.smallest(kind):
        with pytest.raises(ValueError, match="at least"):
            kernels.kernel(kind, size)
        return
    made = kernels.kernel(kind, size, 4)
    assert made.shape == (size, size)
    sums = {"edge": 0, "edge across": 0, "outline": 0, "blur": 1, "sharpen": 1, "identity": 1}
    assert kind == "random" or made.sum() == pytest.approx(sums[kind])
    np.testing.assert_array_equal(made, kernels.kernel(kind, size, 4))


def test_by_chance_each_channel_gets_its_own_kernel() -> None:
    lab = with_kernel(lessons.prepare(8), 0, "random", 3)
    assert len({lab.weight[0, channel].tobytes() for channel in range(3)}) == 3


# -- inputs -----------------------------------------------------------------------------------------------------


def test_a_drawing_is_shrunk_and_has_one_channel() -> None:
    drawing = np.zeros((1, 28, 28), np.float32)
    drawing[0, :, 14:] = 1
    lab = lab_settings.with_picture(lessons.prepare(8), drawing)
    assert (lab.in_channels, lab.size) == (1, 28)
    assert slider_range(lab, "size") == (2, 28)
    assert change(lab, "in_channels", 2)[1] == ("drawing", "in_channels", 1)
    small, _ = change(lab, "size", 4)
    np.testing.assert_allclose(small.image[0], [[0, 0, 1, 1]] * 4, atol=1e-6)
    back, _ = change(small, "size", 28)
    np.testing.assert_array_equal(back.image, drawing)
    assert lab_settings.with_numbers(lab, 1).size == 6


@pytest.mark.parametrize("shape", [(1, 1), (3, 90), (200, 100), (64, 64), (500, 501)])
def test_a_picture_becomes_three_small_channels(shape: tuple[int, int]) -> None:
    rgba = np.full((*shape, 4), 255, np.uint8)
    rgba[..., 1] = 51
    picture = colour_picture(rgba)
    assert picture.shape == (3, *[min(max(min(shape), 13), 64)] * 2)
    np.testing.assert_allclose(picture[1], 0.2, atol=1e-5)
    lab = lab_settings.with_picture(lessons.prepare(5), picture)
    assert lab.in_channels == 3
    assert lab.out_size >= 1
    assert difference(lab) < EQUAL
    assert change(lab, "in_channels", 4)[1] == ("picture", "in_channels", 3)


def test_what_is_transparent_is_white() -> None:
    assert (colour_picture(np.zeros((20, 20, 4), np.uint8)) == 1).all()


def test_shrinking_keeps_the_mean() -> None:
    picture = np.random.default_rng(0).random((3, 50, 50)).astype(np.float32)
    np.testing.assert_allclose(shrunk(picture, 7).mean(axis=(1, 2)), picture.mean(axis=(1, 2)), atol=1e-5)


# -- lessons ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", range(len(lessons.LESSONS)))
def test_each_lesson_works_and_its_question_has_an_answer(lesson: int, shipped: Checkpoint) -> None:
    layer = read_weights(shipped.network).layers[0]
    for lab in (lessons.prepare(lesson), lessons.prepare(lesson, np.eye(28, dtype=np.float32), layer)):
        assert difference(lab) < EQUAL
        assert lab.output.any()
        question = questions.lesson_question(lesson, lab, layer)
        assert question.is_right(question.answer)
        assert not question.is_right(question.answer + 1)
        assert question.working


def test_the_last_lesson_is_the_network_s_own_first_layer(shipped: Checkpoint) -> None:
    layer = read_weights(shipped.network).layers[0]
    image = np.random.default_rng(1).random((28, 28)).astype(np.float32)
    lab = lessons.prepare(13, image, layer)
    conv = shipped.network.convs()[0]
    spec = layer.shape.spec
    expected = conv2d(torch.from_numpy(image)[None], conv.weight[:4], None, spec.stride, spec.padding).numpy()
    expected += layer.bias[:4, None, None]
    np.testing.assert_allclose(lab.output, expected, atol=EQUAL)
    parameters = sum(parameter.numel() for parameter in conv.parameters())
    assert questions.lesson_question(13, lab, layer).answer == parameters


def test_questions_show_their_working() -> None:
    lab = lessons.prepare(8)
    size = questions.size_question(lab)
    assert (size.answer, size.working) == (3, "(5 + 2·1 − 3) / 2 + 1 = 3")
    cell = questions.cell_question(lab, 0, 1, 1)
    pixel = lab.pixel(0, 1, 1)
    assert cell.answer == pixel.conv == lab.output[0, 1, 1]
    assert cell.working.endswith(f"(+1) = {questions.written(pixel.conv)}")
    assert questions.lesson_question(11, lessons.prepare(11)).working.startswith("⌊")


@given(st.integers(0, 10_000))
def test_the_size_quiz_asks_what_conv2d_answers(seed: int) -> None:
    question = questions.size_quiz(seed)
    size, kernel_size, stride, padding, _ = question.numbers
    assert torch.nn.Conv2d(1, 1, kernel_size, stride, padding)(torch.zeros(1, size, size)).shape[-1] == question.answer


def test_numbers_are_written_short() -> None:
    assert [questions.written(n) for n in (3, -0.0, 0.111, 2.5, -0.001, 100)] == ["3", "0", "0.11", "2.5", "0", "100"]
    assert questions.written(4, sign=True) == "+4"
