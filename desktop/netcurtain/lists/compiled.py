"""The lists laid out for searching, made once (lists/made_once.py) of every list and its title, and read from the cache from then on."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from netcurtain import __version__
from netcurtain.core import domains, filter_list, filter_options, filter_record, filter_tables, layout, list_lines, network_filter, question
from netcurtain.core.filter_list import parse_list
from netcurtain.core.layout import Layout, layout_of
from netcurtain.lists.made_once import code_of, made_once, stamp
from netcurtain.lists.shelf import ListText

FORMAT = 1

_MAKERS = (domains, filter_list, filter_options, filter_record, filter_tables, layout, list_lines, network_filter, question)
"""The code that makes a layout: made by other code, it may mean something else."""
_UNPACK = msgspec.msgpack.Decoder(Layout)


def layout_from(texts: Sequence[ListText], file: Path | None) -> Layout:
    """The layout of some lists: from the file where it is theirs, else from the texts, and the file is written anew."""
    return made_once(file, _made_of(texts) if file is not None else b"", _UNPACK, lambda: _read(texts))


def _read(texts: Sequence[ListText]) -> Layout:
    return layout_of([parse_list(text.text, text.title) for text in texts])


def _made_of(texts: Sequence[ListText]) -> bytes:
    lists = [(text.title, hashlib.sha256(text.text.encode("utf-8", "surrogatepass")).digest()) for text in texts]
    return stamp(FORMAT, __version__, _code(), lists)


def _code() -> bytes:
    return code_of(_MAKERS)
