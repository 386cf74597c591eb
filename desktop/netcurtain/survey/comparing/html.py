"""A comparison as one page that needs nothing else: no script, no request, light or dark as the screen is. Everything in it is escaped."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import groupby

from netcurtain.core.wording import company_first
from netcurtain.har.html import document, report_style
from netcurtain.survey.comparing import text as told
from netcurtain.survey.comparing import wording
from netcurtain.survey.comparing.comparison import CompanyChange, Comparison, PageChange
from netcurtain.survey.report.document import text


def as_html(comparison: Comparison) -> str:
    """The page."""
    own = files("netcurtain.survey.comparing").joinpath("comparison.css").read_text(encoding="utf-8")
    return document(wording.TITLE, _body(comparison), report_style() + own)


def _body(comparison: Comparison) -> Iterator[str]:
    yield f'<h1>{text(wording.TITLE)}</h1><p class="first">{text(told.summary(comparison))}</p>'
    for name, survey in ((wording.FIRST, comparison.old), (wording.SECOND, comparison.new)):
        first, *more = told.about(survey)
        yield f"<p><strong>{text(name)}</strong>: {text(first)}</p>"
        yield "".join(f'<p class="address">{text(line)}</p>' for line in more if line)
    yield f'<section class="note"><h2>{text(wording.READ_FIRST)}</h2>{_list(told.notes(comparison))}</section>'
    sections = (
        ("states", wording.STATES_TITLE, [_list(wording.state(total) for total in comparison.states)]),
        ("companies", wording.COMPANIES_TITLE, [_companies(comparison)]),
        ("changed", wording.CHANGED_TITLE, _changed(comparison.changed)),
        ("only-new", wording.ONLY_NEW_TITLE, [_lines(f"{told.heading(page)}: {told.once(page)}" for page in comparison.only_new)]),
        ("only-old", wording.ONLY_OLD_TITLE, [_lines(f"{told.heading(page)}: {told.once(page)}" for page in comparison.only_old)]),
        ("not-compared", wording.NOT_COMPARED_TITLE, [_lines(map(told.not_compared, comparison.not_compared))]),
    )
    links = "".join(f'<li><a href="#{place}">{text(title)}</a></li>' for place, title, _ in sections)
    yield f'<nav aria-labelledby="contents"><h2 id="contents">{text(wording.CONTENTS)}</h2><ul>{links}</ul></nav>'
    for place, title, content in sections:
        yield f'<section id="{place}"><h2>{text(title)}</h2>'
        yield from content
        yield "</section>"


def _changed(pages: Sequence[PageChange]) -> Iterator[str]:
    """Site by site, each closed, so that hundreds of them can be looked through."""
    if not pages:
        yield f"<p>{text(wording.NO_CHANGE)}</p>"
    else:
        yield f'<p class="printed">{text(wording.PRINTED)}</p>'
    for site, there in groupby(pages, key=lambda page: page.site or page.asked):
        of_site = list(there)
        yield f"<details><summary>{text(wording.changed_of(site, len(of_site)))}</summary>"
        yield from map(_page, of_site)
        yield "</details>"


def _companies(comparison: Comparison) -> str:
    if not comparison.companies:
        return f"<p>{text(wording.NO_COMPANIES)}</p>"
    head = "".join(f'<th scope="col">{text(column)}</th>' for column in wording.COMPANY_COLUMNS)
    rows = "".join(
        f'<tr><th scope="row">{text(company_first(total.name))}</th>{"".join(f"<td>{count}</td>" for count in counts)}</tr>'
        for total in comparison.companies
        for counts in [(total.old_pages, total.new_pages, total.gained_pages, total.lost_pages, total.changed_pages)]
    )
    caption = text(wording.company_caption(comparison.compared))
    table = f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="wide" tabindex="0" role="region" aria-label="{text(wording.COMPANIES_TITLE)}">{table}</div>'


def _page(page: PageChange) -> str:
    lines = [line for line in (wording.not_compared(page.not_compared), told.recordings(page)) if line]
    return "".join(
        (
            f'<article><h3>{text(told.heading(page))}</h3><p class="address">{text(told.address(page))}</p>',
            *(_company(change) for change in page.companies),
            *(f"<p>{text(line)}</p>" for line in (told.when(page), *lines)),
            "</article>",
        )
    )


def _company(change: CompanyChange) -> str:
    return (
        f"<h4>{text(told.company(change))}</h4>{_list(told.states(change))}"
        f"<details><summary>{text(wording.FILTERS)}</summary>"
        f'<p class="address">{text(told.flagged_by(change))}</p></details>'
    )


def _lines(lines: Iterable[str]) -> str:
    """A list of what may be none."""
    there = list(lines)
    return _list(there) if there else f"<p>{text(wording.NONE)}</p>"


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{text(line)}</li>' for line in lines)}</ul>"
