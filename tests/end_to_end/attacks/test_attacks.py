"""Each attack of the table is made, and ends for the person as the table says."""

import pytest
from tests.end_to_end.attacks.attack import Attack, Browser
from tests.end_to_end.attacks.attempt import attempt, otherwise
from tests.end_to_end.attacks.hands import InChromium
from tests.end_to_end.attacks.rows import rows
from tests.end_to_end.conftest import Tab

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("attack", rows())
def test_in_chromium(tab: Tab, attack: Attack) -> None:
    outcome = attempt(InChromium(tab), attack)
    assert otherwise(outcome, attack, Browser.CHROMIUM) == [], outcome
