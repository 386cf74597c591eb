"""The report's sections, top to bottom: what was looked at, numbers, charts, companies, pages, sites, trouble, what one may say of it."""

from collections.abc import Iterable, Iterator, Sequence

from netcurtain.core.finding import What
from netcurtain.survey import facts
from netcurtain.survey import wording as survey_wording
from netcurtain.survey.asked import Asked
from netcurtain.survey.report import charts as report_charts
from netcurtain.survey.report import claims, claims_wording, wording
from netcurtain.survey.report import site as report_site
from netcurtain.survey.report import tables as report_tables
from netcurtain.survey.report.counts import Counts
from netcurtain.survey.report.document import address_of, document, list_of, shown, text, wide
from netcurtain.survey.result import PageSurveyed, SiteSurveyed

MOST_NAMED = 3
"""Companies under the second number."""

_SECTIONS = (
    ("charts", wording.CHARTS),
    ("all-companies", wording.COMPANIES),
    ("all-pages", wording.PAGES),
    ("sites", wording.SITES),
    ("trouble", wording.TROUBLE),
    ("may", claims_wording.MAY),
    ("check", claims_wording.CHECK),
)


def report(counts: Counts, sites: Sequence[SiteSurveyed], parts: Sequence[tuple[str, str]] = (), asked: Asked | None = None) -> str:
    """The whole report; of a long survey without its pages and sites, which are in ``parts``: the path of each and what it is called."""
    return document(wording.TITLE, _report(counts, sites, parts, asked))


def part(title: str, sites: Sequence[SiteSurveyed], back: str) -> str:
    """Pages and sites of a part of a long survey. ``back`` leads to the report."""
    return document(f"{wording.TITLE}: {title}", _part(title, sites, back))


def _report(counts: Counts, sites: Sequence[SiteSurveyed], parts: Sequence[tuple[str, str]], asked: Asked | None) -> Iterator[str]:
    yield f"<header><h1>{text(wording.TITLE)}</h1>{_facts(counts, asked)}"
    yield f'<p class="note"><strong>{text(wording.ADVICE)}</strong> <a href="#may">{text(claims_wording.MAY)}</a></p></header>'
    yield f'<section><h2>{text(wording.BIG)}</h2><div class="big">{"".join(_big(counts))}</div></section>'
    yield _contents(bool(parts))
    charts = (report_charts.companies, report_charts.kinds, report_charts.states, report_charts.categories)
    drawn = f'<div class="charts">{"".join(chart(counts) for chart in charts)}</div>'
    yield _section("charts", wording.CHARTS, f"<p>{text(wording.AT_ANY_TIME)}</p>{drawn}")
    yield _section("all-companies", wording.COMPANIES, f"<p>{text(wording.LIST_OF_NAMES)}</p>{report_tables.companies(counts)}")
    if parts:
        links = list_of(f'<a href="{text(address_of(path))}">{text(title)}</a>' for path, title in parts)
        yield _section("files", wording.FILES, f"<p>{text(wording.cut_into(len(parts)))}</p>{links}")
    else:
        yield from _pages_and_sites(sites, up="")
    yield _section("trouble", wording.TROUBLE, _trouble(counts, [] if parts else _troubled(sites)))
    yield _section("may", claims_wording.MAY, claims.may())
    yield _section("check", claims_wording.CHECK, claims.check(asked))


def _part(title: str, sites: Sequence[SiteSurveyed], back: str) -> Iterator[str]:
    yield f'<header><h1>{text(title)}</h1><p><a href="{text(back)}">{text(wording.TITLE)}</a></p></header>'
    yield from _pages_and_sites(sites, up="../")
    yield _section("trouble", wording.TROUBLE, _rows_of_trouble(_troubled(sites)) or f"<p>{text(wording.NO_TROUBLE_HERE)}</p>")


def _pages_and_sites(sites: Sequence[SiteSurveyed], up: str) -> Iterator[str]:
    yield _section("all-pages", wording.PAGES, report_tables.pages(sites))
    buttons = "".join(
        f'<button type="button" data-open="{word}">{text(words)}</button>'
        for word, words in (("yes", wording.OPEN_ALL), ("", wording.CLOSE_ALL))
    )
    tools = f'<div class="tools" hidden data-sites="">{buttons}<span>{text(wording.PRINTED)}</span></div>'
    yield _section("sites", wording.SITES, tools + "".join(report_site.site(one, up) for one in sites))


def _section(name: str, title: str, content: str) -> str:
    return f'<section><h2 id="{name}">{text(title)}</h2>{content}</section>'


