"""Opens one notebook in the front ends people read notebooks with, takes screenshots and prints what each of them shows.

    python -m venv target/front-ends && target/front-ends/bin/pip install -r src/check/requirements.txt
    target/front-ends/bin/python src/check/front_ends.py [NOTEBOOK] [--output FOLDER]

Set up the project first (kernel/copse.py setup). The notebook must carry its outputs. Chromium is on the PATH or named in COPSE_CHROMIUM;
every request that would leave this machine is stopped and counted, so that all of it happens offline.
"""

import argparse
import importlib.metadata
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Error, sync_playwright

ROOT = Path(__file__).resolve().parents[2]

DEFAULT = ROOT / "src/test/notebooks/front-ends.ipynb"
LOCAL = ("http://127.0.0.1", "http://localhost", "ws://127.0.0.1", "ws://localhost", "data:", "blob:", "file:", "about:")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SERVED = {
    "JupyterLab": "lab/tree/{}", "Notebook 7": "notebooks/{}", "nbclassic": "nbclassic/notebooks/{}", "Voila": "voila/render/{}",
}  # fmt: skip
CONVERTED = {"nbconvert html": "html", "nbconvert slides": "slides"}
COUNT = """() => {
  const seen = e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0; };
  const all = s => [...document.querySelectorAll(s)];
  return {
    tables: all('table').filter(t => seen(t) && t.innerText.includes('Risk ratio')).length,
    pictures: all("img[src^='data:image/svg+xml']").filter(i => seen(i) && i.naturalWidth > 0).length,
    figures: all('.js-plotly-plot').filter(seen).length,
    words: document.body.innerText.includes('this page has no Plotly'),
    stream: document.body.innerText.includes('A line of text'),
  };
}"""


@dataclass
class Seen:
    """What one front end showed in one state."""

    front_end: str
    state: str
    shows: dict
    outside: set = field(default_factory=set)
    errors: list = field(default_factory=list)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environ(folder):
    """Returns an environment in which Jupyter touches nothing outside the folder and knows our kernel."""
    ours = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    return {**os.environ, **ours, "JUPYTER_PATH": str(ROOT / ".venv/share/jupyter"), "JUPYTER_PREFER_ENV_PATH": "1"}


def copies(notebook, folder):
    """Writes two copies that differ in a word of metadata, because trust goes by content, and signs one of them."""
    stored = json.loads(notebook.read_text(encoding="utf-8"))
    for state in ("trusted", "untrusted"):
        stored["metadata"]["state"] = state
        (folder / f"{state}.ipynb").write_text(json.dumps(stored), encoding="utf-8")
    jupyter(folder, "trust", "trusted.ipynb")


def jupyter(folder, *command):
    done = subprocess.run([sys.executable, "-m", "jupyter", *command], cwd=folder, env=environ(folder), capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"jupyter {' '.join(command)} failed: {done.stderr.strip().splitlines()[-1:]}", flush=True)
    return done.returncode == 0


