"""The real window for a benchmark, as `main.py` opens it, with settings and data in a temporary folder.

Import it before anything of NumPy, Qt or torch: their libraries read how many threads they may take when they load.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if "numpy" in sys.modules:
    raise ImportError("import opened before numpy, which else computes with as many threads as there are processors")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # all three as main.py does
os.environ.setdefault("OMP_WAIT_POLICY", "ACTIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "5000")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from gui import app
from gui.storage import paths
from gui.storage.settings import Settings
from gui.window.main_window import MainWindow


@contextmanager
def opened_window() -> Iterator[MainWindow]:
    """The window at 1440 × 900 once it has shown its first answer; closed afterwards."""
    sys.setswitchinterval(app.SWITCH)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        os.environ["XDG_DATA_HOME"] = folder
        application = QApplication.instance() or QApplication([])
        assert application is not None
        paths.name_application()
        Settings().knows_tour = True  # only the first start offers it
        window = app.build()
        window.resize(1440, 900)
        window.show()
        while window.session.task.busy:
            wait(20)
        yield window
        window.close()


def wait(milliseconds: int) -> None:
    """Let events and threads go on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
