"""TeX to MathML, which browsers draw themselves: a page needs no MathJax and no fonts from anywhere."""

import html

from latex2mathml.converter import convert


def mathml(tex, display):
    """Returns a <math> element, or the TeX itself as code where it cannot be converted."""
    try:
        return convert(tex.strip(), display="block" if display else "inline")
    except Exception:  # the converter raises many kinds; a formula must not cost the reader the page
        return f'<code class="tex">{html.escape(tex)}</code>'
