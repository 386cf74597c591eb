"""The table of docs/HOLDING.md, made from the ways: ``python -m tests.end_to_end.matrix.page`` writes it anew; a test compares."""

from pathlib import Path

from tests.end_to_end.matrix.way import Kind, Way
from tests.end_to_end.matrix.ways import WAYS

PAGE = Path(__file__).parents[3] / "docs" / "HOLDING.md"
BEGIN = "<!-- from here on made by tests/end_to_end/matrix/page.py -->\n"

_HELD = "| way of sending | result |\n|---|---|"
_UNHELD = "| way of sending | why it cannot be held | what the person sees instead |\n|---|---|---|"


def table() -> str:
    """A part for each kind; of what cannot be held also why, and what the person sees instead."""
    parts = [_part(kind, [way for way in WAYS if way.kind is kind]) for kind in Kind]
    return "\n".join(parts) + _senseless()


def _part(kind: Kind, ways: list[Way]) -> str:
    rows = [_unheld(way) if way.cannot else _held(way) for way in ways]
    return f"## {kind.value}\n\n{_UNHELD if kind is Kind.AT_ONCE else _HELD}\n" + "\n".join(rows) + "\n"


def _held(way: Way) -> str:
    told = [
        "held",
        "the page hears only a person's own press: what is let go is not heard, the next press is" if way.second_press else "",
        "once it has gone, the rest of the visit is not asked about" if way.then else "",
        'after "Not now" it is asked about again' if way.asked_again else "",
        "with the app away a browser may send it twice, as it does without the extension" if way.may_go_twice else "",
    ]
    return f"| {way.name} | {'; '.join(text for text in told if text)} |"


def _unheld(way: Way) -> str:
    return f"| {way.name} | {way.cannot} | {way.instead} |"


def _senseless() -> str:
    rows = [f"| {way.name} | {place} | {why} |" for way in WAYS for place, why in way.senseless.items()]
    head = "## Not counted\n\nWhere a way and a place make no sense together.\n\n| way of sending | place | why |\n|---|---|---|\n"
    return f"\n{head}" + "\n".join(rows) + "\n"


def whole() -> str:
    """The page as it should be: the text as it stands, and the table."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[0] + BEGIN + "\n" + table()


if __name__ == "__main__":
    PAGE.write_text(whole(), encoding="utf-8")
