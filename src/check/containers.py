"""Checks what can be checked of the container files where nothing builds containers, and prints a line a file.

    python3 src/check/containers.py

The packages they install are known to this Debian (where there is one), the files they copy and start are there, the commands are
understood by kernel/copse.py, no host is named. It builds nothing: no container was built of these files.
"""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "kernel"))

from copselib.commands import _parser  # noqa: E402

FILES = ("Dockerfile", ".dockerignore", ".devcontainer/Dockerfile", ".devcontainer/devcontainer.json", "binder/apt.txt", "binder/postBuild", "binder/requirements.txt")


def packages(path, text):
    """Returns the Debian packages that a file installs."""
    if path == "binder/apt.txt":
        return text.split()
    flat = re.sub(r"\\\n", " ", text)
    return [word for part in re.findall(r"apt-get install ([^&\n]*)", flat) for word in part.split() if not word.startswith("-")]


def unknown(names):
    """Returns the packages that this Debian does not have; none where this is no Debian."""
    if not names or not shutil.which("apt-cache"):
        return []
    known = subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=False).stdout.split()
    return sorted(set(names) - set(known)) if len(known) > 20_000 else []  # without lists of packages only the installed ones are known


def commands(text):
    """Returns the arguments of every call of kernel/copse.py."""
    listed = [json.loads(found)[2:] for found in re.findall(r"^CMD (\[.*\])", text, re.MULTILINE)]
    lines = re.findall(r"python3 kernel/copse\.py ([^\n\"]+)", text)
    return listed + [shlex.split(line) for line in lines]


def faults(path):
    """Returns what is wrong with one file."""
    text = (ROOT / path).read_text(encoding="utf-8")
    found = [f"no such package: {name}" for name in unknown(packages(path, text))]
    if path.endswith(".json"):
        named = json.loads(text)["build"]["dockerfile"]
        found += [] if (ROOT / path).with_name(named).is_file() else [f"no such file: {named}"]
    for arguments in commands(text):
        try:
            _parser().parse_args(arguments)
        except SystemExit:
            found.append(f"kernel/copse.py does not understand: {arguments}")
    return found + [f"names a host: {host}" for host in re.findall(r"https?://[^\s\"]+", text)]


def main():
    """Prints a line a file; returns 1 if one has a fault."""
    worst = 0
    for path in FILES:
        text = (ROOT / path).read_text(encoding="utf-8")
        wrong = faults(path)
        worst = max(worst, 1 if wrong else 0)
        print(f"{path:34} {len(packages(path, text)):2} packages, {len(commands(text))} commands  {'; '.join(wrong) or 'nothing wrong'}", flush=True)
    return worst


if __name__ == "__main__":
    sys.exit(main())
