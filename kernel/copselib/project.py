"""Where everything is. Nothing but these folders is written, and all that is made is in ignored ones."""

import sys
from dataclasses import dataclass
from pathlib import Path

from copselib import system

KERNEL_NAME = "copse-java"
DISPLAY_NAME = "Java (Copse)"


@dataclass(frozen=True)
class Project:
    """The project folder and the places in it."""

    root: Path

    @staticmethod
    def here():
        """Returns the project that this file belongs to."""
        return Project(Path(__file__).resolve().parents[2])

    @property
    def kernel(self):
        return self.root / "kernel"

    @property
    def inside(self):
        return self.kernel / "inside"

    @property
    def notebooks(self):
        return self.root / "notebooks"

    @property
    def target(self):
        return self.root / "target"

    @property
    def built_jars(self):
        """Where the pom copies the run-time dependencies to."""
        return self.target / "kernel" / "lib"

    @property
    def venv(self):
        return self.root / ".venv"

    @property
    def venv_python(self):
        return self.venv / system.venv_python()

    @property
    def state(self):
        """Logs, stamps and Jupyter's own files."""
        return self.venv / "copse"

    @property
    def kernelspec(self):
        return self.venv / "share" / "jupyter" / "kernels" / KERNEL_NAME

    def jupyter_environ(self, environ):
        """Returns the environment for Jupyter programs: our kernelspec first, and no file in the home folder."""
        home = self.state / "jupyter"
        home.mkdir(parents=True, exist_ok=True)
        ours = {
            "JUPYTER_PREFER_ENV_PATH": "1",
            "JUPYTER_CONFIG_DIR": home / "config",
            "JUPYTER_DATA_DIR": home / "data",
            "JUPYTER_RUNTIME_DIR": home / "runtime",
            "JUPYTERLAB_SETTINGS_DIR": home / "settings",
            "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
            "IPYTHONDIR": home / "ipython",
            "PYTHONUTF8": "1",
        }
        cleaned = {name: value for name, value in environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
        cleaned.update({name: str(value) for name, value in ours.items()})
        return cleaned


def say(text):
    """Prints one line of progress."""
    print("copse: " + text, flush=True)


def warn(text):
    """Prints one line on the error stream."""
    print("copse: " + text, file=sys.stderr, flush=True)
