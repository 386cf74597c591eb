"""The language that the windows, the card and saved copies speak: every sentence a person reads goes through ``_`` or ``plural``.

Sentences are written in English where they are made. ``use`` is called once, before any file of sentences is imported, since most sentences
are made when their file is: cli.py does so for the windows. Without it, and for a sentence that a language lacks, English is spoken.

How to write them, so that another language can say the same (tests/translations reads them from the code):

- the texts in ``_()`` and ``plural()`` are literals, and whole sentences: no language can order words that were glued together;
- what is filled in stands in braces: ``_("Forget {site}").format(site=site)``;
- a number in words is ``{number}``, in figures ``{count}``. Give both to ``format``: a translation may use either, since in some languages
  the word for "two" depends on what there are two of.
"""

from collections.abc import Callable

Catalogue = Callable[[str, int | None], str]
"""From an English sentence, and the number it speaks of where it has one, to the same in another language; "" where that is not there."""

_MOST_COUNTS = 2000
"""Counts whose sentences are remembered: a page or a visit has fewer companies and requests than this, or is slow for other reasons."""


def _english(_text: str, _count: int | None) -> str:
    return ""


_catalogue: Catalogue = _english
_said: dict[str, str] = {}
_counted: dict[tuple[str, int], str] = {}


def use(catalogue: Catalogue) -> None:
    """Speak the language of this catalogue from now on."""
    global _catalogue  # noqa: PLW0603 - the one language of this process
    _catalogue = catalogue
    _said.clear()
    _counted.clear()


def _(text: str) -> str:
    """A sentence in the language of this process. Places for words stand in braces, and are filled afterwards."""
    said = _said.get(text)
    if said is None:
        # The catalogue is asked once for each text of the code: some sentences are made thousands of times a second.
        said = _said[text] = _catalogue(text, None) or text
    return said


def plural(one: str, many: str, count: int) -> str:
    """A sentence that speaks of ``count`` things. Its number is filled by the caller: ``{number}`` in words, ``{count}`` in figures."""
    said = _counted.get((many, count))
    if said is None:
        said = _catalogue(many, count) or (one if count == 1 else many)
        if count < _MOST_COUNTS:
            _counted[many, count] = said
    return said
