"""What a failed cell says, in one line."""

import re

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def first_line(error):
    """Returns the first line that matters of an error output.

    JJava names a compiler's refusal after the snippet and shows the code, marked with a bar, before what is wrong with it;
    any other error's traceback starts with the exception and its message.
    """
    lines = [_COLOURS.sub("", line).strip() for part in error.get("traceback", []) for line in part.splitlines()]
    code = [line[1:].strip() for line in lines if line.startswith("|")]
    said = [line for line in lines if line and not line.startswith("|")]
    if not said:
        return f"{error.get('ename')}: {error.get('evalue')}"
    return f"{said[0]} in `{code[0]}`" if code else said[0]
