"""Writes docs/ATTACKS.md from the table: `python -m tests.end_to_end.attacks.document`."""

from pathlib import Path

from tests.end_to_end.attacks.attack import BOTH, Aim, Attack, Browser, End, Hand
from tests.end_to_end.attacks.attacks import ATTACKS

FILE = Path(__file__).parents[3] / "docs" / "ATTACKS.md"

_ABOVE = """# Pages that attack the card

Made by `python -m tests.end_to_end.attacks.document` from `tests/end_to_end/attacks/attacks.py`; a test compares the two.

A site's own script, or a company's on it, may want a report to go without the person's answer, or the card to be out of the way. Each row
below is a page of the test website with the same form and one such script (`tests/end_to_end/attacks/pages/`). In Chromium and in Firefox
the person fills in the form and presses its button; the page does what it does, before and while the card is up; then the person presses
"Go on as it is", for real.

No row but those marked "Not stopped" sends the form without that press, sends it twice or changed, makes a press count while the card
cannot be seen (looked for in a picture of the page, with the mouse on the button), or finds out the card's words, where on it the person
pressed, or the names of our events. Each page tells its server when it has done all of its attack, and the test asks for that; where a
browser does not let it come to that, the row says so.

What no card can stop: a script of the page can read what is typed into the page and send it by itself, at any time.
"""


def text() -> str:
    """The whole document."""
    return "\n".join([_ABOVE, *(_section(aim) for aim in Aim)])


def _section(aim: Aim) -> str:
    rows = [_row(attack) for attack in ATTACKS if attack.aim is aim]
    head = ["| page | what it does | how it ends for the person |", "|---|---|---|"]
    return "\n".join([f"## To {aim.value}", "", *head, *rows, ""])


def _row(attack: Attack) -> str:
    tries = attack.tries if attack.hand is Hand.PRESS else f"{attack.tries} (the person {attack.hand.value})"
    told = []
    if attack.succeeds_in:
        told.append(f"**Not stopped in {_names(attack.succeeds_in)}:** {attack.left}")
    if attack.succeeds_in != BOTH:
        elsewhere = f"In {_names(tuple(one for one in BOTH if one not in attack.succeeds_in))}: " if attack.succeeds_in else ""
        told.append(elsewhere + " Or: ".join(end.value for end in attack.ends if end is not End.BY_ITSELF))
    if attack.never_in:
        told.append(f"**Does not happen in {_names(attack.never_in)}.**")
    if attack.left and not attack.succeeds_in:
        told.append(f"**Left:** {attack.left}")
    return f"| {attack.name} | {tries} | {' '.join(told)} |"


def _names(browsers: tuple[Browser, ...]) -> str:
    return " and ".join(browser.value for browser in browsers)


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
