"""What stands behind the windows in the pictures: reads are answered by the story's past; whatever else is asked is only remembered."""

from collections.abc import Callable

import msgspec
from tests.screenshots import story
from tests.screenshots.past import Past
from tests.ui.a_partner import PARTNER, PARTNER_FILE
from tests.ui.fake_app import FakeApp

from netcurtain.core.evidence import Source
from netcurtain.core.keeping import Kept
from netcurtain.core.saved_copy import Letters
from netcurtain.core.settings import AlertPlace, FromTheStart, Language, Retention, Settings, ThemeChoice
from netcurtain.history.rows import Gap, SiteChange, VisitPage, VisitQuery, VisitRow, VisitStory
from netcurtain.ui.actions import BrowserRow

ANSWERED = Settings(introduced=True, retention=Retention.CHOSEN, from_the_start=FromTheStart.ASK, stay_on=True, alert=AlertPlace.BOTH)
NIGHT = Gap(story.at(23, 22, 10), story.at(24, 9, 5))
DAY_S = 86_400
BROWSERS = (
    BrowserRow(story.BROWSER, "Chrome 156", story.NOW / 1000 - 30 * DAY_S, story.NOW / 1000, True),
    BrowserRow("firefox", "Firefox 153", story.NOW / 1000 - 40 * DAY_S, story.at(21, 18, 30) / 1000, False),
)


class Behind(FakeApp):
    """One for each screen, since a screen may change the answers."""

    def __init__(self, past: Past, theme: ThemeChoice, text_size: int, language: Language) -> None:
        answers = msgspec.structs.replace(ANSWERED, theme=theme, text_size=text_size, language=language)
        super().__init__(stand=Kept.OPEN, answers=answers, paired=list(BROWSERS), list_rows=list(past.lists), in_use=[PARTNER])
        self.partner_files = {PARTNER_FILE: PARTNER}
        self.told, self.made = past.told, past.visits
        self._past = past

    def visits(self, query: VisitQuery, after: VisitRow | None, limit: int, done: Callable[[VisitPage], None]) -> None:
        self._past.store.visits(query, after, limit, done)

    def companies(self, done: Callable[[tuple[str, ...]], None]) -> None:
        self._past.store.companies(done)

    def changes(self, older: str, newer: str, done: Callable[[SiteChange | None], None]) -> None:
        self._past.store.changes(older, newer, done)

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        self._past.store.story(visit, done)

    def gaps(self, done: Callable[[tuple[Gap, ...]], None]) -> None:
        done((NIGHT,))

    def copy_source(self, visit: str, done: Callable[[Source | None], None]) -> None:
        done(Source.OPEN if self.told.session.has_open(visit) else Source.KEPT)

    def letters(self, visit: str, done: Callable[[Letters | None], None]) -> None:
        self._past.saving.letters(visit, done)
