"""Filters laid out by what finds them: their host, their page, or their rarest word. Plain values only, so that a cache file can hold them.

Made from lists once, or read from the cache; core/filter_index.py searches them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

import msgspec

from netcurtain.core.filter_list import FilterList
from netcurtain.core.filter_record import Record, bare_record, line_of, record_of, words_to_find
from netcurtain.core.network_filter import NetworkFilter

COMMON = (
    b"com https http js www net 1 0 static css 2 ads cdn id s min html g a 3 ad c google v en us ru api callback assets doubleclick "
    b"org url php 5 t co content cb p r w gif analytics h true images 4 m v2 wp u gdpr 8 d consent type jquery i scripts json sync ca "
    b"de cookie site version pixel png o img uk pid fonts cn facebook sid false index f ga modules plugins pl io v1 jpg dt uid j tag "
    b"pub n sites track main data sc app common 10 privacy all 6 ver k prod rt client e frm page media connect l user cd b fr home "
    b"script lib ajax core web x y q z v3 test info stats log event events tracking js1 widget embed view click count load banner "
    b"video search source ref lang time title code config bundle htm htc svg"
).split()
"""Words that stand in very many addresses, those that stand in most first: the last to find a filter by."""

MAX_AT_HOST = 5_000
"""Filters for one host; EasyPrivacy has 45 for one. The others of so many are left out."""

Records = tuple[Record, ...]
Key = TypeVar("Key")

_UNPACK = msgspec.msgpack.Decoder(Records)


class Tables(NamedTuple):
    """Filters of one kind. Each lies in one place only, the one that is asked for least often.

    In ``by_host`` a number stands for a host that is a filter by itself, as most are, and bytes for other records: a page asks for few of
    the many thousand, so each is unpacked when its host is met (:func:`records_at`).
    ``rest`` are the few that only a look at the whole address can find.
    """

    by_host: dict[str, int | bytes]
    by_page: dict[str, Records]
    by_word: dict[bytes, Records]
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
    worded: list[tuple[Record, list[bytes]]] = []
    for host, record in hosts.more if hosts else ():
        at_host.setdefault(host, []).append(record)
    for written in _once_each(filters):
        record = record_of(written)
        if written.pattern.host:
            at_host.setdefault(written.pattern.host, []).append(record)
        elif words := words_to_find(written.pattern):
            worded.append((record, words))
        elif pages := written.pages:
            for page in pages:
                by_page.setdefault(page, []).append(record)
        else:
            rest.append(record)
    by_host: dict[str, int | bytes] = dict(hosts.numbers) if hosts else {}
    for host, records in at_host.items():
        number = by_host.get(host)
        by_host[host] = packed(records[:MAX_AT_HOST] if number is None else (*records_at(host, number, titles), *records[:MAX_AT_HOST]))
    return Tables(by_host, _fixed(by_page), _fixed(_by_rarest_word(worded)), tuple(rest))


def packed(value: object) -> bytes:
    """Records, or a whole layout of them, as msgpack."""
    return msgspec.msgpack.encode(value, enc_hook=_as_dict)


def records_at(host: str, found: int | bytes, titles: tuple[str | None, ...]) -> Records:
    """What stands at a host in ``by_host``."""
    if isinstance(found, int):
        return (bare_record(host, bool(found % 2), titles[found // 2]),)
    return _UNPACK.decode(found)


def _as_dict(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError


def _once_each(filters: Iterable[NetworkFilter]) -> Iterable[NetworkFilter]:
    first: dict[str, NetworkFilter] = {}
    for written in filters:
        first.setdefault(written.line, written)
    return first.values()


def _by_rarest_word(worded: list[tuple[Record, list[bytes]]]) -> dict[bytes, list[Record]]:
    counts = Counter(word for _, words in worded for word in words)
    common = {word: len(COMMON) - place for place, word in enumerate(COMMON)}
    by_word: dict[bytes, list[Record]] = {}
    for record, words in worded:
        rarest = min(words, key=lambda word: (common.get(word, 0), counts[word], -len(word)))
        by_word.setdefault(rarest, []).append(record)
    return by_word


def _fixed(lists: dict[Key, list[Record]]) -> dict[Key, Records]:
    return {key: tuple(records) for key, records in lists.items()}
