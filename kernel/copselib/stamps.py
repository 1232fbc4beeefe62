"""Stamps: a file beside each product says what it was made from, so that a second run makes nothing again."""

import hashlib
import os


def of_text(*parts):
    """Returns the hash of some texts."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(str(part).encode("utf-8"))
        digest.update(b"\0")
    return digest.hexdigest()


def of_content(path):
    """Returns the hash of a file's content."""
    digest = hashlib.sha256()
    with open(path, "rb") as source:
        for block in iter(lambda: source.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def of_tree(root, *tops):
    """Returns the hash of names, sizes and times of all files in the given files and folders below root."""
    lines = []
    for top in tops:
        for path in _files(root / top):
            status = os.stat(path)
            lines.append("%s %d %d" % (os.path.relpath(path, root), status.st_size, status.st_mtime_ns))
    return of_text(*sorted(lines))


def _files(top):
    if os.path.isfile(top):
        yield top
    for folder, _, names in os.walk(top):
        for name in names:
            yield os.path.join(folder, name)


def matches(stamp, key):
    """Tells whether the stamp file holds this key."""
    try:
        return stamp.read_text(encoding="ascii").strip() == key
    except (OSError, ValueError):
        return False


def write(stamp, key):
    """Writes the key, after the product is complete."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(key + "\n", encoding="ascii")
