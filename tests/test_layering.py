"""The cut between the parts: model/ knows no Qt and no window, gui/ starts without torch, main.py without anything."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODEL = sorted((ROOT / "model").rglob("*.py"))
GUI = sorted((ROOT / "gui").rglob("*.py"))
QT = {"PySide6", "shiboken6", "pyqtgraph", "PyQt6", "PyQt5"}


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
    for name in ("__init__", "files", "streams"):  # of `model`, what those two use
        assert set(imports(ROOT / "model" / f"{name}.py", at_load=False)) <= standard


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
