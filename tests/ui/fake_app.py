"""The app behind the windows, for their tests: it only remembers what it was asked."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import msgspec

from netcurtain.core.evidence import Source
from netcurtain.core.keeping import Deletion, Kept, Unlocking
from netcurtain.core.observation import Choice
from netcurtain.core.partner import Partner
from netcurtain.core.saved_copy import CopyMade, CopyStep, CopyWish, Letters
from netcurtain.core.settings import Retention, Settings
from netcurtain.history.rows import Gap, SiteChange, VisitPage, VisitQuery, VisitRow, VisitStory
from netcurtain.ui.actions import BrowserRow, Cancel, ListRow, PairingCode, Progress, no_progress

NOON = datetime(2026, 11, 24, 14, 2, 10).timestamp() * 1000


@dataclass
class FakeApp:
    """The app behind the windows: answers at once, remembers all. Where ``hold`` is set, answers wait in ``held``."""

    rows: list[VisitRow] = field(default_factory=list)
    stories: dict[str, VisitStory] = field(default_factory=dict)
    queries: list[VisitQuery] = field(default_factory=list)
    company_visits: dict[str, set[str]] = field(default_factory=dict)
    site_changes: dict[tuple[str, str], SiteChange] = field(default_factory=dict)
    chosen: list[tuple[str, Choice]] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    can_delete: bool = True
    stopped: bool = False
    codes: int = 0
    codes_forgotten: int = 0
    has_codes: bool = True
    hold: bool = False
    held: list[Callable[[], None]] = field(default_factory=list)
    practised: int = 0
    paired: list[BrowserRow] = field(default_factory=list)
    list_rows: list[ListRow] = field(default_factory=list)
    answers: Settings = field(default_factory=Settings)
    stand: Kept = Kept.NONE
    unlocking: Unlocking = field(default_factory=lambda: Unlocking(True))
    passphrases: list[str] = field(default_factory=list)
    gap_rows: list[Gap] = field(default_factory=list)
    asked_to_keep: list[str] = field(default_factory=list)
    can_keep: bool = True
    can_read: bool = True
    spans: list[tuple[float, float]] = field(default_factory=list)
    traces: tuple[str, ...] = ()
    unreadable: bool = False
    erased: int = 0
    locks: int = 0
    at_login: bool | None = False
    deletion_progress: Progress = no_progress
    list_progress: list[float] = field(default_factory=list)
    copy_steps: list[tuple[CopyStep, float]] = field(default_factory=list)
    wishes: list[CopyWish] = field(default_factory=list)
    copy_made: CopyMade = field(default_factory=lambda: CopyMade(True, "The copy is saved."))
    asked_about: list[str] = field(default_factory=list)
    source: Source | None = Source.KEPT
    words: Letters | None = field(default_factory=lambda: Letters("Dear organisation", "They answered.", "They did not answer."))
    cancelled: int = 0
    partner_files: dict[Path, Partner | str] = field(default_factory=dict)
    in_use: list[Partner] = field(default_factory=list)

    def choose(self, submission: str, choice: Choice) -> None:
        self.chosen.append((submission, choice))

    @property
    def searches(self) -> list[str]:
        """What was searched for, one for each time the list was asked for."""
        return [query.search for query in self.queries]

    def visits(self, query: VisitQuery, after: VisitRow | None, limit: int, done: Callable[[VisitPage], None]) -> None:
        self.queries.append(query)
        found = [row for row in self.rows if self._fits(row, query)]
        if after is not None:
            found = [row for row in found if (row.started, row.visit) < (after.started, after.visit)]
        page = VisitPage(tuple(found[:limit]), len(found) > limit)
        self._say(lambda: done(page))

    def _fits(self, row: VisitRow, query: VisitQuery) -> bool:
        companies = {name for name, visits in self.company_visits.items() if row.visit in visits}
        return (
            any(query.search.casefold() in name.casefold() for name in (row.site, *companies))
            and query.site in ("", row.site)
            and (not query.company or query.company in companies)
            and row.sensitive >= query.sensitive
            and bool(row.companies) >= query.told
            and row.chosen >= query.chosen
        )

    def companies(self, done: Callable[[tuple[str, ...]], None]) -> None:
        names = tuple(sorted(self.company_visits, key=lambda name: -len(self.company_visits[name])))
        self._say(lambda: done(names))

    def changes(self, older: str, newer: str, done: Callable[[SiteChange | None], None]) -> None:
        change = self.site_changes.get((older, newer))
        self._say(lambda: done(change))

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        story = self.stories.get(visit) if self.can_read and any(row.visit == visit for row in self.rows) else None
        self._say(lambda: done(story))

    def gaps(self, done: Callable[[tuple[Gap, ...]], None]) -> None:
        done(tuple(self.gap_rows))

    def keep_visit(self, visit: str, done: Callable[[bool], None]) -> None:
        self.asked_to_keep.append(visit)
        if self.can_keep:
            self.rows = [replace(row, on_disk=True, chosen=True) if row.visit == visit else row for row in self.rows]
            story = self.stories[visit]
            self.stories[visit] = replace(story, row=replace(story.row, on_disk=True, chosen=True))
        done(self.can_keep)

    def forget_visit(self, visit: str, done: Callable[[Deletion], None]) -> None:
        self.forgotten.append(visit)
        if self.can_delete:
            self.rows = [row for row in self.rows if row.visit != visit]
        done(self._deletion())

    def forget_site(self, site: str, done: Callable[[Deletion], None], progress: Progress = no_progress) -> Cancel:
        self.forgotten.append(site)
        if self.can_delete:
            self.rows = [row for row in self.rows if row.site != site]
        return self._forget(done, progress)

    def forget_between(self, since: float, until: float, done: Callable[[Deletion], None], progress: Progress = no_progress) -> Cancel:
        self.spans.append((since, until))
        if self.can_delete:
            self.rows = [row for row in self.rows if not since <= row.started < until]
        return self._forget(done, progress)

    def time_takes(self, visit: str) -> None:
        """Nobody asked for it to go."""
        self.rows = [row for row in self.rows if row.visit != visit]

    def _forget(self, done: Callable[[Deletion], None], progress: Progress) -> Cancel:
        self.deletion_progress = progress
        self._say(lambda: done(self._deletion()))
        return self._cancel

    def erase_everything(self, done: Callable[[Deletion], None]) -> None:
        self.erased += 1
        if self.can_delete or self.unreadable:
            self.rows, self.stand = [], Kept.NONE
        done(self._deletion())

    def kept(self) -> Kept:
        return self.stand

    def make_history(self, passphrase: str, retention: Retention, done: Callable[[Unlocking], None]) -> None:
        self.passphrases.append(passphrase)
        if self.unlocking.opened:
            self.stand, self.answers = Kept.OPEN, msgspec.structs.replace(self.answers, retention=retention)
        self._answer(done)

    def open_history(self, passphrase: str, done: Callable[[Unlocking], None]) -> None:
        self.passphrases.append(passphrase)
        if self.unlocking.opened:
            self.stand = Kept.OPEN
        self._answer(done)

    def lock_history(self) -> None:
        self.locks += 1
        if self.stand is Kept.OPEN:
            self.stand = Kept.LOCKED

    def change_passphrase(self, old: str, new: str, done: Callable[[Unlocking], None]) -> None:
        self.passphrases += [old, new]
        self._answer(done)

    def _answer(self, done: Callable[[Unlocking], None]) -> None:
        answer = self.unlocking
        self._say(lambda: done(answer))

    def _say(self, answer: Callable[[], None]) -> None:
        if self.hold:
            self.held.append(answer)
        else:
            answer()

    def _cancel(self) -> None:
        self.cancelled += 1

    def _deletion(self) -> Deletion:
        return Deletion(self.can_delete, self.traces, stopped=self.stopped, unreadable=self.unreadable)

    def new_pairing_code(self) -> PairingCode:
        self.codes += 1
        return PairingCode("ABCDE-FGHIJ-KLMNO-PQRST", 120, 47823) if self.has_codes else PairingCode("", 0, 47823)

    def forget_pairing_code(self) -> None:
        self.codes_forgotten += 1

    def open_practice(self) -> None:
        self.practised += 1

    def browsers(self) -> tuple[BrowserRow, ...]:
        return tuple(self.paired)

    def rename_browser(self, browser: str, name: str) -> None:
        self.paired = [replace(row, name=name) if row.id == browser else row for row in self.paired]

    def forget_browser(self, browser: str) -> None:
        self.paired = [row for row in self.paired if row.id != browser]

    def lists(self, done: Callable[[tuple[ListRow, ...]], None]) -> None:
        done(tuple(self.list_rows))

    def use_list(self, name: str, on: bool, done: Callable[[str], None]) -> None:
        self.list_rows = [replace(row, in_use=on) if row.name == name else row for row in self.list_rows]
        done(f"{name} is {'on' if on else 'off'}.")

    def update_lists(self, done: Callable[[tuple[str, ...]], None], progress: Progress = no_progress) -> Cancel:
        for part in self.list_progress:
            progress(part)
        self._say(lambda: done(tuple(row.sentence for row in self.list_rows if row.in_use)))
        return self._cancel

    def save_copy(self, wish: CopyWish, progress: Callable[[CopyStep, float], None], done: Callable[[CopyMade], None]) -> Cancel:
        self.wishes.append(wish)
        for step, part in self.copy_steps:
            progress(step, part)
        self._say(lambda: done(self.copy_made))
        return self._cancel

    def copy_source(self, visit: str, done: Callable[[Source | None], None]) -> None:
        self.asked_about.append(visit)
        self._say(lambda: done(self.source))

    def letters(self, visit: str, done: Callable[[Letters | None], None]) -> None:
        self.asked_about.append(visit)
        self._say(lambda: done(self.words))

    def partners(self) -> tuple[Partner, ...]:
        return tuple(self.in_use)

    def kept_partners(self) -> tuple[Partner, ...]:
        return tuple(self.in_use)

    def read_partner(self, place: Path) -> Partner | str:
        return self.partner_files.get(place, "This is no partner's file.")

    def add_partner(self, place: Path) -> str:
        partner = self.read_partner(place)
        if isinstance(partner, str):
            return partner
        self.in_use.append(partner)
        return ""

    def remove_partner(self, name: str) -> None:
        self.in_use = [partner for partner in self.in_use if partner.name != name]

    def settings(self) -> Settings:
        return self.answers

    def change_settings(self, settings: Settings) -> None:
        self.answers = settings

    def starts_at_login(self) -> bool | None:
        return self.at_login

    def start_at_login(self, on: bool) -> bool:
        if self.at_login is not None:
            self.at_login = on
        return self.at_login is not None
