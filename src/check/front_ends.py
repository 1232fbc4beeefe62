"""Opens one notebook in the front ends people read notebooks with, takes screenshots and prints what each of them shows.

    python3 src/check/front_ends.py [NOTEBOOK] [--output FOLDER] [--only WORD ...]

Set up the project first (kernel/copse.py setup). The notebook must carry its outputs. An environment of its own is made under target/.
Chromium is on the PATH or named in COPSE_CHROMIUM; every request that would leave this machine is stopped and counted, so that all of it
happens offline. VS Code and GitHub are their rules (rules.py), not the programs. PDF by LaTeX needs xelatex, pandoc and inkscape.
"""

import own

own.enter()

import argparse  # noqa: E402
import importlib.metadata  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import shutil  # noqa: E402
import socket  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
import urllib.request  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from pathlib import Path  # noqa: E402

import rules  # noqa: E402
from own import ROOT  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from visitor import FLAGS, HEAD, Visitor  # noqa: E402

DEFAULT = ROOT / "src/test/notebooks/front-ends.ipynb"
SERVED = {"JupyterLab": "lab/tree/{}?reset", "Notebook 7": "notebooks/{}", "nbclassic": "nbclassic/notebooks/{}"}
THEME = "@jupyterlab/apputils-extension"


def environ(folder):
    """Returns an environment in which Jupyter touches nothing outside the folder and knows our kernel."""
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    ours = {name: str(folder / name.lower()) for name in names}
    return {**os.environ, **ours, "JUPYTER_PATH": str(ROOT / ".venv/share/jupyter"), "JUPYTER_PREFER_ENV_PATH": "1"}


def copies(notebook, folder):
    """Writes two copies that differ in a word of metadata, because trust goes by content, signs one, and adds one without outputs of Copse's."""
    stored = json.loads(notebook.read_text(encoding="utf-8"))
    for state in ("trusted", "untrusted"):
        stored["metadata"]["state"] = state
        (folder / f"{state}.ipynb").write_text(json.dumps(stored), encoding="utf-8")
    stored["cells"] = [cell for cell in stored["cells"] if any("text" in output for output in cell.get("outputs", []))]
    stored["metadata"]["state"] = "control"
    (folder / "control.ipynb").write_text(json.dumps(stored), encoding="utf-8")
    jupyter(folder, "trust", "trusted.ipynb")


def jupyter(folder, *command):
    done = subprocess.run([sys.executable, "-m", "jupyter", *command], cwd=folder, env=environ(folder), capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"jupyter {' '.join(command)} failed: {done.stderr.strip().splitlines()[-1:]}", flush=True)
    return done.returncode == 0


def settings(folder, plotly, dark):
    """Sets the front ends up: Plotly's extension on or off, the theme, no question about news."""
    here = environ(folder)
    pages = Path(here["JUPYTER_CONFIG_DIR"]) / "labconfig/page_config.json"
    pages.parent.mkdir(parents=True, exist_ok=True)
    pages.write_text(json.dumps({"disabledExtensions": {"@jupyterlab/plotly-extension": not plotly, "jupyterlab-plotly": not plotly}}), encoding="utf-8")
    chosen = Path(here["JUPYTERLAB_SETTINGS_DIR"]) / THEME
    chosen.mkdir(parents=True, exist_ok=True)
    (chosen / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}', encoding="utf-8")
    (chosen / "themes.jupyterlab-settings").write_text(json.dumps({"theme": "JupyterLab Dark" if dark else "JupyterLab Light"}), encoding="utf-8")


@contextmanager
def server(folder, plotly=True, dark=False):
    """One server with all front ends; gives its address."""
    settings(folder, plotly, dark)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = [f"--ServerApp.port={port}", "--ServerApp.open_browser=False", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"]
    command = [sys.executable, "-m", "jupyter_server", "--allow-root", "--VoilaConfiguration.file_allowlist=.*", *options]
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, cwd=folder, env=environ(folder), stdout=log, stderr=log)
    try:
        yield answering(f"http://127.0.0.1:{port}/", folder)
    finally:
        process.terminate()
        process.wait(60)


def answering(address, folder):
    for _ in range(480):
        try:
            urllib.request.urlopen(address + "api", timeout=5).read()
            return address
        except OSError:
            time.sleep(0.5)
    raise SystemExit("The front ends cannot be tried: the Jupyter server must start within four minutes, did not:\n" + (folder / "server.log").read_text())


def served(visitor, folder, names):
    with server(folder) as address:
        for name in (name for name in SERVED if name in names):
            path = SERVED[name]
            plotly = ", with Plotly's extension" if name != "nbclassic" else ""
            for state in ("control", "trusted", "untrusted"):
                visitor.visit(name, state + plotly, address + path.format(f"{state}.ipynb"))
            visitor.visit(name, "trusted, reloaded" + plotly, address + path.format("trusted.ipynb"), again=True)
        if "Voila" in names:
            visitor.visit("Voila", "executed", address + "voila/render/trusted.ipynb")
    with server(folder, plotly=False) as address:
        for name in (name for name in ("JupyterLab", "Notebook 7") if name in names):
            for state in ("trusted", "untrusted"):
                visitor.visit(name, f"{state}, without Plotly's extension", address + SERVED[name].format(f"{state}.ipynb"))
    if "JupyterLab" in names:
        with server(folder, dark=True) as address:
            visitor.visit("JupyterLab", "trusted, dark", address + SERVED["JupyterLab"].format("trusted.ipynb"), dark=True)


