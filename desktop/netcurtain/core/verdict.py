"""From a page to what its tab is told: level, sentences and the rules that leave the companies out."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from netcurtain.core import wording
from netcurtain.core.blocking import BlockRule, allow_rule_for, rule_for
from netcurtain.core.finding import DecodedEvent, FlaggedBy
from netcurtain.core.flagged import Company
from netcurtain.core.instruction import CardWords, FormVerdict, Verdict
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.organisations import RECORDER
from netcurtain.core.page import Page
from netcurtain.core.told_wording import event_sentence

MAX_RULES = 200
"""Rules of one page. What a page flags beyond them is named as not left out."""

MAX_REMEMBERED = 4000
"""Rules that are remembered once made."""


Ways = Callable[[Sequence[str]], Sequence[str]]
"""The card's other ways, a line each, for a form's categories."""


def no_ways(_categories: Sequence[str]) -> Sequence[str]:
    """Where nothing else is known of."""
    return ()


def verdict_on(page: Page, starter: Mapping[str, tuple[str, ...]], ways: Ways = no_ways) -> Verdict:
    """The newest verdict on a page and its forms. The companies of the visit's earlier pages count.

    ``starter`` are the filters of our own list by company: see ``rules_for``. Of a paused visit it says nothing but how to leave out those
    who are left out already.
    """
    if page.visit.paused:
        return _paused(page, starter)
    judged = ((form.id, page.level_of_form(form)) for form in page.forms.values())
    forms = [FormVerdict(form, page.visit.level(form_level), form_level) for form, form_level in judged]
    level = page_level(page)
    rules, unstoppable = rules_for(page, starter) if level is Level.WARNING or page.visit.left_out else ([], [])
    return Verdict(
        page=page.key.page,
        level=level,
        forms=forms,
        companies=list(page.visit.companies),
        site=page.site,
        answered=page.visit.answered,
        left_out=page.visit.left_out,
        unkept=page.visit.unkept,
        asks=page.visit.asks,
        words=_words(page, level, unstoppable, ways),
        rules=rules,
    )


def _paused(page: Page, starter: Mapping[str, tuple[str, ...]]) -> Verdict:
    return Verdict(
        page=page.key.page,
        level=Level.NOTHING_SEEN,
        forms=[FormVerdict(form, Level.NOTHING_SEEN, FormLevel.NO) for form in page.forms],
        site=page.site,
        answered=True,
        left_out=page.visit.left_out,
        paused=True,
        unkept=page.visit.unkept,
        rules=rules_for(page, starter)[0] if page.visit.left_out else [],
    )


def page_level(page: Page) -> Level:
    """The level of a page: that of the form that counts most."""
    if page.visit.paused:
        return Level.NOTHING_SEEN
    return page.visit.level(page.form_level())


def headline(page: Page) -> str:
    """The first line about a page; of one that contacts nobody, about the visit's earlier pages."""
    if page.visit.paused:
        return wording.PAUSED
    if not page.companies and page.visit.companies:
        return " ".join(earlier(page))
    companies = page.companies.values()
    if typed := [c for c in companies if c.told_typed()]:
        return wording.headline_typed(len(typed), scrambled=all(wording.only_scrambled(c.told()) for c in typed))
    told = sum(1 for c in companies if c.went_out and wording.kinds_told(c.told()))
    contacted = sum(1 for c in companies if c.went_out)
    return wording.headline(told, contacted, len(companies), stopped=all(company.stopped_by_us() for company in companies))


def not_seen(page: Page) -> list[str]:
    """What could not be seen of a page, a sentence each."""
    if page.visit.paused:
        return [wording.PAUSED_MEANS, *([wording.PAUSED_LEFT_OUT] if page.visit.left_out else [])]
    said = [not_seen_typed(page) if page.visit.companies else wording.NOTHING_SEEN]
    return said if page.from_start else [*said, wording.MISSED_THE_START]


def not_seen_typed(page: Page) -> str:
    """Whether what somebody wrote was seen to go, on this page or an earlier one of the visit. One that was only tried was not."""
    return wording.MORE_TYPED if page.visit.typed_told else wording.NOT_SEEN_TYPED


def sentences(page: Page, known: Collection[str] | None = None) -> list[str]:
    """What a warning says of the companies of this page and of the visit's earlier ones.

    With ``known`` only these are named and the others counted: one that is called by its host may give the page's subject away.
    """
    told = [(_name(c.name, known), wording.kinds_told(c.told())) for c in page.companies.values() if c.went_out]
    tried = [_name(c.name, known) for c in page.companies.values() if not c.went_out]
    lines = wording.warning(
        [(name, kinds) for name, kinds in told if kinds],
        [name for name, kinds in told if not kinds],
        tried,
    )
    return [*lines, *earlier(page, known)]


