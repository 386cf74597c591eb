"""A site at which nobody answered is looked at once more, also where a run was stopped before. By virtual time."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from tests.survey.clock import Loop
from tests.survey.stand_in import MADE_WITH
from tests.survey.test_folder import BEGUN
from tests.survey.test_way_out import SITES, Network, expected, none_answered, rows, run

from netcurtain.survey import once_more, pool, wording
from netcurtain.survey.folder import ASIDE, SurveyFolder, begin_or_go_on
from netcurtain.survey.keeping import SILENT_SECONDS


@pytest.mark.parametrize("browsers", [1, 4])
def test_names_that_cannot_be_looked_up_for_some_seconds_make_no_site_look_gone(folder: SurveyFolder, loop: Loop, browsers: int) -> None:
    """The computer remembers the names of those that it has reached before: these still answer."""

    class Nameless(Network):
        async def answers(self, address: str) -> bool:
            await super().answers(address)
            return True

    network, told = Nameless(loop, SITES[3:4], offline=lambda now: 1030 <= now < 1050), list[str]()
    run(loop, folder, SITES[:20], network, browsers, told.append)
    assert rows(folder) == expected(SITES[:20], SITES[3:4])
    twice = [site for site, looks in Counter(site for _, site in network.began).items() if looks > 1]
    assert (told[0], told[-1]) == (wording.silent(len(twice)), wording.tried_once_more(len(twice), len(twice), len(twice) - 1))
    assert len(twice) > 2


def test_between_two_looks_at_a_site_at_which_nobody_answers_lies_some_time(folder: SurveyFolder, loop: Loop) -> None:
    network = Network(loop, SITES[1:3])
    run(loop, folder, SITES[:3], network, 1)
    (first, second), _ = ([began for began, site in network.began if site == one.site] for one in SITES[1:3])
    assert second - first >= SILENT_SECONDS


def test_of_many_second_looks_it_is_told_now_and_then_how_far_they_are(folder: SurveyFolder, loop: Loop) -> None:
    told = list[str]()
    run(loop, folder, SITES, Network(loop, SITES[5:55]), 4, told.append)
    assert told == [wording.silent(50), *(wording.tried_once_more(n, 50, 0) for n in range(2, 51, 2))]


@pytest.mark.parametrize("stops", [1, 2, 6], ids=["in the wait", "after the first", "before the last"])
@pytest.mark.parametrize("browsers", [1, 4])
@pytest.mark.parametrize(
    ("pause", "waits"),
    [(10.0, SILENT_SECONDS), (100_000.0, 0.0), (-100_000.0, SILENT_SECONDS)],
    ids=["soon", "the next day", "by a clock that was put back"],
)
def test_second_looks_that_a_run_did_not_come_to_are_of_the_next(
    tmp_path: Path, loop: Loop, stops: int, browsers: int, pause: float, waits: float
) -> None:
    tasks, dead, told = SITES[:20], SITES[3:5], list[str]()
    network = Network(loop, SITES[3:9])

    def stop(sentence: str) -> None:
        network.dead = {one.site for one in dead}
        told.append(sentence)
        if len(told) == stops:
            running.cancel()

    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
        running = loop.create_task(pool.run(tasks, network, browsers, folder, MADE_WITH, folder.take, stop))
        with pytest.raises(asyncio.CancelledError):
            loop.run_until_complete(running)
    loop.now += pause
    began, network = loop.now, Network(loop, dead)
    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
        assert folder.left(tasks) == ()
        silent = once_more.marked(folder, tasks)
        loop.run_until_complete(pool.run((), network, browsers, folder, MADE_WITH, folder.take, told.append, silent))
        assert rows(folder) == expected(tasks, dead)
        assert once_more.marked(folder, tasks) == ()
    assert sorted(site for _, site in network.began) == sorted(one.site for one in silent)
    assert network.began[0][0] - began < waits + 1.0
    assert len(list((tmp_path / "survey").rglob(once_more.MARK))) == 0


@pytest.mark.parametrize("browsers", [1, 4])
def test_a_second_look_that_cannot_say_leaves_the_row_as_it_is_and_the_run_is_done(folder: SurveyFolder, loop: Loop, browsers: int) -> None:
    dead, told = SITES[4:8], list[str]()
    network = Network(loop, dead, offline=lambda _now: len(network.began) > 10)
    run(loop, folder, SITES[:10], network, browsers, told.append)
    assert rows(folder) == expected(SITES[:10], dead)
    assert told == none_answered(len(dead))
    assert not (folder.place / ASIDE).exists()
