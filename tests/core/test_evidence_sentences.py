"""Sentences without the words of buttons, whatever language they were kept in and whatever a button said."""

import pytest

from netcurtain.core.evidence_sentences import LEFT_OUT, without_button_words
from netcurtain.core.finding import DecodedEvent, DecodedField, Typed, What, Written
from netcurtain.core.told_wording import event_sentence, gives_away_sentence

PRESSED = "Meta was told which button was pressed on this page"
WELSH = "Dywedwyd wrth Meta pa fotwm a bwyswyd ar y dudalen hon"


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (f"{PRESSED}: \u201cReport rape\u201d.", f"{PRESSED}."),
        (f"{PRESSED}: \u201cReport \u201crape\u201d now\u201d.", f"{PRESSED}."),
        (f"{PRESSED}: \u201ca\u201d b \u201cc\u201d.", f"{PRESSED}."),
        (f"{WELSH}: \u201cReport rape\u201d.", f"{WELSH}: {LEFT_OUT}."),
        (f"{WELSH}: \u201cReport\u201d rape \u201cnow\u201d.", f"{WELSH}: {LEFT_OUT}."),
        (f"{WELSH}: \u00abReport rape\u00bb.", f"{WELSH}: {LEFT_OUT}."),
        (f"{WELSH}: \u201cReport rape", ""),
        (f"{PRESSED}: \u201cReport rape", ""),
        ("Meta was told this page\u2019s address.", "Meta was told this page\u2019s address."),
    ],
)
def test_only_a_sentence_that_is_known_keeps_what_it_quotes(kept: str, expected: str) -> None:
    assert without_button_words(kept, [], "https://police.example/report Help") == expected


def test_what_gives_a_page_away_stays_where_its_address_or_title_says_it() -> None:
    sentence = f"{PRESSED}: \u201cReport rape\u201d. {gives_away_sentence(['rape', 'stalking'])} This was after cookies had been agreed to."
    kept = without_button_words(sentence, [], "https://police.example/stalking Help")
    assert kept == f"{PRESSED}. {gives_away_sentence(['stalking'])} This was after cookies had been agreed to."


def test_a_button_that_says_what_we_say_gives_nothing_away() -> None:
    sentence = f"{PRESSED}: \u201cx. {gives_away_sentence(['secret'])}\u201d."
    assert "secret" not in without_button_words(sentence, [], "https://police.example/ Help")


def test_a_field_and_an_event_of_the_vendors_are_still_named() -> None:
    told = (DecodedField(What.BUTTON_TEXT, "Send \u201cit\u201d", "b"), DecodedField(What.EVENT, "form_submit", "e"))
    pressed = event_sentence(DecodedEvent("Meta", "Meta", None, told))
    assert "form_submit" in without_button_words(pressed, ["Send \u201cit\u201d"], "")
    assert "Send" not in without_button_words(pressed, ["Send \u201cit\u201d"], "")
    typed = event_sentence(DecodedEvent("Meta", "Meta", None, (DecodedField(What.TYPED, Typed("Your name", Written.MD5), ""),)))
    assert without_button_words(typed, [], "") == typed


def test_a_name_that_no_vendor_has_is_replaced() -> None:
    sentence = event_sentence(DecodedEvent("Meta", "Meta", None, (DecodedField(What.EVENT, "report_rape", "e"),)))
    assert "rape" not in without_button_words(sentence, [], "")
