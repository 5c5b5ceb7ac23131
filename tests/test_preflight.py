"""What would keep the window from opening is found before Qt is loaded."""

import contextlib
import socket
import sys
import threading
from pathlib import Path

import pytest

from gui import preflight

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X and Wayland only")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No display, and all libraries there."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(preflight, "_loads", lambda _: True)


def test_offscreen_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no display" in str(preflight.problem())
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert preflight.problem() is None


def test_an_x_server_that_listens_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{number}.0")
        assert preflight.problem() is None
    assert "cannot be reached" in str(preflight.problem())


def answering(server: socket.socket, accepted: bytes, heard: list[bytes]) -> threading.Thread:
    """An X server that knows one key; ends when `server` is closed."""

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                with server.accept()[0] as connection:
                    words = connection.recv(200)
                    if words:
                        heard.append(words)
                        connection.sendall(b"\1" if accepted and accepted in words else b"\0")

    thread = threading.Thread(target=serve)
    thread.start()
    return thread


def entry(number: bytes, key: bytes) -> bytes:
    """An entry of an .Xauthority file."""
    texts = (b"host", number, b"MIT-MAGIC-COOKIE-1", key)
    return b"\1\0" + b"".join(len(text).to_bytes(2, "big") + text for text in texts)


@pytest.mark.parametrize("key", [b"the right key 16", b"another key     "])
def test_an_x_server_that_refuses_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: bytes) -> None:
    heard: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))
    number = server.getsockname()[1] - 6000
    thread = answering(server, b"the right key 16", heard)
    try:
        (tmp_path / "keys").write_bytes(
            entry(b"77", b"of another one  ") + entry(str(number).encode(), key) + b"\1\0\0"
        )
        monkeypatch.setenv("XAUTHORITY", str(tmp_path / "keys"))
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{number}")
        found = preflight.problem()
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()
    assert [len(words) for words in heard] == [12, 48]  # first without a key, then with the one for this display
    assert (found is None) == (key == b"the right key 16")
    assert found is None or "refuses" in found


@pytest.mark.parametrize("display", ["nonsense", ":", ":x", "127.0.0.1:99999999", "unix:4711"])
def test_other_displays_cannot_be_reached(monkeypatch: pytest.MonkeyPatch, display: str) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert display in str(preflight.problem())


def test_wayland_alone_is_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert preflight.problem() is not None
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert preflight.problem() is None
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        assert "no display" in str(preflight.problem())


def test_missing_libraries_are_named_with_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(preflight, "_loads", lambda name: name != "libEGL.so.1" and "xcb" not in name)
    found = str(preflight.problem())
    assert "libEGL.so.1" in found
    assert found.endswith("sudo apt install libegl1")


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "PACKAGES", ("numpy", "no_such_package"))
    assert "no_such_package" in str(preflight.problem())
