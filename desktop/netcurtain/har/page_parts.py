"""The HTML of a page -> the pieces of it that say something of its forms, for page_text.py. Python's own reader takes long over all else.

These are forms, fields outside of every form, what stands shortly before and after, headings, and what the page is called.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain, islice

MAX_INNER = 10
"""Documents in the tags of frames that are read."""
FEW_WORDS, MAX_SAID = 5, 10_000
"""Words of a page that may be there only until its scripts have run, and the characters in which they are counted."""
MAX_FED = 512 * 1024
"""Characters of such pieces that are read."""
SHORTLY = 3000
"""Characters before a form, and on either side of a field outside of every form, in which its words are looked for."""

# Each of these runs once over a page: what is left open reaches to the end, or only so far. Most tags are none of theirs, and a look at
# the first letter says so ten times as fast as trying one name after another.
# A frame's tag may hold a whole document, with all its brackets. What a shadow root holds is shown.
_ATTRIBUTES = r"(?:=\s*\"[^\"]*(?:\"|\Z)|=\s*'[^']*(?:'|\Z)|=\s*[^\s\"'>][^\s>]*+|[^>])*+"
_MACHINE = re.compile(
    r"<(?=[snti!])(?:(script|style|noscript|template(?![^<>]*\sshadowrootmode\b)|svg)\b[^<>]*>.*?(?:</\1\s*>|\Z)|!--.*?(?:-->|\Z)"
    rf"|(?P<frame>iframe\b{_ATTRIBUTES})(?:>.*?(?:</iframe\s*>|\Z)|\Z))",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(r"<title\b[^<>]*>[^<]*", re.IGNORECASE)
_TAG = re.compile(rf"<[a-z/!?]{_ATTRIBUTES}>?", re.IGNORECASE)
_WORD = re.compile(r"\w{1,12}")
_INNER = re.compile(r"\ssrcdoc\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'>]+))", re.IGNORECASE)
_PARTS = re.compile(
    r"<(?=[hbtf])(?:(?:html|base)\b[^<>]*>|title\b[^<>]*>(?:(?!<title\b).){0,2000}?</title\s*>"
    r"|h([1-3])\b[^<>]*>(?:(?!<h[1-3]\b).){0,3000}?</h\1\s*>|(?P<form>form\b.*?(?:</form\s*>|\Z)))",
    re.IGNORECASE | re.DOTALL,
)
_FIELD = re.compile(
    r"<(?=[ist])(?:input\b(?![^<>]*(?<![\w-])type\s*=\s*[\"']?(?:hidden|submit|button|image|reset)\b)|select\b|textarea\b)[^<>]*>",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"<form\b|{_FIELD.pattern}", re.IGNORECASE)
_EDITABLE = re.compile(r"\scontenteditable\b(?!\s*=\s*[\"']?false)", re.IGNORECASE)
_FIELD_OR_EDITABLE = re.compile(rf"{_FIELD.pattern}|<[a-z](?=[^<>]*?{_EDITABLE.pattern})[^<>]*+>", re.IGNORECASE)
# Python's reader looks through all that follows for the end of each tag that has none.
_NO_TAG = re.compile(r"<(?![a-z/][^<>]*>)[^<>]{0,3}", re.IGNORECASE)
_NO_LETTER = re.compile(r"&#(?:\d{8,}|x[0-9a-f]{8,});?", re.IGNORECASE)
"""Numbers that are no letter's; Python refuses to read the longest."""
_FIELDSET_ENDS = re.compile(r"</fieldset\b", re.IGNORECASE)
_ENDS = "</textarea></select>"
"""After a cut: what stood there may have been the middle of an answer."""


def parts(text: str) -> Iterator[str | None]:
    """The pieces, in their order, and None where something is left out; of a page without forms and fields its title alone.

    Where they are too long for all to be read, forms, headings and titles go before what stands around the others.
    """
    plain = _MACHINE.sub(" ", text)
    pieces: list[tuple[str | None, bool]] = []
    asks, end = False, 0
    for found in chain(_PARTS.finditer(plain), [None]):
        is_form = found is not None and bool(found["form"])
        around = list(_around(plain, end, found.start() if found else len(plain), before_form=is_form))
        asks = asks or is_form or any(around)
        pieces.extend((piece, False) for piece in around)
        if found:
            pieces.append((found[0], True))
            end = found.end()
    if not asks:
        pieces = [(piece, True) for piece, _ in pieces if piece and piece[:6].lower() == "<title"]
    left = {True: MAX_FED, False: max(0, MAX_FED - sum(len(piece) for piece, is_first in pieces if piece and is_first))}
    for piece, is_first in pieces:
        room = left[is_first]
        if piece and room:
            yield _NO_LETTER.sub(" ", _NO_TAG.sub(" ", piece if len(piece) <= room else _cut(piece[:room])))
        if not piece or len(piece) > room:
            yield None
        left[is_first] = max(0, room - len(piece or ""))


def inner_documents(text: str) -> Iterator[str]:
    """The documents that stand whole in the tags of frames (``srcdoc``), and in those of their own frames, the first so many."""
    yield from islice((one for outer in _inner(text) for one in (outer, *islice(_inner(outer), MAX_INNER))), MAX_INNER)


def is_still_to_come(text: str) -> bool:
    """Whether a page asks nothing, and says no more than "Loading", or what it is called, before its scripts have run."""
    if "<script" not in text.lower():
        return False
    plain = _TITLE.sub(" ", _MACHINE.sub(" ", text))
    said = _unescaped(" ".join(_TAG.sub(" ", plain).split())[:MAX_SAID])
    words = len(list(islice(_WORD.finditer(said), FEW_WORDS + 1)))
    return words == 0 or (words <= FEW_WORDS and _ASKS.search(plain) is None)


def _inner(text: str) -> Iterator[str]:
    if "srcdoc" in text.lower():
        tags = (found["frame"] for found in _MACHINE.finditer(text))
        inner = (found for tag in tags if tag and (found := _INNER.search(tag)))
        yield from (_unescaped(found[found.lastindex or 0]) for found in inner)


def _unescaped(text: str) -> str:
    return unescape(_NO_LETTER.sub(" ", text))


def _around(plain: str, start: int, end: int, *, before_form: bool) -> Iterator[str | None]:
    """Of what stands between two pieces: fields with what is around them, and what is before a form; None where something is left out.

    A cut goes through no tag.
    """
    at = reach = start
    field = _FIELD_OR_EDITABLE if _EDITABLE.search(plain, start, end) else _FIELD
    for first, last in chain((found.span() for found in field.finditer(plain, start, end)), [(end, end)] if before_form else []):
        if first - SHORTLY > reach:
            if reach > at:
                yield _cut(plain[at:reach])
            yield None
            at = plain.find(">", first - SHORTLY, first) + 1 or first
        reach = min(end, last + SHORTLY)
    if reach > at:
        yield plain[at:reach] if reach == end else _cut(plain[at:reach])
    if reach < end and (reach > start or end - start > SHORTLY or _FIELDSET_ENDS.search(plain, start, end)):
        yield None


def _cut(piece: str) -> str:
    before, tag, rest = piece.rpartition("<")
    return (before if tag and ">" not in rest else piece) + _ENDS
