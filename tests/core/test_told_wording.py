"""What one event told, in one or two sentences."""

import re

import pytest

from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, What
from netcurtain.core.told_wording import EVENTS, event_sentence, event_words, identity_words

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
        ([fact(What.ACCOUNT, "c_user")], "a code for the Meta (Facebook) account signed in on this browser"),
        ([fact(What.CONSENT)], "what the site says was agreed to"),
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


def test_a_name_that_was_quoted_is_not_quoted_again() -> None:
    button, name = fact(What.BUTTON_TEXT, "Send"), fact(What.EVENT, "Send")
    assert said(button, name) == said(button)
    assert said(name, event="Send") == said(event="Send")
    assert (
        said(*(fact(What.EVENT, word) for word in "abcde"))
        == f"{META} was told how the site names it: \u201ca\u201d, \u201cb\u201d and \u201cc\u201d."
    )


def test_all_kinds_are_spoken_of() -> None:
    words = {said(fact(what)) for what in What if what is not What.IDENTITY}
    assert len(words) == len(What) - 1
    assert not any("contacted" in sentence for sentence in words)


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


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("PageView", "that this page was opened"),
        ("page_view", "that this page was opened"),
        ("PAGE_VIEW", "that this page was opened"),
        ("pageLoad", "that this page was opened"),
        ("form_start", "that somebody began to fill in a form"),
        ("SubmitForm", "that a form was sent"),
        ("Lead", "that somebody got in touch"),
        ("purchase", "that something was bought"),
        ("step_3_done", "that something happened here, called \u201cstep_3_done\u201d"),
    ],
)
def test_standard_events_have_a_meaning_and_others_a_name(name: str, words: str) -> None:
    assert event_words(name) == words


def test_the_table_of_events_is_written_as_names_are_looked_up() -> None:
    assert [key for key in EVENTS if re.sub(r"[^a-z0-9]", "", key) != key] == []


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
    sentences = [event_words(name) for name in EVENTS] + [said(fact(what)) for what in What if what is not What.IDENTITY]
    assert [sentence for sentence in sentences if NEVER_USED.search(sentence)] == []
