"""A run of a browser over the real link, with a browser that is a script."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import pytest
from tests.core.scenes import META, META_POST, NOON
from tests.link.browser import HELLO, ORIGIN, ScriptedBrowser
from tests.survey.hearing.said import asked, company, knowledge, opened, sent
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from netcurtain.core import observation as seen
from netcurtain.core.outcome import Outcome
from netcurtain.core.session import Session
from netcurtain.link.pairing import secret_of_code
from netcurtain.survey.hearing import listening as room
from netcurtain.survey.hearing.gathering import gather
from netcurtain.survey.hearing.listening import Heard, Listening, Note, Noted
from netcurtain.survey.hearing.timeline import Mark, Timeline
from netcurtain.survey.result import Stage

PATIENCE = 20


class Extension:
    """What the extension says and hears, once it is paired."""

    def __init__(self, wire: ClientConnection, browser: ScriptedBrowser) -> None:
        self._wire, self._browser = wire, browser

    async def tells(self, *reports: seen.Observation) -> None:
        for report in reports:
            await self._wire.send(self._browser.seal(msgspec.json.encode(report)))

    async def is_asked(self, kind: str) -> dict[str, Any]:
        """The next instruction of a kind."""
        async with asyncio.timeout(PATIENCE):
            while True:
                told = self._browser.open(await self._wire.recv())
                if told["type"] == kind:
                    return told


@asynccontextmanager
async def extension(listening: Listening) -> AsyncIterator[Extension]:
    browser = ScriptedBrowser(secret_of_code(listening.code), "new", port=listening.port)
    async with connect(f"ws://127.0.0.1:{listening.port}", origin=Origin(ORIGIN), compression=None, proxy=None) as wire:
        await wire.send(browser.opening())
        await wire.send(browser.proof(await wire.recv()))
        browser.open(await wire.recv())
        await wire.send(browser.seal({"type": "paired_ack"}))
        await wire.send(browser.seal(HELLO))
        yield Extension(wire, browser)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 -- reports come in on another thread
            await asyncio.sleep(0.005)


def test_a_browser_pairs_with_the_code_and_what_it_reports_is_noted_with_when_it_was_heard() -> None:
    clock = iter(range(1000))
    reports: list[Noted] = [opened(), asked(META), sent("r1")]

    async def run() -> Heard:
        async with Listening(knowledge(), lambda: NOON + next(clock)) as listening:
            listening.begin(Stage.ARRIVED)
            async with extension(listening) as browser:
                assert await listening.paired(PATIENCE)
                await browser.tells(*reports)
                await until(lambda: len(listening.heard.notes) == len(reports))
                return listening.heard

    heard = asyncio.run(run())
    assert [note.report for note in heard.notes] == reports
    assert [note.time for note in heard.notes] == [NOON + 1, NOON + 2, NOON + 3]
    assert company(gather(heard, knowledge())).looks[0].went_out


def test_the_core_asks_for_bodies_as_in_the_app_and_notes_them() -> None:
    body = seen.Body("r1", "p1", {"ev": ["Lead"]})

    async def run() -> Heard:
        async with Listening(knowledge()) as listening, extension(listening) as browser:
            await browser.tells(opened(), asked(META_POST, method="POST", has_body=True))
            assert (await browser.is_asked("body_wanted"))["request"] == "r1"
            await browser.tells(body)
            await until(lambda: len(listening.heard.notes) == 3)
            return listening.heard

    assert asyncio.run(run()).notes[-1].report == body


def test_reports_of_no_page_are_heard_and_not_noted() -> None:
    async def run() -> Heard:
        async with Listening(knowledge()) as listening, extension(listening) as browser:
            await browser.tells(seen.PageInFront("p1"), opened())
            await until(lambda: bool(listening.heard.notes))
            return listening.heard

    assert [note.report for note in asyncio.run(run()).notes] == [opened()]


def test_nobody_comes() -> None:
    async def run() -> bool:
        async with Listening(knowledge()) as listening:
            return await listening.paired(0)

    assert not asyncio.run(run())


def test_a_browser_that_leaves_is_not_connected_any_more() -> None:
    async def run() -> None:
        async with Listening(knowledge()) as listening:
            async with extension(listening):
                assert await listening.paired(PATIENCE)
            await until(lambda: not listening.connected)

    asyncio.run(run())


def test_stages_and_tabs_are_marked_by_the_clock() -> None:
    clock = iter([1.0, 2.0, 3.0, 4.0])
    listening = Listening(knowledge(), lambda: next(clock))
    listening.begin(Stage.ARRIVED)
    listening.expect_tab()
    listening.begin(None)
    listening.expect_tab()
    assert listening.heard.timeline == Timeline((Mark(1.0, Stage.ARRIVED), Mark(3.0, None)), (2.0, 4.0))


def test_quiet_is_counted_from_the_last_report_and_waited_for_so_long_and_no_longer() -> None:
    async def run() -> None:
        async with Listening(knowledge()) as listening, extension(listening) as browser:
            assert await listening.quiet(0, patience=0)
            await browser.tells(opened())
            await until(lambda: bool(listening.heard.notes))
            assert not await listening.quiet(3600, patience=0.01)
            assert await listening.quiet(0.05, patience=PATIENCE)

    asyncio.run(run())


@pytest.mark.parametrize("limit", ["MAX_NOTED", "MAX_NOTES"])
def test_what_there_is_no_room_to_note_makes_its_page_one_that_was_not_wholly_seen(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, limit, 300 if limit == "MAX_NOTED" else 1)
    long = f"{META_POST}?{'x' * 300}"

    async def run() -> Heard:
        async with Listening(knowledge()) as listening, extension(listening) as browser:
            await browser.tells(opened(), asked(long, method="POST", has_body=True))
            await browser.is_asked("body_wanted")
            return listening.heard

    heard = asyncio.run(run())
    assert [note.report for note in heard.notes] == [opened()]
    assert heard.missed == {"p1"}
    assert [one.from_start for one in gather(Heard(Timeline((Mark(0, Stage.ARRIVED),)), heard.notes, heard.missed), knowledge()).seen] == [
        False
    ]


def test_the_pages_of_every_kind_of_report_are_known_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_NOTES", 0)
    monkeypatch.setattr(room, "MAX_MISSED", 3)
    notebook = room._Notebook(lambda: 0.0)
    for report in (asked(META, page="a"), sent("r1", page="b"), opened("c"), opened("d")):
        notebook.note(report)
    notes, missed = notebook.copy()
    assert (notes, set(missed)) == ((), {"a", "b", "c"})


def test_requests_that_the_link_passed_over_make_the_page_one_that_was_not_wholly_seen() -> None:
    listening = Listening(knowledge())
    listening._session.missed("b", "p1")
    assert listening.heard.missed == {"p1"}


def test_a_mistake_of_ours_is_told_by_its_kind_and_the_link_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Session.receive

    def failing(self: Session, browser: str, observation: seen.Observation) -> Outcome:
        if observation == opened():
            raise KeyError("words of the page")
        return heard(self, browser, observation)

    monkeypatch.setattr(Session, "receive", failing)

    async def run() -> str:
        async with Listening(knowledge()) as listening, extension(listening) as browser:
            assert listening.failed == ""
            await browser.tells(opened(), opened("p2"))
            await until(lambda: len(listening.heard.notes) == 2)
            return listening.failed

    failed = asyncio.run(run())
    assert failed.startswith("KeyError in test_listening.py")
    assert "words" not in failed


def test_two_runs_at_a_time_know_nothing_of_each_other() -> None:
    async def run() -> None:
        async with Listening(knowledge()) as one, Listening(knowledge()) as other:
            assert one.port != other.port
            async with extension(one) as browser:
                await browser.tells(opened())
                await until(lambda: bool(one.heard.notes))
                assert not other.connected
                assert other.heard.notes == ()

    asyncio.run(run())


def test_nothing_of_a_page_is_shown_by_what_was_noted() -> None:
    note = Note(0.0, asked(META))
    assert "facebook" not in repr(note) + repr(Heard(Timeline(), (note,)))
