"""The files that ship with the app, and what the pipeline makes of them, made once (lists/made_once.py) and read back at the next start.

To read the words and companies anew takes a fifth of a second, which a person would wait for at every start.
"""

import functools
import hashlib
from importlib.resources import files

import msgspec

from netcurtain import __version__, paths
from netcurtain.core import (
    blocking,
    domains,
    filter_list,
    filter_options,
    form_blocks,
    form_terms,
    form_words,
    from_start,
    list_lines,
    network_filter,
    organisations,
    report_hosts,
    starter,
    support,
    welsh,
)
from netcurtain.lists.made_once import code_of, made_once, stamp

FORMAT = 1
FILE = "tables"
"""In the cache folder."""

_SOURCES = ("organisations.toml", "report_hosts.toml", "sensitive.toml", "starter.txt", "support.toml")
_MAKERS = (
    blocking, domains, filter_list, filter_options, form_blocks, form_terms, form_words, from_start, list_lines,
    network_filter, organisations, report_hosts, starter, support, welsh,
)  # fmt: skip
"""The code that makes them: made by other code, they may mean something else."""


class Tables(msgspec.Struct, frozen=True):
    """All that is made of our own files: the words of sensitive forms, the companies, our short list by company, whom to leave out from
    the start, and other ways to report.
    """

    lexicon: form_terms.Lexicon
    companies: tuple[organisations.Organisation, ...]
    by_company: dict[str, tuple[str, ...]]
    from_start: from_start.FromTheStart
    contacts: tuple[support.Contact, ...]


_UNPACK = msgspec.msgpack.Decoder(Tables)


def text(name: str) -> str:
    """What stands in one of our files."""
    return files("netcurtain.filters").joinpath(name).read_text(encoding="utf-8")


@functools.cache
def tables() -> Tables:
    """Made of our own files as they are, or read from the cache where it was made of the same."""
    try:
        file = paths.cache_folder() / FILE
    except paths.FolderError:
        file = None
    sources = [hashlib.sha256(text(name).encode()).digest() for name in _SOURCES]
    return made_once(file, stamp(FORMAT, __version__, code_of(_MAKERS), sources), _UNPACK, _make)


def _make() -> Tables:
    companies = organisations.parse_organisations(text("organisations.toml"))
    ours = filter_list.parse_list(text("starter.txt"), None)
    lines, known = starter.for_every_page(ours, companies)
    hosts = tuple(host for place in report_hosts.parse_report_hosts(text("report_hosts.toml")) for host in place.hosts)
    return Tables(
        form_terms.parse_lexicon(text("sensitive.toml")),
        companies.all,
        starter.by_company(ours, companies),
        from_start.from_the_start(lines, known, hosts),
        support.parse_contacts(text("support.toml")),
    )
