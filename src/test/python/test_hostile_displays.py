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
# What a reader must see of each text, somewhere on the page, letter by letter.
TEXTS = {
    "html": ["MARK<img src=x onerror=window.hacked=1><b onclick=alert(1)>\"' &amp;", "<iframe srcdoc='<script>parent.hacked=3</script>'>"],
    "script": ["MARK</script><script>window.hacked=4</script><!-- ]]></title></textarea></text></svg>", "<style>*{display:none}"],
    "json": ['MARK"},"x":{\\u003cscript>window.hacked=6</script>\\"${7*7}', "![y](https://example.org/z.png)`|$x^2$"],
    "formula": ['=MARK HYPERLINK("https://example.org")'],
    "unseen": ["MARK\\u001B[31m", "\\u0000\\u0008\\u007F\\u009B1m\\u202Egnp.exe\\u2066\\u200B z"],
}
FRAGMENT = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


@pytest.fixture(scope="module")
def hostile():
    """The displays of each text; without them the tests are skipped with a line that says so, and fail in CI."""
    if not WRITTEN.is_file():
        why = f"{WRITTEN} must be there, was not: run `copse.py test` without --skip-java once"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    written = json.loads(WRITTEN.read_text(encoding="utf-8"))
    assert set(written) == set(TEXTS)
    return written


def assert_harmless(seen):
    assert seen.dialogs == []
    assert seen.page.evaluate("window.hacked") is None
    assert seen.outside() == []
    assert seen.page.locator("img[src=x], iframe, base, object, embed, form, a[href^='javascript:'], svg a, svg foreignObject").count() == 0
    assert seen.page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name))).length"
    ) == 0  # fmt: skip


def said(seen, selector):
    """Returns what a reader sees of each element: its text, and what its pictures say."""
    found = seen.page.eval_on_selector_all(selector, "all => all.map(e => [e.innerText, [...e.querySelectorAll('img')].map(i => i.alt + ' ' + i.src)])")
    return [" ".join([text, *map(drawn, pictures)]) for text, pictures in found]


def drawn(picture):
    found = FRAGMENT.search(picture)
    svg = base64.b64decode(found.group(1)).decode("utf-8") if found else ""
    return picture[: found.start() if found else None] + html.unescape(re.sub(r"<[^>]*>", " ", svg))


@pytest.mark.parametrize("name", ["html", "script", "json"])
def test_the_exported_page_shows_every_display_and_runs_nothing(hostile, visit, tmp_path, name):
    displays = hostile[name]["displays"]
    cells = [nbformat.v4.new_code_cell(f"// {title}", outputs=[nbformat.v4.new_output("execute_result", data=data)]) for title, data in displays.items()]
    cells.append(nbformat.v4.new_markdown_cell(hostile[name]["markdown"]))
    file = tmp_path / "hostile.html"
    file.write_text(page(nbformat.v4.new_notebook(cells=cells), tmp_path / "hostile.ipynb"), encoding="utf-8")
    seen = visit(file)
    assert_harmless(seen)
    assert seen.errors == [] and seen.refused() == []
    assert_shown(name, displays, said(seen, "section.cell"))
    # readers of Markdown make a link of an address, and its end reads otherwise there
    assert TEXTS[name][0] in said(seen, "section.text")[0]
    hover_and_click(seen)
    assert_harmless(seen)
    assert seen.errors == [] and seen.refused() == []


def assert_shown(name, displays, texts):
    """A broken table or a sanitiser must not swallow the text: each display is looked at by itself."""
    assert len(texts) == len(displays) > 150
    looked = [(title, text) for (title, data), text in zip(displays.items(), texts) if "MARK" in data["text/plain"]]
    assert len(looked) > 80 and [title for title, text in looked if "MARK" not in text] == []
    for fragment in TEXTS[name]:
        assert any(fragment in text for text in texts), fragment


def hover_and_click(seen):
    """Brings up what shows on demand: tips of figures and live plots, the plots without a study, sorted and unfolded tables."""
    tips = seen.page.evaluate(
        """async () => {
          const tips = [], turn = () => new Promise(done => setTimeout(done));
          for (const plot of document.querySelectorAll(".js-plotly-plot")) {
            plot.data.forEach((trace, c) => { try { Plotly.Fx.hover(plot, [{curveNumber: c, pointNumber: 0}]); } catch {} });
            tips.push(plot.querySelector(".hoverlayer").textContent);
          }
          for (const plot of document.querySelectorAll(".copse-live")) {
            const row = plot.querySelector("svg [data-study]");
            row.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
            tips.push(plot.querySelector(".copse-tip").innerText);
            row.dispatchEvent(new MouseEvent("click", {bubbles: true}));
          }
          document.querySelectorAll(".copse-table button").forEach(button => button.textContent === "Copy table" || button.click());
          await turn();
          return tips;
        }"""
    )
    assert sum("MARK" in tip for tip in tips) > 5, tips


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_that_lets_everything_run_is_not_attacked_either(hostile, visit, tmp_path, name):
    """No policy, SVG put in as it is: what a trusted notebook in a front end, or nbconvert, does."""
    parts = []
    for data in hostile[name]["displays"].values():
        # nobody draws the figures here
        drawn_by_none = data["text/html"].replace('class="copse-figure"', 'class="copse-figure-still"')
        parts += [f"<section>{drawn_by_none}</section>", data.get("image/svg+xml", "")]
    file = tmp_path / "open.html"
    file.write_text('<!DOCTYPE html><meta charset="utf-8"><body>' + "\n".join(parts), encoding="utf-8")
    seen = visit(file)
    seen.page.wait_for_function("[...document.querySelectorAll('.copse-forest')].every(e => e.copseLive)", timeout=60_000)
    assert_harmless(seen)
    assert seen.errors == []
    assert_shown(name, hostile[name]["displays"], said(seen, "section"))
    assert seen.page.locator("svg script, svg image").count() == 0


