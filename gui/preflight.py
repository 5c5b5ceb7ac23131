"""What would keep the window from opening, found before Qt is loaded: Qt itself aborts without a word that helps.

Standard library only, and a few milliseconds, since it stands on the way to the window.
"""

import ctypes
import importlib.util
import os
import socket
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

from model import program
from model.files import InputError, read_start

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
        return program.bring(*missing)
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    on_screen = platform in ("", "xcb", "wayland", "wayland-egl")
    on_wayland = platform != "xcb" and on_screen and _reaches_wayland()
    return (_no_display(platform) if on_screen and not on_wayland else None) or _no_libraries(
        LIBRARIES | (X_LIBRARIES if on_screen and not on_wayland else {})
    )


def missing_libraries() -> str | None:
    """The same for what Qt needs to paint without a window."""
    if missing := [name for name in PACKAGES if importlib.util.find_spec(name) is None]:
        return program.bring(*missing)
    return _no_libraries(LIBRARIES) if sys.platform.startswith("linux") else None


def _no_display(platform: str) -> str | None:
    display = os.environ.get("DISPLAY", "")
    if platform.startswith("wayland"):
        return "The Wayland display cannot be reached; set WAYLAND_DISPLAY, or unset QT_QPA_PLATFORM."
    if not display:
        return (
            "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY leads to one.\n"
            f"Start ConvPad in a desktop session, or type: xvfb-run {program.typed()}"
        )
    if not (addresses := _x_addresses(display)):
        return f"The display {display} cannot be reached; start ConvPad in a desktop session, or correct DISPLAY."
    if all(_refuses(family, address, display) for family, address in addresses):
        return (
            f"The X server of {display} refuses the connection: this user has no valid authorisation for it.\n"
            "Start ConvPad as the user of the desktop session (through ssh with -X), or point XAUTHORITY to its file."
        )
    return None


Address = tuple[int, str | tuple[str, int]]  # a socket's family, and its path or host and port


def _x_addresses(display: str) -> list[Address]:
    """Where something listens for `display`."""
    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not number.isdecimal():
        return []
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        tried: list[Address] = [(socket.AF_UNIX, path), (socket.AF_UNIX, f"\0{path}")]
    elif host.startswith("/"):  # a socket with its path, as XQuartz has it
        tried = [(socket.AF_UNIX, display), (socket.AF_UNIX, host)]
    else:
        tried = [(socket.AF_INET, (host, 6000 + int(number)))]
    return [each for each in tried if _connects(*each)]


def _refuses(family: int, address: str | tuple[str, int], display: str) -> bool:
    """Whether the X server answers and says no, without and with each of the user's keys; in doubt it does not.

    The first bytes of X11's connection setup (X Window System Protocol, "Connection Setup"): byte order, version
    11.0, the key's name and the key, both padded to four bytes. The answer begins with 0 for no.
    """
    for name, key in ((b"", b""), *_keys(display)):
        words = struct.pack("<cxHHHHxx", b"l", 11, 0, len(name), len(key))
        padded = b"".join(part + bytes(-len(part) % 4) for part in (name, key))
        try:
            with socket.socket(family, socket.SOCK_STREAM) as connection:
                connection.settimeout(0.5)
                connection.connect(address)
                connection.sendall(words + padded)
                if connection.recv(1) != b"\0":
                    return False
        except OSError:
            return False
    return True


def _keys(display: str) -> list[tuple[bytes, bytes]]:
    """Name and data of the keys for `display` in the user's file: each entry is a family and four counted texts."""
    path = Path(os.environ.get("XAUTHORITY") or Path.home() / ".Xauthority")
    number = display.rpartition(":")[2].split(".")[0].encode()
    try:
        content = read_start(path, 100_000)
    except InputError:
        return []
    keys, at = [], 0
    while at + 2 < len(content):
        at += 2
        texts = []
        for _ in range(4):  # address, display number, name, key
            size = int.from_bytes(content[at : at + 2], "big")
            texts.append(content[at + 2 : at + 2 + size])
            at += 2 + size
        if texts[3] and texts[1] in (b"", number):  # not what is cut off
            keys.append((texts[2], texts[3]))
    return keys[:8]


def _reaches_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    return _connects(socket.AF_UNIX, os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), name))


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
