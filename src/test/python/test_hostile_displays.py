"""Every display, with hostile text wherever a text can stand, in a real browser: nothing runs, nothing is asked for, the text is shown.

HostileDisplaysTest (Java) writes the displays; `copse.py test` runs it first.
"""

import base64
import html
import json
import os
import re
import sys

import nbformat
import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "kernel" / "inside"))
from export import page  # noqa: E402
from supplement import Embedded, section  # noqa: E402

WRITTEN = ROOT / "target/hostile/displays.json"
TEXTS = ("html", "script", "svg", "json", "markdown", "iframe", "link", "formula", "terminal", "bidi")
PICTURE = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


@pytest.fixture(scope="module")
def hostile():
    """The displays of each text; without them the tests are skipped with a line that says so, and fail in CI."""
    if not WRITTEN.is_file():
        why = f"{WRITTEN} must be there, was not: run `copse.py test` without --skip-java once"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    return json.loads(WRITTEN.read_text(encoding="utf-8"))


def bundles(hostile, name):
    """Returns display name to MIME bundle."""
    assert set(hostile) == set(TEXTS)
    return hostile[name]["displays"]


def assert_harmless(seen):
    assert seen.dialogs == []
    assert seen.page.evaluate("window.hacked") is None
    assert seen.outside() == []
    assert seen.page.locator("img[src=x], iframe, base, object, embed, form, a[href^='javascript:']").count() == 0
    assert seen.page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name))).length"
    ) == 0  # fmt: skip


def shown(seen):
    """Returns what a reader sees: the page's text, what pictures say and the tips of figures."""
    pictures = seen.page.eval_on_selector_all("img", "all => all.map(e => e.src)")
    inside = [base64.b64decode(found.group(1)).decode("utf-8") for found in map(PICTURE.search, pictures) if found]
    return " ".join([seen.page.inner_text("body"), *(html.unescape(re.sub(r"<[^>]*>", " ", svg)) for svg in inside)])


@pytest.mark.parametrize("name", TEXTS)
def test_the_exported_page_shows_every_display_and_runs_nothing(hostile, visit, tmp_path, name):
    cells = []
    for title, data in bundles(hostile, name).items():
        output = nbformat.v4.new_output("execute_result", data=data)
        cells.append(nbformat.v4.new_code_cell(f"// {title}", outputs=[output]))
    file = tmp_path / "hostile.html"
    file.write_text(page(nbformat.v4.new_notebook(cells=cells), tmp_path / "hostile.ipynb"), encoding="utf-8")
    seen = visit(file)
    assert_harmless(seen)
    assert seen.errors == []
    assert seen.page.locator("section.cell").count() == len(cells) > 100
    assert "MARK" in shown(seen)


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_that_lets_everything_run_is_not_attacked_either(hostile, visit, tmp_path, name):
    """No policy, SVG put in as it is: what a trusted notebook in a front end, or nbconvert, does."""
    parts = []
    for data in bundles(hostile, name).values():
        drawn = re.sub(r"<script type=\"application/json\".*?</script>", "", data["text/html"], flags=re.DOTALL)
        parts += [f"<section>{drawn}</section>", data.get("image/svg+xml", "")]
    file = tmp_path / "open.html"
    file.write_text('<!DOCTYPE html><meta charset="utf-8"><body>' + "\n".join(parts), encoding="utf-8")
    seen = visit(file)
    assert_harmless(seen)
    assert seen.page.locator("section").count() == len(bundles(hostile, name))
    assert seen.page.locator("svg script, svg foreignObject, svg image").count() == 0


@pytest.mark.parametrize("name", TEXTS)
def test_each_display_that_names_the_text_shows_it(hostile, visit, tmp_path, name):
    """A sanitiser or a broken table must not swallow it: each display is looked at by itself."""
    named = {title: data for title, data in bundles(hostile, name).items() if "MARK" in data["text/plain"]}
    assert len(named) > 50
    parts = "\n".join(f'<section>{data["text/html"]}</section>' for data in named.values())
    file = tmp_path / "each.html"
    file.write_text('<!DOCTYPE html><meta charset="utf-8"><body>' + parts, encoding="utf-8")
    seen = visit_still(visit, file)
    texts = seen.page.eval_on_selector_all(
        "section", "all => all.map(e => e.innerText + ' ' + [...e.querySelectorAll('img')].map(i => i.alt + ' ' + atob(i.src.split(',')[1])).join(' '))"
    )
    silent = [title for title, text in zip(named, texts) if "MARK" not in text and "copse-figure" not in named[title]["text/html"]]
    assert silent == []
    assert_harmless(seen)


