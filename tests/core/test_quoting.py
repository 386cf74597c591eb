"""Which words of a fact may be kept: those of the page, and those that no typed sentence could be."""

import pytest
from msgspec.structs import replace
from tests.core.scenes import Scene, key, opened

from netcurtain.core import observation as seen
from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, Typed, Value, What, Written
from netcurtain.core.page import Page
from netcurtain.core.quoting import quoted, quoted_event, usually_named

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


def test_a_label_is_kept_where_the_page_has_it_and_how_it_was_written_always_is(page: Page) -> None:
    page.add_labels(["Your  name", ""])
    for label, kept in (("your name", "your name"), ("Your", ""), (TYPED, ""), ("", "")):
        fact = DecodedField(What.TYPED, Typed(label, Written.MD5), "")
        assert quoted(fact, page).value == Typed(kept, Written.MD5)


def test_labels_are_what_people_read_beside_a_question() -> None:
    scene = Scene()
    fields = [
        seen.FormField(label="One"),
        seen.FormField(aria_label="Two"),
        seen.FormField(placeholder="Three"),
        seen.FormField(name="four"),
    ]
    scene.reports(opened(), seen.FormDescribed("p1", "f1", seen.FormDescriptor(form=seen.FormShape(fields=fields))))
    assert list(scene.session._pages[key()].labels) == ["one", "two", "three"]


def test_the_name_of_an_event_is_kept_only_where_it_is_a_standard_one(page: Page) -> None:
    facts = (DecodedField(What.BUTTON_TEXT, "Send report", "b"), DecodedField(What.BUTTON_TEXT, TYPED, "b"))
    event = quoted_event(DecodedEvent("Meta Pixel", "Meta", "PageView", facts), "Meta (Facebook)", page)
    assert event == DecodedEvent("Meta Pixel", "Meta (Facebook)", "PageView", (facts[0], replace(facts[1], value="")))
    assert quoted_event(DecodedEvent("Meta Pixel", "Meta", TYPED, ()), "Meta", page).event is None


@pytest.mark.parametrize(
    ("parameter", "kept"), [("u", "u"), ("Context.page.URL", "Context.page.URL"), ("anne", ""), ("page.anne", ""), ("body", "body")]
)
def test_where_no_decoder_knows_the_request_only_usual_names_of_parameters_are_kept(parameter: str, kept: str) -> None:
    event = DecodedEvent("a", "a", None, (DecodedField(What.PAGE_ADDRESS, "https://site.example/", parameter),))
    assert usually_named(event).told[0].parameter == kept


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
    ],
)
def test_words_of_the_page_and_codes_are_kept(page: Page, what: What, value: Value) -> None:
    fact = DecodedField(what, value, "p")
    assert quoted(fact, page) == fact


def test_the_sites_own_number_is_kept_where_it_looks_as_the_vendors_do(page: Page) -> None:
    numbers = [DecodedField(What.OTHER, f"tag {number}", "id") for number in ("400000000000001", "G-ABC123DEF4", "07700900123")]
    meta, google = (
        quoted_event(DecodedEvent(vendor, "", None, tuple(numbers)), "", page) for vendor in ("Meta Pixel", "Google Analytics 4")
    )
    assert [fact.text for fact in meta.told] == ["tag 400000000000001", "tag"]
    assert [fact.text for fact in google.told] == ["tag", "tag G-ABC123DEF4"]
    assert quoted(DecodedField(What.OTHER, "search 400000000000001", "id"), page, "Meta Pixel").value == ""
    hidden = DecodedField(What.OTHER, f"tag {b'it was midnight.'.hex()}", "api_key")
    assert quoted(hidden, page, "Amplitude").value == "tag"


@pytest.mark.parametrize(
    ("what", "value"),
    [
        (What.PAGE_ADDRESS, "word"),
        (What.PAGE_ADDRESS, "data:text/plain,word"),
        (What.PAGE_TITLE, "Another title"),
        (What.BUTTON_TEXT, "Another button"),
        (What.EVENT, "stalking_by_ex"),
        (What.EVENT, "он меня бьёт click"),
        (What.EVENT, "他打我 search"),
        (What.OTHER, "word"),
        (What.FORM_FIELDS, ("your_name", TYPED)),
        (What.FORM_FIELDS, ("your_name", "word")),
        (What.FORM_FIELDS, ("",)),
        (What.FORM_ID, "word"),
        (What.FORM_ID, "anna-maria"),
        (What.FORM_ID, "01-02-1990"),
        (What.FORM_ID, "0161-496-0000"),
        (What.FORM_ID, "форма-form"),
        (What.CONSENT, "word"),
        (What.ACCOUNT, "word"),
        (What.OTHER, "tag word"),
        (What.OTHER, "tag 07700900123"),
        (What.OTHER, "tag 12-05-1990"),
        (What.OTHER, "tag anna1990"),
        (What.OTHER, "tag 6d69646e69676874"),
        (What.OTHER, "tag aXQgd2FzIG9uIGEgTW9uZGF5IDEy"),
        (What.OTHER, "tag Anna_Smith_2"),
        (What.PAGE_ADDRESS, "https://site.example/search/two%20words"),
        (What.PAGE_ADDRESS, "https://site.example/a@b.example"),
        (What.PAGE_ADDRESS, "https://site.example/a%40b.example"),
        (What.PAGE_ADDRESS, "https://site.example/search/two+words"),
        (What.PAGE_ADDRESS, "https://site.example/search/two%2520words"),
        (What.PAGE_ADDRESS, "https://site.example/search/two%C2%A0words"),
        (What.PAGE_ADDRESS, "https://site.example/search/two%0Awords"),
        (What.PAGE_ADDRESS, "https://site.example/page;name=word"),
        (What.PAGE_ADDRESS, "https://site.example/page&name=word"),
        (What.PAGE_ADDRESS, "https://site.example/go/https%3A%2F%2Fother.example%2F%3Fname%3Dword"),
        (What.PAGE_ADDRESS, "https://site.example/?two%20words"),
    ],
)
def test_one_word_that_is_not_the_pages_is_let_go_of_as_well(page: Page, what: What, value: Value) -> None:
    assert quoted(DecodedField(what, value, "p"), page).value == ("tag" if str(value).startswith("tag ") else "")