def by_rules(visitor, folder):
    """VS Code and GitHub, as rules.py says."""
    trusted = folder / "trusted.ipynb"
    pages = {
        ("VS Code's rules", "trusted"): rules.code_page(trusted, True),
        ("VS Code's rules", "trusted, with the Jupyter extension's renderers"): rules.code_page(trusted, True, plotly=True),
        ("VS Code's rules", "trusted, dark"): rules.code_page(trusted, True, dark=True),
        ("VS Code's rules", "Restricted Mode (folder not trusted)"): rules.code_page(trusted, False),
        ("GitHub's rules", "file"): rules.github_page(trusted),
        ("GitHub's rules", "file, dark"): rules.github_page(trusted, dark=True),
    }
    for i, ((name, state), text) in enumerate(pages.items()):
        page = folder / f"rules-{i}.html"
        page.write_text(text, encoding="utf-8")
        visitor.visit(name, state, page.as_uri(), dark="dark" in state, again="trusted" in state, offline=True)


def converted(visitor, folder):
    for name, kind in {"nbconvert html": "html", "nbconvert slides": "slides"}.items():
        if jupyter(folder, "nbconvert", "--to", kind, "--output", kind, "trusted.ipynb"):
            visitor.visit(name, "file", (folder / f"{kind}{'.slides' if kind == 'slides' else ''}.html").as_uri(), offline=True)
    for kind in ("script", "markdown", "latex", "pdf"):
        if jupyter(folder, "nbconvert", "--to", kind, "--output", kind, "trusted.ipynb"):
            found = next(path for path in folder.glob(f"{kind}.*"))
            shutil.copy(found, visitor.output / f"nbconvert-{found.name}")
            print(f"nbconvert {kind}: {found.name}, {found.stat().st_size} bytes", flush=True)
    if shutil.which("pdftoppm") and (visitor.output / "nbconvert-pdf.pdf").is_file():
        subprocess.run(["pdftoppm", "-r", "60", "-png", "nbconvert-pdf.pdf", "nbconvert-pdf"], cwd=visitor.output, check=False)


def printed(visitor, folder):
    """What nbconvert's webpdf does, with the Chromium that is here: the HTML page, printed."""
    page = visitor.browser.new_page()
    page.goto((folder / "html.html").as_uri(), wait_until="domcontentloaded")
    page.pdf(path=visitor.output / "nbconvert-webpdf.pdf", print_background=True)
    page.close()
    print(f"nbconvert webpdf: {(visitor.output / 'nbconvert-webpdf.pdf').stat().st_size} bytes", flush=True)


def exported(visitor, folder, notebook):
    command = [own.python(ROOT / ".venv"), ROOT / "kernel/inside/run.py", "--as-is", "--supplement", "--output", folder / "page", notebook]
    subprocess.run(list(map(str, command)), cwd=ROOT, check=True, capture_output=True)
    visitor.visit("Copse's export", "file", (folder / "page" / f"{notebook.stem}.html").as_uri(), offline=True)
    visitor.visit("Copse's export", "file, dark", (folder / "page" / f"{notebook.stem}.html").as_uri(), dark=True, offline=True)


def main():
    """Visits everything and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebook", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--output", type=Path, default=ROOT / "target/screenshots")
    parser.add_argument("--wait", type=int, default=240, metavar="SECONDS")
    parser.add_argument("--only", nargs="*", choices=("export", "rules", "convert", "serve"), default=("export", "rules", "convert", "serve"))
    parser.add_argument("--front-ends", nargs="*", choices=(*SERVED, "Voila"), default=(*SERVED, "Voila"))
    options = parser.parse_args()
    chromium = os.environ.get("COPSE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        copies(options.notebook, folder)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        versions = (f"{package} {importlib.metadata.version(package)}" for package in ("jupyterlab", "notebook", "nbclassic", "voila", "nbconvert", "plotly"))
        print(f"{', '.join(versions)}, Chromium {browser.version}\n{HEAD}")
        visitor = Visitor(browser, options.output, options.wait)
        if "export" in options.only:
            exported(visitor, folder, options.notebook.resolve())
        if "rules" in options.only:
            by_rules(visitor, folder)
        if "convert" in options.only:
            converted(visitor, folder)
            printed(visitor, folder)
        if "serve" in options.only:
            served(visitor, folder, options.front_ends)
        print("seconds until the text was shown: " + "; ".join(f"{seen.front_end} {seen.state} {seen.seconds:.0f}" for seen in visitor.all))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
