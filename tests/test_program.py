"""What a copy of ConvPad says of itself: one version, Python's version checked first, advice that fits the copy."""

import ast
import os
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from helpers import ROOT
from main_helpers import in_process, run

import main as command_line
from gui import preflight
from model import arguments, program

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_an_old_python_can_parse_what_checks_its_version() -> None:
    source = (ROOT / "main.py").read_text(encoding="utf-8")
    statements = ast.parse(source, feature_version=(3, 6)).body
    imported = next(n for n, each in enumerate(statements) if isinstance(each, ast.ImportFrom))
    check = next(
        n for n, each in enumerate(statements) if isinstance(each, ast.If) and "version_info" in ast.dump(each)
    )
    assert check < imported
    assert [ast.unparse(each) for each in statements[1:check]] == ["import sys"]
    with pytest.raises(SyntaxError):
        ast.parse("(a := 1)", feature_version=(3, 6))


def test_an_old_python_is_told_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 1, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.8\.") as caught:
        exec(compile((ROOT / "main.py").read_text(encoding="utf-8"), "main.py", "exec"), {"__name__": "other"})
    assert str(caught.value).endswith("python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/python main.py")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert wanted == ">=3.11"


def test_one_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert in_process(capsys, "--version") == (0, f"ConvPad {program.VERSION}\n", "")
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert about["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "model.program.VERSION"}
    assert about["project"]["dynamic"] == ["version"]
    assert version("convpad") == program.VERSION


def test_every_command_is_known() -> None:
    choices = {action.dest: action.choices for action in arguments.parser()._actions if action.choices}
    names = {str(name) for name in next(iter(choices.values()))}
    assert len(names) > 5
    assert names | {"window", "version"} == set(command_line.COMMANDS)


def test_missing_packages_get_the_readmes_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "PACKAGES", ("numpy", "no_such_package"))
    said = str(preflight.problem())
    assert said == str(preflight.missing_libraries())
    assert "no_such_package" in said
    assert "numpy" not in said
    assert program.INSTALL in said
    assert program.INSTALL in README
    assert program.typed() in program.INSTALL


def test_a_package_that_is_missing_in_a_command_too(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['safetensors'] = None\n")
    code, out, err = run("predict", "x.png", PYTHONPATH=str(tmp_path))
    assert (code, out) == (1, "")
    assert err.splitlines()[0] == "Python packages are missing: safetensors."
    assert program.INSTALL in err


def test_a_bundle_speaks_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no main.py in it, and nothing can be installed into it."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert arguments.parser().format_help().startswith("usage: ConvPad ")
    assert "main.py" not in arguments.parser().format_help()
    monkeypatch.setattr(preflight, "PACKAGES", ("no_such_package",))
    assert "no_such_package" in str(preflight.problem())
    assert "pip" not in str(preflight.problem())
    monkeypatch.setattr(preflight, "PACKAGES", ())
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform.startswith("linux"):
        assert str(preflight.problem()).endswith("xvfb-run ConvPad")


def test_the_shell_completes(tmp_path: Path) -> None:
    pytest.importorskip("argcomplete")
    answer = tmp_path / "answer"
    line = "main.py export x --format "
    asked = {"_ARGCOMPLETE": "1", "COMP_LINE": line, "COMP_POINT": str(len(line)), "COMP_TYPE": "9"}
    subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env={**os.environ, **asked, "_ARGCOMPLETE_STDOUT_FILENAME": str(answer), "_ARGCOMPLETE_IFS": "\n"},
        check=True,
    )
    assert [word.strip() for word in answer.read_text().splitlines()] == list(arguments.FORMATS)


def test_a_shell_that_asks_in_vain_opens_no_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_ARGCOMPLETE", "1")
    monkeypatch.setitem(sys.modules, "argcomplete", None)
    with pytest.raises(SystemExit) as end:
        command_line.main([])
    assert end.value.code == 1
    assert capsys.readouterr().err == "Completing needs argcomplete: pip install argcomplete\n"


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        command_line.main(["read"])
    assert end.value.code == 2
    assert "argument COMMAND: invalid choice: 'read'" in capsys.readouterr().err
