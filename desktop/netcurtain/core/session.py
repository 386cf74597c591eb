"""The whole pipeline, top to bottom: what a browser reports comes in; instructions for it, events for the windows and records for the
history go out. Pure: no Qt, no socket, no SQL, no clock. It lives on one thread.

    request -> its page -> matcher -> decoder -> finding -> verdict -> back to the tab, on to the windows, into the history
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from netcurtain.core import acknowledging, describing, filing, sending, traffic, wishes, wording
from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.domains import host_of, registrable_domain, without_query_values
from netcurtain.core.event import PageKey
from netcurtain.core.evidence import Circumstances, Evidence
from netcurtain.core.evidence_of import evidence_of
from netcurtain.core.keeping import Acknowledged, Deleted, Kept, Stored
from netcurtain.core.knowledge import Knowledge
from netcurtain.core.left import LeftPages
from netcurtain.core.level import Asks
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import Page, Visit
from netcurtain.core.plain_name import plain_name
from netcurtain.core.popup import words_of
from netcurtain.core.request import Fate
from netcurtain.core.settings import Settings
from netcurtain.core.standing import standing_of
from netcurtain.core.submission import Submissions
from netcurtain.core.verdict import verdict_on
from netcurtain.core.view import view_of
from netcurtain.core.visits import Visits

__all__ = ["Knowledge", "Outcome", "Session"]

MAX_PAGES = 2000
"""Open pages that are followed; the oldest is closed for a newer one."""
UNANSWERED = Settings()


class Session:
    """Everything that is known of the pages open now, in every paired browser. ``settings`` are the person's answers."""

    def __init__(self, knowledge: Knowledge, settings: Settings = UNANSWERED) -> None:
        self.knowledge = knowledge
        self._settings = settings
        self._kept = Kept.NONE
        self._greeted: set[str] = set()
        self._called: dict[str, tuple[str, str]] = {}
        self._pages: dict[PageKey, Page] = {}
        self._visits = Visits()
        self._left = LeftPages()
        self._front: dict[str, PageKey | None] = {}
        self._submissions = Submissions()
        self._told: dict[PageKey, say.Verdict] = {}
        self._handlers: dict[type, Callable[[str, Any, Outcome], None]] = {
            seen.PageOpened: self._page_opened,
            seen.PageChanged: self._page_changed,
            seen.PageClosed: self._page_closed,
            seen.PageInFront: self._page_in_front,
            seen.Requests: self._traffic,
            seen.Fates: self._traffic,
            seen.Body: self._traffic,
            seen.TypedSeen: self._traffic,
            seen.SetUpSeen: self._traffic,
            seen.ConsentSeen: self._traffic,
            seen.ServerTime: self._traffic,
            seen.Pressed: self._traffic,
            seen.FormDescribed: self._form_described,
            seen.FormGone: self._form_gone,
            seen.Submitted: self._submitted,
            seen.Chosen: self._chosen,
            seen.Departed: self._departed,
            seen.PopupOpened: self._wished,
            seen.Paused: self._wished,
            seen.Corrected: self._wished,
            seen.NotToBeKept: self._wished,
            seen.EraseWanted: self._erase_wanted,
            seen.AppWanted: self._app_wanted,
        }

    def receive(self, browser: str, observation: seen.Observation) -> Outcome:
        """What follows from one report of one browser. A report about a page that is not known is passed over."""
        out = Outcome()
        self._left.heard(browser, observation)
        self._handlers[type(observation)](browser, observation, out)
        return out

    def greet(self, browser: str, open_pages: frozenset[str], name: str = "", extension: str = "") -> Outcome:
        """A browser is (again) connected: close what it no longer has open, tell it and the windows how the rest stands.

        ``name`` is what it calls itself, ``extension`` the version of the extension in it.
        """
        out = Outcome()
        self._greeted.add(browser)
        self._called[browser] = plain_name(name), plain_name(extension)
        out.instructions.append((browser, self._standing()))
        for key in [key for key in self._pages if key.browser == browser]:
            if key.page not in open_pages:
                self._close(key, out)
                continue
            self._told.pop(key, None)
            self._settle(self._pages[key], out)
            for waiting in self._submissions.waiting_on(key):
                out.events.append(sending.made(self._pages[key], waiting, self._nameable))
        if (front := self._front.get(browser)) in self._pages:
            out.events.append(happened.FrontChanged(browser, front))
        return out

    def forget_browser(self, browser: str) -> Outcome:
        """A browser went away for good: its pages are dropped, with everything read from them."""
        out = Outcome()
        for key in [key for key in self._pages if key.browser == browser]:
            self._close(key, out)
        self._left.forget_browser(browser)
        self._greeted.discard(browser)
        self._called.pop(browser, None)
        self._visits.forget(browser)
        self._front.pop(browser, None)
        out.events.append(happened.FrontChanged(browser, None))
        return out

    def follow(self, settings: Settings) -> Outcome:
        """The person has changed an answer: tell every browser what holds from now on."""
        before, self._settings = self._standing(), settings
        return self._told_if_new(before)

    def set_kept(self, kept: Kept) -> Outcome:
        """The history on disk was made, locked, opened or erased: every browser always says whether there is one."""
        before, self._kept = self._standing(), kept
        return self._told_if_new(before)

    def _told_if_new(self, before: say.Standing) -> Outcome:
        standing = self._standing()
        return Outcome([] if standing == before else [(browser, standing) for browser in sorted(self._greeted)])

    def _standing(self) -> say.Standing:
        return standing_of(self._settings, self._kept, self.knowledge)

    def acknowledge(self, acknowledged: Sequence[Acknowledged]) -> Outcome:
        """The history says what became of submissions: their browsers need not tell of them again."""
        out = Outcome()
        for one in acknowledged:
            if (submission := self._submissions.get(one.submission)) is not None:
                acknowledging.settle(submission, one.stored, out)
        return out

    def forget_choices(self, deleted: Deleted) -> Outcome:
        """What the person said of the forms of what they deleted goes with it. A pause, and companies left out, protect them and stay."""
        out = Outcome()
        going_on = [*self._visits.known(), *(page.visit for page in self._pages.values())]
        self._left.forget_deleted(deleted, going_on)
        for visit in going_on:
            if visit.asks is not Asks.USUAL and deleted.has(visit.id, visit.site):
                visit.asks = Asks.USUAL
                for page in self._pages_of(visit):
                    self._settle(page, out)
        return out

    def erased(self, browser: str, *, gone: bool) -> Outcome:
        """What was asked for in a browser's popup was done, or could not be done in full."""
        return Outcome([(browser, say.Erased(gone))])

    def choose(self, submission: str, choice: seen.Choice) -> Outcome:
        """The person answered in the app's own window. The page acts on it and then says so; it may have been answered there first."""
        out = Outcome()
        held = self._submissions.get(submission)
        if held is not None and held.page in self._pages and not held.answered:
            out.instructions.append((held.page.browser, say.ChoiceMade(submission, held.page.page, choice)))
        return out

    def has_open(self, visit: str) -> bool:
        """Whether a page of this visit is open."""
        return any(page.visit.id == visit for page in self._pages.values())

    def evidence(self, visit: str, site: str, now: float) -> Evidence | None:
        """What a copy says of a visit, or of every visit to ``site`` where one is given, from the pages that are open; None without any.

        ``now`` is when it is put together, in milliseconds since 1970. A private visit is in it where it is the one that was asked for.
        """
        pages = [page for page in self._pages.values() if page.visit.id == visit or (page.site == site and not page.private)]
        return evidence_of(pages, now) if pages else None

    def _page_opened(self, browser: str, opened: seen.PageOpened, out: Outcome) -> None:
        key = PageKey(browser, opened.page)
        if (known := self._pages.get(key)) is not None:
            self._page_told_again(known, opened, out)
            return
        url = without_query_values(opened.url)
        host = host_of(url)
        visit = self._visits.of(browser, opened, registrable_domain(host) or host)
        page = Page(key, opened.tab, visit, url, host, opened.title, opened.private, opened.time, opened.from_start)
        name, extension = self._called.get(browser, ("", ""))
        page.circumstances = Circumstances(self.knowledge.lists, self.knowledge.app, extension, name)
        if len(self._pages) >= MAX_PAGES:
            self._close(next(iter(self._pages)), out)
        self._pages[key] = page
        visit.memory.came_up(page.url)
        out.records.extend(filing.page_records(page))
        self._settle(page, out, opened=True)

    def _page_told_again(self, page: Page, opened: seen.PageOpened, out: Outcome) -> None:
        """The link was away for a while, or some requests had to be dropped: what is known of the page stays, and that it is not all."""
        if page.from_start and not opened.from_start:
            page.from_start = False
            out.records.extend(filing.page_records(page))
        self._page_changed(page.key.browser, seen.PageChanged(opened.page, opened.url, opened.title or None), out)
        self._settle(page, out)

    def missed(self, browser: str, page: str) -> Outcome:
        """Some requests of a page were passed over, because there were too many: what is said of it says so from now on."""
        out = Outcome()
        known = self._looked_at(browser, page)
        if known is not None and known.from_start:
            known.from_start = False
            out.records.extend(filing.page_records(known))
            self._settle(known, out)
        return out

    def _page_changed(self, browser: str, changed: seen.PageChanged, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, changed.page))
        if page is None:
            return
        before = (page.url, page.title)
        if changed.url is not None and host_of(changed.url) == page.host:
            page.url = without_query_values(changed.url)
        if changed.title is not None:
            page.title = changed.title
        if (page.url, page.title) == before:
            return
        if page.url != before[0]:
            page.visit.memory.came_up(page.url)
            describing.recall(page, out)
        out.records.extend(filing.page_records(page))
        self._settle(page, out)

    def _page_closed(self, browser: str, closed: seen.PageClosed, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, closed.page))
        if page is not None:
            self._visits.closed(browser, page.tab, closed.time)
            self._close(page.key, out)

    def _close(self, key: PageKey, out: Outcome) -> None:
        page = self._pages.pop(key, None)
        if page is None:
            return
        out.records.extend(filing.closed_records(page))
        self._left.leave(page)
        self._told.pop(key, None)
        for submission in self._submissions.undecided_on(key):
            sending.give_up(submission, out)
        out.events.append(happened.PageGone(key))

    def _page_in_front(self, browser: str, front: seen.PageInFront, out: Outcome) -> None:
        key = PageKey(browser, front.page) if front.page is not None else None
        self._front[browser] = key
        out.events.append(happened.FrontChanged(browser, key))

    def _traffic(self, browser: str, told: traffic.Traffic, out: Outcome) -> None:
        """Requests, how far they got, and what was in them."""
        reports = traffic.reports_in(told)
        pages = {name: self._looked_at(browser, name) for name in {report.page for report in reports}}
        touched: dict[str, Page] = {}
        taken_back: dict[str, Visit] = {}
        for report in reports:
            page = pages[report.page]
            if isinstance(report, seen.RequestFate) and (page is None or report.request not in page.flagged):
                visit = self._reached_nobody(browser, report, out)
            elif page is not None and traffic.take(page, report, self.knowledge, out):
                touched[report.page] = page
                visit = page.visit if isinstance(report, seen.RequestFate) and report.fate is Fate.ATTEMPTED else None
            else:
                continue
            if visit is not None:
                taken_back[visit.id] = visit
        # All pages of a visit speak of what its others reached.
        for page in [page for visit in taken_back.values() for page in self._pages_of(visit)]:
            touched[page.key.page] = page
        for page in touched.values():
            page.make_up()
            if not page.visit.paused:
                self._settle(page, out)

    def _reached_nobody(self, browser: str, report: seen.RequestFate, out: Outcome) -> Visit | None:
        """How far a request of a page got that is not looked at: it was left, or its visit is paused. What was said of it before is put
        right all the same; the visit, where it was.
        """
        page = self._pages.get(PageKey(browser, report.page))
        if page is None or report.request not in page.flagged:
            return self._left.hear(PageKey(browser, report.page), report, out)
        return page.visit if traffic.put_right(page, report, self.knowledge, out) else None

    def _looked_at(self, browser: str, name: str) -> Page | None:
        """The page whose traffic is told; none where it is not known, or where nobody is to look."""
        page = self._pages.get(PageKey(browser, name))
        return None if page is None or page.visit.paused else page

    def _form_described(self, browser: str, described: seen.FormDescribed, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, described.page))
        if page is not None and describing.take(page, described, self.knowledge.lexicon, out):
            self._settle(page, out)

    def _form_gone(self, browser: str, gone: seen.FormGone, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, gone.page))
        if page is not None and page.forms.pop(gone.form, None) is not None:
            describing.recall(page, out)
            self._settle(page, out)

    def _submitted(self, browser: str, submitted: seen.Submitted, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, submitted.page))
        if (known := self._submissions.get(submitted.submission)) is not None:
            sending.again(page, known, submitted, out)
        elif page is None:
            out.instructions.append((browser, acknowledging.at_once(submitted, Stored.UNKNOWN_PAGE)))
        else:
            sending.take(page, submitted, self._submissions, self._nameable, out)
            if (submission := self._submissions.get(submitted.submission)) is not None and not submission.waits:
                describing.went(page, submission)

    def _chosen(self, browser: str, chosen: seen.Chosen, out: Outcome) -> None:
        page = self._pages.get(PageKey(browser, chosen.page))
        held = self._submissions.get(chosen.submission)
        if page is None or held is None or held.page != page.key or held.answered:
            return
        sending.answer(page, held, chosen.choice, out)
        if chosen.choice.goes_on:
            describing.went(page, held)
        self._settle(page, out)

    def _departed(self, browser: str, departed: seen.Departed, out: Outcome) -> None:
        """Whether a form that went without the companies has left. By then another page may have taken the place of its own."""
        submission = self._submissions.get(departed.submission)
        page = self._pages.get(PageKey(browser, departed.page))
        if submission is None or page is None or submission.page.browser != browser:
            return
        text = sending.words_after(submission, left=departed.left)
        if not departed.left:
            submission.visit.memory.not_sent()
            self._settle(page, out)
        out.instructions.append((browser, say.DepartedWords(departed.submission, departed.page, text)))

    def _wished(self, browser: str, wish: wishes.Wish, out: Outcome) -> None:
        """The person asks something of a visit in the popup, which then hears how the page stands."""
        page = self._pages.get(PageKey(browser, wish.page))
        if page is None:
            return
        for one in wishes.heed(page, self._pages_of(page.visit), wish, out):
            self._settle(one, out)
        out.instructions.append((browser, words_of(page)))

    def _erase_wanted(self, browser: str, _wanted: seen.EraseWanted, out: Outcome) -> None:
        out.events.append(happened.EraseAsked(browser))

    def _pages_of(self, visit: Visit) -> list[Page]:
        return [page for page in self._pages.values() if page.visit is visit]

    def _app_wanted(self, _browser: str, _wanted: seen.AppWanted, out: Outcome) -> None:
        out.events.append(happened.AppAsked())

    def _settle(self, page: Page, out: Outcome, *, opened: bool = False) -> None:
        """Tell the tab and the windows what has changed, once, and only if it has."""
        verdict = verdict_on(page, self.knowledge.starter, lambda categories: self.knowledge.ways.lines(categories, self._settings.nation))
        before = self._told.get(page.key)
        if verdict != before:
            self._told[page.key] = verdict
            out.instructions.append((page.key.browser, verdict))
            if before is None or (verdict.level, verdict.companies) != (before.level, before.companies):
                out.events.append(happened.VerdictChanged(page.key, verdict.level, self._named(page, verdict.companies)))
            if before is not None and sending.says_more(verdict.words, before.words) and not verdict.paused:
                waiting = self._submissions.waiting_on(page.key)
                out.events.extend(sending.changed(page, one, self._nameable) for one in waiting)
        out.events.append(happened.PageUpdated(view_of(page), opened))

    def _named(self, page: Page, companies: Iterable[str]) -> tuple[str, ...]:
        """The companies of a verdict for the events; of a private window none that is called by its host."""
        nameable = self._nameable if page.private else frozenset(companies)
        return tuple(name for name in companies if name in nameable)

    @property
    def _nameable(self) -> frozenset[str]:
        """What may stand where it could be seen by others: the names in our table that do not say what a page is about."""
        return self.knowledge.organisations.nameable | {wording.OWN_ADDRESS}
