"""The report's two tables, of companies and of pages. They read well without the script; with it they can be sorted and cut down.

A column that can be sorted has ``data-sort`` in its heading ("number" or "words"); a number stands in its cell's ``data-value``.
"""

from collections.abc import Iterable, Sequence

from netcurtain.core.finding import What
from netcurtain.har.report import plain
from netcurtain.survey import facts
from netcurtain.survey.facts import State
from netcurtain.survey.report import tables_wording, wording
from netcurtain.survey.report.counts import CompanyCount, Counts, contacted, kinds_told, tried
from netcurtain.survey.report.document import named, shown, text, wide
from netcurtain.survey.result import PageSurveyed, SiteSurveyed

MOST_COMPANIES = 500
"""Rows of the table of companies; results.csv has all."""

_UNKNOWN = -1
"""Stands before every number."""


def companies(counts: Counts) -> str:
    """Every company that was met, on how many sites, and what it was told."""
    there = counts.most_met()
    if not there:
        return f"<p>{text(wording.NO_COMPANIES)}</p>"
    columns = tables_wording.company_columns(counts.sites, counts.sites_reached)
    about = f"<p>{text(tables_wording.ABOUT_COMPANIES)}</p>"
    heads = "".join(_head(column, number=2 <= place < len(columns) - 1) for place, column in enumerate(columns))
    rows = "".join(_company(one, counts) for one in there[:MOST_COMPANIES])
    left = len(there) - MOST_COMPANIES
    after = f"<p>{text(tables_wording.cut(left))}</p>" if left > 0 else ""
    return about + _table("companies", wording.COMPANIES, heads, rows) + after


def pages(sites: Iterable[SiteSurveyed], name: str = "pages") -> str:
    """One row a page, with the words by which the table can be cut down."""
    numbers = {0, 3, 4, 5, 6}
    heads = "".join(_head(column, number=place in numbers) for place, column in enumerate(tables_wording.PAGE_COLUMNS))
    rows = "".join(_page(page) for site in sites for page in site.pages)
    choices = "".join(f'<option value="{text(value)}">{text(words)}</option>' for value, words in tables_wording.WHICH_PAGES.items())
    # Without the script there is nothing to be cut down, and nothing of this is shown.
    tools = (
        f'<div class="tools" hidden data-table="{name}"><label>{text(tables_wording.FIND)} <input type="search" autocomplete="off"></label>'
        f"<label>{text(tables_wording.SHOW)} <select>{choices}</select></label></div>"
    )
    return f"<p>{text(tables_wording.ABOUT_PAGES)}</p>{tools}{_table(name, wording.PAGES, heads, rows)}"


def place_of(page: PageSurveyed) -> str:
    """Where the report tells of a page: the name that links lead to."""
    return f"page-{page.name}"


def called(page: PageSurveyed) -> str:
    """What a page is called: its title, else what the list calls it."""
    return plain(page.title) or page.label or wording.NO_TITLE


def address(page: PageSurveyed) -> str:
    """Its address, for people; as the list has it where it is none."""
    return plain(page.url or page.asked)


def _company(one: CompanyCount, counts: Counts) -> str:
    in_doubt = one.name in (counts.told_in_doubt if one.contacted else counts.sent_in_doubt)
    numbers = (one.contacted, *(one.by_state[state] for state in State), one.tried)
    return (
        f'<tr><th scope="row">{named(wording.company(one.name))}</th><td>{text(wording.categories(one.categories))}</td>'
        f"{''.join(_number(number) for number in numbers)}"
        f"<td>{_told(tuple(one.told), one.contacted > 0, in_doubt)}</td></tr>"
    )


def _page(page: PageSurveyed) -> str:
    words = " ".join(_words(page))
    forms = facts.forms(page)
    cells = (
        f'<td class="number" data-value="{page.number}">{page.number:,}</td>',
        f'<th scope="row"><a href="#{text(place_of(page))}">{shown(called(page))}</a>{_under(page)}</th>',
        f"<td>{_yes(facts.judged(page))}</td>",
        _unknown() if forms is None else _number(forms),
        *(_state(page, state) for state in State),
        f"<td>{_told_by(page)}</td>",
        f"<td>{text(wording.trouble(page))}</td>",
    )
    return f'<tr data-words="{words}">{"".join(cells)}</tr>'


def _told_by(page: PageSurveyed) -> str:
    """What companies were told; nothing stands only where it can be said that there was none."""
    if not facts.companies(page):
        return "" if facts.met_nobody(page) else _DASH
    sent = any(facts.went_out(company.looks) for company in page.companies)
    return _told(tuple(kinds_told(page)), sent, not facts.told_nothing(page))


def _told(kinds: Sequence[What], sent: bool, doubtful: bool) -> str:
    """What was told; that it was nothing, or that nothing even left, only where that can be said."""
    none = tables_wording.NOTHING if sent else tables_wording.NOTHING_LEFT
    return text(wording.kinds(kinds)) or (_DASH if doubtful else text(none))


def _under(page: PageSurveyed) -> str:
    label = f"{shown(page.label)}, " if page.label and page.label != called(page) else ""
    return f'<span class="under">{label}{shown(address(page))}</span>'


def _words(page: PageSurveyed) -> Sequence[str]:
    """By which of tables_wording.WHICH_PAGES a row stays."""
    there = {
        "before": contacted(page, State.BEFORE) > 0,
        "personal": facts.sensitive(page),
        "trouble": page.trouble is not None,
    }
    return [word for word, is_so in there.items() if is_so]


def _state(page: PageSurveyed, state: State) -> str:
    """How many companies were contacted; a dash where nobody can say."""
    sent, only_tried = contacted(page, state), tried(page, state)
    wholly = facts.met(page, None, state) is not None
    if not wholly and not sent and not only_tried:
        return _unknown()
    said, below = tables_wording.sent_and_tried(sent, only_tried, wholly)
    under = f' <span class="under">{text(below)}</span>' if below else ""
    return f'<td class="number" data-value="{sent}">{text(said)}{under}</td>'


def _number(number: int) -> str:
    return f'<td class="number" data-value="{number}">{number:,}</td>'


def _unknown() -> str:
    return f'<td class="number" data-value="{_UNKNOWN}">{_DASH}</td>'


def _yes(is_so: bool | None) -> str:
    return _DASH if is_so is None else text(tables_wording.YES if is_so else tables_wording.NO)


def _head(column: str, *, number: bool) -> str:
    kind = 'class="number" data-sort="number"' if number else 'data-sort="words"'
    return f'<th scope="col" {kind}>{text(column)}</th>'


def _table(name: str, title: str, heads: str, rows: str) -> str:
    """A table, with the words that the script says of it."""
    said = {
        "data-sorted": tables_wording.SORTED,
        "data-directions": "|".join(tables_wording.DIRECTIONS),
        "data-shown": tables_wording.SHOWN,
    }
    words = " ".join(f'{key}="{text(value)}"' for key, value in said.items())
    table = f'<table id="{name}" {words}><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    return f'{wide(title, table)}<p class="said" role="status"></p>'


_DASH = f'<span aria-hidden="true">–</span><span class="heard">{text(tables_wording.NOBODY_CAN_SAY)}</span>'
