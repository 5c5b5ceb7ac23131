"""Sizes and receptive fields against torch."""

import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from model.convolution import Step, Window, output_size, receptive_field


@given(st.integers(1, 40), st.integers(1, 9), st.integers(1, 4), st.integers(0, 8))
def test_output_size_is_that_of_conv2d(size: int, kernel_size: int, stride: int, padding: int) -> None:
    expected = output_size(size, kernel_size, stride, padding)
    if kernel_size > size + 2 * padding:
        assert expected < 1
    else:
        conv = nn.Conv2d(1, 1, kernel_size, stride, padding)
        assert conv(torch.zeros(1, 1, size, size)).shape[-1] == expected


def test_no_steps_leave_the_window_as_it_is() -> None:
    assert receptive_field([], Window(3, 4, 5, 6)) == Window(3, 4, 5, 6)


def test_a_step_reaches_into_the_padding() -> None:
    assert receptive_field([Step(3, 1, 1)], Window(0, 0, 1, 1)) == Window(-1, -1, 2, 2)


def test_steps_are_walked_backwards() -> None:
    steps = [Step(5, 2, 2), Step(3, 1, 0)]
    # row 1 of the second reads rows 1…3 of the first, and those rows 0…8 of the input
    assert receptive_field(steps, Window(1, 2, 2, 3)) == Window(0, 2, 9, 11)


def test_within_cuts_the_padding_off() -> None:
    assert Window(-2, -1, 3, 40).within(28) == Window(0, 0, 3, 28)
    assert Window(-5, -5, -2, -2).within(28) == Window(0, 0, 0, 0)
