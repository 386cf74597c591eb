"""Sentences without the words of buttons, for a copy that is given to an organisation. Pure.

Those that are kept are texts, in the language of their day, and a button may have said anything. So only what is known word by word keeps
what it quotes: all else between marks of quotation is replaced, and a sentence that does not say where they end is left away.
"""

import re
from collections.abc import Iterable

from netcurtain.core.finding import Typed, Written
from netcurtain.core.third_person import of_somebody
from netcurtain.core.told_events import is_standard
from netcurtain.core.told_wording import BUTTON, BUTTON_WORDS, NAMED_SO, gives_away_sentence, typed_words
from netcurtain.core.wording import quoted

LEFT_OUT = "\u201c\u2026\u201d"
"""In place of what is quoted in a sentence that is not known."""

_WORDS = "\u201c([^\u201c\u201d]*)\u201d"
_LIST = f"{_WORDS}(?:[^\u201c\u201d]*{_WORDS})*"
_ALL = "\u201c(.*)\u201d"
_MARKS = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb]')
_WITHIN_MARKS = re.compile(f"{_MARKS.pattern}.*{_MARKS.pattern}", re.DOTALL)
_BETWEEN = re.compile(_WORDS)


def without_button_words(sentence: str, buttons: Iterable[str], own_words: str) -> str:
    """The sentence without them; empty where it is left away. ``buttons`` are those that the page's requests told, ``own_words`` the page's
    address and title: a word that these say as well is still said to give the page away.
    """
    if not _MARKS.search(sentence):
        return sentence
    for words in buttons:
        sentence = sentence.replace(BUTTON_WORDS.format(words=quoted(words)), BUTTON)
    before, giving, after = _parted(sentence)
    before = _BUTTON.sub(lambda _: BUTTON, before)
    if _MARKS.search(_without_known(before)):
        before = _WITHIN_MARKS.sub(lambda _: LEFT_OUT, before)
        if _MARKS.search(before.replace(LEFT_OUT, "", 1)):
            return ""
    if _MARKS.search(after):
        return ""
    left = [word for word in _BETWEEN.findall(giving) if _letters(word) in _letters(own_words)]
    return " ".join(f"{before}{gives_away_sentence(left)}{after}".split())


def _parted(sentence: str) -> tuple[str, str, str]:
    """What comes before the words that give the page away, these, and what comes after."""
    found = [match for giving in _GIVING for match in giving.finditer(sentence)]
    if not found:
        return sentence, "", ""
    last = max(found, key=lambda match: match.start())
    return sentence[: last.start()], last[0], sentence[last.end() :]


def _without_known(sentence: str) -> str:
    """Without which field was written in, and without the vendors' own names of events."""
    for known in _TYPED:
        sentence = known.sub("", sentence)
    return _NAMED.sub(lambda found: "" if all(map(is_standard, _BETWEEN.findall(found[0]))) else found[0], sentence)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _saying(sentence: str, quotation: str) -> re.Pattern[str]:
    """How a sentence is found that has a quotation, or several, where this one has its own; it may be in any language."""
    start, end = sentence.index("\u201c"), sentence.rindex("\u201d")
    return re.compile(f"{re.escape(sentence[:start])}{quotation}{re.escape(sentence[end + 1 :])}", re.DOTALL)


_BUTTON = _saying(BUTTON_WORDS.format(words=quoted("")), _ALL)
_GIVING = tuple(_saying(gives_away_sentence(words), _LIST) for words in (("",), ("", "")))
_NAMED = _saying(NAMED_SO.format(names=quoted("")), _LIST)
_TYPED = tuple(
    _saying(said, _WORDS) for said in {said(typed_words(Typed("x", written))) for written in Written for said in (str, of_somebody)}
)
