"""A result as one page that needs nothing else: no script, no request, light or dark as the screen is. Everything in it is escaped."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from netcurtain.core.finding import DecodedField, What
from netcurtain.core.wording import company_first, quoted
from netcurtain.har import report, wording
from netcurtain.har.result import CompanyFound, Found, PageFound

# Marks that turn the direction of a text, and those that cannot be seen, are shown as what they are.
_UNSEEN = {
    code: f"[U+{code:04X}]"
    for code in (*range(32), *range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def as_html(found: Found) -> str:
    """The page."""
    return document(wording.TITLE, _body(found), report_style())


def report_style() -> str:
    """What other reports may look like as well."""
    return files("netcurtain.har").joinpath("report.css").read_text(encoding="utf-8")


def document(title: str, body: Iterable[str], style: str, script: str = "") -> str:
    """One document that needs nothing else: its style and script are in it, named by their hashes, and it may ask nobody for anything.

    ``body`` is HTML, in pieces; ``title`` is text.
    """
    scripts = f"script-src '{_hash(script)}'; " if script else ""
    policy = f"default-src 'none'; style-src '{_hash(style)}'; {scripts}form-action 'none'; base-uri 'none'"
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en-GB">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{_text(title)}</title>",
            f"<style>{style}</style></head>",
            f"<body><main>{''.join(body)}</main>{f'<script>{script}</script>' if script else ''}</body></html>",
            "",
        )
    )


def _hash(source: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


def _body(found: Found) -> Iterator[str]:
    yield f"<h1>{_text(wording.TITLE)}</h1>"
    yield f'<p class="first">{_text(report.summary(found))}</p>'
    yield f'<p class="note"><strong>{_text(wording.NOT_FOR_PUBLICATION)}</strong> {_text(wording.ABOUT)}</p>'
    if found.unread:
        yield f"<p>{_text(wording.unread(found.unread))}</p>"
    for page in found.pages:
        yield from _page(page)
    yield f"<section><h2>{_text(wording.LISTS)}</h2>"
    yield _list_of(wording.list_line(one.name, one.version, one.filters) for one in found.lists)
    yield f"<p>{_text(wording.CANNOT_SEE)}</p></section>"


def _page(page: PageFound) -> Iterator[str]:
    yield f'<section><h2>{_text(report.heading(page))}</h2><p class="address">{_text(report.address(page))}</p>'
    for sentence in report.about(page):
        yield f"<p>{_text(sentence)}</p>"
    for company in page.companies:
        yield from _company(company)
    yield "</section>"


def _company(company: CompanyFound) -> Iterator[str]:
    yield f"<article><h3>{_text(company_first(company.name))}</h3>"
    for sentence in report.sentences(company):
        yield f"<p>{_text(sentence)}</p>"
    yield f"<h4>{_text(wording.CLAIMS)}</h4>{_list_of(report.claim(one) for one in company.claims)}"
    yield f"<details><summary>{_text(wording.DETAILS)}</summary>"
    facts = dict.fromkeys(_fact(fact) for one in company.events for fact in one.event.told if not _is_somebodys(fact))
    yield f"<p>{_text(wording.in_them(company.requests, bool(facts)))}</p>"
    if facts:
        yield _list_of(facts)
    if company.filters:
        yield f"<p>{_text(wording.FILTERED_BY)}</p>"
    yield "".join(f'<p class="address">{_text(line)}</p>' for line in company.filters)
    yield "</details></article>"


def _fact(fact: DecodedField) -> str:
    value = "" if fact.text == fact.parameter else quoted(report.plain(fact.text).removeprefix("tag "))
    return wording.fact(fact.what.value, value, fact.parameter)


def _is_somebodys(fact: DecodedField) -> bool:
    """What somebody searched for is their own; the site's own number is not."""
    return fact.what is What.OTHER and not fact.text.startswith("tag ")


def _list_of(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in lines)}</ul>"


def _text(text: str) -> str:
    return escape(text.translate(_UNSEEN))
