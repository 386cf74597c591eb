"""One site in plain words, page by page: what was seen, what not, what could not be seen; and what each sentence rests on."""

from collections.abc import Iterator, Sequence

from netcurtain.core.third_person import of_somebody
from netcurtain.core.wording import MISSED_THE_START, company_first
from netcurtain.har.report import plain
from netcurtain.survey import facts
from netcurtain.survey.facts import State
from netcurtain.survey.report import site_wording as wording
from netcurtain.survey.report import wording as report_wording
from netcurtain.survey.report.counts import contacted, each_once, is_whole
from netcurtain.survey.report.document import address_of, list_of, shown, text
from netcurtain.survey.report.tables import address, called, place_of
from netcurtain.survey.result import BEFORE, Choosing, CompanySurveyed, Look, MadeWith, PageSurveyed, SiteSurveyed, Stage

_CHOICES = {Stage.REFUSED: "refused", Stage.ACCEPTED: "accepted"}


def site(one: SiteSurveyed, up: str = "") -> str:
    """A site, folded. ``up`` leads from the report's file to the survey's folder: "" or "../"."""
    labels = {page.label for page in one.pages}
    # What the list calls one page of several is not what the site is called.
    label = labels.pop() if len(labels) == 1 else ""
    name = label or one.site or wording.NO_SITE
    also = f' <span class="address">{shown(one.site)}</span>' if label and one.site else ""
    pages = "".join("".join(_page(page, one.made_with, up)) for page in one.pages)
    return (
        f'<details class="site"><summary><h3>{shown(name)}</h3>{also} <span class="short">{text(_summary(one))}</span></summary>'
        f"{pages}</details>"
    )


def _summary(one: SiteSurveyed) -> str:
    if not any(page.seen for page in one.pages):
        return wording.not_looked_at(tuple(dict.fromkeys(report_wording.trouble(page) for page in one.pages if page.trouble)))
    pages = each_once(one.pages)
    met = [(page, company) for page in pages for company in facts.companies(page)]
    before = {company.name for page, company in met if facts.went_out(facts.looks(page, company, State.BEFORE))}
    ever = dict.fromkeys(company.name for page, company in met if facts.went_out(facts.looks(page, company)))
    tried = dict.fromkeys(company.name for _page, company in met if company.name not in ever)
    in_part = sum(not is_whole(page) for page in pages)
    doubtful = any(page.companies for page in pages)
    return wording.site_summary(len(before), tuple(ever), tuple(tried), len(pages), in_part, doubtful=doubtful)


def _page(page: PageSurveyed, made_with: MadeWith, up: str) -> Iterator[str]:
    yield f'<section class="page" id="{text(place_of(page))}"><h4>{shown(called(page))}</h4><p class="address">{shown(address(page))}</p>'
    if page.trouble is not None:
        yield f'<p class="note">{text(report_wording.trouble(page))}</p>'
    if page.seen:
        yield f"<p>{text(' '.join(_about(page)))}</p>"
        if not page.companies:
            yield f"<p>{text(wording.NOBODY if is_whole(page) else wording.NOT_FINISHED)}</p>"
        elif not contacted(page, State.BEFORE) and is_whole(page):
            yield f"<p>{text(wording.NONE_BEFORE)}</p>"
    for company in page.companies:
        yield from _company(page, company, made_with)
    yield from _kept(page, up)
    yield "</section>"


def _about(page: PageSurveyed) -> Iterator[str]:
    yield wording.looked(facts.moment(page.started), page.forms, page.touched, page.marker_typed, is_whole(page))
    yield wording.banner(page.banner, page.refused, page.accepted, is_whole(page))
    if facts.sensitive(page):
        yield wording.personal(facts.categories(page) or ())
    if not all(one.from_start for one in page.seen):
        yield MISSED_THE_START
    if page.search_broke_off:
        yield wording.SEARCH_BROKE_OFF


def _company(page: PageSurveyed, company: CompanySurveyed, made_with: MadeWith) -> Iterator[str]:
    kind = report_wording.category(company.category)
    yield f'<article><h5>{shown(company_first(company.name))} <span class="kind">{shown(kind)}</span></h5>'
    for stages, sentences in _said(company):
        yield f'<p class="state">{text(_moments(page, stages))}</p>{list_of(map(text, sentences))}'
    yield f"<details><summary>{text(wording.RESTS_ON)}</summary>{list_of(_claims(page, company, made_with))}</details></article>"


def _said(company: CompanySurveyed) -> list[tuple[tuple[Stage, ...], tuple[str, ...]]]:
    """What is said of a company, each time with the stages of which the same is said."""
    together: dict[tuple[str, ...], list[Stage]] = {}
    for look in company.looks:
        said = tuple(of_somebody(sentence) for sentence in facts.sentences(company, (look,)))
        together.setdefault(said, []).append(look.stage)
    return [(tuple(stages), sentences) for sentences, stages in together.items()]


def _moments(page: PageSurveyed, stages: Sequence[Stage]) -> str:
    """When that was. What came after a choice that may not have been made is not said to have come after it."""
    return wording.moments([(stage, stage in BEFORE or getattr(page, _CHOICES[stage]) is Choosing.DONE) for stage in stages])


def _claims(page: PageSurveyed, company: CompanySurveyed, made_with: MadeWith) -> Iterator[str]:
    for look in company.looks:
        when = _moments(page, (look.stage,))
        claim = wording.claim(wording.at(facts.moment(look.first_seen)), made_with.browser, look.requests, look.went_out, look.hosts)
        of_sentences = [*_rests_on(look, made_with)]
        below = list_of(map(text, of_sentences)) if of_sentences else ""
        yield f'{text(f"{when}. {claim}")} <span class="filters">{_filters(look, made_with)}</span>{below}'


def _rests_on(look: Look, made_with: MadeWith) -> Iterator[str]:
    """Each sentence that is said of a request, with its own time and filter, where they are known."""
    for event in look.events:
        if sentence := str(event.line.get("sentence") or ""):
            moment, filtered = facts.moment(event.time), facts.filter_line(event.by, made_with)
            if words := wording.rests_on(of_somebody(plain(sentence)), moment, filtered):
                yield words


def _filters(look: Look, made_with: MadeWith) -> str:
    """The filters that flagged a look's requests, each with its list and the list's version."""
    return text(wording.flagged_by([facts.filter_line(one, made_with) for one in facts.filters((look,))]))


def _kept(page: PageSurveyed, up: str) -> Iterator[str]:
    files = ((page.recording, wording.RECORDING), (page.screenshot, wording.SCREENSHOT))
    links = [f'<a href="{text(up + address_of(path))}">{text(words)}</a>' for path, words in files if path]
    if links:
        yield f'<p class="kept">{text(wording.KEPT)} {", ".join(links)}</p>'
