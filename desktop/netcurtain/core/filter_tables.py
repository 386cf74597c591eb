"""Filters laid out by what finds them: their host, their page, or a text in them. Plain values only, so that a cache file can hold them.

Made from lists once, or read from the cache; core/filter_index.py searches them.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar, cast

import msgspec

from netcurtain.core.filter_list import FilterList
from netcurtain.core.filter_record import Record, bare_record, line_of, record_of
from netcurtain.core.network_filter import NetworkFilter

SHORTEST, LONGEST = 4, 16
"""Characters of a text that filters are found by: a shorter one stands in very many addresses, a longer one finds hardly fewer filters."""

MAX_AT_HOST = 5_000
"""Filters for one host; EasyPrivacy has 45 for one. The others of so many are left out."""
MAX_AT_TEXT = 2_000
"""Filters at one text; EasyPrivacy has 11 at one. The others of so many are left out."""

Records = tuple[Record, ...]
Key = TypeVar("Key")

_UNPACK = msgspec.msgpack.Decoder(Records)


class Tables(NamedTuple):
    """Filters of one kind. Each lies in one place only, the one that is asked for least often.

    In ``by_host`` a number stands for a host that is a filter by itself, as most are, and bytes for other records: a page asks for few of
    the many thousand, so each is unpacked when its host is met (:func:`records_at`). So it is with ``by_text`` (:func:`unpacked`): each of
    its texts stands in every address that the filters there mean, and none ends in another, so an address has no more of them than letters.
    ``rest`` are the few that only a look at the whole address can find.
    """

    by_host: dict[str, int | bytes]
    by_page: dict[str, Records]
    by_text: dict[str, bytes]
    rest: Records


class BareHosts:
    """The hosts that are filters by themselves, but for the lines turned ``off``: twice the number of the list, one more for third party.

    ``more`` are the few that come again and mean more then.
    """

    def __init__(self, off: frozenset[str] = frozenset()) -> None:
        self.numbers: dict[str, int] = {}
        self.more: list[tuple[str, Record]] = []
        self._off = off

    def add(self, one: FilterList, number: int) -> None:
        """Take in the hosts of a list."""
        for third_party, hosts in ((False, one.hosts), (True, one.third_party_hosts)):
            for host in (
                hosts if not self._off else [host for host in hosts if line_of(bare_record(host, third_party, None)) not in self._off]
            ):
                if self.numbers.setdefault(host, 2 * number + third_party) % 2 and not third_party:
                    self.more.append((host, bare_record(host, False, one.title)))


def tables_of(filters: Iterable[NetworkFilter], hosts: BareHosts | None = None, titles: tuple[str | None, ...] = ()) -> Tables:
    """Lay out filters; of two lines that are the same, the first stays."""
    at_host: dict[str, list[Record]] = {}
    by_page: dict[str, list[Record]] = {}
    rest: list[Record] = []
    with_text: list[Record] = []
    for host, record in hosts.more if hosts else ():
        at_host.setdefault(host, []).append(record)
    for written in _once_each(filters):
        record = record_of(written)
        if written.pattern.host:
            at_host.setdefault(written.pattern.host, []).append(record)
        elif len(record[0]) >= SHORTEST:
            with_text.append(record)
        elif pages := written.pages:
            for page in pages:
                by_page.setdefault(page, []).append(record)
        else:
            rest.append(record)
    # Not copied: there are very many, and nobody else has them.
    by_host = cast("dict[str, int | bytes]", hosts.numbers if hosts else {})
    for host, records in at_host.items():
        number = by_host.get(host)
        by_host[host] = packed(records[:MAX_AT_HOST] if number is None else (*records_at(host, number, titles), *records[:MAX_AT_HOST]))
    return Tables(by_host, _fixed(by_page), _by_text(with_text), tuple(rest))


def packed(value: object) -> bytes:
    """Records, or a whole layout of them, as msgpack."""
    return msgspec.msgpack.encode(value, enc_hook=_as_dict)


def records_at(host: str, found: int | bytes, titles: tuple[str | None, ...]) -> Records:
    """What stands at a host in ``by_host``."""
    if isinstance(found, int):
        return (bare_record(host, bool(found % 2), titles[found // 2]),)
    return unpacked(found)


def unpacked(found: bytes) -> Records:
    """Records that were packed."""
    return _UNPACK.decode(found)


def _as_dict(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError


def _once_each(filters: Iterable[NetworkFilter]) -> Iterable[NetworkFilter]:
    first: dict[tuple[str, str], NetworkFilter] = {}
    for written in filters:
        first.setdefault((written.line, written.pattern.host), written)  # a line may name several hosts
    return first.values()


def _by_text(records: Iterable[Record]) -> dict[str, bytes]:
    """Each record at the beginning of its literal, or at the shortest end of that which begins another's."""
    beginnings = {record[0][:LONGEST] for record in records}
    by_text: dict[str, list[Record]] = {}
    for record in records:
        beginning = record[0][:LONGEST]
        ends = (beginning[at:] for at in range(len(beginning) - SHORTEST, -1, -1))
        by_text.setdefault(next(end for end in ends if end in beginnings), []).append(record)
    return {text: packed(found[:MAX_AT_TEXT]) for text, found in by_text.items()}


def _fixed(lists: dict[Key, list[Record]]) -> dict[Key, Records]:
    return {key: tuple(records) for key, records in lists.items()}
