"""One attack, played through: the person fills in the form and presses its button, the card comes, the page does what it does; then the
person presses "Go on as it is", for real, and what has arrived is counted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.end_to_end.attacks import website
from tests.end_to_end.attacks.attack import Attack, Browser, End, Hand, Win
from tests.end_to_end.attacks.hands import ANSWER, Boxes, Hands
from tests.end_to_end.attacks.picture import is_filled_button, is_plain_button
from tests.end_to_end.card import AS_IT_IS, NOT_NOW, READABLE_MS, WITHOUT

PAGE_CHANGED = "this page has changed"

_TRIES_MS = 3000
"""How long the page is let do what it tries. Most have done it within a second."""
_HAND_MS = 100
"""From pointing at a button to pressing it: the page may do something about the mouse."""
_COUNTS_MS = 300
"""A press that counts takes the card away at once; what goes later goes by something else."""
_ROUNDS = 8
_ROUND_MS = 700
"""From one try to the next."""
_ARRIVES_MS = 5000
_OURS_MS = 2000
"""Longer than anything of Netcurtain's own waits: what has not gone by then does not go by itself."""


@dataclass(slots=True)
class Outcome:
    """What came of it. ``won`` is empty where the attack did not succeed."""

    won: list[Win] = field(default_factory=list)
    end: End = End.NOWHERE
    presses: int = 0
    """Real presses on "Go on as it is" before the form went."""
    is_tried: bool = False
    """The page has done all of its attack, and what was to happen has happened."""
    learned: list[str] = field(default_factory=list)


def attempt(hands: Hands, attack: Attack) -> Outcome:
    """Play it through in a fresh tab."""
    try:
        return _played(hands, attack)
    finally:
        hands.tidy()


def otherwise(outcome: Outcome, attack: Attack, browser: Browser) -> list[str]:
    """What came otherwise than the table says."""
    wins = [attack.win] if browser in attack.succeeds_in else []
    wrong = [f"won {[win and win.value for win in outcome.won]}"] if outcome.won != wins else []
    if outcome.end not in attack.ends:
        wrong.append(f"ended so: {outcome.end.value}")
    if outcome.is_tried is (browser in attack.never_in):
        wrong.append("it happened" if outcome.is_tried else "it did not happen")
    return wrong


def _played(hands: Hands, attack: Attack) -> Outcome:
    outcome = Outcome()
    hands.open(attack.name)
    hands.fill_in()
    _HANDS[attack.hand](hands, outcome)
    hands.soon(lambda: hands.expected() is not None or hands.arrivals(), _TRIES_MS)
    hands.wait(READABLE_MS)
    outcome.end = _answered(hands, attack, outcome)
    _settle(hands)
    arrived = hands.arrivals()
    if arrived and outcome.end not in (End.CARD, End.WINDOW, End.BY_ITSELF):
        outcome.won.append(Win.UNANSWERED)
    if len(arrived) > 1:
        outcome.won.append(Win.TWICE)
    if any(fields.get("when") != ANSWER for fields in arrived):
        outcome.won.append(Win.CHANGED)
    outcome.learned = hands.learned()
    if outcome.learned:
        outcome.won.append(Win.LEARNED)
    outcome.is_tried = _is_tried(hands)
    return outcome


def _answered(hands: Hands, attack: Attack, outcome: Outcome) -> End:
    """Press "Go on as it is" where it is, whether it can be seen or not, until the form goes or the person is asked elsewhere."""
    for _ in range(_ROUNDS):
        boxes = hands.boxes()
        if hands.arrivals():
            return _by_itself(outcome)
        if AS_IT_IS in boxes:
            is_seen = _press_seeing(hands, attack, boxes)
            if is_seen is None:
                return _by_itself(outcome)
            outcome.presses += 1
            if hands.soon(lambda: AS_IT_IS not in hands.boxes(), _COUNTS_MS) and _arrives(hands):
                if not is_seen:
                    outcome.won.append(Win.COVERED)
                return End.CARD
            hands.soon(lambda: hands.arrivals() or hands.is_asked_outside(), _ROUND_MS - _COUNTS_MS)
        if hands.is_asked_outside():
            hands.press_outside(AS_IT_IS)
            if hands.soon(lambda: not hands.is_asked_outside() and AS_IT_IS not in hands.boxes(), _ROUND_MS) and _arrives(hands):
                return End.WINDOW
        elif AS_IT_IS not in boxes:
            if hands.says(PAGE_CHANGED):
                return End.CHANGED
            hands.soon(lambda: hands.arrivals() or AS_IT_IS in hands.boxes(), _ROUND_MS)
    return _left_at(hands, attack)


