"""Which words of an address, a title or a button alone say what a page is about, by the lexicon that ships."""

from functools import cache
from importlib.resources import files

import pytest

from netcurtain.core.finding import DecodedField, Identity, IdentityForm, IdentityKind, What
from netcurtain.core.form_terms import Lexicon, parse_lexicon
from netcurtain.core.giveaway import MOST_GIVEN, TEXT_LIMIT, gives_away

SITE = "https://www.example.police.uk"


@cache
def lexicon() -> Lexicon:
    return parse_lexicon(files("netcurtain.filters").joinpath("sensitive.toml").read_text(encoding="utf-8"))


def given(value: str, what: What = What.PAGE_ADDRESS) -> tuple[str, ...]:
    return gives_away([DecodedField(what, value, "p")], lexicon())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"{SITE}/report/rape-sexual-assault/", ("rape sexual assault",)),
        (f"{SITE}/report/rape_sexual_assault?step", ("rape sexual assault",)),
        (f"{SITE}/report/rape%20and%20sexual%20assault", ("rape and sexual assault",)),
        (f"{SITE}/help/domesticAbuse", ("domestic abuse",)),
        (f"{SITE}/help/domesticabuse", ("domestic abuse",)),
        (f"{SITE}/form?diagnosis&step", ("diagnosis",)),
        (f"{SITE}/sexual/assault", ("sexual / assault",)),
        (f"{SITE}/register-with-a-gp/allergies", ("register with a gp", "allergies")),
        ("https://rapecrisis.example.org/", ("rape crisis",)),
        ("https://www.cancer.example.org/", ("cancer",)),
        ("https://www.gov.uk/apply-for-universal-credit/start", ("universal credit",)),
    ],
)
def test_an_address_that_names_its_subject_gives_it_away(address: str, words: tuple[str, ...]) -> None:
    assert given(address) == words


@pytest.mark.parametrize(
    "address",
    [
        f"{SITE}/contact-us/",
        f"{SITE}/health/advice",
        "https://www.health.example.org/",
        "https://clinic.example/",
        "https://vet.example/dog/cancer",
        "https://diagnosis.example.org/",
        "data:",
        "",
        "/",
        "https://",
        "https://[::1/%ff%00",
    ],
)
def test_other_addresses_give_nothing_away(address: str) -> None:
    assert given(address) == ()


def test_the_value_in_a_query_is_not_read() -> None:
    assert given(f"{SITE}/form?step=") == ()


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (What.PAGE_TITLE, "rape or sexual assault"),
        (What.BUTTON_TEXT, "rape or sexual assault"),
        (What.PAGE_ADDRESS, ""),
        (What.EVENT, ""),
        (What.OTHER, ""),
        (What.FORM_ID, ""),
    ],
)
def test_titles_and_buttons_are_read_as_they_stand(what: What, words: str) -> None:
    assert given("Report rape or sexual assault | Anytown Police", what) == ((words,) if words else ())


@pytest.mark.parametrize("what", [What.REFERRER, What.LINK_ADDRESS])
def test_other_addresses_that_were_told_count_as_well(what: What) -> None:
    assert given(f"{SITE}/hate-crime", what) == ("hate crime",)


def test_phrases_in_different_sentences_are_not_run_together() -> None:
    assert given("Do you have asthma? - Domestic abuse", What.PAGE_TITLE) == ("Domestic abuse", "asthma")


def test_the_same_words_are_given_once() -> None:
    told = [
        DecodedField(What.PAGE_TITLE, "Report rape or sexual assault", "dt"),
        DecodedField(What.BUTTON_TEXT, "Sexual assault", "b"),
        DecodedField(What.PAGE_ADDRESS, f"{SITE}/rape-sexual-assault", "dl"),
        DecodedField(What.PAGE_ADDRESS, f"{SITE}/rape-sexual-assault?step", "url"),
    ]
    assert gives_away(told, lexicon()) == ("rape sexual assault",)


def test_a_few_are_enough_and_the_strongest_come_first() -> None:
    words = given("Asthma, hate crime, suicide, HIV, domestic abuse", What.PAGE_TITLE)
    assert len(words) == MOST_GIVEN
    assert "Asthma" not in words


def test_what_has_no_words_is_passed_over() -> None:
    told = [
        DecodedField(What.PAGE_TITLE, "", "dt"),
        DecodedField(What.FORM_FIELDS, ("rape",), "f"),
        DecodedField(What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.PLAIN), "em"),
    ]
    assert gives_away(told, lexicon()) == ()
    assert gives_away([], lexicon()) == ()


def test_only_the_beginning_of_a_text_is_read() -> None:
    assert given(f"{'x ' * TEXT_LIMIT}rape", What.PAGE_TITLE) == ()
    assert given(f"{SITE}/{'x-' * TEXT_LIMIT}rape") == ()
    assert given(f"https://{'x.' * TEXT_LIMIT}rape/") == ()


def test_only_the_first_facts_are_read() -> None:
    many = [DecodedField(What.PAGE_ADDRESS, f"{SITE}/{n}", "dl") for n in range(50)]
    assert gives_away([*many, DecodedField(What.PAGE_ADDRESS, f"{SITE}/rape", "dl")], lexicon()) == ()
