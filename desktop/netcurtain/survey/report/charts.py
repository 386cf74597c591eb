"""Charts as tables: every bar has its name and its numbers beside it as text, so that nothing is in a colour or a length alone.

The bars are drawn in SVG, are as wide as their column, and are nothing to a screen reader, which reads the table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netcurtain.core.finding import What
from netcurtain.core.wording import begin
from netcurtain.survey.facts import State
from netcurtain.survey.report import wording
from netcurtain.survey.report.counts import Counts
from netcurtain.survey.report.document import named, shown, text, wide

MOST_BARS = 15
"""Companies in the first chart; the table has the others."""

ALWAYS = (What.PAGE_ADDRESS, What.PAGE_TITLE, What.BUTTON_TEXT, What.FORM_FIELDS, What.IDENTITY)
"""Kinds of fact that have a bar even where it is empty: that nothing of the kind was seen is worth knowing."""

_HEIGHT = 12
_NUMBER = ' class="number"'


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its name, its numbers as they are written, and how much of the width is pale and how much of that dark, 0 to 1."""

    name: str
    numbers: tuple[str, ...]
    whole: float
    part: float


def companies(counts: Counts) -> str:
    """The companies on most sites."""
    there = [one for one in counts.most_met() if one.contacted]
    most = max((one.contacted for one in there), default=1)
    bars = [
        Bar(
            wording.company(one.name),
            (f"{one.by_state[State.BEFORE]:,}", f"{one.contacted:,}"),
            one.contacted / most,
            one.by_state[State.BEFORE] / most,
        )
        for one in there[:MOST_BARS]
    ]
    if not bars:
        return _figure(wording.COMPANIES_CHART, f"<p>{text(wording.NONE_CONTACTED)}</p>")
    left = len(there) - len(bars)
    after = f"<p>{text(wording.others(left, wording.COMPANIES))}</p>" if left else ""
    about = wording.companies_key(counts.sites)
    return _chart(wording.COMPANIES_CHART, about, (wording.COMPANY, *wording.BEFORE_AND_EVER), bars, after)


def kinds(counts: Counts) -> str:
    """On how many pages a company was told what."""
    if not counts.told:
        return _figure(wording.KINDS_CHART, f"<p>{text(wording.NOTHING_TOLD)}</p>")
    whole = max(counts.looked_at, 1)
    bars = [
        Bar(
            wording.TOLD[what],
            (f"{counts.told_before_by_kind[what]:,}", f"{counts.told[what]:,}"),
            counts.told[what] / whole,
            counts.told_before_by_kind[what] / whole,
        )
        for what in wording.TOLD
        if counts.told[what] or what in ALWAYS
    ]
    about = wording.kinds_key(counts.looked_at)
    return _chart(wording.KINDS_CHART, about, (wording.WHAT, *wording.BEFORE_AND_EVER), bars)


def states(counts: Counts) -> str:
    """The same pages before a choice, after refusing and after accepting."""
    if not counts.compared:
        return _figure(wording.STATES_CHART, f"<p>{text(wording.STATES_NONE)}</p>")
    bars = [
        Bar(
            wording.STATES[state],
            (f"{one.average:.1f}", f"{one.contacted:,}"),
            one.contacted / counts.compared,
            one.contacted / counts.compared,
        )
        for state, one in counts.states.items()
    ]
    trouble = bool(counts.with_trouble) or counts.late > 0
    about = wording.states_key(counts.compared, counts.pages - counts.compared, trouble=trouble)
    return _chart(wording.STATES_CHART, about, wording.STATE_COLUMNS, bars, in_parts=False)


def categories(counts: Counts) -> str:
    """What each kind of company was told, by how many sites: numbers alone."""
    if not counts.categories:
        return ""
    order = sorted(counts.categories.items(), key=lambda item: (-item[1].sites, item[0]))
    rows = "".join(
        f'<tr><th scope="row">{shown(begin(wording.category(word)))}</th>'
        + "".join(_number(f"{number:,}") for number in (len(one.names), one.sites, *(one.told[about] for about in wording.ABOUT)))
        + "</tr>"
        for word, one in order
    )
    columns = (*wording.CATEGORY_COLUMNS, *wording.ABOUT.values())
    table = f"<table><thead><tr>{_heads(columns)}</tr></thead><tbody>{rows}</tbody></table>"
    about = f"<p>{text(wording.categories_key(counts.sites))}</p>"
    return _figure(wording.CATEGORIES_TABLE, f"{about}{wide(wording.CATEGORIES_TABLE, table)}", "across")


def _chart(title: str, about: str, columns: Sequence[str], bars: Iterable[Bar], after: str = "", *, in_parts: bool = True) -> str:
    rows = "".join(_row(bar) for bar in bars)
    drawn = f'<p class="key">{_KEY if in_parts else text(wording.STATES_BAR)}</p>'
    # The bars have a column of their own, without a heading: what they show stands in the columns before.
    table = f'<table class="chart"><thead><tr>{_heads(columns)}<td></td></tr></thead><tbody>{rows}</tbody></table>'
    return _figure(title, f"<p>{text(about)}</p>{drawn}{table}{after}", "one" if in_parts else "across")


def _figure(title: str, content: str, kind: str = "one") -> str:
    return f'<figure class="{kind}"><figcaption><h3>{text(title)}</h3></figcaption>{content}</figure>'


def _row(bar: Bar) -> str:
    numbers = "".join(map(_number, bar.numbers))
    return f'<tr><th scope="row">{named(bar.name)}</th>{numbers}<td class="bar">{_svg(bar.whole, bar.part)}</td></tr>'


def _svg(whole: float, part: float) -> str:
    widths = (("whole", whole), ("part", part))
    rects = "".join(f'<rect class="{kind}" width="{width * 100:.1f}" height="{_HEIGHT}"/>' for kind, width in widths)
    return f'<svg viewBox="0 0 100 {_HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">{rects}</svg>'


def _heads(columns: Sequence[str]) -> str:
    """The first column names the row, and all others are numbers."""
    return "".join(f'<th scope="col"{_NUMBER if number else ""}>{text(column)}</th>' for number, column in enumerate(columns))


def _number(written: str) -> str:
    return f"<td{_NUMBER}>{text(written)}</td>"


_KEY = (
    f'<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><rect class="part" width="12" height="12"/></svg> '
    f"{text(wording.KEY_PART)} "
    f'<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><rect class="whole" width="12" height="12"/></svg> '
    f"{text(wording.KEY_WHOLE)}"
)
