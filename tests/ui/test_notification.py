from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from netcurtain.core.event import BrowserLeft, FrontChanged, LinkChanged, PageGone, PageKey, PageUpdated, PageView
from netcurtain.core.level import FormLevel
from netcurtain.ui import notification
from netcurtain.ui.notification import Notification, When

OTHER = PageKey("browser", "other")
ELSEWHERE = PageKey("another browser", "page")
MakePage = Callable[..., PageView]


@dataclass
class Person:
    """Who has asked for it, looks at a browser and sits at the screen, until a test says otherwise."""

    wanted: bool = True
    looking: bool = False
    away: bool = False
    told: list[str] = field(default_factory=list)

    def notification(self) -> Notification:
        return Notification(self.told.append, When(lambda: self.wanted, lambda: self.looking, lambda: self.away))


@pytest.fixture
def person(qapp: object) -> Person:
    assert qapp is not None
    return Person()


@pytest.fixture
def one(person: Person) -> Notification:
    return person.notification()


def form(make_page: MakePage, level: FormLevel = FormLevel.SENSITIVE, visit: str = "visit", **changes: object) -> PageUpdated:
    return PageUpdated(make_page(form_level=level, visit=visit, **changes))


def settle(one: Notification) -> None:
    """Three seconds go by, if anybody waits for them."""
    if one.quiet.isActive():
        one.quiet.stop()
        one.settled()


@pytest.mark.parametrize(("level", "told"), [(FormLevel.SENSITIVE, 1), (FormLevel.POSSIBLY, 1), (FormLevel.NO, 0)])
def test_it_tells_of_a_page_in_front_with_such_a_form_once_a_visit(
    one: Notification, person: Person, key: PageKey, make_page: MakePage, level: FormLevel, told: int
) -> None:
    one.hear(FrontChanged("browser", key))
    one.hear(form(make_page, level))
    settle(one)
    assert person.told == ["Netcurtain has finished checking."] * told
    one.hear(form(make_page, level))
    settle(one)
    one.hear(form(make_page, level, key=OTHER))
    one.hear(FrontChanged("browser", OTHER))
    settle(one)
    assert len(person.told) == told
    one.hear(form(make_page, level, key=OTHER, visit="another visit"))
    settle(one)
    assert len(person.told) == 2 * told


def test_every_change_on_the_page_in_front_and_no_other_begins_the_wait_again(one: Notification, key: PageKey, make_page: MakePage) -> None:
    one.hear(FrontChanged("browser", key))
    assert not one.quiet.isActive()
    begun: list[int] = []
    one.quiet.start = lambda *_: begun.append(1)  # type: ignore[method-assign]
    one.hear(form(make_page))
    one.hear(form(make_page, companies=()))
    assert len(begun) == 2
    one.hear(form(make_page, key=OTHER))
    one.hear(LinkChanged(1))
    assert len(begun) == 2
    assert one.quiet.interval() == notification.QUIET_MS == 3000
    assert one.quiet.isSingleShot()


def test_a_page_behind_another_is_told_of_once_it_is_in_front(one: Notification, person: Person, key: PageKey, make_page: MakePage) -> None:
    one.hear(form(make_page))
    one.hear(FrontChanged("browser", OTHER))
    settle(one)
    assert person.told == []
    one.hear(FrontChanged("browser", key))
    one.hear(FrontChanged("another browser", None))
    settle(one)
    assert len(person.told) == 1


@pytest.mark.parametrize(
    "gone",
    [
        PageGone(PageKey("browser", "page")),
        BrowserLeft("browser"),
        FrontChanged("browser", None),
        FrontChanged("another browser", ELSEWHERE),
    ],
    ids=["closed", "the browser left", "nothing in front", "another browser in front"],
)
def test_a_page_that_is_gone_before_that_is_not_told_of(
    one: Notification, person: Person, key: PageKey, make_page: MakePage, gone: object
) -> None:
    one.hear(FrontChanged("browser", key))
    one.hear(form(make_page))
    one.hear(gone)
    settle(one)
    one.settled()
    assert person.told == []


def test_a_form_that_is_there_no_more_is_not_told_of(one: Notification, person: Person, key: PageKey, make_page: MakePage) -> None:
    one.hear(FrontChanged("browser", key))
    one.hear(form(make_page))
    one.hear(form(make_page, FormLevel.NO))
    one.settled()
    assert person.told == []


@pytest.mark.parametrize(("name", "when_not"), [("wanted", False), ("looking", True), ("away", True)])
def test_it_is_off_until_asked_for_and_silent_where_the_app_is_looked_at_or_nobody_is_there(
    one: Notification, person: Person, key: PageKey, make_page: MakePage, name: str, when_not: bool
) -> None:
    setattr(person, name, when_not)
    one.hear(FrontChanged("browser", key))
    one.hear(form(make_page))
    settle(one)
    assert person.told == []
    setattr(person, name, not when_not)
    one.hear(form(make_page))
    settle(one)
    assert len(person.told) == 1


def test_it_remembers_no_more_visits_than_it_must(
    one: Notification, person: Person, key: PageKey, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notification, "MOST_VISITS", 2)
    one.hear(FrontChanged("browser", key))
    for visit in ("a", "b", "c", "b", "a"):
        one.hear(form(make_page, visit=visit))
        settle(one)
    assert len(person.told) == 4
