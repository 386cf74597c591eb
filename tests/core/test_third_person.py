"""What a copy says of the person it says of somebody, whatever was said to them."""

import pytest

from netcurtain.core.finding import DecodedEvent, DecodedField, Typed, What, Written
from netcurtain.core.third_person import of_somebody
from netcurtain.core.told_wording import event_sentence, typed_words


def test_whose_an_account_is_stays_open() -> None:
    account = DecodedEvent("Meta Pixel", "Meta (Facebook)", "PageView", (DecodedField(What.ACCOUNT, "c_user", "c_user"),))
    told = of_somebody(event_sentence(account))
    assert "the Facebook account signed in on this browser (it may be somebody else’s)" in told


@pytest.mark.parametrize("label", ["", "Email"])
@pytest.mark.parametrize("written", list(Written))
def test_what_was_written_was_written_by_somebody(written: Written, label: str) -> None:
    told = of_somebody(typed_words(Typed(label, written)))
    assert "what was written in" in told
    assert "you" not in told


def test_what_a_sentence_quotes_stays_as_it_is() -> None:
    said = "Meta was told what you wrote in “Say what you wrote in 2020”."
    assert of_somebody(said) == "Meta was told what was written in “Say what you wrote in 2020”."
