"""What one event told, in one or two sentences."""

import re

import pytest

from netcurtain.core import decoders
from netcurtain.core.consent import Consent
from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, Typed, Value, What, Written
from netcurtain.core.told_wording import consent_sentence, event_sentence, gives_away_sentence, identity_words, typed_words
from netcurtain.core.wording import OWN_ADDRESS

META = "Meta (Facebook)"
NEVER_USED = re.compile(r"warning!|danger|attack|spy|hacked|victim|unsafe|\bsafe|protected|threat|!", re.IGNORECASE)


def fact(what: What, value: str = "x") -> DecodedField:
    return DecodedField(what, value, "p")


def said(*told: DecodedField, event: str | None = None, went_out: bool = True) -> str:
    return event_sentence(DecodedEvent("Meta Pixel", META, event, told), went_out)


def test_the_button_is_told_first_in_its_own_words() -> None:
    button = fact(What.BUTTON_TEXT, "Report rape or sexual assault")
    assert said(button, event="SubscribedButtonClick") == (
        "Meta (Facebook) was told which button was pressed on this page: \u201cReport rape or sexual assault\u201d."
    )
    assert said(fact(What.PAGE_ADDRESS), button, event="Lead") == (
        "Meta (Facebook) was told which button was pressed on this page: \u201cReport rape or sexual assault\u201d. "
        "It was also told that somebody got in touch and this page's address."
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ([fact(What.PAGE_ADDRESS)], "this page's address"),
        ([fact(What.PAGE_TITLE)], "this page's title"),
        ([fact(What.PAGE_TITLE), fact(What.PAGE_ADDRESS)], "this page's address and title"),
        ([fact(What.REFERRER)], "which page came before it"),
        ([fact(What.EVENT, "Chat opened")], "how the site names it: \u201cChat opened\u201d"),
        ([fact(What.LINK_ADDRESS)], "where a link leads"),
        ([fact(What.FORM_ID)], "which form it is"),
        ([DecodedField(What.FORM_FIELDS, ("name", "what_happened"), "p")], "which questions are on it"),
        ([fact(What.VISITOR_ID)], "a number for this browser"),
        ([fact(What.ACCOUNT, "c_user")], "a code for the Facebook account signed in on this browser (which may not be yours)"),
        ([fact(What.CONSENT)], "what the site says was chosen about cookies"),
        ([fact(What.OTHER, "tag 1")], "which site this is"),
        ([fact(What.OTHER, "tag 1"), fact(What.OTHER, "tag 2")], "which site this is"),
        ([fact(What.OTHER, "keywords abuse, help")], "what this page is about"),
        ([fact(What.OTHER, "Test kit")], "what this page is about"),
        ([fact(What.OTHER, "search words")], "what somebody searched for here"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_kind_of_fact_has_words(facts: list[DecodedField], words: str) -> None:
    assert words in said(*facts, event="PageView")
    assert said(*facts) == f"Meta (Facebook) was told {words}."


def test_where_a_form_goes_is_no_link() -> None:
    form, link = DecodedField(What.LINK_ADDRESS, "https://a.example/send", "ep.form_destination"), fact(What.LINK_ADDRESS)
    assert said(form) == f"{META} was told where a form goes."
    assert said(link, form) == f"{META} was told where a link leads. It was also told where a form goes."


def test_several_scrambled_copies_are_told_together_and_last() -> None:
    people = [
        (IdentityKind.FIRST_NAME, IdentityForm.SHA256),
        (IdentityKind.EMAIL, IdentityForm.MD5),
        (IdentityKind.EMAIL, IdentityForm.SHA256),
        (IdentityKind.PHONE, IdentityForm.SHA1),
    ]
    scrambled = [DecodedField(What.IDENTITY, Identity(*one), f"p{n}") for n, one in enumerate(people)]
    plain = DecodedField(What.IDENTITY, Identity(IdentityKind.CITY, IdentityForm.PLAIN), "ct")
    assert said(*scrambled, plain, fact(What.PAGE_ADDRESS), fact(What.VISITOR_ID)) == (
        f"{META} was told this page's address. It was also told a town, a number for this browser "
        "and scrambled copies of a first name, an e-mail address and a phone number."
    )


def test_a_name_that_was_quoted_is_not_quoted_again() -> None:
    button, name = fact(What.BUTTON_TEXT, "Send"), fact(What.EVENT, "Send")
    assert said(button, name) == said(button)
    assert said(name, event="Send") == said(event="Send")
    assert (
        said(*(fact(What.EVENT, word) for word in "abcde"))
        == f"{META} was told how the site names it: \u201ca\u201d, \u201cb\u201d and \u201cc\u201d."
    )


EMAIL = Identity(IdentityKind.EMAIL, IdentityForm.SHA256)
LET_GO: dict[What, tuple[Value, str]] = {
    What.PAGE_ADDRESS: ("", "this page's address"),
    What.PAGE_TITLE: ("", "this page's title"),
    What.REFERRER: ("", "which page came before it"),
    What.EVENT: ("", "how the site names what was done here"),
    What.BUTTON_TEXT: ("", "which button was pressed on this page"),
    What.LINK_ADDRESS: ("", "where a link leads"),
    What.FORM_ID: ("", "which form it is"),
    What.FORM_FIELDS: ("", "which questions are on it"),
    What.IDENTITY: (EMAIL, "a scrambled copy of an e-mail address"),
    What.VISITOR_ID: ("", "a number for this browser"),
    What.ACCOUNT: ("", "a code for the Facebook account signed in on this browser (which may not be yours)"),
    What.CONSENT: ("", "what the site says was chosen about cookies"),
    What.OTHER: ("", "something else about this page"),
    What.TYPED: (Typed("", Written.PLAIN), "what you wrote in a field"),
}


@pytest.mark.parametrize("what", What)
def test_a_fact_whose_words_were_let_go_of_reads_well(what: What) -> None:
    value, words = LET_GO[what]
    told = DecodedField(what, value, "p")
    assert said(told) == f"{META} was told {words}."
    assert said(told, went_out=False) == f"This page tried to tell {META} {words}."


def test_a_button_without_its_words_is_told_before_all_else() -> None:
    told = fact(What.PAGE_ADDRESS), fact(What.BUTTON_TEXT, ""), fact(What.EVENT, "")
    assert said(*told, event="SubscribedButtonClick") == (
        f"{META} was told which button was pressed on this page. It was also told how the site names it and this page's address."
    )


@pytest.mark.parametrize("event", ["SubscribedButtonClick", "Click", "$mp_click"])
def test_that_something_was_pressed_goes_without_saying_beside_a_button(event: str) -> None:
    assert said(fact(What.BUTTON_TEXT, "Send"), event=event) == said(fact(What.BUTTON_TEXT, "Send"))
    assert "pressed" in said(fact(What.PAGE_TITLE), event=event)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (Typed("Email address", Written.PLAIN), "what you wrote in \u201cEmail address\u201d"),
        (Typed("Email address", Written.PERCENT), "what you wrote in \u201cEmail address\u201d"),
        (Typed("Email address", Written.BASE64), "what you wrote in \u201cEmail address\u201d (written another way)"),
        (Typed("Email address", Written.HEX), "what you wrote in \u201cEmail address\u201d (written another way)"),
        (Typed("Email address", Written.MD5), "a scrambled copy of what you wrote in \u201cEmail address\u201d"),
        (Typed("Email address", Written.SHA1), "a scrambled copy of what you wrote in \u201cEmail address\u201d"),
        (Typed("Email address", Written.SHA256), "a scrambled copy of what you wrote in \u201cEmail address\u201d"),
        (Typed("Email address", Written.SHA512), "a scrambled copy of what you wrote in \u201cEmail address\u201d"),
        (Typed("", Written.HEX), "what you wrote in a field (written another way)"),
        (Typed("", Written.SHA256), "a scrambled copy of what you wrote in a field"),
    ],
)
def test_what_was_typed_is_told_by_its_field(typed: Typed, words: str) -> None:
    assert typed_words(typed) == words
    told = DecodedField(What.TYPED, typed, "p")
    assert said(told, told) == f"{META} was told {words}."


