"""The filters without a host that an address brings into question: those whose literal stands in it.

Each lies at one word that stands whole in every address it means, the rarest it has. So the words of an address find all there are, and
of many thousand filters a handful are looked at.
"""

from collections.abc import Iterable, Mapping
from itertools import chain, islice

from netcurtain.core.filter_record import Record
from netcurtain.core.filter_tables import Records
from netcurtain.core.question import WORDS

SHORT = 500
"""Characters of an address with so few words that nothing has to be counted ..."""
CROWD = 200
"""... where no more filters than this lie at one word: EasyPrivacy has 39."""

MANY = 100
"""Filters that are always looked at."""
MAX_LOOKED = 8_000_000
"""Characters that the literals of more than those are looked for in: only a list made to be slow comes near it."""


class WordIndex:
    """``by_word`` are filters, each at its word; ``wordless`` have a literal, but no word that is sure to stand whole."""

    def __init__(self, by_word: Mapping[bytes, Records], wordless: Records) -> None:
        self._words = frozenset(by_word)
        self._by_word = by_word
        self._wordless = wordless
        self._crowded = max(map(len, (wordless, *by_word.values()))) > CROWD

    def find(self, text: str) -> list[Record]:
        """The filters whose literal stands in an address in lower case and ASCII."""
        words = self._words.intersection(text.encode().translate(WORDS).split())
        if len(text) > SHORT or self._crowded:
            return self._find_some(text, words)
        # Plain loops: what makes lists of it takes longer, as most words have few filters.
        by_word = self._by_word
        found: list[Record] = []
        for record in self._wordless:
            if record[0] in text:
                found.append(record)
        for word in words:
            for record in by_word[word]:
                if record[0] in text:
                    found.append(record)
        return found

    def _find_some(self, text: str, words: Iterable[bytes]) -> list[Record]:
        """The same, but of too many only the first are looked at."""
        records = chain(self._wordless, chain.from_iterable(map(self._by_word.__getitem__, words)))
        return [record for record in islice(records, max(MANY, MAX_LOOKED // len(text))) if record[0] in text]
