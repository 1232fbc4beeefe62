"""Makes a page do with the strictest policy: style attributes become classes of one style sheet, and what may run or style is listed by its hash.

The policy is what protects the reader. Where this reads HTML otherwise than a browser does, a style is lost, never let through.
"""

import base64
import hashlib
import html
import re

_PARTS = re.compile(
    r"(?P<raw><!--.*?-->|<(?P<name>script|style|textarea|title)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>(?P<text>.*?)</(?P=name)\s*>)"
    r"|<[a-zA-Z][^\s/>]*(?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(\s)([^\s\"'>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
# What could end a rule, or begin what does not end in it.
_BREAKS = re.compile(r"[{}<\\]|/\*")
# plotly.js makes a style element without content and fills it rule by rule, which every policy allows.
EMPTY = ""


def strict(page, policy, scripts):
    """Returns the page with `policy` (where its meta tag says POLICY) completed by the hashes of the given scripts and of all style elements."""
    styles, classes = [EMPTY], {}

    def part(match):
        if match["raw"]:
            if (match["name"] or "").lower() == "style":
                styles.append(match["text"])
            return match[0]
        return _without_style(match[0], classes)

    page = _PARTS.sub(part, page)
    if classes:
        # as strong as a style attribute, and weaker than what a script sets
        sheet = "".join(f":root:root:root .{name}{{{css}}}\n" for css, name in classes.items())
        page = page.replace("</head>", f"<style>{sheet}</style>\n</head>", 1)
        styles.append(sheet)
    completed = f"{policy}; script-src {_sources(scripts)}; style-src {_sources(styles)}"
    return page.replace('content="POLICY"', f'content="{completed}"', 1)


def _without_style(tag, classes):
    """Returns the start tag with a class in place of its style attribute."""
    if "style" not in tag.lower():
        return tag
    found = {}
    for attribute in _ATTRIBUTE.finditer(tag):
        found.setdefault(attribute[2].lower(), attribute)
    style = found.get("style")
    if style is None:
        return tag
    css = html.unescape((style[3] or "").strip("\"'")).strip()
    if not _is_whole(css):
        return tag
    name = classes.setdefault(css, f"copse-s{len(classes) + 1}") if css else ""
    return _with_class(tag, style, found.get("class"), name)


def _with_class(tag, style, old, name):
    bare = (old[3] or "").strip("\"'") if old else ""
    changes = [(style, "")]
    if name and old:
        changes.append((old, f'{old[1]}class="{(bare + " " + name).strip()}"'))
    elif name:
        changes = [(style, f'{style[1]}class="{name}"')]
    for attribute, text in sorted(changes, key=lambda change: -change[0].start()):
        tag = tag[: attribute.start()] + text + tag[attribute.end() :]
    return tag


def _is_whole(css):
    return not _BREAKS.search(css) and css.count('"') % 2 == 0 and css.count("'") % 2 == 0 and css.count("(") == css.count(")")


def _sources(texts):
    return " ".join(dict.fromkeys(f"'sha256-{_hash(text)}'" for text in texts)) or "'none'"


def _hash(text):
    # a browser reads every end of line as \n
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
