"""What `model/` says about bad input is said in the window's language; the command line keeps plain English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from gui.language.sentences import TEMPLATES, sentence
from gui.window.main_window import MainWindow
from model.files import InputError
from model.network.architecture import LayerSpec

MODEL = Path(__file__).parent.parent / "model"


class Loud(QTranslator):
    """A language that is easily told from English."""

    def translate(self, context: str, text: str, *_: object, **__: object) -> str:
        """Only the sentences of InputError, in capitals."""
        return re.sub(r"[a-z](?![^{]*\})", lambda m: m[0].upper(), text) if context == "InputError" else ""


@pytest.fixture
def loud(qapp: QCoreApplication) -> Iterator[None]:
    translator = Loud()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def raised() -> list[tuple[str, ast.Call]]:
    """Every `InputError(…)` in `model/` with its place."""
    return [
        (f"{path.name}:{node.lineno}", node)
        for path in sorted(MODEL.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "InputError"
    ]


def test_every_sentence_of_the_model_can_be_translated() -> None:
    found = set()
    for place, call in raised():
        template = call.args[0]
        assert isinstance(template, ast.Constant), f"{place}: a plain text with {{0}} is needed, not an f-string"
        assert template.value in TEMPLATES, f"{place}: {template.value!r} is missing in gui/language/sentences.py"
        wanted = {int(number) for number in re.findall(r"\{(\d+)", str(template.value))}
        assert wanted == set(range(len(call.args) - 1)), f"{place}: values and placeholders differ"
        found.add(template.value)
    assert set(TEMPLATES) == found, "a sentence in gui/language/sentences.py is said nowhere"
    assert len(set(TEMPLATES)) == len(TEMPLATES)


def test_an_error_says_english_and_keeps_its_parts() -> None:
    error = InputError("{0} has {1:,} pixels.", Path("a{b}.png"), 12000)
    assert str(error) == "a{b}.png has 12,000 pixels."
    assert str(InputError("{no} values")) == "{no} values"
    assert str(InputError("{0}", "two\nlines")) == "two lines"
    with pytest.raises(InputError, match="out_channels must be a whole number from 1 to 128, not 0"):
        LayerSpec(0)


@pytest.mark.usefixtures("loud")
def test_sentences_are_translated_with_the_errors_inside_them() -> None:
    inner = InputError("{0} holds values that are not finite numbers.", "conv1.bias")
    outer = InputError("{0}: {1}", Path("x.safetensors"), inner)
    assert str(outer) == "x.safetensors: conv1.bias holds values that are not finite numbers."
    assert sentence(outer) == "x.safetensors: conv1.bias HOLDS VALUES THAT ARE NOT FINITE NUMBERS."
    assert sentence(OSError("said by the system")) == "said by the system"


@pytest.mark.usefixtures("loud")
def test_the_window_says_it_in_its_language(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    damaged = tmp_path / "cut.safetensors"
    damaged.write_bytes(b"\xff" * 20)
    for take in (window.session.in_use.open, window.panel.pictures.put, window.lab.inputs.use_picture):
        with qtbot.waitSignal(window.session.failed) as said:
            take(damaged)
        assert said.args is not None
        text = said.args[0].replace(str(damaged), "")
        assert len(text) > 20
        assert text == text.upper()