def test_what_programs_print_and_files_are_named_is_text(visit, tmp_path):
    name = "<img src=x onerror=window.hacked=1>\u202e\"'\u0007.csv"
    printed = "MARK\x1b[31m<script>window.hacked=3</script>\x1b]8;;https://example.org\x07\x00<img src=x onerror=window.hacked=4>"
    outputs = [
        nbformat.v4.new_output("stream", name="stdout", text=printed),
        nbformat.v4.new_output("stream", name="stderr", text=printed),
        nbformat.v4.new_output("error", ename=printed, evalue=printed, traceback=[printed]),
        nbformat.v4.new_output("display_data", data={"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg'><script>parent.hacked=5</script></svg>", "text/plain": printed}),
    ]
    cells = [
        nbformat.v4.new_markdown_cell("# <b>T</b>\n\n<script>window.hacked=6</script><img src=data:x onerror=window.hacked=7><p style='color:red' onclick='window.hacked=8'>own</p>"),
        nbformat.v4.new_code_cell("</summary></details><script>window.hacked=9</script>", outputs=outputs),
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    supplement = section(notebook, "<script>window.hacked=2</script>", [Embedded(name, b"a,b\n1,2\n")], ROOT)
    file = tmp_path / "<b>names & 'quotes'.html"
    file.write_text(page(notebook, tmp_path / "n.ipynb", supplement=supplement), encoding="utf-8")
    seen = visit(file)
    seen.page.get_by_text("own", exact=True).click()
    assert seen.dialogs == [] and seen.outside() == [] and seen.page.evaluate("window.hacked") is None
    # an author's Markdown may hold HTML; the policy keeps its scripts from running
    assert any(line.startswith("script-src-elem inline") for line in seen.refused())
    assert any(line.startswith("script-src-attr inline") for line in seen.refused())
    assert seen.page.get_by_text("own", exact=True).evaluate("e => getComputedStyle(e).color") == "rgb(255, 0, 0)"
    text = seen.page.inner_text("main")
    assert text.count("<script>window.hacked=3</script>") >= 3 and "<script>window.hacked=9</script>" in text
    text = seen.page.inner_text(".supplement")
    assert "<img src=x onerror=window.hacked=1>\\u202E\"'\\u0007.csv" in text and "<script>window.hacked=2</script>.ipynb" in text


def test_the_policy_allows_the_pages_own_scripts_and_styles_and_nothing_else(hostile, visit, tmp_path):
    data = hostile["html"]["displays"]
    cells = [nbformat.v4.new_code_cell("x", outputs=[nbformat.v4.new_output("display_data", data=data[n])]) for n in ("figure", "table", "forest")]
    file = tmp_path / "policy.html"
    file.write_text(page(nbformat.v4.new_notebook(cells=cells), tmp_path / "n.ipynb"), encoding="utf-8")
    seen = visit(file)
    written = seen.page.get_attribute("meta[http-equiv]", "content")
    policy = dict(part.strip().split(" ", 1) for part in written.split(";"))
    assert policy.pop("default-src") == "'none'"
    hashes = [policy.pop("script-src").split(), policy.pop("style-src").split()]
    assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]+='", source) for sources in hashes for source in sources)
    # figures, plotly.js, live plots, pictures, no script for a table of two rows; nothing, the page's looks, the classes
    assert [len(sources) for sources in hashes] == [4, 3]
    assert policy == {"img-src": "data: blob:", "font-src": "data:", "base-uri": "'none'", "form-action": "'none'"}
    assert seen.refused() == [] and seen.errors == []


ATTEMPTS = {
    "fetch": "fetch('https://example.org/a')",
    "request": "new Promise((ok, no) => { const r = new XMLHttpRequest(); r.onerror = no; r.onload = ok; r.open('GET', 'https://example.org/b'); r.send() })",
    "picture": "new Promise((ok, no) => { const i = new Image(); i.onload = ok; i.onerror = no; i.src = 'https://example.org/c.png' })",
    "script": "new Promise((ok, no) => { const s = document.createElement('script'); s.onload = ok; s.onerror = no; s.src = 'https://example.org/d.js'; document.head.append(s) })",
    "sheet": "new Promise((ok, no) => { const s = document.createElement('link'); s.rel = 'stylesheet'; s.onload = ok; s.onerror = no; s.href = 'https://example.org/e.css'; document.head.append(s) })",
    "socket": "new Promise((ok, no) => { const w = new WebSocket('wss://example.org/f'); w.onopen = ok; w.onerror = no })",
    "font": "new FontFace('x', 'url(https://example.org/g.woff2)').load()",
    "beacon": "new Promise((ok, no) => { navigator.sendBeacon('https://example.org/h'); setTimeout(no, 200) })",
    "frame": "new Promise((ok, no) => { const f = document.createElement('iframe'); f.src = 'https://example.org/i'; document.body.append(f); setTimeout(no, 200) })",
}


def test_the_policy_stops_each_request_that_a_script_makes(visit, tmp_path):
    file = tmp_path / "closed.html"
    file.write_text(page(nbformat.v4.new_notebook(cells=[]), tmp_path / "n.ipynb"), encoding="utf-8")
    seen = visit(file)
    for name, attempt in ATTEMPTS.items():
        before = len(seen.refused())
        tried = f"Promise.resolve().then(() => {attempt}).then(() => 'done', () => 'refused')"
        assert seen.page.evaluate(tried) == "refused", name
        seen.page.wait_for_function(f"window.copseRefused.length > {before}", timeout=5000)
        assert "example.org" in seen.refused()[-1], name
