"""Pages that treat a notebook's outputs by the published rules of front ends that cannot be started here: VS Code and GitHub.

The rules, not the programs. VS Code, as read in its source in November 2026 (extensions/notebook-renderers/src/index.ts, notebookCommon.ts,
notebookServiceImpl.ts, cellOutputViewModel.ts, backLayerWebView.ts): the types of an output are ordered as in ORDER, unknown ones first; the
first that a renderer draws is shown; HTML and SVG become innerHTML and their scripts run again, but in a folder that is not trusted nothing at
all is drawn for them, and nothing else in their place. Plotly's JSON is drawn by the renderers of the Jupyter extension, where installed.

GitHub, as documented ("static HTML", no "custom JavaScript plots"), as its open-source sanitiser allows (html-pipeline's list of elements and
attributes: no script, style, class or style attribute) and as its users report: nbconvert chooses the type, SVG becomes a picture, pictures in
data: addresses stay. Copse's only assumption beyond is that scripts go with their text.
"""

import base64
import html
import importlib.util
import json
import re
from pathlib import Path

from bs4 import BeautifulSoup, Comment
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html

ORDER = ("application/json", "application/javascript", "text/html", "image/svg+xml", "text/latex", "text/markdown", "image/png", "image/jpeg", "text/plain")
DRAWN = ("application/javascript", "text/html", "image/svg+xml", "image/png", "image/jpeg", "text/plain")
PLOTLY = "application/vnd.plotly.v1+json"
KEPT = set(
    "h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p ol ul table thead tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li "
    "tr td th s strike summary details caption figure figcaption abbr bdo cite dfn mark small span time wbr".split()
)
ATTRIBUTES = set("abbr align alt aria-label border cellpadding cellspacing colspan dir headers height href lang open role rowspan scope src title valign width".split())
CODE_STYLE = """
body { margin: 0; padding: 16px; font: 13px system-ui, sans-serif; background: %s; color: %s }
table, thead, tr, th, td, tbody { border: none; border-spacing: 0; border-collapse: collapse }
table, th, tr { vertical-align: middle; text-align: right }
thead { font-weight: bold; background: rgba(130, 130, 130, 0.16) } th, td { padding: 4px 8px } tbody th { font-weight: normal }
tr:nth-child(even) { background: rgba(130, 130, 130, 0.08) } .code { font: 12px monospace; white-space: pre-wrap; padding: 8px; border: 1px solid #8886 }"""
CODE_SCRIPT = """
const draw = {
  'text/html': markup, 'image/svg+xml': markup,
  'image/png': (box, data) => { const i = box.appendChild(document.createElement('img')); i.src = 'data:image/png;base64,' + data; },
  'text/plain': (box, data) => { box.appendChild(document.createElement('pre')).textContent = data; },
  'application/vnd.plotly.v1+json': (box, data) => Plotly.newPlot(box.appendChild(document.createElement('div')), data.data, data.layout),
};
function markup(box, data) {
  if (!TRUSTED) return;
  const made = document.createElement('div');
  made.innerHTML = data;
  box.appendChild(made);
  for (const old of [...made.getElementsByTagName('script')]) {
    const script = document.createElement('script');
    script.text = old.innerText;
    if (old.type) script.setAttribute('type', old.type);
    made.appendChild(script).remove();
  }
}
for (const box of document.querySelectorAll('.output')) { const o = OUTPUTS[box.dataset.i]; draw[o.type](box, o.data); }"""
GITHUB_STYLE = """
body { max-width: 900px; margin: 16px auto; font: 14px system-ui, sans-serif; background: %s; color: %s } img { max-width: 100%% }
table { border-collapse: collapse; font-size: 12px } td, th { padding: 6px 8px; border: 1px solid #8886; text-align: right } pre { padding: 8px; border: 1px solid #8886; white-space: pre-wrap }"""
COLOURS = {False: ("#ffffff", "#1f2328"), True: ("#1f1f1f", "#cccccc")}


def joined(text):
    return "".join(text) if isinstance(text, list) else text


def bundles(notebook):
    """Yields each cell's source as it would be shown and its outputs as {type: data}."""
    for cell in json.loads(Path(notebook).read_text(encoding="utf-8"))["cells"]:
        outputs = []
        for output in cell.get("outputs", []):
            found = {"text/plain": output.get("text", "")} if output["output_type"] == "stream" else output.get("data", {})
            outputs.append({mime: joined(data) for mime, data in found.items()})
        yield cell["cell_type"], joined(cell["source"]), outputs


def chosen(bundle, plotly):
    """Returns the type that VS Code shows of an output."""
    ordered = sorted(bundle, key=lambda mime: ORDER.index(mime) if mime in ORDER else -1)
    return next(mime for mime in ordered if mime in DRAWN or (plotly and mime == PLOTLY))


def code_page(notebook, trusted, plotly=False, dark=False):
    """Returns the page as VS Code's rules make it; plotly: with the Jupyter extension's renderers."""
    parts, outputs = [], []
    for kind, source, made in bundles(notebook):
        parts.append(markdown2html(source) if kind == "markdown" else f'<div class="code">{html.escape(source)}</div>')
        for bundle in made:
            mime = chosen(bundle, plotly)
            parts.append(f'<div class="output" data-i="{len(outputs)}"></div>')
            outputs.append({"type": mime, "data": bundle[mime]})
    library = ""
    if plotly:
        package = Path(importlib.util.find_spec("plotly").origin).parent
        library = f"<script>{(package / 'package_data/plotly.min.js').read_text(encoding='utf-8')}</script>"
    data = json.dumps(outputs).replace("<", "\\u003c")
    script = f"{library}<script>const TRUSTED = {str(trusted).lower()}; const OUTPUTS = {data}; {CODE_SCRIPT}</script>"
    return page(CODE_STYLE % COLOURS[dark], "".join(parts) + script, "vscode-dark" if dark else "vscode-light")


def sanitised(text):
    """Returns HTML as GitHub's list of elements and attributes leaves it."""
    soup = BeautifulSoup(text, "html.parser")
    for gone in soup.find_all(["script", "style", "iframe", "object", "embed"]):
        gone.decompose()
    for comment in soup.find_all(string=lambda piece: isinstance(piece, Comment)):
        comment.extract()
    for element in soup.find_all(True):
        if element.name not in KEPT:
            element.unwrap()
            continue
        for name in list(element.attrs):
            if name not in ATTRIBUTES or (name in ("src", "href") and not re.match(r"(https?:|data:image/|#)", element[name])):
                del element[name]
    return str(soup)


def github_page(notebook, dark=False):
    """Returns the page as GitHub's rules make it."""
    priority = HTMLExporter().default_config.NbConvertBase.display_data_priority
    parts = []
    for kind, source, made in bundles(notebook):
        parts.append(sanitised(markdown2html(source)) if kind == "markdown" else f"<pre>{html.escape(source)}</pre>")
        for bundle in made:
            mime = next(mime for mime in priority if mime in bundle)
            if mime == "image/svg+xml":
                parts.append(f'<img src="data:{mime};base64,{base64.b64encode(bundle[mime].encode()).decode()}">')
            else:
                parts.append(sanitised(bundle[mime]) if mime == "text/html" else f"<pre>{html.escape(bundle[mime])}</pre>")
    return page(GITHUB_STYLE % COLOURS[dark], "".join(parts), "", "script-src 'none'; connect-src 'none'")


def page(style, body, kind, policy="connect-src 'none'"):
    meta = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f'<!DOCTYPE html><html lang="en"><head>{meta}<style>{style}</style></head><body class="{kind}">{body}</body></html>'
