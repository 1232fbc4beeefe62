"""What differs between two executions of one notebook: every number that changed, with the words around it."""

import difflib
import html
import re
from dataclasses import dataclass

NUMBER = re.compile(r"[-+\u2212]?(?:\d[\d\u202f\u00a0']*)?\.?\d+(?:[eE][-+]?\d+)?")
_TOKEN = re.compile(NUMBER.pattern + r"|[^\W\d_]+|[^\s\w]|_")
_DROPPED = re.compile(r"<(script|style|title|desc)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
# A tag on a cell whose numbers are of the moment, such as a timing.
VOLATILE = "volatile"
# The richest text first; a plot's own text says what its table or picture shows.
_KINDS = ("text/html", "image/svg+xml", "text/markdown", "text/latex", "text/plain")
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
    """Returns how many numbers the compared outputs of a notebook hold."""
    return sum(1 for cell in _codes(notebook) for token in _tokens(cell) if NUMBER.fullmatch(token))


def _codes(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]


def _of_cell(n, old, new):
    before, now = _tokens(old), _tokens(new)
    found = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append(Change(n, _shown(before[a:b]), _shown(now[c:d]), _around(now, c)))
    return found


def _shown(tokens):
    text = " ".join(tokens)
    return text if len(text) <= 120 else text[:117] + "..."


def _around(tokens, at):
    return "... " + " ".join(tokens[max(0, at - CONTEXT) : at]) if at else ""


def _tokens(cell):
    return [token for output in cell.outputs for token in _TOKEN.findall(_text(output))]


def _text(output):
    if output.output_type == "stream":
        return output.text
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    data = output.get("data", {})
    kind = next((kind for kind in _KINDS if kind in data and _readable(kind, data[kind])), None)
    if kind is None:
        return ""
    text = data[kind] if isinstance(data[kind], str) else "".join(data[kind])
    return _plain(text) if kind in ("text/html", "image/svg+xml") else text


def _readable(kind, value):
    # The HTML of a plot is a picture in a data address: its words are in the SVG.
    text = value if isinstance(value, str) else "".join(value)
    return kind not in ("text/html", "image/svg+xml") or _plain(text).strip() != ""


def _plain(markup):
    return html.unescape(_TAG.sub(" ", _DROPPED.sub(" ", markup)))
