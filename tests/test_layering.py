"""The cut between the parts: model/ knows no Qt and no window, gui/ starts without torch, main.py without anything."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import ROOT
from imports import Tree

MODEL = sorted((ROOT / "model").rglob("*.py"))
GUI = sorted((ROOT / "gui").rglob("*.py"))
QT = {"PySide6", "shiboken6", "pyqtgraph", "PyQt6", "PyQt5"}
PROJECT = Tree(ROOT, "gui", "model")
# what the session's own rework takes away
LEFT = ("gui.session.session:", "gui.storage.networks:")


def test_the_checks_look_at_all_files() -> None:
    assert len(GUI) > 100
    assert len(MODEL) > 45
    assert len(PROJECT.files) == len(GUI) + len(MODEL) + 1
    assert len(PROJECT.imports) > 600


def test_imports_go_one_way() -> None:
    assert [each for each in PROJECT.upward() if not each.startswith(LEFT)] == []


def test_no_page_imports_another() -> None:
    assert PROJECT.between_pages() == []


def test_no_circle_among_files() -> None:
    assert [each for each in PROJECT.circles() if "gui.storage.networks" not in each] == []


def test_no_class_touches_what_another_protects() -> None:
    assert PROJECT.protected() == []


def plant(root: Path, **files: str) -> Tree:
    """A small made-up tree; `__` in a name stands for a folder's slash."""
    for name, text in files.items():
        path = root / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Tree(root, "gui", "model")


def test_an_import_against_the_direction_is_found(tmp_path: Path) -> None:
    planted = plant(
        tmp_path,
        gui__window__menu="from gui.pad.panel import DrawingPanel",
        gui__pad__panel="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from gui.window import menu",
        gui__widgets__fields="def f():\n    import gui.pad.panel",
        gui__odd="import model.files",
        model__files="import gui.style.theme",
        gui__style__theme="",
    )
    assert planted.upward() == [
        "gui.odd:1 imports model.files",
        "gui.pad.panel:3 imports gui.window.menu",
        "gui.widgets.fields:2 imports gui.pad.panel",
        "model.files:1 imports gui.style.theme",
    ]


def test_an_import_beside_is_found_unless_it_is_listed(tmp_path: Path) -> None:
    planted = plant(
        tmp_path,
        gui__networks__compare="from gui.pad.pad import Pad",
        gui__pad__pad="",
        gui__export__menu="from gui.pad.pad import Pad",
    )
    assert planted.upward() == ["gui.export.menu:1 imports gui.pad.pad"]


def test_a_page_that_imports_another_is_found(tmp_path: Path) -> None:
    planted = plant(
        tmp_path,
        gui__pages__lab__page="from gui.pages.look.card import Card\nfrom gui.pages.lab.bench import Bench",
        gui__pages__look__card="",
        gui__pages__lab__bench="",
    )
    assert planted.between_pages() == ["gui.pages.lab.page:1 imports gui.pages.look.card"]


def test_a_circle_through_a_function_is_found(tmp_path: Path) -> None:
    planted = plant(
        tmp_path,
        model__a="from model import b",
        model__b="from model.c import x",
        model__c="def f():\n    from model.a import y",
        model__d="from model.a import z",
    )
    assert planted.circles() == [["model.a", "model.b", "model.c"]]


def test_protected_members_of_others_are_found(tmp_path: Path) -> None:
    text = """
class One:
    def f(self, other):
        self._a = other._a  # of the same class
        super()._b()
        return other._strange + self.part._inside
"""
    planted = plant(tmp_path, model__a=text, gui__b="import model.a\nmodel.a._hidden()")
    assert sorted(planted.protected()) == [
        "gui.b:2 touches model.a._hidden",
        "model.a:6 touches other._strange",
        "model.a:6 touches self.part._inside",
    ]


def dotted(path: Path) -> str:
    """The module in `path`, as one imports it."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path, *, at_load: bool) -> Iterator[str]:
    """Top-level names of what `path` imports; with `at_load`, only what happens when the module is loaded."""
    stack: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while stack:
        node = stack.pop()
        if at_load and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if at_load and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            yield (node.module or "").split(".")[0]
        stack.extend(ast.iter_child_nodes(node))


@pytest.mark.parametrize("path", MODEL, ids=dotted)
def test_model_knows_no_window(path: Path) -> None:
    assert not set(imports(path, at_load=False)) & (QT | {"gui", "main"})


@pytest.mark.parametrize("path", GUI, ids=dotted)
def test_gui_imports_no_torch_when_it_is_loaded(path: Path) -> None:
    assert not set(imports(path, at_load=True)) & {"torch", "safetensors", "main"}


def test_main_imports_only_the_standard_library() -> None:
    standard = set(sys.stdlib_module_names)
    assert set(imports(ROOT / "main.py", at_load=True)) <= standard | {"model"}  # which test_main.py looks at
    assert set(imports(ROOT / "gui" / "preflight.py", at_load=False)) <= standard | {"model"}
    for name in ("__init__", "arguments", "files", "program", "streams"):  # of `model`, what those two use
        assert set(imports(ROOT / "model" / f"{name}.py", at_load=False)) <= standard | {"model"}


def run_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_all_of_model_works_where_qt_is_not_installed() -> None:
    names = [dotted(path) for path in MODEL]
    code = f"""
import importlib, sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {sorted(QT | {"gui"})!r}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Blocked())
for name in {names!r}:
    importlib.import_module(name)
print(any(name.startswith(("PySide6", "gui")) for name in sys.modules))
"""
    assert run_python(code).strip() == "False"


def test_gui_is_loaded_without_torch() -> None:
    names = [dotted(path) for path in GUI]
    code = f"""
import importlib, sys
for name in {names!r}:
    importlib.import_module(name)
print("torch" in sys.modules)
"""
    assert run_python(code).strip() == "False"
