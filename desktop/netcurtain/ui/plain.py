"""Words that come from a page, made fit to show: what could hide or turn text around is made visible."""

import unicodedata

LONGEST = 600
"""Characters of a page's text that a window shows."""

_SHORT = {"\n": " ", "\r": " ", "\t": " ", "\u00a0": " "}


def shown(text: str, longest: int = LONGEST) -> str:
    """``text`` with control, format and bidi characters written out, such as ``<U+202E>``. Show the answer as plain text only."""
    cut = text if len(text) <= longest else text[: longest - 1] + "\u2026"
    if cut.isprintable():  # as nearly all words are: none of them need be looked at by itself
        return cut
    return "".join(_SHORT.get(c) or (c if _harmless(c) else f"<U+{ord(c):04X}>") for c in cut)


def _harmless(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}
