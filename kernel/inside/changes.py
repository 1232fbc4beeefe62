"""What differs between two executions of one notebook: every number that changed, with the words around it."""

import difflib
import re
from dataclasses import dataclass

from shown import forms

NUMBER = re.compile(r"[-+\u2212]?(?:\d[\d\u202f\u00a0']*)?\.?\d+(?:[eE][-+]?\d+)?")
_TOKEN = re.compile(NUMBER.pattern + r"|[^\W\d_]+|[^\s\w]|_")
# A tag on a cell whose numbers are of the moment, such as a timing.
VOLATILE = "volatile"
CONTEXT = 4


@dataclass(frozen=True)
class Change:
    """One difference: the number of the code cell, and what stood there before and now."""

    cell: int
    before: str
    now: str
    where: str

    def __str__(self):
        return f"cell {self.cell}: {self.before or 'nothing'} -> {self.now or 'nothing'}" + (f"   ({self.where})" if self.where else "")


def changes(before, now):
    """Returns (changes, the numbers of cells left out because they are tagged as volatile)."""
    pairs = list(zip(_codes(before), _codes(now)))
    skipped = [n for n, (_, cell) in enumerate(pairs, 1) if VOLATILE in cell.metadata.get("tags", [])]
    found = []
    for n, (old, new) in enumerate(pairs, 1):
        if n not in skipped:
            found += _of_cell(n, old, new)
    return found, skipped


def numbers(notebook):
    """Returns how many numbers the compared outputs of a notebook hold, each counted in every form that carries it."""
    return sum(1 for cell in _codes(notebook) for tokens in _tokens(cell).values() for token in tokens if NUMBER.fullmatch(token))


def _codes(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]


def _of_cell(n, old, new):
    """Returns the changes of one cell; what changed alike in several forms of an output is named once."""
    before, now = _tokens(old), _tokens(new)
    found = {}
    for form in dict.fromkeys([*before, *now]):
        for change in _of_form(n, before.get(form, []), now.get(form, [])):
            found.setdefault((change.before, change.now), change)
    return list(found.values())


def _of_form(n, before, now):
    if before == now:
        return
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(n, _shown(before[a:b]), _shown(now[c:d]), _around(now, c))


def _shown(tokens):
    text = " ".join(tokens)
    return text if len(text) <= 120 else text[:117] + "..."


def _around(tokens, at):
    return "... " + " ".join(tokens[max(0, at - CONTEXT) : at]) if at else ""


def _tokens(cell):
    """Returns, by form, the words and numbers of a cell's outputs."""
    found = {}
    for output in cell.outputs:
        for form, text in forms(output):
            found.setdefault(form, []).extend(_TOKEN.findall(text))
    return found
