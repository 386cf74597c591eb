"""Words that a page or a file's name chose, made fit for a terminal: what it would obey instead of showing is written out."""


def plain(text: str) -> str:
    """``text`` on one line, with control, format and bidi characters written out, such as ``<U+202E>``."""
    return "".join(c if c.isprintable() else " " if c.isspace() else f"<U+{ord(c):04X}>" for c in text)
