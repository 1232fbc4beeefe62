"""What is wrong with this machine's JDK, Maven, Python, build and kernel, each with its remedy."""

import json
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from copselib import environment, jdk, maven, process, stamps, userkernels
from copselib.problem import Problem


@dataclass(frozen=True)
class Report:
    """One line: what was looked at, whether it is well, and what was found or is to be done."""

    subject: str
    well: bool
    said: str

    def __str__(self):
        return f"{'ok     ' if self.well else 'PROBLEM'}  {self.subject}: {self.said}"


def examine(project, options, environ):
    """Yields a report on each thing Copse needs, in the order in which they build on one another."""
    yield Report("system", True, f"{platform.system()} {platform.release()}, {platform.machine()}")
    yield _python()
    java = None
    try:
        java = jdk.find(options.jdk, environ)
        yield Report("JDK", True, f"{java.version} in {java.home}")
    except Problem as problem:
        yield Report("JDK", False, str(problem))
    yield _maven(environ)
    yield _venv(project)
    yield _jar(project)
    yield from _kernel(project, java)
    if project.venv_python.is_file():
        yield from _user(project, environ)
    if _startable(project):
        yield _start(project, environ)


def _python():
    found = f"{platform.python_version()} ({sys.executable})"
    if sys.version_info < (3, 9):
        return Report("Python", False, f"must be 3.9 or newer, was {found}. Start copse.py with a newer one.")
    try:
        environment.check()
    except Problem as problem:
        return Report("Python", False, str(problem))
    return Report("Python", True, found)


def _maven(environ):
    try:
        mvn = maven.find(environ)
        maven.check(mvn, environ)
        return Report("Maven", True, mvn)
    except Problem as problem:
        return Report("Maven", False, str(problem))


def _venv(project):
    stamp = project.state / "environment"
    if not project.venv_python.is_file():
        return Report("Python packages", False, "not set up yet. `copse.py setup` makes .venv.")
    if not stamps.matches(stamp, stamps.of_text(sys.version, sys.base_prefix, project.venv)):
        return Report("Python packages", False, ".venv was made by another Python or in another place. `copse.py setup` makes it anew.")
    code, output = process.capture([project.venv_python, "-m", "pip", "check", "--disable-pip-version-check"])
    if code != 0:
        return Report("Python packages", False, f"packages in .venv do not fit together: {output.strip()}. Delete .venv and run `copse.py setup`.")
    return Report("Python packages", True, str(project.venv))


def _jar(project):
    if maven.jar(project) is None:
        return Report("Copse's jar", False, "not built yet. `copse.py setup` builds it.")
    if not maven.is_built(project):
        return Report("Copse's jar", False, "older than the sources. `copse.py setup` builds it anew.")
    return Report("Copse's jar", True, maven.jar(project).name)


def _kernel(project, java):
    path = project.kernelspec / "kernel.json"
    try:
        argv = json.loads(path.read_text(encoding="utf-8"))["argv"]
    except OSError:
        yield Report("kernel", False, "not installed yet. `copse.py setup` installs it.")
        return
    except (ValueError, KeyError):
        yield Report("kernel", False, f"{path} must be a kernelspec, could not be read. Delete it with {path.parent} and run `copse.py setup`.")
        return
    if not Path(argv[0]).is_file():
        yield Report("kernel", False, f"its JDK must exist, was {argv[0]}. `copse.py setup` (with --jdk PATH) chooses another.")
    elif java is not None and Path(argv[0]) != java.java:
        yield Report("kernel", True, f"runs on {argv[0]}; `copse.py setup` would now choose {java.java}")
    else:
        yield Report("kernel", True, str(project.kernelspec))
    yield _archive(project, argv)


def _archive(project, argv):
    option = next((part for part in argv if part.startswith("-XX:SharedArchiveFile=")), "")
    name = option.rpartition("/")[2]
    if name and (project.kernelspec / name).is_file():
        return Report("archive of loaded classes", True, f"{(project.kernelspec / name).stat().st_size / 1e6:.0f} MB")
    remedy = f"Delete {project.kernelspec / 'made-from'} and run `copse.py setup`; the log is {project.state / 'warm-up.log'}."
    return Report("archive of loaded classes", False, f"missing, so that the kernel starts more slowly. {remedy}")


def _user(project, environ):
    try:
        for folder in userkernels.own(project, environ):
            yield Report("kernel for the user", True, str(folder))
        for folder in userkernels.orphans(project, environ):
            yield Report("kernel for the user", False, f"{folder} points at a Copse that is gone. Delete that folder.")
    except Problem as problem:
        yield Report("kernel for the user", False, str(problem))


def _startable(project):
    return project.venv_python.is_file() and (project.kernelspec / "kernel.json").is_file()


def _start(project, environ):
    log = project.state / "doctor.log"
    code, output = process.logged([project.venv_python, project.inside / "try_kernel.py"], log, project.root, project.jupyter_environ(environ))
    last = output.strip().splitlines()[-1] if output.strip() else f"nothing was said (log: {log})"
    if code == 0:
        return Report("start", True, last)
    return Report("start", False, f"the kernel must start and compute, did not: {last}. The log is {log}; delete .venv and run `copse.py setup`.")
