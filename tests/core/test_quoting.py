"""Which words of a fact may be kept: those of the page, and those that no typed sentence could be."""

from dataclasses import replace

import pytest
from tests.core.scenes import Scene, key, opened

from netcurtain.core import observation as seen
from netcurtain.core.finding import DecodedField, Identity, IdentityForm, IdentityKind, Value, What
from netcurtain.core.page import Page
from netcurtain.core.quoting import quoted

TYPED = "I was at home when it happened"
HASHED = Identity(IdentityKind.EMAIL, IdentityForm.SHA256)


@pytest.fixture
def page() -> Page:
    scene = Scene()
    scene.reports(opened(title="Report it"))
    page = scene.session._pages[key()]
    page.add_buttons(["Send report"])
    page.add_fields(["your_name", "what[happened]", "fields.3", ""])
    return page


def test_the_names_of_questions_are_the_pages_when_a_form_of_it_has_them() -> None:
    scene = Scene()
    shape = seen.FormShape(fields=[seen.FormField(name="what_happened"), seen.FormField(id="f2")])
    scene.reports(opened(), seen.FormDescribed("p1", "f1", seen.FormDescriptor(form=shape)))
    fact = DecodedField(What.FORM_FIELDS, ("what_happened", "f2"), "p")
    assert quoted(fact, scene.session._pages[key()]) == fact


@pytest.mark.parametrize("what", [what for what in What if what not in (What.IDENTITY, What.VISITOR_ID)])
def test_what_somebody_could_have_typed_is_let_go_of(page: Page, what: What) -> None:
    fact = DecodedField(what, (TYPED,) if what is What.FORM_FIELDS else TYPED, "p")
    assert quoted(fact, page) == replace(fact, value="")


@pytest.mark.parametrize(
    ("what", "value"),
    [
        (What.PAGE_ADDRESS, "https://site.example/report?step"),
        (What.REFERRER, "http://before.example/"),
        (What.LINK_ADDRESS, "https://site.example/send"),
        (What.PAGE_TITLE, "report  it"),
        (What.BUTTON_TEXT, "Send report"),
        (What.EVENT, "form_start"),
        (What.FORM_ID, "report-form"),
        (What.FORM_FIELDS, ("your_name", "what[happened]", "fields.3")),
        (What.IDENTITY, HASHED),
        (What.VISITOR_ID, "cid"),
        (What.ACCOUNT, "c_user"),
        (What.CONSENT, "G111"),
        (What.CONSENT, "13l3l3l3l1l1"),
        (What.CONSENT, "LDU"),
        (What.OTHER, "tag G-ABC123"),
        (What.OTHER, "tag 400000000000001"),
    ],
)
def test_words_of_the_page_and_codes_are_kept(page: Page, what: What, value: Value) -> None:
    fact = DecodedField(what, value, "p")
    assert quoted(fact, page) == fact


@pytest.mark.parametrize(
    ("what", "value"),
    [
        (What.PAGE_ADDRESS, "word"),
        (What.PAGE_ADDRESS, "data:text/plain,word"),
        (What.PAGE_TITLE, "Another title"),
        (What.BUTTON_TEXT, "Another button"),
        (What.EVENT, "stalking_by_ex"),
        (What.OTHER, "word"),
        (What.FORM_FIELDS, ("your_name", TYPED)),
        (What.FORM_FIELDS, ("your_name", "word")),
        (What.FORM_FIELDS, ("",)),
        (What.FORM_ID, "word"),
        (What.CONSENT, "word"),
        (What.ACCOUNT, "word"),
        (What.OTHER, "tag word"),
        (What.OTHER, "tag 07700900123"),
        (What.PAGE_ADDRESS, "https://site.example/search/two%20words"),
        (What.PAGE_ADDRESS, "https://site.example/a@b.example"),
        (What.PAGE_ADDRESS, "https://site.example/a%40b.example"),
        (What.PAGE_ADDRESS, "https://site.example/?two%20words"),
    ],
)
def test_one_word_that_is_not_the_pages_is_let_go_of_as_well(page: Page, what: What, value: Value) -> None:
    assert quoted(DecodedField(what, value, "p"), page).value == ""
