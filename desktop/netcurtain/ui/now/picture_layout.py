"""Where everything stands in the picture: numbers in, boxes and lines out. Nothing here knows a widget.

With enough room the page is in the middle, with companies on both sides, above and below. With less it is on one side, and they stand
beside it. With still less there is no picture.
"""

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

GAP = 48
"""The least room for lines between the page and a company."""
TALL_GAP = 72
"""The same above and below the page."""
INTO = 5
"""How far a line goes under a company's edge: a button keeps room for its ring around it."""
BETWEEN = 16
"""The room between two companies, one below the other."""
LINES_APART = 1.5
"""From one line to the next of the same company, in heights of a letter: their icons must not touch."""
ICON_AT = 0.42
"""Where on a line its icon stands: 0 at the page, 1 at the company."""
LEAST_CARD, MOST_CARD = 9.5, 11.5
"""How wide a card may be, in heights of a letter."""


class Shape(enum.Enum):
    """How the companies stand."""

    AROUND = "around"
    BESIDE = "beside"


class Side(enum.Enum):
    """On which side of the page a company stands."""

    LEFT = "left"
    RIGHT = "right"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Box:
    """A place in the picture, in pixels from its top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """The whole picture: the page, each company with the side that it stands on, and how high all of it is."""

    page: Box
    companies: tuple[Box, ...]
    sides: tuple[Side, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line from the page to a company."""

    start: tuple[float, float]
    end: tuple[float, float]

    @property
    def icon(self) -> tuple[float, float]:
        """The middle of its icon: nearer to the page, where the lines are farther apart."""
        (x, y), (to_x, to_y) = self.start, self.end
        return x + (to_x - x) * ICON_AT, y + (to_y - y) * ICON_AT


def shape(width: float, letter: float) -> Shape | None:
    """The best shape for a width and a height of letters; None where there is no room for a picture."""
    if width >= 3 * LEAST_CARD * letter + 2 * GAP:
        return Shape.AROUND
    return Shape.BESIDE if width >= 2 * LEAST_CARD * letter + GAP else None


def card_width(form: Shape, width: float, letter: float) -> int:
    """How wide the page and each company may be."""
    cards = 3 if form is Shape.AROUND else 2
    return int(min(MOST_CARD * letter, (width - (cards - 1) * GAP) / cards))


def place(form: Shape, width: float, card: float, page_height: float, heights: Sequence[float], *, rightwards: bool = True) -> Placed:
    """Places for companies of these heights, read row by row. ``rightwards`` is false where people read from right to left."""
    placed = _around(width, card, page_height, heights) if form is Shape.AROUND else _beside(width, card, page_height, heights)
    return placed if rightwards else _mirrored(placed, width)


def line(page: Box, company: Box, side: Side, number: int, count: int, letter: float) -> Line:
    """One of ``count`` lines to a company, from the page's edge to the company's: beside each other, in the middle of it."""
    apart = LINES_APART * letter
    away = (number - (count - 1) / 2) * apart
    from_x, from_y = page.middle
    to_x, to_y = company.middle
    if side in (Side.ABOVE, Side.BELOW):
        shift = _within(away, (company.width - apart) / 2)
        to = (to_x + shift, company.y + (company.height - INTO if side is Side.ABOVE else INTO))
        start = (from_x + shift, from_y)
    else:
        to = (company.x + (company.width - INTO if side is Side.LEFT else INTO), to_y + _within(away, (company.height - apart) / 2))
        across, down = _upright(to[0] - from_x, to_y - from_y)
        start = (from_x + _within(across * away, (page.width - apart) / 2), from_y + _within(down * away, (page.height - apart) / 2))
    return Line(_leaving(page, start, to), to)