def _contents(is_long: bool) -> str:
    there = (("files", wording.FILES) if is_long and name == "sites" else (name, title) for name, title in _SECTIONS)
    links = "".join(f'<a href="#{name}">{text(title)}</a>' for name, title in there if not (is_long and name == "all-pages"))
    return f'<nav aria-label="{text(wording.CONTENTS)}">{links}</nav>'


def _facts(counts: Counts, asked: Asked | None) -> str:
    """What was looked at, when, with what and how."""
    browsers = dict.fromkeys(wording.browsers(made.browser, made.netcurtain) for made in counts.made_with if made.browser)
    lists = dict.fromkeys(wording.list_line(used) for made in counts.made_with for used in made.lists)
    how = (
        *wording.HOW_TOLD,
        wording.typed(counts.marked, to_be=asked is not None and asked.type_marker),
        wording.touched(counts.touched, counts.looked_at),
    )
    looked = wording.looked_at(counts.looked_at, counts.in_part, counts.sites, counts.addresses, counts.pages, counts.repeats)
    rows = (
        (wording.LOOKED_AT, list(looked)),
        (wording.WHEN, [wording.period(facts.moment(counts.first), facts.moment(counts.last))]),
        (wording.BROWSER, list(browsers)),
        (wording.LISTS, list(lists)),
        (wording.HOW, list(how)),
    )
    return f"<dl>{''.join(_row(term, lines) for term, lines in rows if lines)}</dl>"


def _row(term: str, lines: Iterable[str]) -> str:
    return f"<div><dt>{text(term)}</dt>{''.join(f'<dd>{shown(line)}</dd>' for line in lines)}</div>"


def _big(counts: Counts) -> Iterator[str]:
    """The three numbers, with what belongs to each."""
    whole = counts.looked_at
    others = wording.other_pages(
        counts.contacted_before, counts.tried_before, counts.nobody_before, counts.in_part, counts.in_part_contacted
    )
    yield _number(counts.told_before, wording.of_pages(whole), wording.told_before(counts.told_before), others)
    met = [one for one in counts.most_met() if one.contacted]
    often = wording.most_often([(wording.company(one.name), one.contacted) for one in met[:MOST_NAMED]], len(counts.companies) - len(met))
    yield _number(len(met), "", wording.met(len(met)), [often])
    also = (
        (wording.BUTTON, counts.told[What.BUTTON_TEXT]),
        (wording.QUESTIONS, counts.told[What.FORM_FIELDS]),
        (wording.WHO, counts.told_who),
        *(((wording.TYPED, counts.told[What.TYPED]),) if counts.marked else ()),
    )
    yield _number(counts.told_which_page, wording.of_pages(whole), wording.WHICH_PAGE, [wording.also_told(words, n) for words, n in also])


def _number(number: int, of: str, words: str, also: Sequence[str]) -> str:
    below = [line for line in also if line]
    more = list_of(map(shown, below)) if len(below) > 1 else "".join(f"<p>{shown(line)}</p>" for line in below)
    return f'<div><p class="first"><strong>{number:,}</strong> {text(" ".join(filter(None, (of, words))))}</p>{more}</div>'


def _troubled(sites: Iterable[SiteSurveyed]) -> list[PageSurveyed]:
    return [page for site in sites for page in site.pages if page.trouble is not None]


def _trouble(counts: Counts, pages: Sequence[PageSurveyed]) -> str:
    if not counts.with_trouble:
        return f"<p>{text(wording.NO_TROUBLE_BUT_LATE if counts.late else wording.NO_PAGES_OF_TROUBLE)}</p>"
    reasons = list_of(text(wording.went_wrong(count, survey_wording.trouble(kind))) for kind, count in counts.with_trouble.most_common())
    return f"<p>{text(wording.ABOUT_TROUBLE)}</p>{reasons}{_rows_of_trouble(pages)}"


def _rows_of_trouble(pages: Sequence[PageSurveyed]) -> str:
    if not pages:
        return ""
    heads = "".join(f'<th scope="col">{text(column)}</th>' for column in wording.TROUBLE_COLUMNS)
    rows = "".join(
        f'<tr><th scope="row"><a href="#{text(report_tables.place_of(page))}">{shown(page.label or report_tables.address(page))}</a>'
        f'<span class="under">{shown(report_tables.address(page))}</span></th><td>{text(wording.trouble(page))}</td></tr>'
        for page in pages
    )
    return wide(wording.TROUBLE, f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")
