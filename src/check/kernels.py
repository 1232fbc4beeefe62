"""Executes one notebook under several Java kernels and compares what they show, cell by cell.

    .venv/bin/python src/check/kernels.py [NOTEBOOK] [--ijava FOLDER] [--rapaio JAR] [--jdk25 HOME]

Our kernel on the installed JDK is what the others are compared with. IJava's FOLDER holds its classes, or its jar, and
the jars it needs in lib/. rapaio's JAR is its one file; Copse has no displays there, so that is said which cells ran and
what they showed, and nothing compared. Everything is written to a temporary folder; set up the project first (kernel/copse.py setup).
"""

import argparse
import asyncio
import json
import os
import re
import sys
import tempfile
import time
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "kernel" / "inside"))

import nbformat  # noqa: E402
from changes import changes, numbers  # noqa: E402
from failure import first_line  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError  # noqa: E402

KERNELS = ROOT / ".venv/share/jupyter/kernels"
DEFAULT = ROOT / "notebooks/breast-cancer-mtor.ipynb"
OPEN = ["--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED"]
STARTUP = "org.copse.notebook.IJavaDisplays.install(getKernelInstance());"


@dataclass(frozen=True)
class Kernel:
    """One way to start a Java kernel, and what a first cell must say for Copse to be there."""

    name: str
    argv: list
    environ: dict
    first_cells: tuple = ()
    compared: bool = True


def installed_java():
    """Returns the Java of our kernel."""
    return json.loads((KERNELS / "copse-java/kernel.json").read_text(encoding="utf-8"))["argv"][0]


def jars():
    """Returns the jars that Copse needs and, last, its own: JJava starts an extension as soon as it sees one."""
    lib = KERNELS / "copse-java/lib"
    found = [jar for jar in sorted(lib.glob("*.jar")) if not jar.name.startswith(("jjava", "copse-kernel"))]
    return sorted(found, key=lambda jar: jar.name.startswith("copse-"))


def ours(java, label):
    """Returns our own kernelspec; on another JDK without the archive of classes, which belongs to one JDK."""
    folder = KERNELS / "copse-java"
    spec = json.loads((folder / "kernel.json").read_text(encoding="utf-8"))
    argv = [part.replace("{resource_dir}", str(folder)) for part in spec["argv"]]
    if java:
        argv = [str(java), *(part for part in argv[1:] if "SharedArchiveFile" not in part)]
    return Kernel(f"Copse's kernel, JDK {label}", argv, spec.get("env", {}))


def plain_jjava(java, label):
    """Returns JJava as its Python package installs it; Copse comes by one %classpath line a jar."""
    folder = KERNELS / "java"
    argv = [str(java), *OPEN, "-cp", str(folder / "jjava.jar"), "org.dflib.jjava.distro.JJava", "{connection_file}"]
    lines = "\n".join(f"%classpath {jar}" for jar in jars())
    return Kernel(f"JJava with %classpath, JDK {label}", argv, {}, (lines,))


def ijava(java, label, folder):
    """Returns IJava 1.3.0 with Copse on its class path and the one start-up line."""
    path = os.pathsep.join([str(folder), f"{folder}/*", f"{folder}/lib/*", *map(str, jars())])
    argv = [str(java), *OPEN, "-cp", path, "io.github.spencerpark.ijava.IJava", "{connection_file}"]
    return Kernel(f"IJava 1.3.0, JDK {label}", argv, {"IJAVA_STARTUP_SCRIPT": STARTUP})


def rapaio(java, label, jar):
    """Returns rapaio's kernel; Copse comes by one %jar line a jar, and its imports are written out."""
    imports = re.findall(r'"(import [^"]+;)"', (ROOT / "src/main/java/org/copse/notebook/Imports.java").read_text(encoding="utf-8"))
    first = ("\n".join(f"%jar {found}" for found in jars()), "\n".join(imports))  # it takes no magics beside Java
    return Kernel(f"rapaio {jar.stem.rpartition('-')[2]}, JDK {label}", [str(java), "-jar", str(jar), "{connection_file}"], {}, first, False)


