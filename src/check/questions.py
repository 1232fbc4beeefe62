"""Asks each Java kernel what an analyst asks in the first minutes, and prints the answers: a wrong column, Tab, Shift-Tab.

    .venv/bin/python src/check/questions.py [--ijava FOLDER] [--jdk25 HOME]

The kernels are those of kernels.py. Plain JJava and IJava are started with Copse's sources named, as docs/kernels.md says.
"""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

from jupyter_client.manager import KernelManager

sys.path.insert(0, str(Path(__file__).resolve().parent))
from kernels import KERNELS, ijava, installed_java, ours, plain_jjava, write_specs  # noqa: E402

WRONG = 'Trials.of(Datasets.bcgVaccine()).study("nobody")'
HELP = "RandomEffects.of(fit)"


def answers(name, first_cells):
    """Returns the lines of the error, the words that Tab offers and the text that Shift-Tab shows."""
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=120)
        for cell in first_cells or ("1 + 1",):
            client.execute_interactive(cell, timeout=300, output_hook=lambda message: None)
        outputs = []
        client.execute_interactive(WRONG, timeout=60, output_hook=outputs.append)
        trace = next((o["content"]["traceback"] for o in outputs if o["msg_type"] == "error"), ["no error"])
        lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in trace]
        words = client.complete("Trials.", 7, reply=True, timeout=60)["content"]["matches"]
        shown = client.inspect(HELP, HELP.index("(") - 1, reply=True, timeout=60)["content"]["data"].get("text/plain", "nothing")
        return [line for line in lines if line.strip()], words, shown
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main():
    """Prints the answers of every kernel; returns 1 if one shows no Javadoc or an error that does not start with what to do."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ijava", type=Path, metavar="FOLDER")
    parser.add_argument("--jdk25", type=Path, metavar="HOME")
    options = parser.parse_args()
    worst = 0
    for java, label in [(installed_java(), "as installed")] + ([(options.jdk25 / "bin/java", "25")] if options.jdk25 else []):
        kernels = [ours(java, label), plain_jjava(java, label)]
        kernels += [ijava(java, label, options.ijava.resolve())] if options.ijava else []
        for kernel in kernels:
            kernel.argv.insert(1, f"-Dcopse.sources={KERNELS / 'copse-java' / 'copse-sources.zip'}")
        with tempfile.TemporaryDirectory() as folder:
            os.environ["JUPYTER_PATH"] = folder
            write_specs(kernels, Path(folder))
            for i, kernel in enumerate(kernels):
                lines, words, shown = answers(f"k{i}", kernel.first_cells)
                good = any(line.startswith("Cannot use column 'nobody'") for line in lines[:2]) and "Fits with the defaults" in shown
                worst = max(worst, 0 if good else 1)
                print(f"{kernel.name}\n  error, {len(lines)} lines: {lines[0][:110]}\n  Tab: {' '.join(words[:8])}\n  Shift-Tab: {' '.join(shown.split())[:110]}", flush=True)
    return worst


if __name__ == "__main__":
    sys.exit(main())
