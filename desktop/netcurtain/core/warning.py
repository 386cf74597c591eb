"""From a page to what its tab is told: level, sentences and the rules that leave the companies out."""

from netcurtain.core import wording
from netcurtain.core.blocking import BlockRule, allow_rule_for, rule_for
from netcurtain.core.instruction import CardWords, FormVerdict, Verdict
from netcurtain.core.page import Company, Page
from netcurtain.core.verdict import FormLevel, Level, level_of

MAX_RULES = 200
"""Rules of one page; a page that flags more filters than this gets the first ones."""


def verdict_on(page: Page) -> Verdict:
    """The newest verdict on a page and its forms. The companies of the visit's earlier pages count."""
    trackers = bool(page.visit.companies)
    forms = [FormVerdict(form.id, level_of(form.judgement.level, trackers), form.judgement.level) for form in page.forms.values()]
    level = page_level(page)
    rules, unstoppable = rules_for(page) if level is Level.WARNING or page.visit.left_out else ([], [])
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
    """The first line about a page."""
    companies = page.companies.values()
    told = sum(1 for c in companies if c.went_out and wording.kinds_told(c.told()))
    contacted = sum(1 for c in companies if c.went_out)
    if told:
        return wording.headline(told, 0, 0)
    return wording.headline(0, contacted, len(page.companies))


def sentences(page: Page) -> list[str]:
    """What a warning says of the companies of this page and of the visit's earlier ones."""
    told = [(c.name, wording.kinds_told(c.told())) for c in page.companies.values() if c.went_out]
    tried = [c.name for c in page.companies.values() if not c.went_out]
    lines = wording.warning(
        [(name, kinds) for name, kinds in told if kinds],
        [name for name, kinds in told if not kinds],
        tried,
    )
    before = [name for name in page.visit.companies if name not in page.companies]
    return [*lines, wording.earlier(before)] if before else lines


def rules_for(page: Page) -> tuple[list[BlockRule], list[str]]:
    """One rule a flagged filter, and the companies that only the site itself stands between: those cannot be left out."""
    form = page.main_form()
    action_host = form.action_host if form else None
    rules: list[BlockRule] = []
    unstoppable: list[str] = []
    for name, filters in page.visit.companies.items():
        made = [rule_for(line, organisation=name, page_host=page.host, action_host=action_host) for line in filters]
        rules.extend(rule for rule in made if rule is not None)
        if None in made:
            unstoppable.append(name)
    for line in page.visit.exceptions:
        allowed = allow_rule_for(line, page_host=page.host, action_host=action_host)
        if allowed is not None:
            rules.append(allowed)
    return rules[:MAX_RULES], unstoppable


def company_sentences(company: Company) -> tuple[str, ...]:
    """A company's findings, each sentence once, newest facts last."""
    spoken = (wording.finding(company.name, flagged.told, flagged.fate.went_out) for flagged in company.flagged)
    return tuple(dict.fromkeys(spoken))


def _words(page: Page, level: Level, unstoppable: list[str]) -> CardWords:
    if level is not Level.WARNING:
        return CardWords()
    details = [
        wording.detail(
            company.name,
            list(dict.fromkeys(f.filter for f in company.flagged)),
            list(dict.fromkeys(f.filter_list for f in company.flagged)),
        )
        for company in page.companies.values()
    ]
    return CardWords(
        arrival=headline(page) if page.companies else wording.earlier(list(page.visit.companies)),
        told=sentences(page),
        not_seen=wording.NOT_SEEN_TYPED,
        details=details,
        unstoppable=wording.cannot_stop(unstoppable),
    )
