"""The banners that ask about cookies: how each known one is recognised, and what is pressed to refuse or to accept. Pure.

The rows are in filters/banners.toml. choosing.py looks for them in a page and presses.
"""

import datetime
import functools
import tomllib

import msgspec

from netcurtain import shipped


class Press(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One button, by selector; not pressed while ``unless``, if there is one, is in the page."""

    press: str
    unless: str = ""


Way = tuple[Press, ...]
"""What is pressed, one after the other."""


class Banner(msgspec.Struct, frozen=True):
    """One product's banner. All selectors are as playwright reads them: CSS, and into open shadow roots.

    ``shown``: it is there where one of these can be seen. ``refuse`` and ``accept``: ways, the first that can be gone is.
    ``frame``: the frame that its buttons may be in, or "".
    """

    name: str
    shown: tuple[str, ...]
    refuse: tuple[Way, ...]
    accept: tuple[Way, ...]
    frame: str = ""


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row as it is written. ``source``, ``seen`` and ``tried`` are for people, and kept to by the tests."""

    name: str
    shown: tuple[str, ...]
    refuse: tuple[tuple[str | Press, ...], ...]
    accept: tuple[tuple[str | Press, ...], ...]
    source: str
    seen: datetime.date
    frame: str = ""
    tried: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    checked: str
    banner: tuple[_Row, ...]


def parse_banners(toml_text: str) -> tuple[Banner, ...]:
    """The table's rows in its order. Raises ValueError where it is no such table, or a row says nothing of how it is known or answered."""
    try:
        read = msgspec.convert(tomllib.loads(toml_text), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"banners.toml: {error}") from None
    for row in read.banner:
        if not (row.name and row.shown and all(row.shown)):
            raise ValueError(f"banners.toml: nothing shows that {row.name or 'a banner'} is there")
        if not all(way and all(_press(step).press for step in way) for way in row.refuse + row.accept):
            raise ValueError(f"banners.toml: a way of {row.name} presses nothing")
    return tuple(Banner(row.name, row.shown, _ways(row.refuse), _ways(row.accept), row.frame) for row in read.banner)


@functools.cache
def known_banners() -> tuple[Banner, ...]:
    """The banners of the table that ships with the app."""
    return parse_banners(shipped.text("banners.toml"))


@functools.cache
def all_known() -> str:
    """One selector, plain CSS, of every known banner and of the frames that they have."""
    return ", ".join(selector for banner in known_banners() for selector in (*banner.shown, banner.frame) if selector)


def _ways(written: tuple[tuple[str | Press, ...], ...]) -> tuple[Way, ...]:
    return tuple(tuple(_press(step) for step in way) for way in written)


def _press(step: str | Press) -> Press:
    return step if isinstance(step, Press) else Press(step)
