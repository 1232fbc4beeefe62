"""How this system names files, in one place, so that tests can ask for another system's ways."""

import os

WINDOWS = os.name == "nt"


def executable(name):
    """Returns a program's file name."""
    return name + ".exe" if WINDOWS else name


def scripts():
    """Returns the names that Maven's start script goes by, the first found is taken."""
    return ("mvn.cmd", "mvn.bat", "mvn") if WINDOWS else ("mvn",)


def venv_python():
    """Returns where a virtual environment keeps its Python."""
    return "Scripts/python.exe" if WINDOWS else "bin/python"
