"""Standard output and standard error that are full, closed or cut off: one sentence, exit code 1, and nothing lost."""

import subprocess
import sys
from pathlib import Path

import pytest
from helpers import ROOT
from main_helpers import BAR

import main as command_line
from model import commands
from model.network.checkpoint import load
from model.network.weights_file import SHIPPED
from model.streams import OutputError, say

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/full and closed streams")


def shell(command: str, where: str) -> "subprocess.CompletedProcess[str]":
    """Run `main.py command` in a shell with its streams as `where` says."""
    line = f'"{sys.executable}" "{ROOT / "main.py"}" {command} {where}'
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True)


@pytest.fixture
def bars(tmp_path: Path) -> Path:
    path = tmp_path / "bars.jsonl"
    path.write_text(BAR)
    return path


@pytest.mark.parametrize("where", [">/dev/full", ">&-", "</dev/null >&-"])
@pytest.mark.parametrize(
    "command", ["--help", "train --help", "predict {bars}", "predict --json {bars}", "evaluate --drawings {bars}"]
)
def test_an_answer_that_cannot_be_written_is_one_sentence(bars: Path, command: str, where: str) -> None:
    done = shell(command.format(bars=bars), where)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Standard output cannot be written: ")
    assert len(done.stderr.splitlines()) == 1


def test_output_that_is_not_held_back_fails_likewise(bars: Path) -> None:
    done = shell(f"predict {bars}", ">/dev/full; echo $?").stdout
    assert done == "1\n"
    for command in ("--help", f"predict {bars}"):
        line = f'PYTHONUNBUFFERED=1 "{sys.executable}" "{ROOT / "main.py"}" {command} >/dev/full'
        found = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
        assert found.returncode == 1
        assert len(found.stderr.splitlines()) == 1


@pytest.mark.parametrize("where", ["2>/dev/full", "2>&-"])
def test_a_message_that_cannot_be_shown_changes_nothing(bars: Path, where: str) -> None:
    done = shell(f"predict {bars}", where)
    assert done.returncode == 0
    assert done.stdout.split("\t")[1] == "1"
    assert shell(f"predict {bars.parent}/missing.png", where).returncode == 2
    assert shell("predict", where).returncode == 2
    assert shell(f"predict {bars}", f">&- {where}").returncode == 1


def test_a_message_goes_nowhere_else(bars: Path) -> None:
    assert shell(f"predict {bars.parent}/missing.png", "2>&-").stdout == ""


def test_a_training_is_not_ended_by_its_progress_bar(tmp_path: Path, few_digits: Path) -> None:
    for number, where in enumerate(("2>/dev/full", "2>&-")):
        out = tmp_path / f"{number}.safetensors"
        done = shell(f"train --preset quick --epochs 1 --data {few_digits} --out {out}", where)
        assert (done.returncode, done.stdout) == (0, f"{out}\n")
        assert load(out).provenance.name == "Quick"


def test_weights_are_saved_and_named_though_their_path_cannot_be_printed(tmp_path: Path, few_digits: Path) -> None:
    out = tmp_path / "w.safetensors"
    done = shell(f"train --preset quick --epochs 1 --data {few_digits} --out {out}", ">/dev/full")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(f"The weights were saved as {out}.")
    assert load(out).provenance.name == "Quick"


def test_what_was_there_comes_back(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    before = sys.stdout, sys.stderr
    with pytest.raises(SystemExit) as caught:
        command_line.main(["--help"])
    assert caught.value.code == 0
    assert (sys.stdout, sys.stderr) == before

    def fail(text: str, **_: object) -> None:
        raise OutputError("full")

    monkeypatch.setattr(commands, "say", fail)
    assert command_line.main(["predict", str(SHIPPED.parent / "README.md")]) == 2
    say("said")
    assert capsys.readouterr().out.endswith("said\n")
