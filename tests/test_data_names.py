"""The names of ten classes in labels.txt: any writing, any ends of lines; what cannot be shown is told."""

from pathlib import Path

import pytest
from data_helpers import CLOTHES, write_clothes

from model.data_sets import load
from model.files import InputError


@pytest.fixture
def clothes(tmp_path: Path) -> Path:
    return write_clothes(tmp_path / "clothes")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n".join(CLOTHES[:9]), "has 9 lines"),
        ("\n".join([*CLOTHES[:9], CLOTHES[0]]), "a class “T-shirt”: ten different names"),
        ("\n".join([*CLOTHES[:9], "<b>Bag</b>"]), "without < and >"),
        ("\n".join([*CLOTHES[:9], "B" * 200]), "a class “B{41}”.* 1 to 40 characters"),
        ("\n".join([*CLOTHES[:9], "a\tb"]), "a class “a.b”.* that can be seen"),
        ("\n".join([*CLOTHES[:9], "\u202eab"]), "that can be seen"),
        ("\n".join([*CLOTHES[:9], "\u200d"]), "that can be seen"),
        ("\n".join([*CLOTHES[:9], "B" * 5000]), "larger than 4,096 bytes"),
    ],
)
def test_names_that_cannot_be_shown_are_refused(clothes: Path, text: str, said: str) -> None:
    (clothes / "labels.txt").write_text(text)
    with pytest.raises(InputError, match=said):
        load(clothes)


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_names_in_other_encodings_are_refused(clothes: Path, encoding: str) -> None:
    (clothes / "labels.txt").write_bytes("\n".join([*CLOTHES[:9], "Stövel"]).encode(encoding))
    with pytest.raises(InputError, match=r"labels\.txt is no text in UTF-8"):
        load(clothes)


@pytest.mark.parametrize(
    "names",
    [
        ("上衣", "裤子", "套头衫", "连衣裙", "外套", "凉鞋", "衬衫", "运动鞋", "包", "短靴"),
        ("قميص", "بنطال", "كنزة", "فستان", "معطف", "صندل", "عباءة", "حذاء", "حقيبة", "جزمة"),
        ("تی\u200cشرت", "शर्ट", "क्\u200dष", "👨\u200d👩\u200d👧", *CLOTHES[:6]),
        tuple(letter * 40 for letter in "ABCDEFGHIJ"),
    ],
)
@pytest.mark.parametrize("line", ["\n", "\r\n", "\n\n"])
def test_names_in_any_writing_and_with_any_ends_of_lines(clothes: Path, names: tuple[str, ...], line: str) -> None:
    (clothes / "labels.txt").write_bytes(line.join(names).encode("utf-8-sig"))
    assert load(clothes).about.classes == names


def test_a_list_of_names_that_is_no_file_is_told(clothes: Path) -> None:
    (clothes / "labels.txt").unlink()
    (clothes / "labels.txt").mkdir()
    with pytest.raises(InputError, match="it is a folder"):
        load(clothes)
