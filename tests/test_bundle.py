"""What `packaging/bundle.py` made works where there is no Python.

python -m pytest -n 0 -m bundle tests/test_bundle.py
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import ROOT

BUNDLE = ROOT / "dist" / "ConvPad"

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(not BUNDLE.is_dir(), reason="there is no bundle; python packaging/bundle.py makes one"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the mouse is moved by xdotool"),
]


def test_it_draws_reads_trains_and_closes_in_a_real_window(tmp_path: Path) -> None:
    """From a place that is not where it was made, so that it brings all it needs."""
    moved = tmp_path / "anywhere"
    shutil.copytree(BUNDLE, moved, symlinks=True, copy_function=os.link)
    environment = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    smoke = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", sys.executable, "tests/bundle_smoke.py"]
    done = subprocess.run([*smoke, str(moved / "ConvPad")], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "closed"


def test_nothing_in_it_belongs_to_this_machine() -> None:
    """No path of the checkout, nothing that tests need, licences of everything."""
    names = {path.name for path in (BUNDLE / "_internal").iterdir()}
    assert {"weights", "model", "gui", "torch"} <= names
    assert not names & {"pytest", "keras", "cv2", "onnxruntime", "hypothesis", "mypy"}
    licences = [path.name for path in (BUNDLE / "licences").iterdir()]
    for part in ("ConvPad", "MNIST", "torch", "numpy", "Noto"):
        assert [name for name in licences if name.startswith(part)], part
    share = BUNDLE / "share"
    assert (share / "applications" / "convpad.desktop").is_file()
    assert (share / "icons" / "hicolor" / "48x48" / "apps" / "convpad.png").is_file()
