"""What the tests share: the project's folders, one Chromium for all pages, and its absence said aloud."""

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
OUTPUT = ROOT / "target" / "notebooks"
sys.path.insert(0, str(ROOT / "kernel"))

CHROMIUM = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium():
    """Returns the path of a Chromium, or None."""
    named = os.environ.get("COPSE_CHROMIUM")
    candidates = [named] if named else CHROMIUM
    found = (shutil.which(name) or (name if Path(name).is_file() else None) for name in candidates)
    return next(filter(None, found), None)


@pytest.fixture(scope="session")
def browser():
    """One headless Chromium; without one the browser tests are skipped with a line that says so, and fail in CI."""
    path = chromium()
    if path is None:
        why = "no Chromium found: install one, or name it in COPSE_CHROMIUM; the browser tests did not run"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


# What a policy refuses, from a page's first element on.
REFUSED = """window.copseRefused = [];
document.addEventListener("securitypolicyviolation", e => window.copseRefused.push([e.effectiveDirective, e.blockedURI, e.sample, e.sourceFile, e.lineNumber].join(" ")));"""


class Visit:
    """A page that was opened, with what it asked for and what it complained of."""

    def __init__(self, page):
        self.page, self.requests, self.errors, self.dialogs = page, [], [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def outside(self):
        """Returns the requests that left the file."""
        return [url for url in self.requests[1:] if not url.startswith(("data:", "blob:"))]

    def refused(self):
        """Returns what the page's policy stopped."""
        return self.page.evaluate("window.copseRefused")


@pytest.fixture
def visit(browser):
    """Opens a file and waits for its figures."""
    pages = []

    def opened(path, viewport=(1200, 900)):
        page = browser.new_page(viewport={"width": viewport[0], "height": viewport[1]})
        pages.append(page)
        page.set_default_timeout(120_000)  # of a busy machine
        page.add_init_script(REFUSED)
        result = Visit(page)
        page.goto(Path(path).as_uri())
        if page.locator(".copse-figure").count():
            page.wait_for_selector("html[data-copse-figures=drawn]", timeout=60_000, state="attached")
        return result

    yield opened
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def executed():
    """Executes every notebook of the repository, and the tests' own, through the real kernel, two side by side."""
    import subprocess

    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb")) + sorted((ROOT / "src/test/notebooks").glob("*.ipynb"))
    command = [sys.executable, str(ROOT / "kernel/inside/run.py"), "--output", str(OUTPUT)]
    done = subprocess.run([*command, *map(str, notebooks)], cwd=ROOT, capture_output=True, text=True, check=False)
    return {"code": done.returncode, "said": done.stdout + done.stderr, "notebooks": notebooks}
