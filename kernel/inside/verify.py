"""Executes notebooks again and lists every number that is no longer what the file shows."""

import argparse
import asyncio
import os
import sys
from pathlib import Path

import nbformat
from changes import changes, numbers
from run import SIDE_BY_SIDE, execute, loop_policy


async def verify(notebook, timeout, turn):
    """Returns 0 if nothing changed, else 1; prints what was found."""
    stored = nbformat.read(notebook, as_version=4)
    name = os.path.relpath(notebook)
    codes = [cell for cell in stored.cells if cell.cell_type == "code" and cell.source.strip()]
    if not any(cell.outputs for cell in codes):
        print(f"copse: {name}: nothing to compare: the notebook must carry its outputs, has none. `copse.py run --update` writes them", file=sys.stderr)
        return 1
    async with turn:
        executed, problem = await execute(notebook, timeout)
    if problem:
        print(f"copse: {name}: {problem}", file=sys.stderr, flush=True)
        return 1
    found, skipped = changes(stored, executed)
    for change in found:
        print(f"  {name}, {change}", flush=True)
    left = f"; not compared, being tagged volatile: {', '.join(f'cell {n}' for n in skipped)}" if skipped else ""
    verdict = f"{len(found)} changed" if found else "none changed"
    print(f"copse: {name}: {numbers(executed)} numbers compared, {verdict}{left}", flush=True)
    return 1 if found else 0


async def _all(options):
    turn = asyncio.Semaphore(SIDE_BY_SIDE)
    return max(await asyncio.gather(*(verify(notebook, options.timeout, turn) for notebook in options.notebooks)))


def main():
    """Reads the options that copse.py gives."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--timeout", type=int, default=600)
    parser.add_argument("notebooks", nargs="+", type=Path)
    options = parser.parse_args()
    loop_policy()
    return asyncio.run(_all(options))


if __name__ == "__main__":
    sys.exit(main())
