"""How weights came about: the type says what the JSON in the files says, and any JSON can be read."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from model.network.provenance import Provenance, from_json

TAKEN = Provenance(
    {"name": "Quick", "epochs": 1.5, "seed": 3}, ({"step": 4, "more_epochs": 1},), "cpu", taken_at_step=7
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
NAMES = ("name", "seed", "by_hand", "device", "started_from", "taken_at_step", "anchor", "changed_by_hand", "drawings")


def test_the_json_is_flat_and_says_only_what_there_is_to_say() -> None:
    assert TAKEN.as_json() == {
        "name": "Quick", "epochs": 1.5, "seed": 3, "by_hand": [{"step": 4, "more_epochs": 1}], "device": "cpu",
        "taken_at_step": 7,
    }  # fmt: skip
    assert Provenance().as_json() == {}
    assert (TAKEN.name, TAKEN.seed, TAKEN.epochs, TAKEN.drawings) == ("Quick", 3, 1.5, None)


def test_what_it_started_from_comes_along() -> None:
    later = replace(Provenance(started_from=TAKEN, started_from_changed_by_hand=True), settings={"name": "Best"})
    assert from_json(json.loads(json.dumps(later.as_json()))) == later
    assert later.as_json()["started_from"]["taken_at_step"] == 7


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), values))
def test_any_json_is_read_and_written_as_it_was(said: dict[str, object]) -> None:
    read = from_json(said)
    assert isinstance(read.name, str)
    assert isinstance(read.seed, int)
    assert from_json(read.as_json()) == read
    assert read.as_json() == {name: value for name, value in said.items() if not _silent(name, value)}


def _silent(name: str, value: object) -> bool:
    """What is the same as saying nothing."""
    return (
        (name == "by_hand" and value == [])
        or (name in ("device", "started_from") and value == "")
        or (name == "changed_by_hand" and value is False)
    )
