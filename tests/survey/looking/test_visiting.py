"""One page without a browser: what is kept where it leads to a place that must not be visited, and what nobody can say of it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.survey.made import seen

from netcurtain.survey.asked import Address, Asked
from netcurtain.survey.hearing.gathering import Gathered
from netcurtain.survey.hearing.recording import RunRecording
from netcurtain.survey.looking import visiting
from netcurtain.survey.looking.choosing import Unanswered
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.looking.notes import ToLook
from netcurtain.survey.looking.robots import Rule, left_alone
from netcurtain.survey.looking.touching import Touched
from netcurtain.survey.looking.visiting import Means, visit
from netcurtain.survey.result import Choosing, PageSurveyed, Stage
from netcurtain.survey.trouble import Trouble

ANYTHING: Any = None
PAGE, ALLOWED, OTHER = "https://a.example/page", "https://a.example/elsewhere", "https://b.example/page"
NO_ROBOTS = (Rule(False, detail="robots.txt 503"), Rule(False, detail="net::ERR_NAME_NOT_RESOLVED"), Rule(False))
NO_ROBOTS_IDS = ("in trouble", "not reached", "forbidden")


class SomeTab:
    url = "about:blank"

    async def screenshot(self, *, path: Path, **_: object) -> None:
        await asyncio.to_thread(path.write_bytes, b"a picture")


class SomeBrowser:
    """Has all that a look asks of it, and leaves a recording."""

    def __init__(self) -> None:
        self.watch: Any = self
        self.documents: list[Any] = []
        self.tab: Any = SomeTab()

    async def __aenter__(self) -> "SomeBrowser":
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing to end."""

    async def record(self, path: Path) -> None:
        await asyncio.to_thread(path.write_text, "{}")

    async def stop_recording(self) -> None:
        """It is whole already."""

    async def unless_wrong(self, work: Any) -> Any:
        return await work


class SomeListening:
    code, port, failed = "", 0, ""

    def __init__(self, look: "Look") -> None:
        self._look = look
        self.heard: Any = []

    async def __aenter__(self) -> "SomeListening":
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing to end."""

    async def paired(self, _: float) -> bool:
        return True

    async def quiet(self, *_: float) -> bool:
        return True

    def begin(self, stage: Stage | None) -> None:
        self.heard += [stage] if stage else []

    def forget_tab(self) -> None:
        self._look.forgotten += 1


class Look:
    """A page that leads to these places, one load after the other; ``asked`` are those that were asked for whether they may be visited."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, into: Path, rule: Rule, led_to: Sequence[str], has: Callable[[], Any]) -> None:
        self._into = into
        self._rule = rule
        self._led_to = iter(led_to)
        self._has = has
        self.asked: list[str] = []
        self.forgotten = self.recordings = self.touches = 0
        self.documents: list[int] = []
        """How many are in each recording."""
        self.said = Choosing.DONE
        self.forms: int | None = 1
        self.slow = False
        self.moves: dict[str, str] = {}
        """Where it goes by itself, by what is done with it just then: "touch", "press", "settled" after a press, "touch again" then."""
        self.through: list[str] = []
        """Where each load comes through, by scripts of the pages there, before it comes to where it leads."""
        self.breaks = False
        self.writes = ""
        """What it writes into its own address, without going anywhere."""
        self._run: Any = None
        put: dict[str, Any] = {
            "Listening": lambda _: SomeListening(self),
            "load": self._load,
            "new_tab": nothing,
            "settled": self._settled,
            "answers": nothing,
            "judge": lambda _: None,
            "read": a_title,
            "count_forms": self._count_forms,
            "find_banner": self._find_banner,
            "choose": self._choose,
            "touch": self._touch,
            "gather": lambda heard, *_: Gathered(tuple(seen(stage) for stage in heard)),
            "join_recordings": self._join,
        }
        for name, value in put.items():
            monkeypatch.setattr(visiting, name, value)

    def look(self) -> PageSurveyed:
        browser: Any = lambda _: SomeBrowser()  # noqa: E731
        means = Means(ANYTHING, Asked(), browser, self._may, self._turn, self._into)
        return asyncio.run(visit(ToLook("0001-01", Address(1, PAGE), "a.example", PAGE), means))

    async def _load(self, run: Any, *_: object) -> None:
        self._run = run
        run.browser.documents.clear()
        for place in self.through:
            self._go(place)
        self._go(next(self._led_to))
        run.tab.url = self.writes or run.tab.url
        if self.slow:
            raise Failed(Trouble.TIMED_OUT)

    async def _may(self, _: object, url: str) -> None:
        self.asked.append(url)
        if url == OTHER:
            raise left_alone(self._rule)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        yield

    async def _count_forms(self, _: object) -> int | None:
        return self.forms

    async def _find_banner(self, _: object) -> Any:
        return self._has()

    async def _choose(self, _tab: object, _found: object, _choice: object, pressing: Callable[[], None]) -> Choosing:
        pressing()
        self._moves("press")
        return self.said

    async def _touch(self, *_: object) -> Touched:
        self.touches += 1
        self._moves("touch" if self.touches == 1 else "touch again" if self.touches == 2 else "")
        return Touched(touched=True)

    async def _settled(self, *_: object) -> None:
        if "settled" in self.moves and Stage.REFUSED in self._run.listening.heard:
            self._moves("settled")

    def _moves(self, when: str) -> None:
        if place := self.moves.get(when):
            self._go(place)
            if self.breaks:
                raise ValueError

    def _go(self, place: str) -> None:
        self._run.tab.url = place
        self._run.browser.documents.append(SimpleNamespace(url=place, status=200))

    def _join(self, runs: Sequence[RunRecording], _: Path) -> bool:
        self.recordings = len(runs)
        self.documents = [len(run.documents) for run in runs]
        return True


