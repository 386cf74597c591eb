"""The filters without a host that an address brings into question: all those whose literals may stand in it, found in one pass.

google-re2's ``Set`` makes the pass. Where there are more literals than it has memory for, the address is cut into words instead, and
each filter lies at one word that it needs: nearly as quick in short addresses, slower in long ones, and without a limit.
"""

from collections.abc import Callable, Sequence
from itertools import chain

import re2

from netcurtain.core.filter_record import Record
from netcurtain.core.filter_tables import Records
from netcurtain.core.question import WORDS

FEW = 16
"""Filters so few that they are looked at one by one."""
BEGINNING = 11
"""Characters of a literal that are looked for: these turn nearly all away, and take half the time to make ready that all would."""
MAX_LITERALS = 1_000_000
"""Characters of all beginnings together, from which on they would take too much memory."""
MEMORY = 8 << 20
MEMORY_A_CHARACTER = 128
"""Bytes that the search may take at most; it takes half of that, where no page is out to make it grow."""

Match = Callable[[bytes], Sequence[int] | None]


class WordIndex:
    """``by_word`` are filters, each at a word that stands whole in every address it means; ``wordless`` have a literal but no such word."""

    def __init__(self, by_word: dict[bytes, Records], wordless: Records) -> None:
        self._by_word = by_word
        self._words = frozenset(by_word)
        self._wordless = wordless
        self._records = (*wordless, *chain.from_iterable(by_word.values()))
        self._few = len(self._records) <= FEW
        self._by_beginning: tuple[Records, ...] = ()
        self._match: Match | None = None
        self._too_many = False

    def find(self, text: str) -> Records:
        """The filters that may mean an address in lower case and ASCII, all of those that do among them."""
        if self._match is not None:
            numbers = self._match(text.encode())
            return tuple(chain.from_iterable(map(self._by_beginning.__getitem__, numbers))) if numbers else ()
        if self._few:
            return self._records
        if not self._too_many:
            self.make_ready()
            return self.find(text)
        words = self._words.intersection(text.encode().translate(WORDS).split())
        return (*self._wordless, *chain.from_iterable(map(self._by_word.__getitem__, words)))

    def make_ready(self) -> None:
        """Make what else is made when it is first needed; takes a moment."""
        if not self._few and self._match is None:
            groups: dict[str, list[Record]] = {}
            for record in self._records:
                groups.setdefault(record[0][:BEGINNING], []).append(record)
            self._by_beginning = tuple(map(tuple, groups.values()))
            self._match = _search_for([beginning.encode() for beginning in groups])
            self._too_many = self._match is None


def _search_for(literals: Sequence[bytes]) -> Match | None:
    characters = sum(map(len, literals))
    if characters > MAX_LITERALS:
        return None
    options = re2.Options()
    options.literal = True
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = MEMORY + MEMORY_A_CHARACTER * characters
    search = re2.Set.SearchSet(options)
    try:
        for literal in literals:
            search.Add(literal)
        search.Compile()
    except re2.error:
        return None
    match: Match = search.Match
    # With too little memory it finds nothing, and does not say so.
    return match if match(literals[0]) else None
