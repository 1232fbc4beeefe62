"""The one exception that users see: a sentence with the remedy, never a traceback."""


class Problem(Exception):
    """What cannot be done, what must be so, what was found instead, and what to do."""
