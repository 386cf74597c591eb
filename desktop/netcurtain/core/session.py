"""The whole pipeline, top to bottom: what a browser reports comes in; instructions for it, events for the windows and records for the
history go out. Pure: no Qt, no socket, no SQL, no clock. It lives on one thread.

    request -> its page -> matcher -> decoder -> finding -> verdict -> back to the tab, on to the windows, into the history
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from netcurtain.core import decoders, filing, wording
from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.domains import host_of, registrable_domain, without_query, without_query_values
from netcurtain.core.event import PageKey
from netcurtain.core.finding import Finding
from netcurtain.core.form import Lexicon, judge
from netcurtain.core.matcher import Excepted, Match, Matcher
from netcurtain.core.organisations import Organisations
from netcurtain.core.page import Flagged, Form, Page, Submission, Visit
from netcurtain.core.record import Record
from netcurtain.core.request import Fate, Request, ResourceType, resource_type
from netcurtain.core.verdict import Level, level_of
from netcurtain.core.view import view_of
from netcurtain.core.warning import sentences, verdict_on

MAX_PAGES = 2000
"""Open pages that are followed; the oldest is closed for a newer one."""
MAX_FORMS = 100
"""Forms of one page that are judged."""
MAX_SUBMISSIONS = 1000
"""Submissions that are remembered, so that one sent again is not counted again."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the pipeline judges by. Frozen: a new list is a new Knowledge, swapped in one assignment."""

    matcher: Matcher
    organisations: Organisations
    lexicon: Lexicon
    lists: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """What follows from one report."""

    instructions: list[tuple[str, say.Instruction]] = field(default_factory=list)
    events: list[happened.Event] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)