def test_every_way_of_writing_has_words() -> None:
    assert all(typed_words(Typed("Email", written)) for written in Written)


def test_what_was_typed_comes_right_after_the_event() -> None:
    told = fact(What.PAGE_ADDRESS), DecodedField(What.IDENTITY, EMAIL, "em"), DecodedField(What.TYPED, Typed("Email", Written.SHA256), "em")
    assert said(*told, event="Lead") == (
        f"{META} was told that somebody got in touch. It was also told a scrambled copy of what you wrote in \u201cEmail\u201d, "
        "this page's address and a scrambled copy of an e-mail address."
    )


ORGANISATIONS = sorted({decoder.ORGANISATION for decoder in decoders.DECODERS})


@pytest.mark.parametrize("company", ORGANISATIONS)
def test_an_account_is_called_as_people_call_it(company: str) -> None:
    sentence = event_sentence(DecodedEvent("", company, None, (fact(What.ACCOUNT),)))
    known = {"Meta (Facebook)": "Facebook", "Snap (Snapchat)": "Snapchat", "X (Twitter)": "X"}.get(company, company)
    assert sentence == f"{company} was told a code for the {known} account signed in on this browser (which may not be yours)."


def test_an_account_with_nobody_knows_whom_has_no_name() -> None:
    sentence = event_sentence(DecodedEvent("", OWN_ADDRESS, None, (fact(What.ACCOUNT),)))
    assert (
        sentence
        == "A company behind this site's own address was told a code for an account signed in on this browser (which may not be yours)."
    )


