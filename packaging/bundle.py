"""Make a bundle for the system that this runs on: a folder with Python and all packages inside, and an archive of it.

    python packaging/bundle.py

Run it with the Python of an environment that has ConvPad's packages, onnx among them, and PyInstaller. The folder is
`dist/ConvPad`, or `dist/ConvPad.app` on macOS; the archive lies beside it. A build of torch with CUDA makes a bundle
of several gigabytes and is refused unless `--cuda` is given.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from model.program import VERSION  # noqa: E402

BUILD, DIST, SPEC = ROOT / "build", ROOT / "dist", ROOT / "packaging" / "convpad.spec"
ICON = ROOT / "gui" / "style" / "icons" / "convpad.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)  # pixels of the rendered icon
INSIDE = (
    "torch", "PySide6-Essentials", "shiboken6", "numpy", "pillow", "pyqtgraph", "safetensors", "tqdm", "onnx",
    "protobuf", "ml_dtypes", "sympy", "mpmath", "typing_extensions",
)  # fmt: skip
LICENCE = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)


def problem(cuda: bool) -> str | None:
    """Why no bundle can be made here, in a sentence; None where it can."""
    for name in ("pyinstaller", "onnx"):
        try:
            distribution(name)
        except PackageNotFoundError:
            return f"{name} is missing; type: {sys.executable} -m pip install {name}"
    import torch

    if torch.version.cuda is not None and not cuda:
        return (
            f"torch {torch.__version__} brings CUDA, several gigabytes of it. Install its CPU build "
            "(the README says how), or say --cuda."
        )
    return None


def render_icon(folder: Path) -> None:
    """Write the icon at every size to `folder`, as `16.png` and so on."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QIcon

    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        QIcon(str(ICON)).pixmap(size, size).save(str(folder / f"{size}.png"))
    assert app is not None


def strip(folder: Path) -> None:
    """Take the names of local symbols out of torch's and Python's libraries; nothing at run time looks there.

    They are a fifth of torch's and may be three quarters of Python's. The others come without, or break (NumPy's).
    """
    tool = shutil.which("strip")
    for pattern in ("torch/lib/lib*.so", "libpython3*.so*", "python3*/lib-dynload/*.so") if tool else ():
        for library in folder.glob(pattern):
            subprocess.run([str(tool), "--strip-unneeded", str(library)], check=True)


def drop_unneeded(folder: Path) -> None:
    """Delete the libraries that only what was left out needs, as the plugin for GTK, and what only those need."""
    tool = shutil.which("readelf")
    if tool is None:
        return
    files = [path for path in [*folder.rglob("*.so*"), folder.parent / "ConvPad"] if not path.is_symlink()]
    needs: dict[Path, set[str]] = {}
    for path in files:
        said = subprocess.run([tool, "-d", str(path)], capture_output=True, text=True, check=True).stdout
        needs[path] = set(re.findall(r"\(NEEDED\).*\[(.+)\]", said))
    loose = {path for path in files if path.parent in (folder, folder / "pillow.libs")}
    loose -= set(folder.glob("libpython*"))  # the program itself opens it
    while unneeded := loose - {path for path in loose if any(path.name in names for names in needs.values())}:
        for path in unneeded:
            path.unlink()
            loose.remove(path)
            del needs[path]
    for link in folder.iterdir():
        if link.is_symlink() and not link.exists():
            link.unlink()


def add_licences(folder: Path) -> None:
    """Lay the licences of all that is inside beside the program."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", folder / "ConvPad.txt")
    shutil.copy(ROOT / "model" / "data" / "LICENSE.md", folder / "MNIST.md")
    shutil.copy(ROOT / "gui" / "language" / "translations" / "OFL.txt", folder / "Noto Sans SC.txt")
    for name in INSIDE:
        found = distribution(name)
        for file in found.files or []:
            if ".dist-info" in str(file) and LICENCE.search(file.as_posix()):
                part = str(file).partition(".dist-info")[2].strip("/\\").replace(os.sep, "-")
                shutil.copy(str(found.locate_file(file)), folder / f"{name} {part}"[:120])


def add_desktop_files(folder: Path, icons: Path) -> None:
    """Lay what a Linux desktop wants to know into `folder`, as it lies below /usr/share or ~/.local/share."""
    for name, place in (("convpad.desktop", "applications"), ("convpad.metainfo.xml", "metainfo")):
        (folder / place).mkdir(parents=True)
        shutil.copy(ROOT / "packaging" / name, folder / place)
    for size in SIZES:
        apps = folder / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        apps.mkdir(parents=True)
        shutil.copy(icons / f"{size}.png", apps / "convpad.png")
    apps = folder / "icons" / "hicolor" / "scalable" / "apps"
    apps.mkdir(parents=True)
    shutil.copy(ICON, apps)


def archive(made: Path) -> Path:
    """Pack the folder; the name says version, system and processor."""
    kind = "zip" if sys.platform == "win32" else "gztar" if sys.platform == "darwin" else "xztar"
    name = f"ConvPad-{VERSION}-{platform.system().lower()}-{platform.machine().lower()}"
    return Path(shutil.make_archive(str(DIST / name), kind, made.parent, made.name))


def megabytes(path: Path) -> float:
    """The size of a file, or of all files in a folder."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file() and not each.is_symlink()]
    return sum(each.stat().st_size for each in files) / 1e6


def main() -> int:
    """Make folder and archive; the exit code is 0 where both are there."""
    parser = argparse.ArgumentParser(description="Make a bundle of ConvPad that needs no Python.")
    parser.add_argument("--cuda", action="store_true", help="bundle a torch that brings CUDA")
    parser.add_argument("--no-archive", action="store_true", help="make the folder only")
    options = parser.parse_args()
    if (reason := problem(options.cuda)) is not None:
        print(reason, file=sys.stderr)
        return 1
    icons = BUILD / "icons"
    render_icon(icons)
    shutil.copy(icons / "512.png", BUILD / "convpad.png")
    command = ["PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(DIST), "--workpath", str(BUILD)]
    subprocess.run([sys.executable, "-m", *command, str(SPEC)], check=True, cwd=ROOT)
    made = DIST / ("ConvPad.app" if sys.platform == "darwin" else "ConvPad")
    add_licences(made / "Contents" / "licences" if sys.platform == "darwin" else made / "licences")
    if sys.platform.startswith("linux"):
        drop_unneeded(made / "_internal")
        strip(made / "_internal")
        add_desktop_files(made / "share", icons)
    print(f"{made}: {megabytes(made):.0f} MB")
    if not options.no_archive:
        packed = archive(made)
        print(f"{packed}: {megabytes(packed):.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
