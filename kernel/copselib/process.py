"""Starting other programs; the only place that does, so that tests can replace it."""

import re
import signal
import subprocess
import sys

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def plain(text):
    """Returns the text without terminal colours."""
    return _COLOURS.sub("", text)


def capture(command):
    """Runs a short command and returns (exit code, stdout and stderr together)."""
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return done.returncode, plain(done.stdout)


def logged(command, log, cwd, environ=None):
    """Runs a long command with its output in the file `log`; returns (exit code, output)."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, "wb") as sink:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=str(cwd),
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
    return done.returncode, plain(log.read_text(encoding="utf-8", errors="replace"))


def attached(command, cwd, environ=None):
    """Runs a command on the user's terminal and returns its exit code; Ctrl-C reaches the command and ends it, and a request to end is passed on."""
    sys.stdout.flush()
    process = subprocess.Popen([str(part) for part in command], cwd=str(cwd), env=environ)
    # Else the command would outlive this script, and JupyterLab keep its port.
    before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue
    finally:
        signal.signal(signal.SIGTERM, before)


def last_lines(output, count=8):
    """Returns the last non-empty lines, indented, for a message."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    return "\n".join("    " + line for line in lines[-count:])
