"""Runs a short session in the kernel that ends the JVM itself, so that the JVM writes the archive of loaded classes.

JJava outlives a shutdown request and is then killed, so in normal use no archive is ever written.
"""

import json
import sys
import time
from pathlib import Path

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

LONGEST = 120


def session(spec_folder, archive, cells):
    """Starts the kernel with the archive as its output, runs the cells, ends the JVM and waits for the file."""
    spec = json.loads((spec_folder / "kernel.json").read_text(encoding="utf-8"))
    spec["argv"] = [
        f"-XX:ArchiveClassesAtExit={archive}" if part.startswith("-XX:SharedArchiveFile=") else part for part in spec["argv"]
    ]
    manager = KernelManager()
    manager._kernel_spec = KernelSpec(resource_dir=str(spec_folder), **spec)
    manager.start_kernel()
    try:
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        for cell in cells:
            reply = client.execute(cell, reply=True, timeout=60)
            print(reply["content"].get("status"), cell.splitlines()[0])
        client.execute("System.exit(0)")
        _wait(manager)
        client.stop_channels()
    finally:
        if manager.is_alive():
            manager.shutdown_kernel(now=True)


def _wait(manager):
    end = time.monotonic() + LONGEST
    while manager.is_alive():
        if time.monotonic() > end:
            raise TimeoutError("the JVM did not end")
        time.sleep(0.1)


def main(spec_folder, archive, warm_up):
    """Writes under another name first: an archive that is there is complete."""
    text = Path(warm_up).read_text(encoding="utf-8")
    cells = [cell.strip() for cell in text.split("//%%") if cell.strip()]
    part = Path(archive + ".part")
    session(Path(spec_folder), part, cells)
    part.replace(archive)


if __name__ == "__main__":
    main(*sys.argv[1:])