def visit_still(visit, file):
    """Opens a page whose figures nobody draws."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('class="copse-figure"', 'class="copse-figure-still"'), encoding="utf-8")
    return visit(file)


def test_file_names_are_text(visit, tmp_path):
    name = "<img src=x onerror=window.hacked=1>\u202e\"'.csv"
    files = [Embedded(name, b"a,b\n1,2\n")]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# <b>T</b>")])
    file = tmp_path / "names.html"
    file.write_text(page(notebook, tmp_path / "n.ipynb", supplement=section(notebook, "<script>window.hacked=2</script>", files, ROOT)), encoding="utf-8")
    seen = visit(file)
    assert_harmless(seen)
    text = seen.page.inner_text(".supplement")
    assert "<img src=x onerror=window.hacked=1>" in text and "<script>window.hacked=2</script>.ipynb" in text
    assert "\u202e" not in text


def test_the_policy_forbids_the_network_and_all_scripts_but_the_pages_own(hostile, visit, tmp_path):
    data = bundles(hostile, "html")
    cells = [nbformat.v4.new_code_cell("x", outputs=[nbformat.v4.new_output("display_data", data=data[n])]) for n in ("figure", "table")]
    cells.append(nbformat.v4.new_markdown_cell("<script>window.hacked=1</script><img src=x onerror=window.hacked=2>"))
    file = tmp_path / "policy.html"
    file.write_text(page(nbformat.v4.new_notebook(cells=cells), tmp_path / "n.ipynb"), encoding="utf-8")
    seen = visit(file)
    policy = dict(part.strip().split(" ", 1) for part in seen.page.get_attribute("meta[http-equiv]", "content").split(";"))
    assert policy["default-src"] == "'none'"
    assert policy.keys() & {"connect-src", "frame-src", "object-src", "worker-src", "media-src", "script-src-elem", "script-src-attr"} == set()
    assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]+='", source) for source in policy["script-src"].split())
    assert "http" not in str(policy) and "*" not in str(policy) and "eval" not in str(policy)
    assert policy["img-src"] == "data: blob:" and policy["form-action"] == policy["base-uri"] == "'none'"
    assert seen.page.evaluate("window.hacked") is None  # an author's own Markdown does not run either


@pytest.mark.parametrize(
    "attempt",
    [
        "fetch('https://example.org/a')",
        "new Promise((ok, no) => { const r = new XMLHttpRequest(); r.onerror = no; r.onload = ok; r.open('GET', 'https://example.org/b'); r.send() })",
        "new Promise((ok, no) => { const i = new Image(); i.onload = ok; i.onerror = no; i.src = 'https://example.org/c.png' })",
        "new Promise((ok, no) => { const s = document.createElement('script'); s.onload = ok; s.onerror = no; s.src = 'https://example.org/d.js'; document.head.append(s) })",
        "new Promise((ok, no) => { const w = new WebSocket('wss://example.org/e'); w.onopen = ok; w.onerror = no })",
    ],
)
def test_the_policy_stops_a_request_that_a_script_makes(visit, tmp_path, attempt):
    file = tmp_path / "closed.html"
    file.write_text(page(nbformat.v4.new_notebook(cells=[]), tmp_path / "n.ipynb"), encoding="utf-8")
    seen = visit(file)
    seen.page.evaluate("window.refused = []; document.addEventListener('securitypolicyviolation', e => window.refused.push(e.blockedURI))")
    tried = f"Promise.resolve().then(() => {attempt}).then(() => 'done', () => 'refused')"
    assert seen.page.evaluate(tried) == "refused"
    seen.page.wait_for_function("window.refused.length > 0", timeout=5000)
    assert "example.org" in seen.page.evaluate("window.refused[0]")