def _press_seeing(hands: Hands, attack: Attack, boxes: Boxes) -> bool | None:
    """Press it, and whether the person could see it in that moment; None where the form has gone before that."""
    hands.point(boxes[AS_IT_IS].centre)
    hands.wait(_HAND_MS)
    picture = hands.picture()
    if hands.arrivals():
        return None
    # At once: whatever takes time here is time for the page.
    hands.press()
    return _is_seen(picture, attack, boxes)


def _is_seen(picture: bytes, attack: Attack, boxes: Boxes) -> bool:
    """Whether the person can see what they press, and the rest of the card around it unless a part of that may be covered."""
    if WITHOUT not in boxes:
        return False
    return is_plain_button(picture, boxes[AS_IT_IS]) and (attack.is_partly_covered or is_filled_button(picture, boxes[WITHOUT]))


def _arrives(hands: Hands) -> bool:
    """The card has gone: whether the form arrives. The browser may ask something before it lets it go."""

    def is_over() -> bool:
        return bool(hands.arrivals()) or hands.says(PAGE_CHANGED) or AS_IT_IS in hands.boxes() or hands.is_asked_outside()

    hands.soon(is_over, _ARRIVES_MS)
    return bool(hands.arrivals())


def _by_itself(outcome: Outcome) -> End:
    outcome.won.append(Win.UNANSWERED)
    return End.BY_ITSELF


def _left_at(hands: Hands, attack: Attack) -> End:
    """Nothing was sent: what the person has before them."""
    page = f"/{attack.name}"
    boxes = hands.boxes()
    if AS_IT_IS in boxes:
        return End.STUCK if _is_seen(hands.picture(), attack, boxes) else End.UNSEEN
    if not hands.is_at(page) or hands.loads(page) > 1:
        return End.GONE
    return End.CHANGED if hands.says(PAGE_CHANGED) else End.SILENT


def _settle(hands: Hands) -> None:
    """Until nothing more can come: the page that sent has gone, and what it asked for before has come; or our own waits are over."""
    if hands.arrivals() and hands.soon(lambda: hands.is_at(website.THANKS), _ARRIVES_MS):
        hands.round_trip()
    else:
        hands.wait(_OURS_MS)


def _is_tried(hands: Hands) -> bool:
    expected = hands.expected()
    return expected is not None and hands.soon(lambda: hands.happened() >= expected, _ROUND_MS)


def _press(hands: Hands, _: Outcome) -> None:
    hands.press_send()
    _wait_for_card(hands)


def _double_press(hands: Hands, _: Outcome) -> None:
    hands.press_send(clicks=2)
    _wait_for_card(hands)


def _where_it_will_be(hands: Hands) -> tuple[float, float]:
    """The person has seen the card once, and said "Not now"."""
    hands.press_send()
    _wait_for_card(hands)
    place = hands.boxes()[AS_IT_IS].centre
    for _ in range(_ROUNDS):
        if NOT_NOW not in (boxes := hands.boxes()):
            break
        hands.click(boxes[NOT_NOW].centre)
        hands.soon(lambda: NOT_NOW not in hands.boxes(), _ROUND_MS)
    return place


def _press_early(hands: Hands, outcome: Outcome) -> None:
    """Two presses in a row: the second comes as soon as the card is there, or before it can be seen."""
    place = _where_it_will_be(hands)
    hands.press_send()
    hands.click(place)
    if hands.soon(hands.arrivals, _ROUND_MS):
        outcome.won.append(Win.EARLY)
    _wait_for_card(hands)


def _enter(hands: Hands, _: Outcome) -> None:
    """A finger that rests on Enter in a field."""
    hands.keys("Enter", 30, held=True)
    _wait_for_card(hands)
    hands.keys("Enter", 30, held=True)
    hands.keys("Space", 3)


def _escape(hands: Hands, outcome: Outcome) -> None:
    hands.press_send()
    _wait_for_card(hands)
    hands.keys("Escape", 10)
    if not hands.soon(lambda: hands.heard() >= 10, _ROUND_MS):
        outcome.won.append(Win.KEPT_ESC)
    if AS_IT_IS not in hands.boxes():
        outcome.won.append(Win.ESCAPED)


def _tab(hands: Hands, _: Outcome) -> None:
    hands.press_send()
    _wait_for_card(hands)
    hands.keys("Tab", 3)


def _wait_for_card(hands: Hands) -> None:
    """For a page that leaves no card there, long enough."""
    hands.soon(lambda: hands.boxes() or hands.arrivals(), 1000)


_HANDS: dict[Hand, Callable[[Hands, Outcome], None]] = {
    Hand.PRESS: _press,
    Hand.TWICE: _double_press,
    Hand.EARLY: _press_early,
    Hand.ENTER: _enter,
    Hand.ESCAPE: _escape,
    Hand.TAB: _tab,
}
