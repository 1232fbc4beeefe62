"""What copse.py writes, by a list of the files before and after: its own folder, Jupyter's kernels folder, the output folder, and nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from copselib import maven, userkernels
from copselib.project import Project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the second folder's Python is a shell script; this needs a POSIX shell")
# What is made is in these, which git ignores; git's own files change when somebody commits meanwhile.
MADE = {".venv", "target", ".git", "__pycache__", ".pytest_cache", ".ruff_cache"}


def files(folder, without=()):
    """Returns each file's name, size and time below a folder."""
    found = {}
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in without]
        for name in names:
            status = os.lstat(os.path.join(path, name))
            found[os.path.relpath(os.path.join(path, name), folder)] = (status.st_size, status.st_mtime_ns)
    return found


@pytest.fixture
def user(tmp_path):
    """A user with a home, a folder for temporary files and one of notebooks, all with spaces in their names."""
    for name in ("home of a user", "temp files", "their notebooks"):
        (tmp_path / name).mkdir()
    cell = nbformat.v4.new_code_cell("var rr = Trials.of(Datasets.bcgVaccine()).study(\"author\", \"year\").binary(\"tpos\", \"tn\", \"cpos\", \"cn\").as(RISK_RATIO);\nRandomEffects.of(rr)")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "their notebooks" / "my review.ipynb")
    return tmp_path


def copse(user, *arguments, root=ROOT):
    """Runs copse.py as that user."""
    home, temp = user / "home of a user", user / "temp files"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "XDG", "IPYTHON"))}
    places = {"HOME": home, "TMPDIR": temp, "PYTHONDONTWRITEBYTECODE": 1, "_JAVA_OPTIONS": f"'-Duser.home={home}' '-Djava.io.tmpdir={temp}'"}
    environ = {**kept, **{name: str(value) for name, value in places.items()}}
    command = [sys.executable, str(root / "kernel" / "copse.py"), *map(str, arguments)]
    done = subprocess.run(command, cwd=user / "their notebooks", env=environ, capture_output=True, text=True, check=False, timeout=600)
    return done.returncode, done.stdout + done.stderr


def test_commands_write_into_their_own_folders_alone(user):
    assert maven.is_built(Project(ROOT)), "the sources changed: run `copse.py setup` first, or Maven would fill that user's home"
    notebook, out = user / "their notebooks" / "my review.ipynb", user / "out put"
    sources, theirs = set(files(ROOT, MADE)), files(user / "their notebooks")
    for arguments in (
        ("install", "--name", "side-by-side"),
        ("doctor",),
        ("run", "--output", out, notebook),
        ("export", "--as-is", "--output", out, out / "my review.ipynb"),
        ("verify", out / "my review.ipynb"),
    ):
        code, said = copse(user, *arguments)
        assert code == 0, said
    kernels = os.path.join("Library", "Jupyter") if sys.platform == "darwin" else os.path.join(".local", "share", "jupyter")
    assert list(files(user / "home of a user")) == [os.path.join(kernels, "kernels", "side-by-side", "kernel.json")]
    assert files(user / "temp files") == {}
    assert sorted(files(out)) == ["my review.html", "my review.ipynb"]
    assert files(user / "their notebooks") == theirs
    assert set(files(ROOT, MADE)) == sources  # names alone: somebody may be editing meanwhile


def second_folder(user):
    """A folder of Copse that is set up: its sources are copies, its Python another name of ours."""
    root = user / "copse two"
    shutil.copytree(ROOT / "kernel", root / "kernel", ignore=shutil.ignore_patterns("__pycache__"))
    project = Project(root)
    for folder in (project.venv_python.parent, project.kernelspec, project.target / "kernel", project.target / "notebooks"):
        folder.mkdir(parents=True)
    project.venv_python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    project.venv_python.chmod(0o755)
    shutil.copy(Project(ROOT).kernelspec / "kernel.json", project.kernelspec)
    (project.target / "kernel" / "built").write_text("key", encoding="utf-8")
    (project.target / "notebooks" / "page.html").write_text("a result", encoding="utf-8")
    return project


def test_uninstall_takes_its_own_and_leaves_the_other_installation_alone(user):
    project = second_folder(user)
    home = {**os.environ, "JUPYTER_DATA_DIR": str(user / "home of a user" / "data")}
    userkernels.install(Project(ROOT), "one", home)
    userkernels.install(project, "two", home)
    before, sources = files(user / "home of a user"), files(project.kernel)
    done = subprocess.run([sys.executable, str(project.kernel / "copse.py"), "uninstall"], env=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "uninstalled" in done.stdout, done.stderr
    gone = os.path.join("data", "kernels", "two", "kernel.json")
    assert files(user / "home of a user") == {name: status for name, status in before.items() if name != gone}
    assert not project.venv.exists() and not (project.target / "kernel").exists()
    assert (project.target / "notebooks" / "page.html").is_file()
    assert files(project.kernel, {"__pycache__"}) == sources
    assert Path(ROOT, ".venv").is_dir()


def test_uninstall_finds_the_users_kernel_when_the_environment_was_deleted_by_hand(user):
    project = second_folder(user)
    home = {**os.environ, "JUPYTER_DATA_DIR": str(user / "home of a user" / "data")}
    userkernels.install(project, "two", home)
    shutil.rmtree(project.venv)
    done = subprocess.run([sys.executable, str(project.kernel / "copse.py"), "uninstall"], env=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "uninstalled" in done.stdout, done.stderr
    assert files(user / "home of a user") == {}
