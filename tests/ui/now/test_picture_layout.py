from itertools import combinations
from random import Random

import pytest

from netcurtain.ui.now.picture_layout import GAP, LEAST_CARD, Box, Placed, Shape, Side, card_width, line, place, shape

LETTER = 15.0
PAGE_HEIGHT = 128.0
WIDTHS = [600.0, 672.0, 1300.0]


def a_picture(form: Shape, width: float, count: int, *, rightwards: bool = True) -> tuple[Placed, float]:
    random = Random(count)
    heights = [random.choice([52.0, 92.0, 130.0, 170.0]) for _ in range(count)]
    card = card_width(form, width, LETTER)
    return place(form, width, card, PAGE_HEIGHT, heights, rightwards=rightwards), card


def apart(one: Box, other: Box, by: float) -> bool:
    across = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
    down = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
    return max(across, down) >= by - 0.01


def lies_in(point: tuple[float, float], box: Box) -> bool:
    return box.x < point[0] < box.x + box.width and box.y < point[1] < box.y + box.height


@pytest.mark.parametrize(
    ("width", "letter", "expected"),
    [
        (672, 15, Shape.AROUND),
        (3 * LEAST_CARD * 15 + 2 * GAP, 15, Shape.AROUND),
        (3 * LEAST_CARD * 15 + 2 * GAP - 1, 15, Shape.BESIDE),
        (672, 30, Shape.BESIDE),
        (2 * LEAST_CARD * 15 + GAP - 1, 15, None),
    ],
    ids=["a usual window", "just room around", "not quite", "text of twice the size", "too narrow"],
)
def test_the_shape_follows_the_room(width: float, letter: float, expected: Shape | None) -> None:
    assert shape(width, letter) is expected


@pytest.mark.parametrize("form", Shape)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", range(1, 13))
def test_nothing_covers_anything_else_and_all_of_it_is_inside(form: Shape, width: float, count: int) -> None:
    placed, _card = a_picture(form, width, count)
    boxes = [placed.page, *placed.companies]
    assert len(placed.companies) == len(placed.sides) == count
    assert all(apart(one, other, 16) for one, other in combinations(boxes, 2))
    assert all(apart(placed.page, company, GAP) for company in placed.companies)
    assert all(box.x >= 0 and box.y >= 0 and box.x + box.width <= width and box.y + box.height <= placed.height + 0.01 for box in boxes)


@pytest.mark.parametrize("form", Shape)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", range(1, 13))
def test_a_line_goes_from_the_page_to_its_company_and_through_no_other(form: Shape, width: float, count: int) -> None:
    placed, _card = a_picture(form, width, count)
    for mine, (company, side) in enumerate(zip(placed.companies, placed.sides, strict=True)):
        for number in range(3):
            drawn = line(placed.page, company, side, number, 3, LETTER)
            along = [
                (
                    drawn.start[0] + (drawn.end[0] - drawn.start[0]) * part / 50,
                    drawn.start[1] + (drawn.end[1] - drawn.start[1]) * part / 50,
                )
                for part in range(1, 51)
            ]
            assert not any(lies_in(point, placed.page) for point in along)
            assert lies_in(along[-1], company)
            others = [box for place, box in enumerate(placed.companies) if place != mine]
            assert not [point for point in along for box in others if lies_in(point, box)]


@pytest.mark.parametrize("count", range(1, 13))
def test_the_icons_of_a_companys_lines_do_not_touch(count: int) -> None:
    placed, _card = a_picture(Shape.AROUND, 672, count)
    for company, side in zip(placed.companies, placed.sides, strict=True):
        if company.height < 90:  # one of this height has one line
            continue
        icons = [line(placed.page, company, side, number, 3, LETTER).icon for number in range(3)]
        assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) > 14 for a, b in combinations(icons, 2))


def test_the_page_is_in_the_middle_and_companies_stand_on_all_its_sides() -> None:
    placed, card = a_picture(Shape.AROUND, 672, 12)
    assert placed.page.middle[0] == 336
    assert placed.page.x == (672 - card) / 2
    assert [placed.sides.count(side) for side in Side] == [5, 5, 1, 1]
    assert placed.companies[0].y == 0
    assert placed.companies[-1].y + placed.companies[-1].height == placed.height


@pytest.mark.parametrize("form", Shape)
def test_it_is_mirrored_for_who_reads_from_right_to_left(form: Shape) -> None:
    usual, _card = a_picture(form, 672, 7)
    mirrored, _ = a_picture(form, 672, 7, rightwards=False)
    assert [box.x for box in mirrored.companies] == [672 - box.x - box.width for box in usual.companies]
    assert [box.y for box in mirrored.companies] == [box.y for box in usual.companies]
    turned = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
    assert mirrored.sides == tuple(turned.get(side, side) for side in usual.sides)