async def execute(notebook, path, kernel, name, timeout):
    """Returns the executed copy, without the first cells that a kernel needs, the seconds, and what went wrong or None."""
    copy = deepcopy(notebook)
    for cell in copy.cells:
        if cell.cell_type == "code":
            cell.outputs = []  # or what is stored would pass for what a kernel that failed shows
    copy.cells[:0] = [nbformat.v4.new_code_cell(cell) for cell in kernel.first_cells]
    resources = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(copy, kernel_name=name, timeout=timeout, startup_timeout=180, resources=resources)
    start, problem = time.monotonic(), None
    try:
        await client.async_execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as failure:
        errors = [output for cell in copy.cells for output in cell.get("outputs", []) if output.output_type == "error"]
        problem = first_line(errors[0]) if errors else str(failure).splitlines()[0]
    del copy.cells[: len(kernel.first_cells)]
    return copy, time.monotonic() - start, problem


def write_specs(kernels, folder):
    """Writes each kernel's kernel.json where Jupyter is told to look."""
    for i, kernel in enumerate(kernels):
        target = folder / "kernels" / f"k{i}"
        target.mkdir(parents=True)
        spec = {"argv": kernel.argv, "display_name": kernel.name, "language": "java", "interrupt_mode": "message", "env": kernel.environ}
        (target / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")


def main():
    """Executes, compares and prints; returns 1 if any kernel shows anything else."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebook", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--ijava", type=Path, metavar="FOLDER")
    parser.add_argument("--rapaio", type=Path, metavar="JAR")
    parser.add_argument("--jdk25", type=Path, metavar="HOME")
    parser.add_argument("--timeout", type=int, default=600, metavar="SECONDS")
    options = parser.parse_args()
    jdks = [(installed_java(), "as installed")] + ([(options.jdk25 / "bin/java", "25")] if options.jdk25 else [])
    kernels = [ours(None, jdks[0][1])] + [ours(java, label) for java, label in jdks[1:]]
    kernels += [plain_jjava(java, label) for java, label in jdks]
    kernels += [ijava(java, label, options.ijava.resolve()) for java, label in jdks] if options.ijava else []
    kernels += [rapaio(java, label, options.rapaio.resolve()) for java, label in jdks] if options.rapaio else []
    return compare(options.notebook.resolve(), kernels, options.timeout)


def types(notebook):
    """Returns the types of the outputs of each code cell."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    shown = ([" ".join(sorted(o.get("data", {"text": 0}))) if o.output_type != "error" else "error" for o in cell.outputs] for cell in cells)
    return "; ".join(f"{n}: {', '.join(outputs) or 'nothing'}" for n, outputs in enumerate(shown, 1))


def compare(path, kernels, timeout):
    """Prints one line a kernel and, below it, each difference."""
    notebook = nbformat.read(path, as_version=4)
    reference, worst = None, 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JUPYTER_PATH"] = folder
        write_specs(kernels, Path(folder))
        for i, kernel in enumerate(kernels):
            executed, seconds, problem = asyncio.run(execute(notebook, path, kernel, f"k{i}", timeout))
            reference = reference or executed
            if not kernel.compared:
                print(f"{kernel.name:42} {seconds:6.1f} s  {problem or 'all cells ran'}; shown: {types(executed)}", flush=True)
                continue
            found, skipped = changes(reference, executed)
            left = f", {len(skipped)} volatile cells left out" if skipped else ""
            verdict = f"failed: {problem}" if problem else f"{len(found)} differences"
            print(f"{kernel.name:42} {seconds:6.1f} s  {numbers(executed):6} numbers{left}  {verdict}", flush=True)
            for change in found[:20]:
                print(f"    {change}", flush=True)
            worst = max(worst, 1 if problem or found else 0)
    return worst


if __name__ == "__main__":
    sys.exit(main())
