"""What an output says, in every form it carries: a page, the pictures in it and beside it, the data of live plots and figures, text.

A front end shows one of these forms; which one, only it knows. So all are read.
"""

import base64
import binascii
import hashlib
import html
import json
import re
import urllib.parse

_DATA = re.compile(r"<script\b[^>]*\btype=[\"']application/json[\"'][^>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_PICTURE = re.compile(r"[\"']data:image/svg\+xml([^,\"']*),([^\"']*)[\"']", re.IGNORECASE)
_BITMAP = re.compile(r"[\"'](data:image/(?!svg)[^\"']*)[\"']", re.IGNORECASE)
_READ_ALOUD = re.compile(r"\s(?:alt|aria-label)=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_DROPPED = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
# Digits of full precision differ in the last place between processors.
_DIGITS = "%.10g"
_LONG = 200
_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def forms(output):
    """Yields (name of the form, its text) of one output of a cell."""
    if output.output_type == "stream":
        yield "text", output.text
    elif output.output_type == "error":
        yield "text", f"{output.ename}: {output.evalue}"
    else:
        for kind, value in output.get("data", {}).items():
            yield from _forms(kind, value if isinstance(value, (str, dict)) else _joined(value))


def _joined(value):
    whole = isinstance(value, list) and all(isinstance(part, str) for part in value)
    return "".join(value) if whole else {"": value}


def _forms(kind, value):
    if isinstance(value, dict):
        yield "figure", _leaves(value)
    elif kind == "text/html":
        yield "page", _plain(value)
        yield from (("picture", _plain(_decoded(*match))) for match in _PICTURE.findall(value))
        yield from (("bitmap", _digest(match)) for match in _BITMAP.findall(value))
        yield from (("data", _parsed(match)) for match in _DATA.findall(value))
    elif kind == "image/svg+xml":
        yield "drawing", _plain(value)
    elif kind.startswith("image/"):
        yield "bitmap", _digest(value)
    else:
        yield kind, value


def _plain(markup):
    """The words of a page or picture, also those that are read aloud in a picture's place."""
    markup = _DROPPED.sub(" ", markup)
    aloud = " ".join(a or b for a, b in _READ_ALOUD.findall(markup))
    return html.unescape(f"{_TAG.sub(' ', markup)} {aloud}")


def _decoded(options, content):
    try:
        raw = urllib.parse.unquote_to_bytes(html.unescape(content))
        return (base64.b64decode(raw) if ";base64" in options.lower() else raw).decode("utf-8", errors="replace")
    except (binascii.Error, ValueError):
        return _digest(content)


def _parsed(text):
    try:
        return _leaves(json.loads(text))
    except ValueError:
        return text


def _leaves(value):
    """Names and values of a tree; by name, because a notebook's file has them sorted and a kernel's message not."""
    if isinstance(value, dict):
        return " ".join(f"{name} {_leaves(part)}" for name, part in sorted(value.items()))
    if isinstance(value, list):
        return " ".join(map(_leaves, value))
    if isinstance(value, float):
        return _DIGITS % value
    if isinstance(value, str) and len(value) > _LONG and " " not in value:
        return _digest(value)
    return str(value)


def _digest(content):
    """One word for what has no words, without digits, which would be taken for numbers."""
    return "sum" + hashlib.sha256(content.encode("utf-8")).hexdigest()[:12].translate(_LETTERS)
