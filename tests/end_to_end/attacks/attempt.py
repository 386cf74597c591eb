"""One attack, played through: the person fills in the form and presses its button, the card comes, the page does what it does; then the
person presses "Go on as it is", for real, and what has arrived is counted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.end_to_end.attacks.attack import Attack, End, Hand
from tests.end_to_end.attacks.hands import ANSWER, Boxes, Hands
from tests.end_to_end.attacks.picture import is_filled_button, is_plain_button
from tests.end_to_end.card import AS_IT_IS, NOT_NOW, WITHOUT

ATTACKED_MS = 650
"""How long the page is let do what it likes before the person presses anything."""
_ROUNDS = 8
_ROUND_MS = 700
_AFTER_MS = 500


@dataclass(slots=True)
class Outcome:
    """What came of it. ``won`` is empty where the attack did not succeed."""

    won: list[str] = field(default_factory=list)
    end: End = End.NOWHERE
    presses: int = 0
    """Real presses on "Go on as it is" before the form went."""


def attempt(hands: Hands, attack: Attack) -> Outcome:
    """Play it through in a fresh tab."""
    try:
        return _played(hands, attack)
    finally:
        hands.tidy()


def _played(hands: Hands, attack: Attack) -> Outcome:
    outcome = Outcome()
    hands.open(attack.name)
    hands.fill_in()
    _HANDS[attack.hand](hands, outcome)
    hands.wait(ATTACKED_MS)
    if not hands.arrivals():
        _go_on(hands, attack, outcome)
    elif End.BY_ITSELF in attack.ends:
        outcome.end = End.BY_ITSELF
    else:
        outcome.won.append("it was sent without an answer")
    hands.wait(_AFTER_MS)
    arrived = hands.arrivals()
    if len(arrived) > 1:
        outcome.won.append(f"it arrived {len(arrived)} times")
    if arrived and arrived[0].get("when") != ANSWER:
        outcome.won.append("it arrived changed")
    outcome.won.extend(f"the page learned: {what}" for what in hands.learned())
    return outcome


def _go_on(hands: Hands, attack: Attack, outcome: Outcome) -> None:
    """Press "Go on as it is" where it is, whether it can be seen or not, until the form goes or the person is asked elsewhere."""
    for _ in range(_ROUNDS):
        boxes = hands.boxes()
        if AS_IT_IS in boxes:
            seen = _sees(hands, attack, boxes)
            hands.click(boxes[AS_IT_IS].centre)
            outcome.presses += 1
            seen = seen or (bool(later := hands.boxes()) and _sees(hands, attack, later))
            hands.wait(_ROUND_MS)
            if hands.arrivals():
                outcome.end = End.CARD
                if not seen:
                    outcome.won.append("a press counted while the card could not be seen")
                return
        if hands.asked_again(AS_IT_IS):
            hands.wait(_ROUND_MS)
            if hands.arrivals():
                outcome.end = End.WINDOW
                return
        elif AS_IT_IS not in boxes:
            hands.wait(_ROUND_MS)
            if hands.arrivals():
                # The browser may have asked something before it let the form go.
                outcome.end = End.CARD if outcome.presses else End.BY_ITSELF
                if outcome.end not in attack.ends:
                    outcome.won.append("it was sent without an answer")
                return
    boxes = hands.boxes()
    if AS_IT_IS not in boxes:
        outcome.end = End.CHANGED if hands.is_at(attack.name) else End.GONE
        return
    outcome.end = End.STUCK if _sees(hands, attack, boxes) else End.UNSEEN


def _sees(hands: Hands, attack: Attack, boxes: Boxes) -> bool:
    """Whether the person can see what they press, and the rest of the card around it unless a part of that may be covered."""
    if WITHOUT not in boxes:
        return False
    picture = hands.picture()
    return is_plain_button(picture, boxes[AS_IT_IS]) and (attack.is_partly_covered or is_filled_button(picture, boxes[WITHOUT]))


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
        hands.wait(_ROUND_MS)
        if NOT_NOW not in (boxes := hands.boxes()):
            break
        hands.click(boxes[NOT_NOW].centre)
    return place


def _press_early(hands: Hands, outcome: Outcome) -> None:
    """Two presses in a row: the second comes as soon as the card is there, or before it can be seen."""
    place = _where_it_will_be(hands)
    hands.press_send()
    hands.click(place)
    if hands.arrivals():
        outcome.won.append("a press counted before the card could be read")
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
    hands.wait(100)
    if AS_IT_IS not in hands.boxes():
        outcome.won.append("Esc took the card away")
    if not hands.heard():
        outcome.won.append("Esc did not reach the page")


def _tab(hands: Hands, _: Outcome) -> None:
    hands.press_send()
    _wait_for_card(hands)
    hands.keys("Tab", 3)


def _wait_for_card(hands: Hands) -> None:
    """For a page that leaves no card there, long enough."""
    for _ in range(20):
        if hands.boxes() or hands.arrivals():
            return
        hands.wait(50)


_HANDS: dict[Hand, Callable[[Hands, Outcome], None]] = {
    Hand.PRESS: _press,
    Hand.TWICE: _double_press,
    Hand.EARLY: _press_early,
    Hand.ENTER: _enter,
    Hand.ESCAPE: _escape,
    Hand.TAB: _tab,
}