async def nothing(*_: object) -> None:
    """It is as it should be."""


async def a_title(*_: object) -> str:
    return "A page"


class Banner:
    name = "A banner"


def has_none() -> Banner | None:
    return None


def says_nothing() -> Banner | None:
    raise Unanswered


@pytest.mark.parametrize("rule", NO_ROBOTS, ids=NO_ROBOTS_IDS)
def test_nothing_is_kept_of_a_place_that_an_address_led_to_and_that_must_not_be_visited(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rule: Rule
) -> None:
    look = Look(monkeypatch, tmp_path, rule, [OTHER], Banner)
    page = look.look()
    assert (page.trouble, page.detail) == (left_alone(rule).trouble, rule.detail)
    assert (page.title, page.forms, page.touched, page.seen, page.recording, page.screenshot) == ("", None, False, (), "", "")
    assert (page.url, page.status) == (PAGE, 0), "nor where it led"
    assert (look.asked, look.recordings) == ([PAGE, OTHER], 0)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("place", "kept"), [(OTHER, 0), (ALLOWED, 1)], ids=["not allowed", "allowed"])
def test_nothing_is_kept_of_such_a_place_where_it_came_half_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str, kept: int
) -> None:
    look = Look(monkeypatch, tmp_path, Rule(False, detail="robots.txt 503"), [place], Banner)
    look.slow = True
    page = look.look()
    assert (page.trouble, page.detail, look.recordings) == (Trouble.TIMED_OUT, "", kept)
    assert look.asked == [PAGE, place]


@pytest.mark.parametrize("rule", NO_ROBOTS, ids=NO_ROBOTS_IDS)
def test_the_load_that_accepts_asks_the_place_it_led_to_as_well_and_keeps_nothing_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rule: Rule
) -> None:
    look = Look(monkeypatch, tmp_path, rule, [PAGE, PAGE, OTHER], Banner)
    page = look.look()
    assert (page.trouble, page.refused, page.accepted) == (None, Choosing.DONE, Choosing.NOT_TRIED)
    assert look.asked[-1] == OTHER
    assert look.recordings == 1, "of the first browser alone"
    assert {one.stage for one in page.seen} == {Stage.ARRIVED, Stage.TOUCHED, Stage.REFUSED}


def test_a_load_that_accepts_and_leads_to_a_place_that_may_be_visited_is_not_the_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    look = Look(monkeypatch, tmp_path, Rule(False), [PAGE, PAGE, ALLOWED], Banner)
    page = look.look()
    assert (page.trouble, page.accepted, look.recordings) == (None, Choosing.NOT_TRIED, 2)


@pytest.mark.parametrize("rule", NO_ROBOTS, ids=NO_ROBOTS_IDS)
def test_a_load_after_a_choice_that_leads_to_such_a_place_is_forgotten(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rule: Rule) -> None:
    look = Look(monkeypatch, tmp_path, rule, [PAGE, OTHER, PAGE, PAGE], Banner)
    page = look.look()
    assert (page.trouble, page.refused, page.accepted) == (None, Choosing.FAILED, Choosing.DONE)
    assert (look.forgotten, look.recordings) == (1, 2)


@pytest.mark.parametrize(("has", "choice"), [(has_none, Choosing.NO_BANNER), (says_nothing, None)], ids=["none", "no answer"])
def test_that_there_is_no_banner_and_no_form_is_noted_only_where_the_page_said_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, has: Callable[[], Any], choice: Choosing | None
) -> None:
    look = Look(monkeypatch, tmp_path, Rule(False), [PAGE], has)
    look.forms = 0 if choice else None
    page = look.look()
    assert (page.trouble, page.banner, page.refused, page.accepted) == (None, "", choice, choice)
    assert page.forms == look.forms


