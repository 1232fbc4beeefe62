"""The virtual environment in .venv and the Python packages in it."""

import importlib.util
import re
import sys

from copselib import process, stamps
from copselib.problem import Problem
from copselib.project import say

_NETWORK = re.compile(
    r"Could not fetch|Connection(Error| refused| reset|.*broken)|NewConnectionError|ProxyError|SSLError|CERTIFICATE_VERIFY"
    r"|timed out|Max retries exceeded|name resolution|getaddrinfo|Network is unreachable|Cannot connect to proxy",
    re.IGNORECASE,
)


def prepare(project, environ):
    """Makes the environment if it is not there or belongs to another Python or place, and installs what Jupyter needs."""
    stamp = project.state / "environment"
    key = stamps.of_text(sys.version, sys.base_prefix, project.venv)
    if not (stamps.matches(stamp, key) and project.venv_python.is_file()):
        _make(project, environ)
        stamps.write(stamp, key)
    install(project, environ, "requirements.txt")


def install(project, environ, name):
    """Installs one file of pinned requirements, unless the same file was installed before."""
    requirements = project.kernel / name
    stamp = project.state / name
    key = stamps.of_content(requirements)
    if stamps.matches(stamp, key):
        return
    say(f"installing the Python packages of kernel/{name} into .venv ...")
    log = project.state / "pip.log"
    command = [project.venv_python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-r", requirements]
    code, output = process.logged(command, log, project.root, environ)
    if code != 0:
        raise failure(code, output, log)
    stamps.write(stamp, key)


def check():
    """Raises a Problem if this Python cannot make virtual environments: Debian packs that apart."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        raise Problem(
            f"The virtual environment cannot be made: this Python must have venv and ensurepip, was without {' and '.join(missing)}. "
            "On Debian and Ubuntu: sudo apt install python3-venv; elsewhere use a Python from python.org or Homebrew."
        )


def _make(project, environ):
    check()
    say("making a virtual environment in .venv ...")
    log = project.target / "kernel" / "venv.log"
    code, output = process.logged([sys.executable, "-m", "venv", "--clear", project.venv], log, project.root, environ)
    if code != 0:
        raise Problem(
            f"The virtual environment cannot be made: `{sys.executable} -m venv` must succeed, ended with {code}. "
            f"Close programs that use .venv and run again. It said:\n{process.last_lines(output)}"
        )


def failure(code, output, log):
    """Returns the Problem that tells a network error from another one."""
    said = f"pip said:\n{process.last_lines(output)}\n    (all of it: {log})"
    if _NETWORK.search(output):
        return Problem(
            "The Python packages cannot be installed: pip must reach its package index, could not. Check the network; behind a proxy "
            f"set HTTPS_PROXY (and PIP_CERT where the proxy has its own certificate); then run the same command again. {said}"
        )
    return Problem(f"The Python packages cannot be installed: pip must succeed, ended with {code}. Correct what it names and run again. {said}")
