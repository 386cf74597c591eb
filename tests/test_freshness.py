"""The lists thread, with a clock and a wait of the test's own: an hour goes by when the test says so."""

import logging
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.lists.conftest import LIST, NEWER, Reply, Website, serving
from tests.lists.looking import NOW, shelf_at

from netcurtain import freshness
from netcurtain.core.event import Event, ListsChanged, Trouble
from netcurtain.core.matcher import Match
from netcurtain.core.request import ResourceType
from netcurtain.core.session import Knowledge, Session
from netcurtain.freshness import SECONDS_AN_HOUR, Freshness, Job, Jobs, part_done, wait_for_job
from netcurtain.lists.progress import Step
from netcurtain.lists.rows import ListRow
from netcurtain.lists.shelf import SECONDS_A_DAY, Shelf
from netcurtain.lists.update import remove, update

PATIENCE = 20.0


class Scene:
    """A lists thread whose hours pass at once: the thread sleeps until it is given something to do."""

    def __init__(self, shelf: Shelf) -> None:
        self.now = NOW
        self.put: list[Knowledge] = []
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.waits: queue.SimpleQueue[float] = queue.SimpleQueue()
        self.thread = Freshness(shelf, self.put.append, self._hear, lambda: self.now, self._wait)

    def _hear(self, events: Sequence[Event]) -> None:
        for event in events:
            self.events.put(event)

    def _wait(self, jobs: Jobs, seconds: float) -> Job | None:
        self.waits.put(seconds)
        return jobs.get()

    def start(self, *, look_for_newer: bool = True) -> None:
        self.thread.start(look_for_newer=look_for_newer)
        self.settle()

    def settle(self) -> None:
        """Until the thread has done everything and waits; asking for the rows wakes it twice, so that a look in between is over."""
        for _ in range(2):
            self.ask(self.thread.rows)

    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        self.settle()

    def ask(self, question: Callable[[Callable[[Any], None]], object]) -> Any:
        answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        question(answers.put)
        return answers.get(timeout=PATIENCE)

    def heard(self) -> list[Event]:
        heard = []
        while not self.events.empty():
            heard.append(self.events.get())
        return heard

    def troubles(self) -> list[str]:
        return [event.sentence for event in self.heard() if isinstance(event, Trouble)]


@pytest.fixture
def website() -> Iterator[Website]:
    with serving() as one:
        yield one


@pytest.fixture
def shelf(tmp_path: Path, website: Website) -> Shelf:
    return shelf_at(tmp_path / "lists", website)


@pytest.fixture
def scene(shelf: Shelf) -> Iterator[Scene]:
    one = Scene(shelf)
    yield one
    one.thread.stop()


def matches(whole: Knowledge, host: str) -> bool:
    return isinstance(whole.matcher.decide(f"https://{host}/", "https://page.example/", ResourceType.SCRIPT), Match)


