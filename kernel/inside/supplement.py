"""The last section of an exported page: the data files and the notebook inside it, their checksums, and the versions used."""

import base64
import hashlib
import html
import json
import platform
import re
import subprocess
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import nbformat

_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_DATASET = re.compile(r"\bDatasets\s*\.\s*([a-zA-Z0-9]+)\s*\(")
_TYPES = {
    ".csv": "text/csv", ".tsv": "text/tab-separated-values", ".json": "application/json", ".ipynb": "application/x-ipynb+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
_DATA = (".csv", ".tsv", ".txt", ".json", ".xlsx", ".rm5", ".zip")
PACKAGES = ("jjava", "plotly", "nbconvert", "nbformat", "jupyterlab")


@dataclass(frozen=True)
class Embedded:
    """One file of the supplement."""

    name: str
    content: bytes

    @property
    def sha256(self):
        return hashlib.sha256(self.content).hexdigest()

    @property
    def address(self):
        kind = _TYPES.get(Path(self.name).suffix.lower(), "application/octet-stream")
        return f"data:{kind};base64,{base64.b64encode(self.content).decode('ascii')}"


def data_files(notebook, folder, datasets, named=()):
    """Returns the files that a notebook reads: those its code names, those bundled with Copse, and those named by the user."""
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    # breastCancerBolero2Safety() reads breast-cancer-bolero2-safety.csv
    asked = {name.lower() for name in _DATASET.findall(code)}
    bundled = [path for path in sorted(datasets.glob("*.csv")) if path.stem.replace("-", "") in asked]
    literal = [folder / text for text in _STRING.findall(code) if text.lower().endswith(_DATA) and "\\" not in text]
    found = {}
    for path in [*bundled, *literal, *named]:
        if path.is_file():
            found.setdefault(path.resolve(), Embedded(path.name, path.read_bytes()))
    return list(found.values())


def section(notebook, name, files, project):
    """Returns the HTML of the section, every value escaped."""
    source = Embedded(f"{name}.ipynb", nbformat.writes(notebook).encode("utf-8"))
    rows = "".join(_row(file) for file in [*files, source])
    versions = "".join(f"<tr><th scope=\"row\">{html.escape(k)}</th><td>{html.escape(v)}</td></tr>" for k, v in _versions(project))
    return (
        '<section class="supplement"><h2 id="supplement">Files and versions</h2>'
        "<p>The notebook and the data files it names are inside this page. A link saves the file; its SHA-256 checksum tells whether a copy is the same.</p>"
        '<table><thead><tr><th scope="col">File</th><th scope="col">Bytes</th><th scope="col">SHA-256</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
        f"<table><tbody>{versions}</tbody></table></section>"
    )


def _visible(name):
    """A file's name with what would turn the reading direction, or cannot be seen, spelt out."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in name)


def _row(file):
    name = html.escape(_visible(file.name))
    link = f'<a download="{name}" href="{file.address}">{name}</a>'
    return f'<tr><td>{link}</td><td class="number">{len(file.content)}</td><td><code>{file.sha256}</code></td></tr>'


def _versions(project):
    jar = next(iter(sorted((project / ".venv/share/jupyter/kernels/copse-java/lib").glob("copse-*.jar"))), None)
    yield "Copse", jar.stem.removeprefix("copse-") + f" (jar's SHA-256: {hashlib.sha256(jar.read_bytes()).hexdigest()})" if jar else "not found"
    yield "Java", _java(project)
    yield "Python", platform.python_version()
    for package in PACKAGES:
        yield package, metadata.version(package)
    yield "System", f"{platform.system()} {platform.machine()}"


def _java(project):
    spec = json.loads((project / ".venv/share/jupyter/kernels/copse-java/kernel.json").read_text(encoding="utf-8"))
    done = subprocess.run([spec["argv"][0], "-version"], capture_output=True, text=True, check=False)
    return " / ".join(line.strip() for line in done.stderr.splitlines()[:2])
