"""Every sentence the core says, read as a person reads it."""

import inspect
import re

import pytest

from netcurtain.core import wording
from netcurtain.core.finding import DecodedField, Identity, IdentityForm, IdentityKind, Typed, What, Written

ADDRESS = DecodedField(What.PAGE_ADDRESS, "https://site.example/", "dl")
TITLE = DecodedField(What.PAGE_TITLE, "Title", "t")
BUTTON = DecodedField(What.BUTTON_TEXT, "Report it", "b")
FIELDS = DecodedField(What.FORM_FIELDS, "name, email", "f")
EVENT = DecodedField(What.EVENT, "PageView", "ev")
TYPED = DecodedField(What.TYPED, Typed("Email", Written.SHA256), "")
MANY = [f"Company {n}" for n in range(1, 10)]


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no companies"), (1, "one company"), (2, "two companies"), (10, "ten companies"), (11, "11 companies")]
)
def test_numbers_up_to_ten_are_words(count: int, words: str) -> None:
    assert wording.companies(count) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (MANY[:6], "Company 1, Company 2, Company 3, Company 4, Company 5 and Company 6"),
        (MANY[:7], "Company 1, Company 2, Company 3, Company 4, Company 5 and two others"),
        ([wording.UNNAMED], "one company"),
        ([wording.UNNAMED] * 2, "two companies"),
        ([wording.UNNAMED, "A"], "A and one other company"),
        (["A", wording.UNNAMED, "B", wording.UNNAMED], "A, B and two other companies"),
        ([*MANY[:7], wording.UNNAMED], "Company 1, Company 2, Company 3, Company 4, Company 5 and three other companies"),
    ],
)
def test_companies_in_a_sentence(names: list[str], words: str) -> None:
    assert wording.named(names) == words


def test_who_was_contacted() -> None:
    assert wording.contacted("Meta", went_out=True) == "Meta was contacted by this page."
    assert wording.contacted("Meta", went_out=False) == "This page tried to contact Meta."
    assert wording.contacted(wording.OWN_ADDRESS, went_out=True) == "A company behind this site's own address was contacted by this page."


def test_the_kinds_of_fact_a_warning_speaks_of() -> None:
    told = wording.kinds_told([TYPED, EVENT, FIELDS, BUTTON, TITLE, ADDRESS])
    (sentence,) = wording.warning([("Meta", told)], [], [])
    assert sentence == (
        "This page told Meta its address, its title, which button was pressed, which questions are on it "
        "and a scrambled copy of what you wrote in a field here."
    )


def test_a_warning_speaks_of_a_detail_about_a_person_and_of_an_account() -> None:
    account = DecodedField(What.ACCOUNT, "c_user", "c_user")
    detail = DecodedField(What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.SHA256), "ud[em]")
    (sentence,) = wording.warning([("Meta", wording.kinds_told([account, detail, ADDRESS]))], [], [])
    assert sentence == (
        "This page told Meta its address, a detail about a person "
        "and a code for an account signed in on this browser (which may not be yours)."
    )


def test_what_was_written_as_it_is_counts_for_more_than_a_scrambled_copy() -> None:
    plain = DecodedField(What.TYPED, Typed("Name", Written.PLAIN), "")
    assert wording.kinds_told([TYPED, plain]) == wording.kinds_told([plain]) == ("what you wrote in a field here",)


def test_the_headline_of_a_page_that_told_what_somebody_wrote() -> None:
    assert wording.headline_typed(2) == "This page has told two companies what you wrote in a field here."
    assert wording.headline_typed(1, scrambled=True) == "This page has told one company a scrambled copy of what you wrote in a field here."


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((2, 3, 4), "This page has told two companies that it was opened."),
        ((0, 1, 4), "This page has contacted one company."),
        ((0, 0, 2), "This page tried to contact two companies."),
        ((0, 0, 0), wording.NOTHING_SEEN),
    ],
)
def test_the_headline(counts: tuple[int, int, int], sentence: str) -> None:
    assert wording.headline(*counts) == sentence


