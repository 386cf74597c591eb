"""Where nobody answers at a site: has the computer a way out? By virtual time: looks last, networks come and go."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import pytest
from tests.survey.clock import Loop
from tests.survey.stand_in import MADE_WITH, StandIn, in_trouble, task
from tests.survey.test_folder import BEGUN, files

from netcurtain.survey import pool, wording
from netcurtain.survey.asked import SiteTask
from netcurtain.survey.folder import ASIDE, SurveyFolder, begin_or_go_on
from netcurtain.survey.keeping import ComputerError
from netcurtain.survey.result import SiteSurveyed
from netcurtain.survey.tries import MOST_IN_A_ROW, MOST_RESTS, MOST_RUNS, REST_SECONDS
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.way_out import LEAST_SECONDS, MOST_KNOWN, Surveys, WayOut

SITES = tuple(task(f"site{n}.example", n) for n in range(1, 61))
PLACE = task("place.example", 99)
LOAD, STAY = 3.0, 5.0
"""Seconds until a site answers, or nobody does; and for the rest of a look."""


def never(_now: float) -> bool:
    return False


def always(_now: float) -> bool:
    return True


class Network(StandIn):
    """``dead`` sites are gone, and at times all are: the computer is ``offline``. ``stays``: seconds of some looks that went well.
    ``mute`` sites answer a look, and no question after it.
    """

    def __init__(
        self,
        loop: Loop,
        dead: Sequence[SiteTask] = (),
        offline: Callable[[float], bool] = never,
        stays: dict[SiteTask, float] | None = None,
        mute: Sequence[SiteTask] = (),
    ) -> None:
        super().__init__(Path())
        self._mute = {task.site for task in mute}
        self._loop = loop
        self.dead = {task.site for task in dead}
        self._offline = offline
        self._stays = {task.site: seconds for task, seconds in (stays or {}).items()}
        self.began: list[tuple[float, str]] = []
        self.asked: list[tuple[float, str]] = []

    async def survey(self, task: SiteTask, _into: Path) -> SiteSurveyed:
        self.began.append((self._loop.now, task.site))
        await asyncio.sleep(LOAD)
        if not self._is_there(task.site):
            return in_trouble(task, Trouble.NOT_FOUND)
        await asyncio.sleep(self._stays.get(task.site, STAY))
        return in_trouble(task, None)

    async def answers(self, address: str) -> bool:
        host = urlsplit(address).hostname or ""
        self.asked.append((self._loop.now, host))
        await asyncio.sleep(1.0)
        return host not in self._mute and self._is_there(host)

    def _is_there(self, site: str) -> bool:
        return site not in self.dead and not self._offline(self._loop.now)


def run(
    loop: Loop,
    folder: SurveyFolder,
    tasks: Sequence[SiteTask],
    network: Surveys,
    browsers: int,
    tell: Callable[[str], None] = print,
) -> None:
    loop.run_until_complete(pool.run(tasks, network, browsers, folder, MADE_WITH, folder.take, tell))


def rows(folder: SurveyFolder) -> dict[str, Trouble | None]:
    return {site.site: site.pages[0].trouble for site in folder.sites()}


def expected(tasks: Sequence[SiteTask], dead: Sequence[SiteTask] = ()) -> dict[str, Trouble | None]:
    return {task.site: Trouble.NOT_FOUND if task in dead else None for task in tasks}


def none_answered(sites: int) -> list[str]:
    """What is said at the end of a run, also the second time."""
    return [wording.silent(sites), *(wording.tried_once_more(n, sites, 0) for n in range(1, sites + 1))]


@pytest.mark.parametrize("browsers", [1, 4])
@pytest.mark.parametrize("dead", [SITES[20:33], SITES[20:45], SITES[57:], SITES[4::2]], ids=["13", "25", "the last 3", "every other"])
def test_sites_that_are_gone_are_told_at_once_however_many_stand_together(
    folder: SurveyFolder, loop: Loop, browsers: int, dead: Sequence[SiteTask]
) -> None:
    network, told = Network(loop, dead), list[str]()
    run(loop, folder, SITES, network, browsers, told.append)
    assert rows(folder) == expected(SITES, dead)
    assert told == none_answered(len(dead))
    looks = [site for _, site in network.began]
    assert sorted(looks[: len(SITES)]) == sorted(one.site for one in SITES)
    assert sorted(looks[len(SITES) :]) == sorted(one.site for one in dead), "only where nobody answered it is looked a second time"
    assert len(network.asked) <= 2 * len(dead)


@pytest.mark.parametrize("browsers", [2, 4])
@pytest.mark.parametrize("stays", [60.0, 600.0], ids=["ends in the middle of it", "ends after it"])
def test_a_look_that_loaded_before_an_outage_says_nothing_of_it(folder: SurveyFolder, loop: Loop, browsers: int, stays: float) -> None:
    network = Network(loop, offline=lambda now: 1030 <= now < 1300, stays={SITES[0]: stays})
    run(loop, folder, SITES[:20], network, browsers)
    assert rows(folder) == expected(SITES[:20])


def test_while_there_is_no_way_out_known_sites_are_asked_in_turn_and_after_each_rest_one_is_looked_at_all_the_same(
    folder: SurveyFolder, loop: Loop
) -> None:
    network = Network(loop, offline=lambda now: 1030 <= now < 1300)
    run(loop, folder, SITES[:20], network, 1)
    looks = [began for began, _ in network.began if 1030 - LOAD < began < 1300]
    assert len(looks) == 1 + 270 // (REST_SECONDS + LOAD)
    assert all(REST_SECONDS <= after - before <= REST_SECONDS + 4 * LOAD for before, after in pairwise(looks))
    asked = [host for began, host in network.asked if began < 1300]
    assert len(set(asked)) == MOST_KNOWN == len(set(asked[:MOST_KNOWN]))
    assert MOST_IN_A_ROW <= len(asked) <= MOST_IN_A_ROW + 270 / REST_SECONDS
    assert rows(folder) == expected(SITES[:20])


@pytest.mark.parametrize("browsers", [1, 4])
@pytest.mark.parametrize("mute", [SITES[:1], SITES[:MOST_KNOWN]], ids=["the only one that is known", "all that are known"])
def test_sites_that_are_silent_to_us_from_their_first_answer_on_do_not_end_a_run(
    folder: SurveyFolder, loop: Loop, browsers: int, mute: Sequence[SiteTask]
) -> None:
    gone = SITES[len(mute)]
    network = Network(loop, [gone], mute=mute)
    run(loop, folder, SITES[:20], network, browsers)
    assert rows(folder) == expected(SITES[:20], [gone])
    assert [site for _, site in network.began].count(SITES[10].site) == 1


@pytest.mark.parametrize("browsers", [1, 4])
def test_a_run_does_not_end_before_a_site_was_looked_at_after_each_rest(folder: SurveyFolder, loop: Loop, browsers: int) -> None:
    """The only site that is known is silent to us, and only one of those that are left is there."""
    tasks, gone = SITES[: MOST_RESTS + 1], SITES[1:MOST_RESTS]
    run(loop, folder, tasks, Network(loop, gone, mute=SITES[:1]), browsers)
    assert rows(folder) == expected(tasks, gone)


def test_after_a_rest_one_is_looked_at_all_the_same_and_others_wait_for_an_answer(loop: Loop, tmp_path: Path) -> None:
    way_out, network = WayOut(), Network(loop, mute=SITES[:1], dead=SITES[1:2])
    assert looked(loop, way_out, network, tmp_path, *SITES[:1]) == [None]
    assert looked(loop, way_out, network, tmp_path, *SITES[1:2]) == [Trouble.NO_ANSWER]
    loop.now += REST_SECONDS
    assert looked(loop, way_out, network, tmp_path, *SITES[2:5]) == [None, Trouble.NO_ANSWER, Trouble.NO_ANSWER]
    assert [site for _, site in network.began] == [one.site for one in SITES[:3]]


def test_once_one_that_was_looked_at_all_the_same_answered_the_next_is_looked_at_without_a_question(loop: Loop, tmp_path: Path) -> None:
    way_out, network = WayOut(), Network(loop, mute=SITES, dead=SITES[1:2])
    for one, found in zip(SITES[:4], (None, *[Trouble.NO_ANSWER] * MOST_KNOWN), strict=True):
        assert looked(loop, way_out, network, tmp_path, one) == [found]
    questions = len(network.asked)
    assert questions == MOST_KNOWN
    for one in SITES[4:6]:
        assert looked(loop, way_out, network, tmp_path, one) == [None]
    assert len(network.asked) == questions


def test_a_look_that_loaded_before_an_outage_and_ends_in_it_lets_nobody_look_without_a_question(loop: Loop, tmp_path: Path) -> None:
    way_out = WayOut()
    network = Network(loop, offline=lambda now: now > 1010, stays={SITES[0]: 20.0})

    async def a_little_later() -> SiteSurveyed:
        await asyncio.sleep(15.0)
        return await way_out.survey(network, SITES[2], tmp_path, MADE_WITH)

    async def both() -> tuple[SiteSurveyed, SiteSurveyed]:
        return await asyncio.gather(way_out.survey(network, SITES[0], tmp_path, MADE_WITH), a_little_later())

    assert looked(loop, way_out, network, tmp_path, SITES[1]) == [None]
    loop.now = 1004.0
    assert [found.pages[0].trouble for found in loop.run_until_complete(both())] == [None, Trouble.NO_ANSWER]
    assert looked(loop, way_out, network, tmp_path, SITES[3]) == [Trouble.NO_ANSWER]
    assert [site for _, site in network.began] == [SITES[1].site, SITES[0].site, SITES[2].site]


def test_sites_that_lead_to_one_place_are_known_as_one(loop: Loop, tmp_path: Path) -> None:
    class Leading(Network):
        async def survey(self, task: SiteTask, into: Path) -> SiteSurveyed:
            found = await super().survey(task, into)
            leads = task in SITES[1 : 1 + MOST_KNOWN]
            pages = (msgspec.structs.replace(found.pages[0], url=f"https://{PLACE.site}/{task.site}"),) if leads else found.pages
            return msgspec.structs.replace(found, pages=pages)

    way_out, network = WayOut(), Leading(loop, SITES[5:6], mute=[PLACE])
    for one in SITES[: 1 + MOST_KNOWN]:
        assert looked(loop, way_out, network, tmp_path, one) == [None]
    assert looked(loop, way_out, network, tmp_path, SITES[5]) == [Trouble.NO_ANSWER]
    assert looked(loop, way_out, network, tmp_path, SITES[6]) == [None]
    assert [host for _, host in network.asked] == [PLACE.site, SITES[0].site]


def test_where_the_newest_known_site_is_silent_to_us_the_one_before_it_is_asked_and_nobody_rests(folder: SurveyFolder, loop: Loop) -> None:
    told = list[str]()
    network = Network(loop, SITES[2:3], mute=SITES[1:2])
    run(loop, folder, SITES[:20], network, 1, told.append)
    assert rows(folder) == expected(SITES[:20], SITES[2:3])
    assert told == none_answered(1)
    assert [host for _, host in network.asked][:2] == [SITES[1].site, SITES[0].site]


def test_a_site_that_is_looked_at_all_the_same_is_not_told_to_be_gone_by_an_answer_that_came_later(loop: Loop, tmp_path: Path) -> None:
    """The network is back between the look that failed and a question after it."""
    way_out, network = WayOut(), Network(loop, offline=lambda now: 1010 < now < 1100)
    assert looked(loop, way_out, network, tmp_path, SITES[0]) == [None]
    loop.now = 1020.0
    for one in SITES[1 : 1 + MOST_KNOWN]:
        assert looked(loop, way_out, network, tmp_path, one) == [Trouble.NO_ANSWER]
    loop.now = 1099.9 - LOAD
    assert looked(loop, way_out, network, tmp_path, SITES[5]) == [Trouble.NO_ANSWER]
    assert [site for _, site in network.began] == [SITES[0].site, SITES[1].site, SITES[5].site]


def test_the_first_of_a_list_are_looked_at_again_once_another_went_well_and_judged_then(folder: SurveyFolder, loop: Loop) -> None:
    network, told = Network(loop, SITES[:3]), list[str]()
    run(loop, folder, SITES[:10], network, 1, told.append)
    assert rows(folder) == expected(SITES[:10], SITES[:3])
    assert told == [wording.COMPUTER_RESTS, *none_answered(3)]
    assert [site for _, site in network.began].count(SITES[0].site) == 3


def test_after_a_rest_it_goes_on_far_from_those_that_failed(folder: SurveyFolder, loop: Loop) -> None:
    network = Network(loop, SITES[:20])
    run(loop, folder, SITES, network, 1)
    assert rows(folder) == expected(SITES, SITES[:20])
    assert [site for _, site in network.began][MOST_IN_A_ROW] not in {one.site for one in SITES[:20]}


def test_a_list_of_which_all_is_gone_ends_honestly_and_the_third_run_is_done(tmp_path: Path, loop: Loop) -> None:
    tasks = SITES[:5]
    for _ in range(MOST_RUNS):
        with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
            with pytest.raises(ComputerError, match=r"may be offline .* or the sites that are left are gone"):
                run(loop, folder, folder.left(tasks), Network(loop, tasks), 1)
            assert rows(folder) == {}
    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
        run(loop, folder, folder.left(tasks), Network(loop, tasks), 1)
        assert set(rows(folder).values()) == {Trouble.NO_ANSWER}
        assert "or the computer that looked may have been offline" in wording.trouble(Trouble.NO_ANSWER)
        assert not (folder.place / ASIDE).exists()


def test_a_row_that_is_there_stays_as_it_is_where_nobody_can_say_more(tmp_path: Path, loop: Loop) -> None:
    """``--again-failed``: nearly all that is left is gone."""
    dead, told = SITES[1::2], list[str]()
    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
        run(loop, folder, SITES, Network(loop, dead), 1)
        before = {file: (folder.place / file).read_bytes() for file in files(folder.place)}
    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
        left = folder.left(SITES, again_failed=True)
        assert left == dead
        network = Network(loop, dead)
        run(loop, folder, left, network, 1, told.append)
        assert {file: (folder.place / file).read_bytes() for file in files(folder.place)} == before
    assert told == []
    assert [site for _, site in network.began] == [one.site for one in dead]


@pytest.mark.parametrize("browsers", [1, 4])
def test_a_row_that_is_there_is_not_taken_for_a_look_that_nobody_took(tmp_path: Path, loop: Loop, browsers: int) -> None:
    """``--again-failed``, and the network is gone for five minutes: most sites are only passed over meanwhile."""
    told = list[str]()
    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
        run(loop, folder, SITES, Network(loop, SITES[1:]), browsers)
    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
        left = folder.left(SITES, again_failed=True)
        begins, ends = loop.now + 20, loop.now + 320
        network = Network(loop, offline=lambda now: begins <= now < ends)
        run(loop, folder, left, network, browsers, told.append)
        assert {site for _, site in network.began} == {one.site for one in left}
        in_vain = {site for began, site in network.began if begins - LOAD < began < ends}
        assert {site for site, trouble in rows(folder).items() if trouble} <= in_vain
    assert len(in_vain) <= 300 / REST_SECONDS + browsers
    assert told == [wording.COMPUTER_RESTS]


def test_it_is_not_given_up_while_a_look_is_under_way(folder: SurveyFolder, loop: Loop) -> None:
    stays = (MOST_RESTS + 20) * REST_SECONDS
    run(loop, folder, SITES[:6], Network(loop, SITES[1:6], stays={SITES[0]: stays}), 2)
    assert rows(folder) == expected(SITES[:6], SITES[1:6])


def test_who_rests_goes_on_as_soon_as_another_look_went_well(folder: SurveyFolder, loop: Loop) -> None:
    network = Network(loop, SITES[1:4], stays={SITES[0]: 20.0})
    run(loop, folder, SITES[:20], network, 2)
    assert rows(folder) == expected(SITES[:20], SITES[1:4])
    began = [began - 1000 for began, _ in network.began]
    assert not [one for one in began if 4 * LOAD < one < LOAD + 20], "it rested"
    assert len([one for one in began if LOAD + 20 <= one < LOAD + 23]) == 2


@pytest.mark.parametrize("stops", ["rests", "asks"])
def test_a_run_that_rests_or_asks_can_be_stopped_at_once(folder: SurveyFolder, loop: Loop, stops: str) -> None:
    stopped: list[float] = []

    class Stopped(Network):
        async def answers(self, address: str) -> bool:
            stop()
            return await super().answers(address)

    def stop(_sentence: str = "") -> None:
        stopped.append(loop.now)
        running.cancel()

    dead = SITES[1:] if stops == "asks" else SITES
    running = loop.create_task(pool.run(SITES, Stopped(loop, dead), 1, folder, MADE_WITH, folder.take, stop))
    with pytest.raises(asyncio.CancelledError):
        loop.run_until_complete(running)
    assert len(stopped) == 1
    assert loop.now - stopped[0] < 0.1
    assert set(rows(folder).values()) <= {None}
    assert not list((folder.place / "sites").glob(".*"))


def looked(loop: Loop, way_out: WayOut, network: Network, tmp_path: Path, *sites: SiteTask) -> list[Trouble | None]:
    async def all_of_them() -> list[SiteSurveyed]:
        return await asyncio.gather(*(way_out.survey(network, one, tmp_path, MADE_WITH) for one in sites))

    return [found.pages[0].trouble for found in loop.run_until_complete(all_of_them())]


def test_those_that_fail_at_once_share_an_answer_and_the_next_waits_some_seconds(loop: Loop, tmp_path: Path) -> None:
    way_out, network = WayOut(), Network(loop, SITES[1:])
    assert looked(loop, way_out, network, tmp_path, SITES[0]) == [None]
    assert looked(loop, way_out, network, tmp_path, *SITES[1:9]) == [Trouble.NOT_FOUND] * 8
    assert len(network.asked) <= 2
    for one in SITES[10:13]:
        assert looked(loop, way_out, network, tmp_path, one) == [Trouble.NOT_FOUND]
    times = [asked for asked, _ in network.asked]
    assert all(after - before >= LEAST_SECONDS for before, after in pairwise(times))
    assert {host for _, host in network.asked} == {SITES[0].site}


def test_an_answer_from_before_a_look_failed_says_nothing_of_it(loop: Loop, tmp_path: Path) -> None:
    way_out, network = WayOut(), Network(loop, SITES[1:2], offline=lambda now: now > 1020)
    assert looked(loop, way_out, network, tmp_path, SITES[0]) == [None]
    assert looked(loop, way_out, network, tmp_path, SITES[1]) == [Trouble.NOT_FOUND]
    loop.now = 1020.0
    assert looked(loop, way_out, network, tmp_path, SITES[2]) == [Trouble.NO_ANSWER]


def test_a_computer_that_has_reached_nobody_yet_cannot_say(loop: Loop, tmp_path: Path) -> None:
    network = Network(loop, offline=always)
    assert looked(loop, WayOut(), network, tmp_path, SITES[0]) == [Trouble.NO_ANSWER]
    assert network.asked == []


@pytest.mark.parametrize(
    ("trouble", "detail", "status", "becomes"),
    [
        (Trouble.NOT_FOUND, "net::ERR_NAME_NOT_RESOLVED", 0, Trouble.NO_ANSWER),
        (Trouble.NOT_FOUND, "net::ERR_CONNECTION_REFUSED", 0, Trouble.NO_ANSWER),
        (Trouble.NOT_FOUND, "net::ERR_CONNECTION_RESET", 0, Trouble.NO_ANSWER),
        (Trouble.TIMED_OUT, "", 0, Trouble.NO_ANSWER),
        (Trouble.TIMED_OUT, "", 200, Trouble.TIMED_OUT),
        (Trouble.NOT_FOUND, "net::ERR_EMPTY_RESPONSE", 0, Trouble.NOT_FOUND),
        (Trouble.COMPUTER, "start", 0, Trouble.COMPUTER),
    ],
)
def test_what_is_no_answer(loop: Loop, tmp_path: Path, trouble: Trouble, detail: str, status: int, becomes: Trouble) -> None:
    class Finding(Network):
        async def survey(self, task: SiteTask, _into: Path) -> SiteSurveyed:
            found = in_trouble(task, trouble)
            page = msgspec.structs.replace(found.pages[0], detail=detail, status=status)
            return msgspec.structs.replace(found, pages=(page,))

    assert looked(loop, WayOut(), Finding(loop, offline=always), tmp_path, SITES[0]) == [becomes]