def _around(width: float, card: float, page_height: float, heights: Sequence[float]) -> Placed:
    """A card alone at the top and at the bottom, as the number has it, and pairs between them on a gentle arc."""
    count = len(heights)
    above = 1 if count >= 4 and count % 2 == 0 else 0
    pairs = (count - above) // 2
    rows = [[place] for place in range(above)]
    rows += [[above + 2 * pair, above + 2 * pair + 1] for pair in range(pairs)]
    rows += [[place] for place in range(above + 2 * pairs, count)]
    row_heights = [max(heights[place] for place in row) for row in rows]
    beside = sum(row_heights[above : above + pairs]) + BETWEEN * max(0, pairs - 1)
    middle_height = max(beside, page_height)

    top = row_heights[0] + TALL_GAP if above else 0.0
    page = Box((width - card) / 2, top + (middle_height - page_height) / 2, card, page_height)
    page_middle = page.middle[1]
    boxes: list[Box] = []
    sides: list[Side] = []
    y = top + (middle_height - beside) / 2
    for number, row in enumerate(rows):
        if len(row) == 1:
            at = 0.0 if number < above else top + middle_height + TALL_GAP
            boxes.append(Box((width - card) / 2, at, card, heights[row[0]]))
            sides.append(Side.ABOVE if number < above else Side.BELOW)
            continue
        centre = y + row_heights[number] / 2
        lean = _lean(centre - page_middle, middle_height / 2, (width - 3 * card) / 2 - GAP)
        for place, x, side in zip(row, (lean, width - card - lean), (Side.LEFT, Side.RIGHT), strict=True):
            boxes.append(Box(x, centre - heights[place] / 2, card, heights[place]))
            sides.append(side)
        y += row_heights[number] + BETWEEN
    height = max([page.y + page.height, *(box.y + box.height for box in boxes)])
    return Placed(page, tuple(boxes), tuple(sides), height)


def _beside(width: float, card: float, page_height: float, heights: Sequence[float]) -> Placed:
    """The page at the start of the line, the companies below each other at its end."""
    column = sum(heights) + BETWEEN * max(0, len(heights) - 1)
    height = max(column, page_height)
    page = Box(0, (height - page_height) / 2, card, page_height)
    boxes: list[Box] = []
    y = (height - column) / 2
    for high in heights:
        boxes.append(Box(width - card, y, card, high))
        y += high + BETWEEN
    return Placed(page, tuple(boxes), (Side.RIGHT,) * len(boxes), height)


def _lean(away: float, most_away: float, room: float) -> float:
    """How far from the edge, on a gentle arc: 0 beside the page, and all of the room at the farthest."""
    part = min(1.0, abs(away) / most_away) if most_away else 0.0
    return max(0.0, room) * (1 - math.sqrt(1 - part * part))


def _mirrored(placed: Placed, width: float) -> Placed:
    turned = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
    return Placed(
        _turned(placed.page, width),
        tuple(_turned(box, width) for box in placed.companies),
        tuple(turned.get(side, side) for side in placed.sides),
        placed.height,
    )


def _turned(box: Box, width: float) -> Box:
    return replace(box, x=width - box.x - box.width)


def _within(away: float, half: float) -> float:
    """Not beyond an edge."""
    most = max(0.0, half)
    return max(-most, min(most, away))


def _upright(x: float, y: float) -> tuple[float, float]:
    """The direction across a line, downwards: steep lines would touch if they only began below each other."""
    length = math.hypot(x, y) or 1.0
    across, down = -y / length, x / length
    return (across, down) if down > 0 else (-across, -down)


def _leaving(box: Box, start: tuple[float, float], to: tuple[float, float]) -> tuple[float, float]:
    """Where a line from inside a box to a place outside of it leaves the box."""
    along = 1.0
    for begin, end, low, size in ((start[0], to[0], box.x, box.width), (start[1], to[1], box.y, box.height)):
        if end != begin:
            edge = low + size if end > begin else low
            along = min(along, (edge - begin) / (end - begin))
    return start[0] + (to[0] - start[0]) * along, start[1] + (to[1] - start[1]) * along