def test_what_is_here_is_loaded_first_and_then_what_is_newer(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    assert [event.lists[1:] for event in scene.heard() if isinstance(event, ListsChanged)] == [(), ("Test list of 20 November 2026",)]
    assert [matches(whole, "tracker.example") for whole in scene.put] == [False, True]


def test_without_leave_to_look_nothing_is_asked(scene: Scene, website: Website) -> None:
    scene.start(look_for_newer=False)
    scene.pass_time(30 * SECONDS_A_DAY)
    assert website.asked == []
    assert len(scene.put) == 1


def test_while_the_app_runs_for_weeks_a_list_is_looked_for_when_it_is_due(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    website.replies["/official"] = Reply(body=NEWER.encode())
    scene.pass_time(SECONDS_A_DAY)
    assert len(website.asked) == 1, "the list says that it is good for two days"
    scene.pass_time(SECONDS_A_DAY)
    assert len(website.asked) == 2
    assert matches(scene.put[-1], "newer.example")
    assert scene.troubles() == []


def test_a_list_that_failed_is_tried_again_after_an_hour_and_told_once(scene: Scene, website: Website) -> None:
    scene.start()
    assert len(scene.troubles()) == 1
    scene.pass_time(SECONDS_AN_HOUR - 1)
    assert [path for path, _ in website.asked] == ["/official", "/mirror"]
    scene.pass_time(1)
    assert len(website.asked) == 4
    assert scene.troubles() == []
    website.replies["/official"] = Reply()
    scene.pass_time(SECONDS_AN_HOUR)
    assert matches(scene.put[-1], "tracker.example")
    website.replies["/official"] = Reply(500)
    scene.pass_time(3 * SECONDS_A_DAY)
    assert scene.troubles() == []
    scene.pass_time(SECONDS_AN_HOUR)
    (sentence,) = scene.troubles()
    assert sentence.startswith("Test list could not be updated: the server answered 500.")


def test_a_list_that_is_here_may_fail_once_as_it_does_before_the_network_is_up(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    for _ in range(3):
        website.replies["/official"] = Reply(500)
        scene.pass_time(5 * SECONDS_A_DAY)
        website.replies["/official"] = Reply()
        scene.pass_time(SECONDS_AN_HOUR)
    assert scene.troubles() == []


def test_the_thread_sleeps_until_the_hour_is_over(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    scene.now += 1_000
    scene.settle()
    waits = [scene.waits.get(timeout=PATIENCE) for _ in range(5)]
    assert waits[0] == SECONDS_AN_HOUR
    assert waits[-1] == SECONDS_AN_HOUR - 1_000


def test_a_clock_that_is_set_back_puts_nothing_off(scene: Scene, website: Website) -> None:
    scene.start()
    scene.pass_time(-1_000 * SECONDS_A_DAY)
    assert len(website.asked) == 4


def test_an_old_list_is_told_once_and_calmly(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply(body=LIST.replace("20 Nov", "20 Aug").replace("202611200830", "202608200830").encode())
    scene.start()
    assert scene.troubles() == [
        "Test list of 20 August 2026 is 96 days old, so newer companies may not be in it. "
        "When you are online, look for a newer one in Settings."
    ]
    scene.pass_time(10 * SECONDS_A_DAY)
    assert scene.troubles() == []


def test_a_failure_says_the_age_so_that_it_is_not_told_twice(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    website.replies["/official"] = Reply(404)
    scene.pass_time(40 * SECONDS_A_DAY)
    (sentence,) = scene.troubles()
    assert sentence.endswith("Test list of 20 November 2026 (44 days old) stays in use.")


def test_a_list_turned_off_is_out_of_use_at_once_and_turned_on_is_in_use(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    assert scene.ask(lambda done: scene.thread.use("on", False, done)) == "Test list is no longer in use."
    assert not matches(scene.put[-1], "tracker.example")
    sentence = scene.ask(lambda done: scene.thread.use("on", True, done))
    assert sentence == "Test list of 20 November 2026 (four days old) is in use now, with 3 filters."
    assert matches(scene.put[-1], "tracker.example")
    assert [len(event.lists) for event in scene.heard() if isinstance(event, ListsChanged)] == [1, 2, 1, 2]


def test_a_list_turned_on_again_without_a_network_is_there_as_it_was(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    scene.ask(lambda done: scene.thread.use("on", False, done))
    website.replies["/official"] = Reply(500)
    sentence = scene.ask(lambda done: scene.thread.use("on", True, done))
    assert sentence == "Test list of 20 November 2026 (four days old) is in use now, with 3 filters."
    assert matches(scene.put[-1], "tracker.example")


def test_a_list_that_cannot_be_had_stays_off_and_that_is_said(scene: Scene) -> None:
    scene.start(look_for_newer=False)
    sentence = scene.ask(lambda done: scene.thread.use("off", True, done))
    assert sentence == "Other list was not added: the server answered 404."
    assert len(scene.put) == 1


def test_what_the_command_line_changed_beside_the_app_is_in_use_within_the_hour(scene: Scene, shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    loads = len(scene.put)
    scene.pass_time(SECONDS_AN_HOUR)
    assert len(scene.put) == loads, "nothing has changed, so nothing is loaded again"
    website.replies["/official"] = Reply(body=NEWER.encode())
    tuple(update(shelf, scene.now))
    scene.pass_time(SECONDS_AN_HOUR)
    assert matches(scene.put[-1], "newer.example")
    remove(shelf, "on")
    scene.pass_time(SECONDS_AN_HOUR)
    assert not matches(scene.put[-1], "tracker.example")


def test_looking_now_asks_for_every_list_due_or_not(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    website.replies["/official"] = Reply(body=NEWER.encode())
    (sentence,) = scene.ask(scene.thread.update_now)
    assert sentence.startswith("Test list of 22 November 2026 (two days old) is here now, with 4 filters")
    assert matches(scene.put[-1], "newer.example")


def test_looking_now_tells_how_far_it_is(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start(look_for_newer=False)
    told: list[float] = []
    scene.ask(lambda done: scene.thread.update_now(done, told.append))
    assert told[0] == 0.0
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize(
    ("number", "so_far", "total", "part"), [(1, 0, None, 0.0), (1, 50, 100, 0.25), (2, 0, 100, 0.5), (2, 9, None, 0.5), (2, 300, 100, 1.0)]
)
def test_how_far_a_look_is_counts_lists_and_what_came_of_one(number: int, so_far: int, total: int | None, part: float) -> None:
    assert part_done(Step("A list", number, 2, "", so_far, total)) == part


def test_a_look_that_is_stopped_keeps_what_was_done_before(scene: Scene, shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = website.replies["/off"] = Reply()
    scene.start(look_for_newer=False)
    scene.ask(lambda done: scene.thread.use("off", True, done))
    before = shelf.kept("off")
    cancels: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def stopped_meanwhile(_: dict[str, str]) -> Reply:
        cancels.get(timeout=PATIENCE)()
        return Reply(body=NEWER.encode())

    website.replies.update({"/official": Reply(body=NEWER.encode()), "/off": stopped_meanwhile})
    answers: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()
    cancels.put(scene.thread.update_now(answers.put))
    sentences = answers.get(timeout=PATIENCE)
    assert len(sentences) == 1
    assert matches(scene.put[-1], "newer.example")
    assert shelf.kept("off") == before
    website.replies["/off"] = Reply(body=NEWER.encode())
    assert len(scene.ask(scene.thread.update_now)) == 2, "the next look goes to its end"


def test_the_settings_get_a_row_for_every_list(scene: Scene, website: Website) -> None:
    website.replies["/official"] = Reply()
    scene.start()
    rows: tuple[ListRow, ...] = scene.ask(scene.thread.rows)
    assert [(row.name, row.in_use, row.always_on) for row in rows] == [("starter", True, True), ("on", True, False), ("off", False, False)]
    assert rows[1].sentence == "Test list of 20 November 2026 (four days old), 3 filters, checked today."


def test_a_choice_that_cannot_be_read_is_told(scene: Scene, shelf: Shelf) -> None:
    shelf.folder.mkdir()
    (shelf.folder / "shelf.json").write_text("nonsense")
    scene.start(look_for_newer=False)
    (sentence,) = scene.troubles()
    assert "add your own lists again" in sentence


def test_what_goes_wrong_does_not_end_the_thread(scene: Scene, monkeypatch: pytest.MonkeyPatch, website: Website) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    scene.start(look_for_newer=False)
    with monkeypatch.context() as broken:
        broken.setattr(freshness, "remove", fail)
        scene.thread.use("on", False, lambda _: pytest.fail("nothing came of it"))
        scene.settle()
    website.replies["/official"] = Reply()
    assert len(scene.ask(scene.thread.update_now)) == 1


def test_stopping_ends_the_thread_and_nothing_is_called_any_more(scene: Scene) -> None:
    scene.start(look_for_newer=False)
    scene.thread.stop()
    scene.thread.stop()
    assert not scene.thread._thread.is_alive()
    scene.thread.rows(lambda _: pytest.fail("stopped"))


def test_a_list_that_is_being_fetched_is_let_go_of(scene: Scene, shelf: Shelf, website: Website) -> None:
    asked, answer = threading.Event(), threading.Event()

    def slow(_: dict[str, str]) -> Reply:
        asked.set()
        assert answer.wait(PATIENCE)
        return Reply()

    website.replies["/official"] = slow
    scene.thread.start()
    assert asked.wait(PATIENCE)
    scene.thread.stop()
    answer.set()
    scene.thread._thread.join(PATIENCE)
    assert not scene.thread._thread.is_alive()
    assert len(scene.put) == 1
    assert shelf.kept("on") is None


def test_never_started_it_can_be_stopped(scene: Scene) -> None:
    scene.thread.stop()


def test_the_real_wait_gives_what_there_is_and_else_nothing() -> None:
    jobs: Jobs = queue.SimpleQueue()
    assert wait_for_job(jobs, 0.0) is None
    job: Job = threading.Event().set
    jobs.put(job)
    assert wait_for_job(jobs, PATIENCE) is job


ENDS = ("a0.example", "a199.example", "b0.example", "b199.example")
FIRST, SECOND = (True, True, False, False), (False, False, True, True)


def test_no_request_meets_half_a_list(scene: Scene, website: Website) -> None:
    """Two lists that share no filter take turns, while another thread judges all the time and says whenever it sees something new."""
    bodies = {
        FIRST: "! Title: Test list\n" + "".join(f"||a{n}.example^\n" for n in range(200)),
        SECOND: "! Title: Test list\n" + "".join(f"||b{n}.example^\n" for n in range(200)),
    }
    website.replies["/official"] = Reply(body=bodies[FIRST].encode())
    scene.start()
    session = Session(scene.put[-1])
    scene.thread._put = lambda whole: setattr(session, "knowledge", whole)
    over = threading.Event()
    seen: queue.SimpleQueue[tuple[bool, ...]] = queue.SimpleQueue()

    def judge() -> None:
        before: tuple[bool, ...] = ()
        while not over.is_set():
            whole = session.knowledge
            now = tuple(matches(whole, host) for host in ENDS)
            if now != before:
                seen.put(now)
            before = now

    judging = threading.Thread(target=judge)
    judging.start()
    try:
        assert seen.get(timeout=PATIENCE) == FIRST
        for turn in (SECOND, FIRST) * 3:
            website.replies["/official"] = Reply(body=bodies[turn].encode())
            scene.ask(scene.thread.update_now)
            assert seen.get(timeout=PATIENCE) == turn
    finally:
        over.set()
        judging.join(PATIENCE)
    assert seen.empty()


def test_a_job_that_fails_is_logged_without_its_words_and_the_next_is_done(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_rows: object) -> None:
        raise KeyError("https://lists.example/MARKER")

    scene.start(look_for_newer=False)
    scene.thread.rows(fail)
    scene.settle()
    (said,) = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert "KeyError in test_freshness.py, line " in said
    assert "MARKER" not in caplog.text
