#!/usr/bin/env python3
"""Copse's one command: sets up the Java kernel, opens JupyterLab, runs notebooks, runs the tests.

Only Python's standard library is used, and this file is plain enough for an old Python to parse, so that such a Python
gets a sentence and not a syntax error. The work is done in copselib/ (this Python) and in inside/ (the Python of .venv).
"""

import sys

if sys.version_info < (3, 9):
    sys.exit(
        "Copse cannot be set up: Python must be 3.9 or newer, was %d.%d. "
        "Install a newer Python and start this script with it." % sys.version_info[:2]
    )

from copselib.commands import main  # noqa: E402 - an old Python must not get this far

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
