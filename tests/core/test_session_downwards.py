"""Whatever a page does, the verdict on a form that stands there does not fall, and that of another tab does not change at all.

These are the reports that a page's own doings lead to. That the person pauses or corrects comes from our own pages alone
(tests/extension/page_posts.test.js), and a form that is gone or says other things is another form.
"""

from collections.abc import Callable, Iterable

import pytest
from tests.core.scenes import NOON, Scene, got_to, harmless, key, opened, request, requested, sensitive, submitted, typed

from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.consent import Consent
from netcurtain.core.level import Level
from netcurtain.core.page import MAX_COMPANIES, MAX_FORMS, MAX_TRACKED
from netcurtain.core.request import Fate

PIXEL = "https://www.facebook.com/tr/?id=1&ev=PageView"
Doing = Callable[[str], Iterable[seen.Observation]]


def many_requests(page: str) -> Iterable[seen.Observation]:
    for start in range(0, MAX_TRACKED + 1000, 500):
        yield seen.Requests([request(f"{PIXEL}&n={n}", f"m{n}", page=page) for n in range(start, start + 500)])


def many_companies(page: str) -> Iterable[seen.Observation]:
    yield seen.Requests([request(f"https://tracker{n}.example/tr", f"c{n}", page=page) for n in range(MAX_COMPANIES + 50)])


def many_forms(page: str) -> Iterable[seen.Observation]:
    return [harmless(page=page, id=f"h{n}") for n in range(MAX_FORMS + 50)]


DOINGS: dict[str, Doing] = {
    "it asks for very many things": many_requests,
    "it asks very many companies": many_companies,
    "it puts up very many harmless forms": many_forms,
    "it says that what went out was stopped": lambda page: [
        got_to(Fate.STOPPED_BY_US, page=page),
        got_to(Fate.STOPPED_BY_ANOTHER, page=page),
    ],
    "it tells of no more than an attempt": lambda page: [got_to(Fate.ATTEMPTED, page=page)],
    "it asks for what nobody has listed": lambda page: [requested("https://own.example/ok", "r2", page=page)],
    "it says that cookies were refused": lambda page: [seen.ConsentSeen(page, Consent.REFUSED, NOON)],
    "it changes its title": lambda page: [seen.PageChanged(page, title="Find a library")],
    "it changes its address": lambda page: [seen.PageChanged(page, url="https://www.example.police.uk/library")],
    "it says what was pressed": lambda page: [seen.Pressed(page, "Search")],
    "it claims that a script takes nothing": lambda page: [seen.SetUpSeen(page, "r1", "")],
    "it carries what was typed": lambda page: [typed(page=page)],
    "a form of it that nobody knows is gone": lambda page: [seen.FormGone(page, "f9")],
    "it sends another form": lambda page: [harmless(page=page, id="f2"), submitted("s2", page=page, form="f2")],
    "it says that a form has left": lambda page: [seen.Departed("s9", page, left=True)],
    "it is told again as seen from later on": lambda page: [opened(page, from_start=False)],
    "it answers a question that nobody was asked": lambda page: [seen.Chosen("s9", page, seen.Choice.AS_IT_IS)],
}


def scene_with_warning(page: str = "p1", tab: int = 1) -> Scene:
    scene = Scene()
    scene.reports(opened(page, tab=tab), requested(PIXEL, page=page), got_to(Fate.SENT, page=page), sensitive(page=page))
    assert scene.verdict.level is Level.WARNING
    return scene


def newest(scene: Scene, page: str) -> say.Verdict:
    return [verdict for verdict in scene.told(say.Verdict) if verdict.page == page][-1]


@pytest.mark.parametrize("doing", DOINGS.values(), ids=DOINGS.keys())
def test_a_warning_does_not_fall_by_what_the_page_does(doing: Doing) -> None:
    scene = scene_with_warning()
    scene.reports(*doing("p1"))
    verdict = newest(scene, "p1")
    assert verdict.level is Level.WARNING
    assert [form.level for form in verdict.forms if form.form == "f1"] == [Level.WARNING]
    assert not verdict.answered
    assert "Meta (Facebook)" in verdict.companies


@pytest.mark.parametrize("doing", DOINGS.values(), ids=DOINGS.keys())
def test_what_another_tab_does_changes_nothing(doing: Doing) -> None:
    scene = scene_with_warning()
    scene.reports(opened("p2", tab=2), requested(PIXEL, "r1", page="p2"), sensitive(page="p2"))
    before = newest(scene, "p1")
    scene.reports(*doing("p2"))
    assert newest(scene, "p1") == before


@pytest.mark.parametrize("doing", DOINGS.values(), ids=DOINGS.keys())
def test_what_another_browser_says_of_a_page_of_the_same_name_changes_nothing(doing: Doing) -> None:
    scene = scene_with_warning()
    before = scene.session._told[key("p1", "b")]
    for observation in doing("p1"):
        scene.reports(observation, browser="another")
    assert scene.session._told[key("p1", "b")] == before
