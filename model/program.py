"""What this copy of ConvPad is: its version, how one calls it, and how what it lacks is brought.

Standard library only, and little of it: `main.py --help` stands on it.
"""

import sys

VERSION = "0.1.0"  # the only place; pyproject.toml reads it here

INSTALL = (
    r"py -m venv .venv && .venv\Scripts\pip install -e . && .venv\Scripts\python main.py"
    if sys.platform == "win32"
    else "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/python main.py"
)  # the README's line


def bundled() -> bool:
    """Whether this is a bundle, with a Python of its own and all packages inside."""
    return bool(getattr(sys, "frozen", False))


def called() -> str:
    """What one types to run it."""
    return "ConvPad" if bundled() else "main.py"


def typed() -> str:
    """What one types to run it where the README's line made an environment."""
    return called() if bundled() else INSTALL.rpartition(" && ")[2]


def bring(*packages: str) -> str:
    """What to do where `packages` are missing; the second line is what one types."""
    named = ", ".join(packages)
    if bundled():
        return f"This copy of ConvPad lacks {named}: it is not whole.\nUnpack it again."
    return f"Python packages are missing: {named}.\nType where main.py lies: {INSTALL}"
