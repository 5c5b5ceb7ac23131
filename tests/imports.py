"""What the tests of the layers look at: who imports whom, circles among files, protected members of others."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# from the top down; a module may import what stands below it, and its own package
LAYERS: tuple[tuple[str, ...], ...] = (
    ("main",),
    ("gui.still",),
    ("gui.app", "gui.preflight"),
    ("gui.window",),
    ("gui.networks", "gui.pad", "gui.export", "gui.pages"),
    ("gui.widgets", "gui.session"),
    ("gui.style", "gui.storage", "gui.faults", "gui.garbage"),
    ("gui.language",),
    ("model",),
)
# the only imports within a layer: two networks are compared on one pad; settings know the names of the themes
BESIDE = {("gui.networks", "gui.pad"), ("gui.storage", "gui.style")}
NOT_PROTECTED = {"_replace", "_asdict", "_fields", "_make"}  # public members of a named tuple


@dataclass(frozen=True)
class Import:
    """`importer` imports `imported`, both dotted names of files of the tree; at `line`."""

    importer: str
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


class Tree:
    """All Python files in folders of `root`; every import counts, also in functions and for type checking only."""

    def __init__(self, root: Path, *folders: str) -> None:
        found = (path for folder in folders for path in sorted((root / folder).rglob("*.py")))
        self.files = {".".join(path.relative_to(root).with_suffix("").parts): path for path in found}
        if (root / "main.py").exists():
            self.files["main"] = root / "main.py"
        self._parsed = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in self.files.items()}

    @cached_property
    def imports(self) -> list[Import]:
        """Every import of one file of the tree by another."""
        return [
            Import(importer, imported, line)
            for importer, parsed in self._parsed.items()
            for imported, line in self._imported(parsed)
        ]

    def _imported(self, parsed: ast.Module) -> Iterator[tuple[str, int]]:
        for node in ast.walk(parsed):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            elif isinstance(node, ast.ImportFrom):
                inside = [f"{node.module}.{each.name}" for each in node.names]
                names = [each if each in self.files else str(node.module) for each in inside]
            for name in names:
                known = name if name in self.files else f"{name}.__init__"
                if known in self.files and isinstance(node, ast.Import | ast.ImportFrom):
                    yield known, node.lineno

    def upward(self) -> list[str]:
        """Imports against the direction of `LAYERS`, and of modules that stand in no layer."""
        wrong = []
        for each in self.imports:
            (above, own), (below, other) = _layer(each.importer), _layer(each.imported)
            allowed = own == other or above < below or (own, other) in BESIDE
            if not own or not other or not allowed:
                wrong.append(str(each))
        return wrong

    def between_pages(self) -> list[str]:
        """Imports of one page by another."""
        return [
            str(each)
            for each in self.imports
            if _page(each.importer) and _page(each.imported) and _page(each.importer) != _page(each.imported)
        ]

    def circles(self) -> list[list[str]]:
        """Files that import each other, directly or through others: Tarjan's strongly connected components."""
        graph: dict[str, list[str]] = {name: [] for name in self.files}
        for each in self.imports:
            graph[each.importer].append(each.imported)
        number: dict[str, int] = {}
        lowest: dict[str, int] = {}
        stack: list[str] = []
        found: list[list[str]] = []

        def visit(name: str) -> None:
            number[name] = lowest[name] = len(number)
            stack.append(name)
            for other in graph[name]:
                if other not in number:
                    visit(other)
                    lowest[name] = min(lowest[name], lowest[other])
                elif other in stack:
                    lowest[name] = min(lowest[name], number[other])
            if lowest[name] == number[name]:
                at = stack.index(name)
                if len(circle := stack[at:]) > 1 or name in graph[name]:
                    found.append(sorted(circle))
                del stack[at:]

        for name in self.files:
            if name not in number:
                visit(name)
        return found

    def protected(self) -> list[str]:
        """Places that touch a `_member` of anything but `self`, `cls` and `super()`, or of the own class."""
        return [place for name, parsed in self._parsed.items() for place in _protected(name, parsed)]


def _layer(module: str) -> tuple[int, str]:
    for height, packages in enumerate(LAYERS):
        for package in packages:
            if module == package or module.startswith(f"{package}."):
                return height, package
    return -1, ""


def _page(module: str) -> str:
    parts = module.split(".")
    return parts[2] if parts[:2] == ["gui", "pages"] and len(parts) > 3 else ""


def _protected(name: str, parsed: ast.Module) -> Iterator[str]:
    stack: list[tuple[ast.AST, frozenset[str]]] = [(parsed, frozenset())]
    while stack:
        node, own = stack.pop()
        if isinstance(node, ast.ClassDef):
            own = frozenset(_members(node))
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.endswith("__"):
            through_self = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
            through_super = isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "super"
            of_torch = ast.unparse(node.value) == "torch"  # torch._foreach_…, which has no public name
            if not (through_self or through_super or of_torch or node.attr in own | NOT_PROTECTED):
                yield f"{name}:{node.lineno} touches {ast.unparse(node)}"
        stack.extend((child, own) for child in ast.iter_child_nodes(node))


def _members(node: ast.ClassDef) -> Iterator[str]:
    """The protected members that a class defines: its methods, and what it assigns through `self`."""
    for inside in ast.walk(node):
        if isinstance(inside, ast.FunctionDef):
            yield inside.name
        elif isinstance(inside, ast.Attribute) and isinstance(inside.ctx, ast.Store):
            yield inside.attr
