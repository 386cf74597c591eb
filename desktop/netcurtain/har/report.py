"""A result as JSON (docs/COMMANDS.md, "check") and as plain text. The page for people to print or pass on is html.py's."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from netcurtain.core.consent_told import consent_told
from netcurtain.core.told_line import event_line
from netcurtain.core.told_wording import consent_sentence, event_sentence, gives_away_sentence
from netcurtain.core.wording import company_first, recorders, spoken_date
from netcurtain.har import wording
from netcurtain.har.result import Claim, CompanyFound, Found, ListUsed, PageFound, ToldEvent

_UNSEEN = {
    code: f"\\u{code:04x}" for code in (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)
}
"""Marks that a terminal or a reader would obey instead of showing; a page may have chosen them."""

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_CODE = re.compile(r"(?<![\w.-])(?=[\w-]*\d)[A-Za-z0-9_-]{20,}(?![\w.-])")

_QUERY = re.compile(r"(https?://[^\s?#;\u201c\u201d]*)[?#;][^\s\u201c\u201d]*")


def plain(text: str) -> str:
    """A text for people without queries, e-mail addresses and what looks like somebody's code, such as a long number in a path."""
    text = _QUERY.sub(r"\1", text) if "://" in text else text
    text = _EMAIL.sub("\u2026", text) if "@" in text else text
    return _CODE.sub("\u2026", text)


def as_json(found: Found) -> str:
    """One JSON object."""
    told = {"pages": [_page(page) for page in found.pages], "lists": [_list(one) for one in found.lists]}
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


def as_text(found: Found) -> str:
    """For a terminal."""
    return "\n".join(line.translate(_UNSEEN) for line in _lines(found)) + "\n"


def when(page: PageFound) -> datetime | None:
    """When a page came up, in UTC."""
    try:
        return datetime.fromtimestamp(page.started / 1000, UTC) if page.started is not None else None
    except (ValueError, OverflowError, OSError):
        return None


def heading(page: PageFound) -> str:
    """A page's title and time."""
    started = when(page)
    day, time = (spoken_date(started.date()), f"{started:%H:%M}") if started else ("", "")
    return wording.page_heading(plain(page.title), day, time)


def address(page: PageFound) -> str:
    """A page's address, for people."""
    return plain(page.url) or wording.NO_ADDRESS


def summary(found: Found) -> str:
    """The first line about a recording."""
    names = {company.name for page in found.pages for company in page.companies}
    return wording.summary(len(found.pages), sum(bool(page.companies) for page in found.pages), len(names))


def about(page: PageFound) -> tuple[str, ...]:
    """What is said of a page before its companies."""
    return (
        wording.page_counts(page.requests, page.third_party_hosts),
        wording.form_line(page.sensitive, page.categories),
        *(() if page.companies or not page.requests else (wording.NOBODY,)),
    )


def claim(one: Claim) -> str:
    """The one form in which something is claimed."""
    return wording.claim(one.day, one.went_out, one.host, one.listed_as, one.source, one.dated)


def _lines(found: Found) -> Iterator[str]:
    yield summary(found)
    if found.unread:
        yield wording.unread(found.unread)
    for page in found.pages:
        yield from ("", heading(page), address(page))
        yield from about(page)
        for company in page.companies:
            yield from ("", f"  {company_first(company.name)}: {wording.times(company.requests)}")
            yield from (f"    {sentence}" for sentence in sentences(company))
            yield from (f"    {claim(one)}" for one in company.claims)
    yield from ("", f"{wording.LISTS}: {'; '.join(wording.list_line(one.name, one.version, one.filters) for one in found.lists)}")
    yield from (wording.CANNOT_SEE, wording.NOT_FOR_PUBLICATION)


def sentences(company: CompanyFound) -> tuple[str, ...]:
    """What people read of a company: what each request told, else what the core says of it as a whole.

    What gives the page away, and what a recorder can do, is said once.
    """
    told = tuple(_told(one) for one in company.events) or company.sentences
    also = (gives_away_sentence(company.gives_away), *(one for one in company.sentences if one == recorders([company.name])))
    return tuple(dict.fromkeys(plain(sentence) for sentence in (*told, *also) if sentence))


def _told(one: ToldEvent) -> str:
    """What one request told, and how the page's question about cookies stood as the request says it."""
    return " ".join(filter(None, (event_sentence(one.event, one.went_out), consent_sentence(consent_told(one.event.told), one.went_out))))


def _page(page: PageFound) -> dict[str, Any]:
    started = when(page)
    return {
        "url": _QUERY.sub(r"\1", page.url),
        "title": page.title,
        "started": started.isoformat(timespec="milliseconds").replace("+00:00", "Z") if started else None,
        "requests": page.requests,
        "third_party_hosts": page.third_party_hosts,
        "sensitive": page.sensitive,
        "categories": page.categories,
        "level": page.level,
        "organisations": [_company(company) for company in page.companies],
    }


def _company(company: CompanyFound) -> dict[str, Any]:
    return {
        "name": company.name,
        "requests": company.requests,
        "filters": company.filters,
        "events": [event_line(one.event, one.went_out) for one in company.events],
        "sentences": company.sentences,
    }


def _list(used: ListUsed) -> dict[str, Any]:
    return {"name": used.name, "version": used.version, "filters": used.filters}
