"""Several lists laid out for searching: all that core/matcher.py needs, as plain values, so that a file can hold it (lists/compiled.py)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from netcurtain.core.filter_list import FilterList
from netcurtain.core.filter_tables import BareHosts, Tables, tables_of
from netcurtain.core.network_filter import NetworkFilter, Pattern, bare, without
from netcurtain.core.question import TYPES


class Layout(NamedTuple):
    """``titles`` are those of the lists, by number. An important filter stands among the blocking ones too."""

    titles: tuple[str | None, ...]
    blocking: Tables
    important: Tables
    exceptions: Tables
    important_exceptions: Tables
    page_exceptions: Tables


def layout_of(lists: Sequence[FilterList]) -> Layout:
    """Lay out lists, without the filters that one of them turns off. The first list decides where several would."""
    used = _not_turned_off(lists)
    titles = tuple(one.title for one in lists)
    hosts = BareHosts(frozenset(line for one in lists for off in one.turned_off if (line := _bare_line(off))))
    for number, one in enumerate(lists):
        hosts.add(one, number)
    blocking = [f for f in used if not f.exception]
    exceptions = [f for f in used if f.exception]
    return Layout(
        titles=titles,
        blocking=tables_of(blocking, hosts, titles),
        important=tables_of(f for f in blocking if f.important),
        exceptions=tables_of(exceptions),
        important_exceptions=tables_of(f for f in exceptions if f.important),
        page_exceptions=tables_of(f for f in exceptions if f.types & TYPES["document"]),
    )


def _not_turned_off(lists: Sequence[FilterList]) -> list[NetworkFilter]:
    off: dict[Pattern, list[NetworkFilter]] = {}
    for one in lists:
        for turned_off in one.turned_off:
            off.setdefault(turned_off.pattern, []).append(turned_off)
    left = (_left_of(written, off.get(written.pattern, ())) for one in lists for written in one.filters)
    return [written for written in left if written is not None]


def _left_of(written: NetworkFilter, off: Iterable[NetworkFilter]) -> NetworkFilter | None:
    left: NetworkFilter | None = written
    for turned_off in off:
        left = left and without(left, turned_off)
    return left


def _meaning(written: NetworkFilter) -> NetworkFilter:
    """A filter without its words: equal for two lines that mean the same."""
    return replace(written, line="", list=None)


def _bare_line(off: NetworkFilter) -> str | None:
    """The line ``||host^`` or ``||host^$third-party`` that is turned off, if it is such a one."""
    lines = (bare(off.pattern.host, third_party, None) for third_party in (False, True))
    return next((line.line for line in lines if _meaning(line) == _meaning(off)), None)
