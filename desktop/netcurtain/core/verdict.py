"""From a page to what its tab is told: level, sentences and the rules that leave the companies out."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from netcurtain.core import wording
from netcurtain.core.blocking import BlockRule, allow_rule_for, rule_for
from netcurtain.core.instruction import CardWords, FormVerdict, Verdict
from netcurtain.core.level import FormLevel, Level, level_of
from netcurtain.core.organisations import RECORDER
from netcurtain.core.page import Company, Page

MAX_RULES = 200
"""Rules of one page. What a page flags beyond them is named as not left out."""

MAX_REMEMBERED = 4000
"""Rules that are remembered once made."""


def verdict_on(page: Page, starter: Mapping[str, tuple[str, ...]]) -> Verdict:
    """The newest verdict on a page and its forms. The companies of the visit's earlier pages count.

    ``starter`` are the filters of our own list by company: see ``rules_for``.
    """
    trackers = bool(page.visit.companies)
    forms = [FormVerdict(form.id, level_of(form.judgement.level, trackers), form.judgement.level) for form in page.forms.values()]
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
        words=_words(page, level, unstoppable),
        rules=rules,
    )


def page_level(page: Page) -> Level:
    """The level of a page: that of the form that weighs most."""
    form = page.main_form()
    return level_of(form.judgement.level if form else FormLevel.NO, bool(page.visit.companies))


def headline(page: Page) -> str:
    """The first line about a page; of one that contacts nobody, about the visit's earlier pages."""
    if not page.companies and page.visit.companies:
        return " ".join(_earlier(page))
    companies = page.companies.values()
    told = sum(1 for c in companies if c.went_out and wording.kinds_told(c.told()))
    contacted = sum(1 for c in companies if c.went_out)
    return wording.headline(told, contacted, len(companies))


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
    return [*lines, *_earlier(page, known)]


def rules_for(page: Page, starter: Mapping[str, tuple[str, ...]]) -> tuple[list[BlockRule], list[str]]:
    """One rule a flagged filter, and the companies that are not left out altogether.

    These are the ones of whose filters one cannot be made into a rule, or with an open websocket. Last come the other filters of our own
    list for the flagged companies, so that the next page does not tell them once by another way.
    """
    hosts = page.action_hosts() or (None,)
    allowed = [_for_all(_allow_rule(line, page.host, host) for host in hosts) for line in page.visit.exceptions]
    # What lets through comes first: without it a rule would stop more than its filter means.
    rules = [rule for rule in allowed if rule is not None][:MAX_RULES]
    unstoppable: dict[str, None] = {}
    for name, filters in page.visit.companies.items():
        for line in filters:
            rule = _for_all(_block_rule(line, page.host, host) for host in hosts)
            if rule is None or len(rules) >= MAX_RULES:
                unstoppable[name] = None
            else:
                rules.append(rule)
    others = [line for name, flagged in page.visit.companies.items() for line in starter.get(name, ()) if line not in flagged]
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
    found = tuple(company.sentences) or (wording.finding(company.name, (), company.went_out),)
    return (*found, wording.recorders([company.name])) if _records(company) else found


def _records(company: Company) -> bool:
    return company.category == RECORDER and company.went_out


def _name(company: str, known: Collection[str] | None) -> str:
    return company if known is None or company in known else wording.UNNAMED


def _earlier(page: Page, known: Collection[str] | None = None) -> list[str]:
    before = [name for name in page.visit.companies if name not in page.companies]
    reached = page.visit.reached
    return wording.earlier(
        [_name(name, known) for name in before if name in reached],
        [_name(name, known) for name in before if name not in reached],
    )


def _detail(company: Company) -> str:
    lists = dict.fromkeys(filter_list for _, filter_list in company.filters if filter_list)
    return wording.detail(company.name, [line for line, _ in company.filters], list(lists))


def _words(page: Page, level: Level, unstoppable: list[str]) -> CardWords:
    if level is not Level.WARNING:
        return CardWords()
    recorders = wording.recorders([company.name for company in page.companies.values() if _records(company)])
    return CardWords(
        arrival=f"{headline(page)} {recorders}".strip(),
        told=sentences(page),
        not_seen=wording.NOT_SEEN_TYPED,
        details=[_detail(company) for company in page.companies.values()],
        unstoppable=wording.cannot_stop([name for name in unstoppable if name not in page.visit.own_address], bool(page.visit.own_address)),
    )