def serve(folder):
    """Starts one server with all extensions and returns (process, address)."""
    port = free_port()
    options = [f"--ServerApp.port={port}", "--ServerApp.open_browser=False", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"]
    command = [sys.executable, "-m", "jupyter_server", "--allow-root", "--VoilaConfiguration.file_allowlist=.*", *options]
    log = (folder / "server.log").open("w", encoding="utf-8")
    process = subprocess.Popen(command, cwd=folder, env=environ(folder), stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/"
    for _ in range(240):
        try:
            urllib.request.urlopen(address + "api", timeout=5).read()
            return process, address
        except OSError:
            time.sleep(0.5)
    process.terminate()
    raise SystemExit("The front ends cannot be tried: the Jupyter server must start within two minutes, did not:\n" + (folder / "server.log").read_text())


class Visitor:
    """Opens addresses in one Chromium, and notes what they show."""

    def __init__(self, browser, output, wait):
        self.browser, self.output, self.wait, self.all = browser, output, wait, []

    def visit(self, front_end, state, address, reload=False):
        """Opens a page, waits until what it shows no longer changes, and counts."""
        context = self.browser.new_context(viewport={"width": 1100, "height": 2600})
        seen = Seen(front_end, state, {})
        context.route("**/*", lambda route: self._let(route, seen))
        page = context.new_page()
        page.on("pageerror", lambda error: seen.errors.append(str(error).splitlines()[0]))
        try:
            page.goto(address, timeout=self.wait * 1000, wait_until="domcontentloaded")
            self._settle(page, seen)
            if reload:
                page.reload(timeout=self.wait * 1000, wait_until="domcontentloaded")
                self._settle(page, seen)
            self._shoot(page, re.sub(r"[^a-z0-9]+", "-", f"{front_end} {state}".lower()))
        except Error as failure:
            seen.errors.append(str(failure).splitlines()[0])
        context.close()
        self.all.append(seen)
        print(row(seen), flush=True)

    @staticmethod
    def _let(route, seen):
        url = route.request.url
        if url.startswith(LOCAL):
            route.continue_()
        else:
            seen.outside.add(url.split("/")[2])
            route.abort()

    def _settle(self, page, seen):
        until, last, same = time.monotonic() + self.wait, None, 0
        while time.monotonic() < until and same < 4:
            page.wait_for_timeout(1000)
            now = page.evaluate(COUNT)
            same = same + 1 if now == last and any(now.values()) else 0
            last = now
        seen.shows = last or {}

    def _shoot(self, page, name):
        picture = Image.open(io.BytesIO(page.screenshot()))
        picture = picture.resize((picture.width * 7 // 11, picture.height * 7 // 11), Image.Resampling.LANCZOS)
        picture.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(self.output / f"{name}.png", optimize=True)


def row(seen):
    """Returns one line of the table, in Markdown."""
    shows = seen.shows
    live = f"{shows.get('figures', 0)}" + (" (words in place of one)" if shows.get("words") else "")
    hosts = ", ".join(sorted(seen.outside)) or "none"
    errors = "; ".join(sorted(set(seen.errors)))[:120] or "none"
    return f"| {seen.front_end} | {seen.state} | {shows.get('tables', 0)} | {shows.get('pictures', 0)} | {live} | {'yes' if shows.get('stream') else 'no'} | {hosts} | {errors} |"


def versions():
    names = ("jupyterlab", "notebook", "nbclassic", "voila", "nbconvert", "plotly")
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)


def served(visitor, folder):
    process, address = serve(folder)
    try:
        for name, path in SERVED.items():
            for state in ("trusted", "untrusted") if name != "Voila" else ("trusted",):
                visitor.visit(name, state, address + path.format(f"{state}.ipynb"))
            if name != "Voila":
                visitor.visit(name, "reloaded", address + path.format("trusted.ipynb"), reload=True)
    finally:
        process.terminate()
        process.wait(30)


def converted(visitor, folder):
    for name, kind in CONVERTED.items():
        if jupyter(folder, "nbconvert", "--to", kind, "--output", kind, "trusted.ipynb"):
            visitor.visit(name, "file", (folder / f"{kind}{'.slides' if kind == 'slides' else ''}.html").as_uri())
    for kind, ending in (("script", "jshell"), ("markdown", "md"), ("latex", "tex")):
        if jupyter(folder, "nbconvert", "--to", kind, "--output", kind, "trusted.ipynb"):
            found = next(iter(folder.glob(f"{kind}.*")))
            print(f"nbconvert {kind}: {found.name}, {found.stat().st_size} bytes", flush=True)


def exported(visitor, folder, notebook):
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [python, ROOT / "kernel/inside/run.py", "--as-is", "--supplement", "--output", folder / "page", notebook]
    subprocess.run(list(map(str, command)), cwd=ROOT, check=True, capture_output=True)
    visitor.visit("Copse's export", "file", (folder / "page" / f"{notebook.stem}.html").as_uri())


def main():
    """Visits everything and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebook", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--output", type=Path, default=ROOT / "target/screenshots")
    parser.add_argument("--wait", type=int, default=90, metavar="SECONDS")
    options = parser.parse_args()
    chromium = os.environ.get("COPSE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        copies(options.notebook, folder)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        print(f"{versions()}, Chromium {browser.version}")
        print("| front end | state | tables | pictures | live figures | text | outside requests stopped | script errors |\n|---|---|---|---|---|---|---|---|")
        visitor = Visitor(browser, options.output, options.wait)
        exported(visitor, folder, options.notebook.resolve())
        converted(visitor, folder)
        served(visitor, folder)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
