"""What a survey says of a computer that cannot look at sites: our words, or Chromium's, and none that came from a page or a worker."""

import pytest

from netcurtain.survey import wording
from netcurtain.survey.keeping import FAULTS
from netcurtain.survey.trouble import Trouble


def test_chromiums_own_word_is_told() -> None:
    assert wording.why(Trouble.COMPUTER, "net::ERR_NETWORK_CHANGED") == "net::ERR_NETWORK_CHANGED"


@pytest.mark.parametrize("detail", ["", "PermissionError in pool.py", "net::ERR_FAILED at https://police.example/", "net::ERR_A\nB"])
@pytest.mark.parametrize("trouble", FAULTS)
def test_anything_else_is_told_in_our_words(trouble: Trouble, detail: str) -> None:
    assert wording.why(trouble, detail) == wording.WHY[trouble]


def test_why_chromium_does_not_start_is_told_in_its_own_word_alone() -> None:
    assert wording.no_browser("net::ERR_FAILED").startswith("Chromium could not be started (net::ERR_FAILED). ")
    assert wording.no_browser("start").startswith("Chromium could not be started. ")
