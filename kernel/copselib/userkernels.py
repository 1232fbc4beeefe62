"""The kernelspecs that make this folder's kernel known to every Jupyter of the user: written, listed, removed."""

import json
import re
import shutil
import sys
from pathlib import Path

from copselib import process, system
from copselib.problem import Problem
from copselib.project import DISPLAY_NAME, KERNEL_NAME, say

# Asked of Jupyter's library: its command would first write into the home folder that it has nothing to migrate.
_ASK = "from jupyter_core.paths import jupyter_data_dir; print(jupyter_data_dir())"
_NAME = re.compile(r"[A-Za-z0-9._-]{1,60}")


def install(project, name, environ):
    """Writes a kernelspec into the user's own Jupyter folder that points at the one in .venv."""
    name = name or KERNEL_NAME
    if not _NAME.fullmatch(name) or name.strip(".") == "":
        raise Problem(f"The kernel cannot be installed: its name must be letters, digits, '.', '_' or '-', was '{name}'. Choose another --name.")
    folder = _kernels(project, environ) / name
    owner = _owner(folder)
    if folder.exists() and owner != str(project.root):
        raise Problem(
            f"The kernel cannot be installed: the name '{name}' must be free, but {folder} belongs to {owner or 'another program'}. "
            "Choose another with --name, or run `copse.py uninstall` there first."
        )
    spec = json.loads((project.kernelspec / "kernel.json").read_text(encoding="utf-8"))
    spec["argv"] = [part.replace("{resource_dir}", str(project.kernelspec)) for part in spec["argv"]]
    spec["display_name"] = DISPLAY_NAME if name == KERNEL_NAME else f"{DISPLAY_NAME}: {name}"
    spec["metadata"] = {**spec.get("metadata", {}), "copse": {"folder": str(project.root)}}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kernel.json").write_text(json.dumps(spec, indent=2) + "\n", encoding="utf-8")
    say(f"installed for the user in {folder}")


def own(project, environ):
    """Returns the user's kernelspec folders that belong to this folder of Copse."""
    return [folder for folder in _folders(project, environ) if _owner(folder) == str(project.root)]


def orphans(project, environ):
    """Returns the user's kernelspec folders of a Copse that is no longer there."""
    owned = [(folder, _owner(folder)) for folder in _folders(project, environ)]
    return [folder for folder, owner in owned if owner and not (Path(owner) / "kernel" / "copse.py").is_file()]


def remove(project, environ):
    """Removes the kernelspecs of this folder, and no other; returns what was removed."""
    removed = own(project, environ)
    for folder in removed:
        shutil.rmtree(folder)
    return removed


def _folders(project, environ):
    kernels = _kernels(project, environ)
    return sorted(path for path in kernels.iterdir() if path.is_dir()) if kernels.is_dir() else []


def _owner(folder):
    try:
        spec = json.loads((folder / "kernel.json").read_text(encoding="utf-8"))
        return spec["metadata"]["copse"]["folder"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _kernels(project, environ):
    """Returns the user's kernels folder, as Jupyter itself names it on this platform; without a .venv to ask, where it is unless told otherwise."""
    if not project.venv_python.is_file():
        return _usual(environ) / "kernels"
    clean = {name: value for name, value in environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    code, output = process.logged([project.venv_python, "-c", _ASK], project.state / "data-dir.log", project.root, clean)
    if "No module named" in output:  # what an interrupted uninstall left
        return _usual(environ) / "kernels"
    if code != 0:
        raise Problem(f"The user's kernels cannot be found: Jupyter must name its data folder, did not:\n{process.last_lines(output)}")
    return Path(output.strip().splitlines()[-1]) / "kernels"


def _usual(environ):
    """Returns Jupyter's data folder as its documentation names it."""
    if environ.get("JUPYTER_DATA_DIR"):
        return Path(environ["JUPYTER_DATA_DIR"])
    if system.WINDOWS:
        return Path(environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "jupyter"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Jupyter"
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "jupyter"
