"""What was said to the person, said of them: a copy and a letter are read by others, to whom "you" would be the reader. Pure.

Sentences that are kept are in the language of their day, English or the one spoken now.
"""

import re
from collections.abc import Mapping

from netcurtain.core.translation import _

_FORMS: Mapping[str, str] = {
    "(which may not be yours)": "(it may be somebody else\u2019s)",
    "what you wrote in": "what was written in",
    _("(which may not be yours)"): _("(it may be somebody else\u2019s)"),
    _("what you wrote in"): _("what was written in"),
}
"""Every form in core/told_wording.py that speaks to the person; tests/core/test_third_person.py holds them together."""

_QUOTED = re.compile("(\u201c[^\u201d]*\u201d)")


def of_somebody(sentence: str) -> str:
    """The same sentence about whoever used the browser. What it quotes stays as it is."""
    parts = _QUOTED.split(sentence)
    return "".join(part if number % 2 else _reworded(part) for number, part in enumerate(parts))


def _reworded(words: str) -> str:
    for to_the_person, about_them in _FORMS.items():
        words = words.replace(to_the_person, about_them)
    return words
