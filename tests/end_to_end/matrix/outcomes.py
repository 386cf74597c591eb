"""The outcomes of a row, and what must hold in each. The site's own record is what counts, once the dust has settled."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from tests.end_to_end.card import AS_IT_IS, NOT_NOW, WITHOUT
from tests.end_to_end.matrix.arrivals import Run, answers_of, arrivals, as_expected
from tests.end_to_end.matrix.person import Person
from tests.end_to_end.matrix.way import TYPED, BrowserName, Deed, Step
from tests.end_to_end.website.record import Received, Record

CARD = 10.0
"""Seconds that a card has to come."""
ARRIVAL = 10.0
"""Seconds that what was let go has to arrive."""
AWAY = 2.0
"""Seconds that a form has to arrive where the app is away."""
ARRIVAL_LINE = "This page has told"
PRESSES = 3
PRESS_AGAIN = 2.0
"""Seconds after which somebody presses again on a card that has not gone."""


class Outcome(Enum):
    """How a row ends."""

    NOT_NOW = "not now"
    GO_ON = "go on after 500 ms"
    WITHOUT = "go on without these companies"
    AWAY = "app away"


@dataclass(frozen=True, slots=True)
class Scene:
    """A person in front of the page of one run."""

    browser: BrowserName
    person: Person
    record: Record
    run: Run
    marker: str
    """Another address of the same site."""
    presses: list[int] = field(default_factory=list)
    """How many each answer to a card took."""

    def arrivals(self) -> list[Received]:
        return arrivals(self.record, self.run)

    def until(self, ask: Callable[[], object], what: str, patience: float) -> None:
        ends = time.monotonic() + patience
        while not ask():
            assert time.monotonic() < ends, f"waited in vain for {what}"
            self.person.pause()

    def settle(self) -> None:
        """Until the browser has asked for something twice, one after the other: what was on its way before has arrived."""
        for what in ("first", "second"):
            self.until(partial(self._has_asked, what), "the page to come to rest", ARRIVAL)

    def _has_asked(self, what: str) -> bool:
        asked = [one for one in self.record.of(path=self.run.path("marker")) if one.query == what]
        if not asked:
            self.person.ask_for(f"{self.marker}?{what}")
        return bool(asked)


def act(scene: Scene, steps: tuple[Step, ...]) -> None:
    for step in steps:
        if step.deed is Deed.NOTHING_COMES:
            scene.settle()
            assert not scene.person.card_is_up(), "a card came, though the browser itself refuses"
            assert scene.arrivals() == [], "it was sent, though the browser itself refuses"
        else:
            scene.person.do(step)


def held(scene: Scene) -> None:
    """Until the card is up, before anything has arrived."""

    def is_up() -> bool:
        assert scene.arrivals() == [], "it went without a card"
        return scene.person.card_is_up()

    scene.until(is_up, "the card", CARD)


def answered(scene: Scene, choice: str) -> None:
    """Press it. A press that comes before the card is known to be on top does not count; then a person presses again."""
    for number in range(1, PRESSES + 1):
        scene.person.answer(choice)
        ends = time.monotonic() + PRESS_AGAIN
        while time.monotonic() < ends:
            if not scene.person.card_is_up():
                scene.presses.append(number)
                return
            scene.person.pause()
    raise AssertionError(f"the card took no press; tabs that were opened: {scene.person.opened()}")


def not_now(scene: Scene) -> None:
    """Nothing arrives, and what was written stays."""
    way = scene.run.way
    act(scene, way.act)
    held(scene)
    if way.meanwhile:
        scene.person.run(way.meanwhile)
    answered(scene, NOT_NOW)
    scene.settle()
    assert len(scene.arrivals()) == 0, "it arrived after Not now"
    assert scene.person.value().strip() == TYPED, "what was written is not there any more"
    if way.asked_again:
        act(scene, (Step(Deed.GO_AWAY), *way.then))
        held(scene)
        answered(scene, NOT_NOW)


def go_on(scene: Scene, choice: str = AS_IT_IS) -> None:
    """It arrives exactly once, as it would have without us."""
    way = scene.run.way
    act(scene, way.act)
    held(scene)
    if way.meanwhile:
        scene.person.run(way.meanwhile)
    answered(scene, choice)
    if way.second_press:
        scene.settle()
        assert scene.arrivals() == [], "what is let go is not heard by this page"
        scene.person.do(way.act[-1])
    _once(scene, ARRIVAL)
    if way.then:
        _second(scene)


def away(scene: Scene) -> None:
    """It arrives as often as it would without us, at once, and no card comes."""
    way = scene.run.way
    act(scene, way.act)
    _once(scene, AWAY, most=2 if way.may_go_twice else 1)
    if way.then:
        _second(scene)


def at_once(scene: Scene) -> None:
    """What cannot be held: it is sent without a card; where the app is there, the line at arrival has said who is told."""
    scene.until(lambda: scene.person.says(ARRIVAL_LINE), "the line at arrival", CARD)
    goes(scene)


def goes(scene: Scene) -> None:
    """The same with the app away, where there is no line."""
    way = scene.run.way
    expected = [dict(way.arrives)]
    if way.each_letter:
        expected = [{"text": TYPED[:end]} for end in range(1, len(TYPED) + 1)]
    act(scene, way.act)
    scene.until(lambda: len(scene.arrivals()) >= len(expected), "what the table says cannot be held", AWAY)
    scene.settle()
    came = scene.arrivals()
    assert not scene.person.card_is_up(), "a card came, though the table says that it cannot be held"
    assert len(came) == len(expected), f"it arrived {len(came)} times"
    assert all(as_expected(one, way, answers) for one, answers in zip(came, expected, strict=True)), _answers(scene)


def _once(scene: Scene, patience: float, most: int = 1) -> None:
    """The first arrival, as the only one, or with others like it."""
    scene.until(scene.arrivals, "the arrival", patience)
    scene.settle()
    assert 1 <= len(scene.arrivals()) <= most, f"it arrived {len(scene.arrivals())} times"
    assert all(as_expected(one, scene.run.way) for one in scene.arrivals()), _answers(scene)
    scene.until(lambda: not scene.person.card_is_up(), "the card to go", CARD)


def _second(scene: Scene) -> None:
    way = scene.run.way
    if way.then[0].deed is not Deed.BACK:
        scene.person.find_form()
    act(scene, way.then)
    scene.until(lambda: len(scene.arrivals()) > 1, "the second arrival", ARRIVAL)
    scene.settle()
    assert len(scene.arrivals()) == 2, f"it arrived {len(scene.arrivals())} times"
    second = scene.arrivals()[1]
    # Of a page that was kept the field may be filled in still.
    assert as_expected(second, way, dict(way.then_arrives)), _answers(scene)


def _answers(scene: Scene) -> str:
    return f"other answers arrived: {[(one.method, answers_of(one)) for one in scene.arrivals()]}"


OUTCOMES: dict[Outcome, Callable[[Scene], None]] = {
    Outcome.NOT_NOW: not_now,
    Outcome.GO_ON: go_on,
    Outcome.WITHOUT: partial(go_on, choice=WITHOUT),
    Outcome.AWAY: away,
}
AT_ONCE: dict[Outcome, Callable[[Scene], None]] = {Outcome.GO_ON: at_once, Outcome.AWAY: goes}
"""What cannot be held has two ends alone: nobody is asked."""