@pytest.mark.parametrize(
    ("told", "contacted", "tried", "sentences"),
    [
        (
            [("Meta (Facebook)", ("its address",)), ("Google", ("its address",))],
            ["Hotjar"],
            ["TikTok"],
            ["This page told Meta (Facebook) and Google its address.", "It also contacted Hotjar.", "It also tried to contact TikTok."],
        ),
        (
            [("Meta", ("its address", "which button was pressed")), ("Google", ("its address",))],
            [],
            [],
            ["This page told Meta its address and which button was pressed.", "This page told Google its address."],
        ),
        ([], ["Hotjar"], ["TikTok"], ["This page has contacted Hotjar.", "It also tried to contact TikTok."]),
        ([], [], ["TikTok"], ["This page tried to contact TikTok."]),
        ([], [], [], []),
    ],
)
def test_the_sentences_of_the_card(
    told: list[tuple[str, tuple[str, ...]]], contacted: list[str], tried: list[str], sentences: list[str]
) -> None:
    assert wording.warning(told, contacted, tried) == sentences


@pytest.mark.parametrize(
    ("reached", "tried", "sentences"),
    [
        (["A"], [], ["Earlier on this site, A was contacted."]),
        (["A", "B"], [], ["Earlier on this site, A and B were contacted."]),
        (["A"], ["B"], ["Earlier on this site, A was contacted.", "An earlier page here also tried to contact B."]),
        ([], ["B"], ["An earlier page here tried to contact B."]),
        ([], [], []),
    ],
)
def test_earlier_pages(reached: list[str], tried: list[str], sentences: list[str]) -> None:
    assert wording.earlier(reached, tried) == sentences


def test_recorders() -> None:
    assert wording.recorders([]) == ""
    assert wording.recorders(["Hotjar", "FullStory"]) == (
        "Hotjar and FullStory are on this page. They can record how a page is used. "
        "They normally hide what people type; we cannot see whether they do here."
    )


GONE = "Your form has gone to example.police.uk. Look for its own message that it arrived."


@pytest.mark.parametrize(
    ("stopped", "knew", "rest"),
    [
        (
            [("Meta (Facebook)", 2), ("Google", 1)],
            ["Google", "Meta (Facebook)"],
            " We stopped three requests to Meta (Facebook) and Google. They already knew that the page with the form was open.",
        ),
        ([("Google", 1)], ["Google"], " We stopped one request to Google. It already knew that the page with the form was open."),
        ([("Google", 1)], [], " We stopped one request to Google."),
        ([("Google", 1)], ["Meta"], " We stopped one request to Google. Meta already knew that the page with the form was open."),
        ([], ["Meta"], " Meta already knew that the page with the form was open."),
        ([], [wording.OWN_ADDRESS], " A company behind this site's own address already knew that the page with the form was open."),
        ([], [], ""),
    ],
)
def test_after_a_form_has_gone(stopped: list[tuple[str, int]], knew: list[str], rest: str) -> None:
    assert wording.gone("example.police.uk", stopped, knew) == GONE + rest


@pytest.mark.parametrize(
    ("earlier", "rest"),
    [
        ([], ""),
        (["Google"], " Google was contacted earlier on this site."),
        ([wording.OWN_ADDRESS, "Meta"], " A company behind this site's own address and Meta were contacted earlier on this site."),
    ],
)
def test_who_was_contacted_on_another_page_of_the_site(earlier: list[str], rest: str) -> None:
    assert wording.gone("example.police.uk", [], [], earlier) == GONE + rest


@pytest.mark.parametrize(
    ("lists", "sentence"),
    [
        (["EasyPrivacy"], "Meta is a tracker in EasyPrivacy (||a^, ||b^, ||c^)."),
        (["EasyPrivacy", "Ours"], "Meta is a tracker in EasyPrivacy and Ours (||a^, ||b^, ||c^)."),
        ([], "Meta is a tracker in our table of companies (||a^, ||b^, ||c^)."),
    ],
)
def test_the_detail_names_lists_and_the_first_filters(lists: list[str], sentence: str) -> None:
    assert wording.detail("Meta", ["||a^", "||b^", "||c^", "||d^"], lists) == sentence


def test_the_detail_of_a_company_that_no_filter_flagged() -> None:
    assert wording.detail("Meta", [], []) == "Meta is a tracker in our table of companies."
    assert wording.detail_typed("t.example") == (
        "t.example is on none of our lists, but what you wrote in a field here was in a request to it."
    )


def test_no_sentence_has_a_word_that_frightens_or_blames() -> None:
    never = r"warning!|danger|attack|\bspy|hacked|\bleak|victim|unsafe|\bsafe\b|protected|threat|you shared|your account"
    texts = re.findall(r'"([^"\n]*)"', inspect.getsource(wording).replace('"""', ""))
    assert len(texts) > 40
    assert [text for text in texts if re.search(never, text, re.IGNORECASE) or "!" in text] == []
