"""No attack of the table succeeds, and each ends for the person as the table says."""

import pytest
from tests.end_to_end.attacks.attack import Attack, Browser
from tests.end_to_end.attacks.attempt import attempt
from tests.end_to_end.attacks.hands import InChromium
from tests.end_to_end.attacks.rows import rows
from tests.end_to_end.conftest import Tab

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("attack", rows(Browser.CHROMIUM))
def test_in_chromium(tab: Tab, attack: Attack) -> None:
    outcome = attempt(InChromium(tab), attack)
    assert (outcome.won, outcome.end in attack.ends) == ([], True), outcome