class Session:
    """Everything that is known of the pages open now, in every paired browser."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._pages: dict[PageKey, Page] = {}
        self._visits: dict[tuple[str, int], Visit] = {}
        self._submissions: dict[str, Submission] = {}
        self._told: dict[PageKey, say.Verdict] = {}
        self._handlers: dict[type, Callable[[str, Any, Outcome], None]] = {
            seen.PageOpened: self._page_opened,
            seen.PageChanged: self._page_changed,
            seen.PageClosed: self._page_closed,
            seen.PageInFront: self._page_in_front,
            seen.Requests: self._requests,
            seen.Fates: self._fates,
            seen.Body: self._body,
            seen.FormDescribed: self._form_described,
            seen.FormGone: self._form_gone,
            seen.Submitted: self._submitted,
            seen.Chosen: self._chosen,
            seen.Outcome: self._outcome,
        }

    def receive(self, browser: str, observation: seen.Observation) -> Outcome:
        """What follows from one report of one browser. A report about a page that is not known is passed over."""
        out = Outcome()
        self._handlers[type(observation)](browser, observation, out)
        return out

    def greet(self, browser: str, open_pages: frozenset[str]) -> Outcome:
        """A browser is (again) connected: close what it no longer has open, tell it the newest verdicts on the rest."""
        out = Outcome()
        for key in [key for key in self._pages if key.browser == browser]:
            if key.page in open_pages:
                self._told.pop(key, None)
                self._settle(self._pages[key], out)
            else:
                self._close(key, out)
        return out

    def forget_browser(self, browser: str) -> Outcome:
        """A browser went away for good: its pages are dropped, with everything read from them."""
        out = Outcome()
        for key in [key for key in self._pages if key.browser == browser]:
            self._close(key, out)
        self._visits = {place: visit for place, visit in self._visits.items() if place[0] != browser}
        out.events.append(happened.FrontChanged(browser, None))
        return out

    def choose(self, submission: str, choice: seen.Choice) -> Outcome:
        """The person answered in the app's own window."""
        out = Outcome()
        held = self._submissions.get(submission)
        page = self._pages.get(held.page) if held else None
        if held is not None and page is not None and not held.answered:
            out.instructions.append((page.key.browser, say.ChoiceMade(submission, page.key.page, choice)))
            self._answer(page, held, choice, out)
        return out

    def _page_opened(self, browser: str, opened: seen.PageOpened, out: Outcome) -> None:
        key = PageKey(browser, opened.page)
        if key in self._pages:
            return
        url = without_query_values(opened.url)
        host = host_of(url)
        visit = self._visit(browser, opened, registrable_domain(host) or host)
        page = Page(key, opened.tab, visit, url, host, opened.title, opened.private, opened.time, opened.from_start)
        if len(self._pages) >= MAX_PAGES:
            self._close(next(iter(self._pages)), out)
        self._pages[key] = page
        out.records.extend(filing.page_records(page))
        self._settle(page, out, opened=True)

    def _visit(self, browser: str, opened: seen.PageOpened, site: str) -> Visit:
        place = (browser, opened.tab)
        visit = self._visits.get(place)
        if visit is None or visit.site != site or visit.private != opened.private:
            visit = self._visits[place] = Visit(f"{browser}:{opened.page}", site, opened.private)
        return visit

    def _page_changed(self, browser: str, changed: seen.PageChanged, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, changed.page))
        if page is None:
            return
        if changed.url is not None and host_of(changed.url) == page.host:
            page.url = without_query_values(changed.url)
        if changed.title is not None:
            page.title = changed.title
        out.records.extend(filing.page_records(page))
        self._settle(page, out)

    def _page_closed(self, browser: str, closed: seen.PageClosed, out: Outcome) -> None:
        self._close(PageKey(browser, closed.page), out)

    def _close(self, key: PageKey, out: Outcome) -> None:
        if self._pages.pop(key, None) is None:
            return
        self._told.pop(key, None)
        for submission in self._submissions.values():
            if submission.page == key and submission.held and not submission.answered:
                submission.answered = True
                out.events.append(happened.SubmissionAnswered(key, submission.id, None))
        out.events.append(happened.PageGone(key))

    def _page_in_front(self, browser: str, front: seen.PageInFront, out: Outcome) -> None:
        key = PageKey(browser, front.page) if front.page is not None else None
        out.events.append(happened.FrontChanged(browser, key))

    def _requests(self, browser: str, batch: seen.Requests, out: Outcome) -> None:
        touched: dict[PageKey, Page] = {}
        for request in batch.requests:
            page = self._pages.get(PageKey(browser, request.page))
            if page is not None:
                page.requests += request.count
                touched[page.key] = page
                self._consider(page, request, out)
        for page in touched.values():
            self._settle(page, out)

    def _consider(self, page: Page, request: Request, out: Outcome) -> None:
        kind = resource_type(request.type)
        decision = self.knowledge.matcher.decide(request.url, page.url, kind, request.method)
        if isinstance(decision, Excepted):
            page.visit.exceptions[decision.exception] = None
        if not isinstance(decision, Match):
            return
        host = host_of(request.url)
        known = self.knowledge.organisations.of(host, request.url)
        name = known.name if known else registrable_domain(host) or host
        flagged = Flagged(
            request.id, without_query(request.url), kind.value, decision.filter, decision.list or "", name, host, request.time
        )
        page.flag(flagged, known.category if known else "", request.count)
        out.events.append(happened.MatchSeen(page.key, flagged.seen(), page.private))
        out.records.extend(filing.request_records(page, flagged))
        self._decode(page, flagged, request.url, None, out)
        if request.has_body and kind is not ResourceType.MAIN_FRAME:
            out.instructions.append((page.key.browser, say.BodyWanted(request.id, page.key.page)))

    def _decode(self, page: Page, flagged: Flagged, url: str, body: dict[str, list[str]] | None, out: Outcome) -> None:
        decoded = decoders.decode(url, body)
        if decoded is None:
            return
        flagged.told, flagged.event = decoded.told, decoded.event
        self._find(page, flagged, out)

    def _find(self, page: Page, flagged: Flagged, out: Outcome) -> None:
        finding = Finding(
            page.key.page,
            flagged.organisation,
            flagged.host,
            flagged.filter,
            flagged.filter_list,
            flagged.fate,
            flagged.time,
            flagged.told,
            wording.finding(flagged.organisation, flagged.told, flagged.fate.went_out),
        )
        out.events.append(happened.FindingMade(page.key, finding, page.private))
        out.records.extend(filing.finding_records(page, finding))

    def _fates(self, browser: str, batch: seen.Fates, out: Outcome) -> None:
        touched: dict[PageKey, Page] = {}
        for report in batch.fates:
            page = self._pages.get(PageKey(browser, report.page))
            flagged = page.flagged.get(report.request) if page else None
            if page is None or flagged is None or flagged.fate is Fate.ANSWERED:
                continue
            went_out = flagged.fate.went_out
            flagged.fate = report.fate
            touched[page.key] = page
            if report.fate is Fate.STOPPED_BY_US:
                page.visit.stopped[flagged.organisation] = page.visit.stopped.get(flagged.organisation, 0) + 1
            out.events.append(happened.FateLearned(page.key, report.request, report.fate, report.status, page.private))
            out.records.extend(filing.fate_records(page, report))
            if flagged.told and report.fate.went_out and not went_out:
                self._find(page, flagged, out)
        for page in touched.values():
            self._settle(page, out)

    def _body(self, browser: str, body: seen.Body, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, body.page))
        flagged = page.flagged.get(body.request) if page else None
        if page is None or flagged is None or body.form is None:
            return
        self._decode(page, flagged, flagged.url, body.form, out)
        self._settle(page, out)

    def _form_described(self, browser: str, described: seen.FormDescribed, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, described.page))
        if page is None or (described.form not in page.forms and len(page.forms) >= MAX_FORMS):
            return
        judgement = judge(described.descriptor, self.knowledge.lexicon)
        page.forms[described.form] = Form(described.form, host_of(described.descriptor.form.action), judgement)
        out.events.append(happened.FormJudged(page.key, described.form, judgement.level, judgement.categories))
        out.records.extend(filing.form_records(page, page.forms[described.form]))
        self._settle(page, out)

    def _form_gone(self, browser: str, gone: seen.FormGone, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, gone.page))
        if page is not None and page.forms.pop(gone.form, None) is not None:
            self._settle(page, out)

    def _submitted(self, browser: str, submitted: seen.Submitted, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, submitted.page))
        form = page.forms.get(submitted.form) if page else None
        trackers = bool(page and page.visit.companies)
        level = level_of(form.judgement.level, trackers) if form else Level.NOTHING_SEEN
        stored = page is not None and not page.private
        out.instructions.append((browser, say.SubmissionSeen(submitted.submission, submitted.page, level, stored)))
        if page is None or submitted.submission in self._submissions:
            return
        while len(self._submissions) >= MAX_SUBMISSIONS:
            self._submissions.pop(next(iter(self._submissions)))
        self._submissions[submitted.submission] = Submission(submitted.submission, page.key, submitted.held)
        out.events.append(
            happened.SubmissionMade(
                page.key,
                submitted.submission,
                submitted.held,
                submitted.time,
                tuple(sentences(page)),
                wording.NOT_SEEN_TYPED,
                page.private,
            )
        )
        if not submitted.held:
            out.records.extend(filing.submission_records(page, submitted))

    def _chosen(self, browser: str, chosen: seen.Chosen, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, chosen.page))
        held = self._submissions.get(chosen.submission)
        if page is not None and held is not None and not held.answered:
            self._answer(page, held, chosen.choice, out)

    def _answer(self, page: Page, held: Submission, choice: seen.Choice, out: Outcome) -> None:
        held.answered = True
        page.visit.answered = page.visit.answered or choice in (seen.Choice.WITHOUT_COMPANIES, seen.Choice.AS_IT_IS)
        page.visit.left_out = choice is seen.Choice.WITHOUT_COMPANIES
        out.events.append(happened.SubmissionAnswered(page.key, held.id, choice))
        self._settle(page, out)

    def _outcome(self, browser: str, outcome: seen.Outcome, out: Outcome) -> None:
        held = self._submissions.get(outcome.submission)
        page = self._pages.get(PageKey(browser, outcome.page))
        if held is None or page is None:
            return
        if outcome.left:
            text = wording.gone(page.site, tuple(page.visit.stopped.items()))
        else:
            page.visit.answered = page.visit.left_out = False
            text = wording.NOTHING_LEFT
        out.instructions.append((browser, say.OutcomeWords(outcome.submission, outcome.page, text)))

    def _settle(self, page: Page, out: Outcome, *, opened: bool = False) -> None:
        """Tell the tab and the windows what has changed, once, and only if it has."""
        verdict = verdict_on(page)
        before = self._told.get(page.key)
        if verdict != before:
            self._told[page.key] = verdict
            out.instructions.append((page.key.browser, verdict))
            if before is None or (verdict.level, verdict.companies) != (before.level, before.companies):
                out.events.append(happened.VerdictChanged(page.key, verdict.level, tuple(verdict.companies)))
        out.events.append(happened.PageUpdated(view_of(page, self.knowledge.lists), opened))
