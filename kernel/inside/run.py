"""Executes notebooks in the Java kernel, two side by side at most, and writes what came out."""

import argparse
import asyncio
import os
import sys
import time
from pathlib import Path

import nbformat
from export import page
from failure import first_line
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from supplement import data_files, section

KERNEL = {"display_name": "Java (Copse)", "language": "java", "name": "copse-java"}
PROJECT = Path(__file__).resolve().parents[2]
SIDE_BY_SIDE = 2


async def execute(notebook, timeout):
    """Returns the executed copy of a notebook and, if a cell failed, a sentence that says which and why."""
    copy = nbformat.read(notebook, as_version=4)
    copy.metadata["kernelspec"] = dict(KERNEL)
    resources = {"metadata": {"path": str(notebook.parent)}}
    client = NotebookClient(copy, timeout=timeout, startup_timeout=120, resources=resources, record_timing=False)
    try:
        await client.async_execute()
        return copy, None
    except CellExecutionError:
        return copy, f"cell {_failed(copy)} failed: {first_line(_errors(copy)[0][1])}"
    except CellTimeoutError:
        return copy, f"cell {_failed(copy)} took longer than {timeout} seconds; --timeout allows more"
    except DeadKernelError:
        return copy, f"the kernel died in cell {_failed(copy)}"


def _codes(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]


def _errors(notebook):
    """Returns (number of the code cell, error output) for each error."""
    numbered = enumerate(_codes(notebook), 1)
    return [(n, output) for n, cell in numbered for output in cell.outputs if output.output_type == "error"]


def _failed(notebook):
    """Returns the number of the code cell that ran last."""
    errors, codes = _errors(notebook), _codes(notebook)
    return errors[0][0] if errors else min(sum(1 for cell in codes if cell.execution_count) + 1, len(codes))


async def run_one(notebook, options, turn):
    """Executes one notebook and writes it and its page, also when it failed: the page shows the error."""
    async with turn:
        start = time.monotonic()
        executed, problem = (nbformat.read(notebook, as_version=4), None) if options.as_is else await execute(notebook, options.timeout)
        seconds = time.monotonic() - start
    options.output.mkdir(parents=True, exist_ok=True)
    written = options.output / notebook.name
    if not options.supplement:
        nbformat.write(executed, written)
    html = written.with_suffix(".html")
    html.write_text(page(executed, notebook, options.fold_code, _supplement(executed, notebook, options)), encoding="utf-8")
    name = os.path.relpath(notebook)
    if problem:
        print(f"copse: {name}: {problem}", file=sys.stderr, flush=True)
        return 1
    if options.update:
        nbformat.write(executed, notebook)
    cells = sum(1 for cell in executed.cells if cell.cell_type == "code")
    print(f"copse: {name}: {cells} code cells in {seconds:.1f} s -> {os.path.relpath(html)}", flush=True)
    return 0


def _supplement(executed, notebook, options):
    if not options.supplement:
        return ""
    files = data_files(executed, notebook.parent, PROJECT / "datasets", options.data)
    return section(executed, notebook.stem, files, PROJECT)


async def run_all(options):
    """Runs all notebooks and returns 1 if any failed."""
    turn = asyncio.Semaphore(SIDE_BY_SIDE)
    return max(await asyncio.gather(*(run_one(notebook, options, turn) for notebook in options.notebooks)))


def loop_policy():
    """ZeroMQ needs add_reader, which Windows' default loop lacks."""
    if os.name == "nt":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())


def main():
    """Reads the options that copse.py gives."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--timeout", type=int, default=600)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--fold-code", action="store_true")
    parser.add_argument("--supplement", action="store_true")
    parser.add_argument("--as-is", action="store_true")
    parser.add_argument("--data", type=Path, nargs="*", default=[])
    parser.add_argument("notebooks", nargs="+", type=Path)
    options = parser.parse_args()
    loop_policy()
    return asyncio.run(run_all(options))


if __name__ == "__main__":
    sys.exit(main())