def test_a_banner_that_nobody_can_see_in_the_second_browser_was_not_answered_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answers = iter((Banner, says_nothing))

    def has() -> Any:
        return next(answers)()

    page = Look(monkeypatch, tmp_path, Rule(False), [PAGE, PAGE, PAGE], has).look()
    assert (page.trouble, page.refused, page.accepted) == (None, Choosing.DONE, Choosing.NOT_TRIED)


def test_of_a_page_that_was_not_looked_at_nobody_can_say_what_it_has(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def is_lost() -> None:
        raise ValueError

    page = Look(monkeypatch, tmp_path, Rule(False), [PAGE], is_lost).look()
    assert (page.trouble, page.refused, page.accepted) == (Trouble.OURS, None, None)


@pytest.mark.parametrize("breaks", [False, True], ids=["quietly", "and something breaks"])
@pytest.mark.parametrize(
    ("when", "has", "said"),
    [("touch", has_none, None), ("press", Banner, Choosing.NO_WAY), ("press", Banner, Choosing.DONE), ("settled", Banner, Choosing.DONE)],
)
@pytest.mark.parametrize("rule", NO_ROBOTS, ids=NO_ROBOTS_IDS)
def test_nothing_is_kept_where_a_page_goes_to_such_a_place_by_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rule: Rule, when: str, has: Callable[[], Any], said: Any, breaks: bool
) -> None:
    look = Look(monkeypatch, tmp_path, rule, [PAGE, PAGE, PAGE, PAGE], has)
    look.moves, look.breaks, look.said = {when: OTHER}, breaks, said
    page = look.look()
    assert page.trouble is (Trouble.OURS if breaks else left_alone(rule).trouble)
    assert (page.url, page.status, page.title, page.forms, page.touched, page.banner) == (PAGE, 0, "", None, False, "")
    assert (page.refused, page.seen, page.recording, page.screenshot, look.recordings) == (None, (), "", "", 0)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_a_page_goes_to_by_itself_and_that_may_be_visited_costs_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    look = Look(monkeypatch, tmp_path, Rule(False), [PAGE, PAGE, PAGE, PAGE], Banner)
    look.moves = {"touch": ALLOWED}
    page = look.look()
    assert (page.trouble, page.refused, page.accepted, page.screenshot) == (None, Choosing.DONE, Choosing.DONE, "0001-01.jpg")
    assert ALLOWED in look.asked


@pytest.mark.parametrize("rule", NO_ROBOTS, ids=NO_ROBOTS_IDS)
def test_a_place_that_a_load_only_came_through_by_itself_is_asked_as_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rule: Rule
) -> None:
    look = Look(monkeypatch, tmp_path, rule, [ALLOWED], has_none)
    look.through = [PAGE, OTHER]
    page = look.look()
    assert (page.trouble, page.url, page.title, page.screenshot, look.recordings) == (left_alone(rule).trouble, PAGE, "", "", 0)
    assert look.asked == [PAGE, PAGE, OTHER]


def test_places_that_a_load_comes_through_are_asked_once_where_they_may_be_visited(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    look = Look(monkeypatch, tmp_path, Rule(False), [PAGE] * 4, Banner)
    look.through = [ALLOWED]
    page = look.look()
    assert (page.trouble, page.refused, page.accepted) == (None, Choosing.DONE, Choosing.DONE)
    assert look.asked.count(ALLOWED) == 1


def test_a_page_that_writes_such_an_address_into_its_tab_went_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    look = Look(monkeypatch, tmp_path, Rule(False), [PAGE], has_none)
    look.writes = OTHER
    page = look.look()
    assert (page.trouble, page.status, look.recordings) == (None, 200, 1)
    assert set(look.asked) == {PAGE}


def test_the_second_browser_keeps_nothing_where_the_page_goes_to_such_a_place_and_shows_no_banner(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = 0

    def has() -> Any:
        nonlocal asked
        asked += 1
        if asked == 1:
            return Banner()
        look._go(OTHER)
        return None

    look = Look(monkeypatch, tmp_path, Rule(False), [PAGE, PAGE, PAGE], has)
    page = look.look()
    assert (page.trouble, page.refused, page.accepted, look.recordings) == (None, Choosing.DONE, Choosing.NOT_TRIED, 1)


def test_a_page_that_goes_to_such_a_place_after_a_choice_keeps_what_was_seen_before_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    look = Look(monkeypatch, tmp_path, Rule(False), [PAGE, PAGE, PAGE, PAGE], Banner)
    look.moves = {"touch again": OTHER}
    page = look.look()
    assert (page.trouble, page.refused, page.accepted, page.screenshot) == (None, Choosing.FAILED, Choosing.DONE, "0001-01.jpg")
    assert (look.forgotten, look.documents) == (1, [1, 2])
