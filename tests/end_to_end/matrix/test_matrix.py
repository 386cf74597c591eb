"""Every way of sending is held, let go once, and never in the way: the table in ways.py, in real browsers."""

from pathlib import Path

import pytest
from tests.end_to_end.firefox import browser as firefox
from tests.end_to_end.matrix.arrivals import Run
from tests.end_to_end.matrix.conftest import WHOLE
from tests.end_to_end.matrix.in_firefox import FirefoxPerson
from tests.end_to_end.matrix.outcomes import AT_ONCE, OUTCOMES, Scene, act
from tests.end_to_end.matrix.place import HOST, Place, url
from tests.end_to_end.matrix.rows import Row, few, rows
from tests.end_to_end.matrix.way import BrowserName
from tests.end_to_end.matrix.ways import WAYS
from tests.end_to_end.website import server

pytestmark = pytest.mark.browser

ROWS = rows() if WHOLE else few(rows())
TWICE = [way for way in WAYS if way.may_go_twice]
TRIES = 20
"""It is a race between the second press and the answer to the first."""


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_way_of_sending(row: Row, scene: Scene) -> None:
    (OUTCOMES if row.way.can_be_held else AT_ONCE)[row.outcome](scene)


def test_firefox_sends_a_form_for_each_of_two_quick_presses_without_the_extension_too(
    firefox_path: str, file: Path, tmp_path: Path
) -> None:
    with server.running() as (port, record), firefox.running(firefox_path, tmp_path, port, extension=None) as browser:
        for way in TWICE:
            counts: list[int] = []
            while 2 not in counts and len(counts) < TRIES:
                run = Run(len(counts) + 1, way, Place.TOP)
                person = FirefoxPerson(browser, file)
                person.open(url(run.number, run.place, way))
                scene = Scene(BrowserName.FIREFOX, person, record, run, f"https://{HOST}{run.path('marker')}")
                act(scene, way.act)
                scene.until(scene.arrivals, "the arrival", 10.0)
                scene.settle()
                counts.append(len(scene.arrivals()))
                person.rest()
                person.close()
            print(way.name, counts)
            assert 2 in counts, (way.name, counts)
