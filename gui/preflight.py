"""What would keep the window from opening, found before Qt is loaded: Qt itself aborts without a word that helps.

Standard library only, and a few milliseconds, since it stands on the way to the window.
"""

import ctypes
import importlib.util
import os
import socket
import sys
from collections.abc import Iterable
from pathlib import Path

PACKAGES = ("numpy", "torch", "safetensors", "PIL", "PySide6", "pyqtgraph")
LIBRARIES = {  # what Qt loads, and Debian's package with it
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def problem() -> str | None:
    """What is missing and what to do about it, in one or two lines; None when the window can open."""
    if missing := [name for name in PACKAGES if importlib.util.find_spec(name) is None]:
        return f"Python packages are missing: {', '.join(missing)}.\nType: {sys.executable} -m pip install -e ."
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    on_screen = platform in ("", "xcb", "wayland", "wayland-egl")
    on_wayland = platform != "xcb" and on_screen and _reaches_wayland()
    return (_no_display(platform) if on_screen and not on_wayland else None) or _no_libraries(
        LIBRARIES | (X_LIBRARIES if on_screen and not on_wayland else {})
    )


def _no_display(platform: str) -> str | None:
    display = os.environ.get("DISPLAY", "")
    if platform.startswith("wayland"):
        return "The Wayland display cannot be reached; set WAYLAND_DISPLAY, or unset QT_QPA_PLATFORM."
    if not display:
        return (
            "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY leads to one.\n"
            "Start ConvPad in a desktop session, or type: xvfb-run .venv/bin/python main.py"
        )
    if not _reaches_x(display):
        return f"The display {display} cannot be reached; start ConvPad in a desktop session, or correct DISPLAY."
    return None


def _reaches_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    return _connects(socket.AF_UNIX, os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), name))


def _reaches_x(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not number.isdecimal():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return any(_connects(socket.AF_UNIX, address) for address in (path, f"\0{path}"))
    if host.startswith("/"):  # a socket with its path, as XQuartz has it
        return Path(display).exists() or Path(host).exists()
    return _connects(socket.AF_INET, (host, 6000 + int(number)))


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as connection:
            connection.settimeout(2)
            connection.connect(address)
    except (OSError, ValueError, OverflowError):
        return False
    return True


def _no_libraries(libraries: dict[str, str]) -> str | None:
    missing = [name for name in libraries if not _loads(name)]
    if not missing:
        return None
    return (
        f"Qt needs system libraries that are missing: {', '.join(missing)}.\n{apt_line(libraries[m] for m in missing)}"
    )


def apt_line(packages: Iterable[str]) -> str:
    """What to type on Debian or Ubuntu to get `packages`."""
    return f"On Debian or Ubuntu type: sudo apt install {' '.join(packages)}"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