@pytest.mark.parametrize(
    ("consent", "went_out", "sentence"),
    [
        (None, True, ""),
        (None, False, ""),
        (Consent.BEFORE_CHOICE, True, "This was before anything was chosen about cookies."),
        (Consent.REFUSED, True, "This was after cookies had been turned down."),
        (Consent.ACCEPTED, True, "This was after cookies had been agreed to."),
        (Consent.BEFORE_CHOICE, False, "The page tried this before anything was chosen about cookies."),
        (Consent.REFUSED, False, "The page tried this after cookies had been turned down."),
        (Consent.ACCEPTED, False, "The page tried this after cookies had been agreed to."),
    ],
)
def test_how_the_question_about_cookies_stood_is_a_sentence(consent: Consent | None, went_out: bool, sentence: str) -> None:
    assert consent_sentence(consent, went_out) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), ""),
        (("asthma",), "The word \u201casthma\u201d alone says what this is about."),
        (("report / crime",), "The words \u201creport/crime\u201d alone say what this is about."),
        (("hate crime",), "The words \u201chate crime\u201d alone say what this is about."),
        (("asthma", "hiv"), "The words \u201casthma\u201d and \u201chiv\u201d alone say what this is about."),
    ],
)
def test_words_that_give_a_page_away_are_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    assert gives_away_sentence(words) == sentence


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        (Identity(IdentityKind.EMAIL, IdentityForm.SHA256), "a scrambled copy of an e-mail address"),
        (Identity(IdentityKind.PHONE, IdentityForm.MD5), "a scrambled copy of a phone number"),
        (Identity(IdentityKind.EMAIL, IdentityForm.MASKED), "an e-mail address with stars in it"),
        (Identity(IdentityKind.FIRST_NAME, IdentityForm.PLAIN), "a first name"),
    ],
)
def test_an_identity_is_told_with_its_form(identity: Identity, words: str) -> None:
    assert identity_words(identity) == words
    assert said(DecodedField(What.IDENTITY, identity, "em"), DecodedField(What.IDENTITY, identity, "em2")) == f"{META} was told {words}."


@pytest.mark.parametrize("kind", IdentityKind)
def test_every_identity_has_words(kind: IdentityKind) -> None:
    assert identity_words(Identity(kind, IdentityForm.PLAIN))


def test_what_was_not_seen_to_go_out_was_tried() -> None:
    assert said(fact(What.BUTTON_TEXT, "Send"), fact(What.PAGE_TITLE), went_out=False) == (
        "This page tried to tell Meta (Facebook) which button was pressed on this page: \u201cSend\u201d. "
        "It also tried to tell it this page's title."
    )


def test_with_nothing_readable_a_company_was_contacted() -> None:
    assert said() == "Meta (Facebook) was contacted by this page."
    assert said(went_out=False) == "This page tried to contact Meta (Facebook)."


def test_long_words_of_a_button_are_cut() -> None:
    assert len(said(fact(What.BUTTON_TEXT, "x" * 400))) < 200


def test_no_sentence_alarms() -> None:
    sentences = [
        said(DecodedField(what, value, "p"), went_out=went_out) for what, (value, _) in LET_GO.items() for went_out in (True, False)
    ]
    sentences += [consent_sentence(consent, went_out) for consent in Consent for went_out in (True, False)]
    sentences += [gives_away_sentence(("a",)), gives_away_sentence(("a", "b"))]
    assert [sentence for sentence in sentences if NEVER_USED.search(sentence)] == []
