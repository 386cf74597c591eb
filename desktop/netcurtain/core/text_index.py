"""The filters without a host that an address brings into question: those at a text that stands in it. Used by core/filter_index.py.

All texts are looked for at once, in one pass over the address. Most addresses have none of them.
"""

from collections.abc import Mapping

from ahocorasick_rs import AhoCorasick, Implementation

from netcurtain.core.filter_record import Record
from netcurtain.core.filter_tables import Records, unpacked

ENOUGH = 2_000
"""Filters for one address, after which no further text is looked at: only a list made to be slow has so many."""


class TextIndex:
    """``by_text`` are packed filters, each at a text in lower case that stands in every address it means."""

    def __init__(self, by_text: Mapping[str, bytes]) -> None:
        # Of the ways there are, this one is made quickly, is small, and searches nearly as fast as the one of ten times the size.
        self._texts = AhoCorasick(by_text, implementation=Implementation.ContiguousNFA, store_patterns=False)
        self._packed = tuple(by_text.values())
        self._unpacked: dict[int, Records] = {}

    def find(self, text: str) -> list[Record]:
        """The filters at the texts that stand in an address in lower case, in the order of the address."""
        records: list[Record] = []
        if found := self._texts.find_matches_as_indexes(text, overlapping=True):
            for number in dict.fromkeys(number for number, _, _ in found):
                records += self._at(number)
                if len(records) >= ENOUGH:
                    break
        return records

    def _at(self, number: int) -> Records:
        """What lies at a text; once it was met it stays unpacked, as it will be met again."""
        records = self._unpacked.get(number)
        if records is None:
            records = self._unpacked[number] = unpacked(self._packed[number])
        return records
