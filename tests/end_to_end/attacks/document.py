"""Writes docs/ATTACKS.md from the table: `python -m tests.end_to_end.attacks.document`."""

from pathlib import Path

from tests.end_to_end.attacks.attack import Aim, Attack, Hand
from tests.end_to_end.attacks.attacks import ATTACKS

FILE = Path(__file__).parents[3] / "docs" / "ATTACKS.md"

_ABOVE = """# Pages that attack the card

Made by `python -m tests.end_to_end.attacks.document` from `tests/end_to_end/attacks/attacks.py`; a test compares the two.

A site's own script, or a company's on it, may want a report to go without the person's answer, or the card to be out of the way. Each row
below is a page of the test website with the same form and one such script (`tests/end_to_end/attacks/pages/`). In Chromium and in Firefox
the person fills in the form and presses its button; the page does what it does, before and while the card is up; then the person presses
"Go on as it is", for real.

No row may send the form without that press, send it twice or changed, make a press count while the card cannot be seen (looked for in a
picture of the page), or find out the card's words, where on it the person pressed, or the names of our events.

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
    ends = " Or: ".join(end.value for end in attack.ends)
    if attack.succeeds_in:
        where = " and ".join(browser.value for browser in attack.succeeds_in)
        return f"| {attack.name} | {tries} | **Not stopped in {where}:** {attack.left} |"
    left = f" **Left:** {attack.left}" if attack.left else ""
    return f"| {attack.name} | {tries} | {ends}{left} |"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
