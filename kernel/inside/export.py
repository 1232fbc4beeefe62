"""A notebook as one self-contained HTML page: nothing is loaded from anywhere, and only the page's own scripts run."""

import base64
import gzip
import re
from copy import deepcopy
from pathlib import Path

import plotly
from jinja2 import pass_context
from mathml import mathml
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments.formatters import HtmlFormatter
from strict import strict
from traitlets.config import Config

TEMPLATES = Path(__file__).resolve().parents[1] / "template"
TABLES = Path(__file__).resolve().parents[2] / "src/main/resources/org/copse/notebook/tables.js"
LIVE = TEMPLATES.parents[1] / "src" / "main" / "resources" / "org" / "copse" / "plot" / "live"
PICTURE = TABLES.with_name("picture.js")
FIGURE = "copse-figure-data"
# Every output brings the scripts of its tables, pictures and live plots; a page carries each once, readable, and no other script of an output runs.
LIVE_SCRIPT = re.compile(r'<script class="copse-forest-script">[^<]*</script>')
TABLE_SCRIPT = re.compile(r"<script>// Tables that sort, unfold and copy\..*?</script>", re.DOTALL)
PICTURE_SCRIPT = re.compile(r'<script>\(\(\) => \{\n"use strict";\n// The colours of all pictures,.*?</script>', re.DOTALL)
# Connections, frames, plug-ins, forms: none. The hashes of the page's own scripts and styles are added to this.
POLICY = "default-src 'none'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
# Maps, which need the network, would put in a style sheet of their own.
MAP_STYLES = re.compile(r'if\(!document\.getElementById\("[0-9a-f]{64}"\)\)')
# Module loaders' names are hidden from plotly.js, or it would give itself to them instead of to the page.
WRAPPER = "(function(){var define,module,exports;\n%s\n}).call(window)"


class MathRenderer(IPythonRenderer):
    """nbconvert's Markdown with formulas as MathML."""

    def block_math(self, body):
        return mathml(body, True)

    def inline_math(self, body):
        return mathml(body, False)

    def latex_environment(self, name, body):
        return mathml(f"\\begin{{{name}}}{body}\\end{{{name}}}", True)


class PageExporter(HTMLExporter):
    """nbconvert's exporter with Copse's template and Markdown."""

    @pass_context
    def markdown2html(self, context, source):
        """Markdown to HTML; images that lie beside the notebook are put into the page."""
        renderer = MathRenderer(
            escape=False,
            attachments=context.get("cell", {}).get("attachments", {}),
            embed_images=True,
            path=context.get("resources", {}).get("metadata", {}).get("path", ""),
            anchor_link_text="#",
        )
        return MarkdownWithMath(renderer=renderer).render(source)


def page(notebook, path, fold_code=False, supplement=""):
    """Returns the page of an executed notebook that was read from the given path, with a last section of HTML if one is given."""
    config = Config()
    config.NbConvertBase.display_data_priority = [
        "text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/latex", "text/plain",
    ]  # fmt: skip
    exporter = PageExporter(config=config, template_name="copse", extra_template_basedirs=[str(TEMPLATES)])
    library = _plotly() if _has_figures(notebook) else None
    figures = _figures()
    notebook, live = _taken_out(notebook, LIVE_SCRIPT)
    notebook, tables = _taken_out(notebook, TABLE_SCRIPT)
    notebook, pictures = _taken_out(notebook, PICTURE_SCRIPT)
    wanted = {figures: library, _live_script(): live, _tables(): tables, _pictures(): pictures}
    scripts = [script for script, found in wanted.items() if found]
    resources = {
        "metadata": {"path": str(path.parent), "name": path.stem},
        "copse": {
            "title": _title(notebook) or path.stem,
            "style": (TEMPLATES / "copse" / "page.css").read_text(encoding="utf-8"),
            "code_style": _code_style(),
            "fold_code": fold_code,
            "library": base64.b64encode(gzip.compress(library.encode("utf-8"), mtime=0)).decode("ascii") if library else None,
            "scripts": scripts,
            "supplement": supplement,
        },
    }
    written = exporter.from_notebook_node(notebook, resources)[0]
    return strict(written, POLICY, [*scripts, library] if library else scripts)


def _taken_out(notebook, script):
    """Returns the notebook with a script taken out of its outputs, and whether there was one."""
    copy, found = deepcopy(notebook), 0
    for cell in copy.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/html" in data:
                data["text/html"], count = script.subn("", data["text/html"])
                found += count
    return copy, found > 0


def _live_script():
    parts = (path.read_text(encoding="utf-8") for path in sorted(LIVE.glob("*.js")))
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"


def _figures():
    """Returns the script that draws the figures, with the colours of dark pages."""
    parts = (path.read_text(encoding="utf-8").strip() for path in (LIVE / "00-dark.js", TEMPLATES / "copse" / "figures.js"))
    return "\n".join(parts)


def _has_figures(notebook):
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    return any(FIGURE in output.get("data", {}).get("text/html", "") for output in outputs)


def _tables():
    return TABLES.read_text(encoding="utf-8").strip()


def _pictures():
    """Returns the script of plots that stay pictures, as outputs carry it."""
    parts = (path.read_text(encoding="utf-8").strip() for path in (LIVE / "00-dark.js", PICTURE))
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"


def _plotly():
    """Returns the plotly.js that the Python package carries, without the style sheet of its maps."""
    source = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    return WRAPPER % MAP_STYLES.sub("if(false)", source.read_text(encoding="utf-8"))


def _title(notebook):
    sources = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    found = (re.search(r"^# +(.+?)\s*#*$", source, re.MULTILINE) for source in sources)
    return next((re.sub(r"[*_`]", "", match.group(1)) for match in found if match), None)


def _code_style():
    light = HtmlFormatter(style="friendly", nobackground=True).get_style_defs(".highlight")
    dark = HtmlFormatter(style="github-dark", nobackground=True).get_style_defs(".highlight")
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}"
