"""The attacks once more, in Firefox."""

import pytest
from tests.end_to_end.attacks.attack import Attack, Browser
from tests.end_to_end.attacks.attempt import attempt, otherwise
from tests.end_to_end.attacks.hands import InFirefox
from tests.end_to_end.attacks.rows import rows
from tests.end_to_end.firefox.conftest import FirefoxTab

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("attack", rows())
def test_in_firefox(tab: FirefoxTab, attack: Attack) -> None:
    outcome = attempt(InFirefox(tab), attack)
    assert otherwise(outcome, attack, Browser.FIREFOX) == [], outcome