def rules_for(page: Page, starter: Mapping[str, tuple[str, ...]]) -> tuple[list[BlockRule], list[str]]:
    """One rule a flagged filter, and the companies that are not left out altogether.

    These are the ones of whose filters one cannot be made into a rule, or with an open websocket; and those that something else than a
    filter flagged, unless our own list knows what to stop of a known vendor. Last come the other filters of our own list for the flagged
    companies, so that the next page does not tell them once by another way.
    """
    hosts = page.action_hosts() or (None,)
    allowed = [_for_all(_allow_rule(line, page.host, host) for host in hosts) for line in page.visit.exceptions]
    # What lets through comes first: without it a rule would stop more than its filter means.
    rules = [rule for rule in allowed if rule is not None][:MAX_RULES]
    unstoppable: dict[str, None] = {}
    unlisted = page.visit.unlisted
    for name, filters in page.visit.companies.items():
        instead = starter.get(name, ()) if (name, FlaggedBy.KNOWN_VENDOR) in unlisted else ()
        if (name, FlaggedBy.TYPED) in unlisted or ((name, FlaggedBy.KNOWN_VENDOR) in unlisted and not instead):
            unstoppable[name] = None
        for line in dict.fromkeys((*filters, *instead)):
            rule = _for_all(_block_rule(line, page.host, host) for host in hosts)
            if rule is None or len(rules) >= MAX_RULES:
                unstoppable[name] = None
            else:
                rules.append(rule)
    others = [
        line
        for name, filters in page.visit.companies.items()
        for line in starter.get(name, ())
        if line not in filters and (name, FlaggedBy.KNOWN_VENDOR) not in unlisted
    ]
    possible = [_for_all(_block_rule(line, page.host, host) for host in hosts) for line in others]
    rules.extend([rule for rule in possible if rule is not None][: MAX_RULES - len(rules)])
    unstoppable |= {company.name: None for company in page.companies.values() if company.connected}
    return rules, list(unstoppable)


@lru_cache(maxsize=MAX_REMEMBERED)
def _block_rule(line: str, page_host: str, action_host: str | None) -> BlockRule | None:
    """A rule once made is remembered: a busy page is judged again and again."""
    return rule_for(line, page_host=page_host, action_host=action_host)


@lru_cache(maxsize=MAX_REMEMBERED)
def _allow_rule(line: str, page_host: str, action_host: str | None) -> BlockRule | None:
    return allow_rule_for(line, page_host=page_host, action_host=action_host)


def _for_all(made: Iterable[BlockRule | None]) -> BlockRule | None:
    """The rule that spares every form's action, from one rule for each; none where one form's action stands in its way."""
    rules: list[BlockRule] = []
    for rule in made:
        if rule is None:
            return None
        rules.append(rule)
    if len(rules) == 1:
        return rules[0]
    spared = {host for rule in rules for host in rule.excluded_domains}
    return replace(rules[0], excluded_domains=sorted(spared))


def company_sentences(company: Company) -> tuple[str, ...]:
    """A company's findings, each sentence once, the newest last; where there are none, that it was contacted; what a recorder can do."""
    found = tuple(company.sentences) or (wording.contacted(company.name, company.went_out),)
    recorder = (wording.recorders([company.name]),) if _records(company) else ()
    return (*found, *recorder, *set_up_sentences(company))


def set_up_sentences(company: Company) -> tuple[str, ...]:
    """What a company's pixel is set up to take from forms, and whether it was seen to; of one without such a pixel nothing."""
    if company.set_up:
        return (wording.set_up(company.name, company.set_up, company.kinds_seen()),)
    return (wording.set_up_hidden(company.name),) if company.hidden and company.set_up is None else ()


def company_sentence(company: Company) -> str:
    """All that a company was told, or a page tried to tell it, as if it were one event; what a recorder can do in a sentence of its own."""
    said = event_sentence(DecodedEvent(company.name, company.name, None, company.told()), company.went_out)
    return f"{said} {wording.recorders([company.name])}" if _records(company) else said


def _records(company: Company) -> bool:
    return company.category == RECORDER and company.went_out


def _name(company: str, known: Collection[str] | None) -> str:
    return company if known is None or company in known else wording.UNNAMED


def earlier(page: Page, known: Collection[str] | None = None) -> list[str]:
    """What is said of companies that only the visit's earlier pages met; ``known`` as in ``sentences``."""
    before = [name for name in page.visit.companies if name not in page.companies]
    reached = page.visit.reached
    return wording.earlier(
        [_name(name, known) for name in before if name in reached],
        [_name(name, known) for name in before if name not in reached],
    )


def _detail(company: Company) -> str:
    if company.flagged_by == {FlaggedBy.TYPED}:
        return wording.detail_typed(company.name)
    if not company.filters and not company.category:
        return wording.detail_kind(company.name)
    lists = dict.fromkeys(filter_list for _, filter_list in company.filters if filter_list)
    return wording.detail(company.name, [line for line, _ in company.filters], list(lists))


def _words(page: Page, level: Level, unstoppable: list[str], ways: Ways) -> CardWords:
    if level is not Level.WARNING:
        return CardWords()
    recorders = wording.recorders([company.name for company in page.companies.values() if _records(company)])
    form = page.main_form()
    return CardWords(
        arrival=f"{headline(page)} {recorders}".strip(),
        told=sentences(page),
        not_seen=not_seen_typed(page),
        details=[" ".join((_detail(company), *set_up_sentences(company))) for company in page.companies.values()],
        unstoppable=wording.cannot_stop([name for name in unstoppable if name not in page.visit.own_address], bool(page.visit.own_address)),
        ways=list(ways(form.judgement.categories)) if form else [],
    )
