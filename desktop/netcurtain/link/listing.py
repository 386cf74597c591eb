"""The paired browsers as a person reads them: each with a name that no other has, and when it was last seen."""

import itertools
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from netcurtain.core.plain_name import plain_name
from netcurtain.link.pairing import PairedBrowser

NAMELESS = "Browser"
"""Stands for one that does not say what it is."""


@dataclass(frozen=True, slots=True)
class ListedBrowser:
    """One paired browser. Times are seconds since 1970."""

    id: str
    name: str
    paired: float
    last_seen: float
    connected: bool


def listed(browsers: Iterable[PairedBrowser], connected: Collection[str], now: float) -> tuple[ListedBrowser, ...]:
    """The one seen last first; one that is connected is seen now."""
    browsers = tuple(browsers)
    names = names_to_show(browsers)
    rows = (
        ListedBrowser(
            browser.id,
            names[browser.id],
            browser.paired,
            now if browser.id in connected else browser.last_seen,
            browser.id in connected,
        )
        for browser in browsers
    )
    return tuple(sorted(rows, key=lambda row: (-row.last_seen, row.name)))


def names_to_show(browsers: Iterable[PairedBrowser]) -> dict[str, str]:
    """By id: the person's own name for each, else what it calls itself, with a number by order of pairing where that is taken."""
    in_order = sorted(browsers, key=lambda browser: (browser.paired, browser.id))
    names = {browser.id: browser.called for browser in in_order if browser.called}
    for browser in in_order:
        if not browser.called:
            names[browser.id] = _free(plain_name(browser.name) or NAMELESS, names.values())
    return names


def _free(name: str, taken: Collection[str]) -> str:
    numbered = (f"{name} ({number})" for number in itertools.count(2))
    return next(free for free in itertools.chain([name], numbered) if free not in taken)
