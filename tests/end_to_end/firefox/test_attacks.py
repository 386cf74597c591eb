"""The attacks once more, in Firefox."""

import pytest
from tests.end_to_end.attacks.attack import Attack, Browser
from tests.end_to_end.attacks.attempt import attempt
from tests.end_to_end.attacks.hands import InFirefox
from tests.end_to_end.attacks.rows import rows
from tests.end_to_end.firefox.conftest import FirefoxTab

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("attack", rows(Browser.FIREFOX))
def test_in_firefox(tab: FirefoxTab, attack: Attack) -> None:
    outcome = attempt(InFirefox(tab), attack)
    assert (outcome.won, outcome.end in attack.ends) == ([], True), outcome
