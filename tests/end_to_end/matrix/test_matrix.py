"""Every way of sending is held, let go once, and never in the way: the table in ways.py, in real browsers."""

import pytest
from tests.end_to_end.matrix.conftest import WHOLE
from tests.end_to_end.matrix.outcomes import AT_ONCE, OUTCOMES, Scene
from tests.end_to_end.matrix.rows import Row, few, rows

pytestmark = pytest.mark.browser

ROWS = rows() if WHOLE else few(rows())


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_way_of_sending(row: Row, scene: Scene) -> None:
    (OUTCOMES if row.way.can_be_held else AT_ONCE)[row.outcome](scene)
