"""Runs a check in a virtual environment of its own under target/, made from requirements.txt beside this file when it is missing or old."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "target" / "front-ends"
WANTED = Path(__file__).resolve().parent / "requirements.txt"


def python(folder):
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def enter():
    """Returns in that environment, which takes minutes to make the first time."""
    if Path(sys.prefix).resolve() == FOLDER.resolve():
        return
    stamp = FOLDER / "requirements.txt"
    wanted = WANTED.read_bytes()
    if not stamp.is_file() or stamp.read_bytes() != wanted:
        print(f"making {FOLDER} ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=True)
        subprocess.run([str(python(FOLDER)), "-m", "pip", "install", "-q", "-r", str(WANTED)], check=True)
        stamp.write_bytes(wanted)
    sys.exit(subprocess.run([str(python(FOLDER)), *sys.argv], check=False).returncode)
