"""Facts as they are told: cut, cleaned, and never a value that says who somebody is."""

from base64 import b64encode, urlsafe_b64encode
from hashlib import md5, sha1, sha256

import pytest

from netcurtain.core.decoders.telling import MAX_FACTS, Telling, form_of, tells_nothing
from netcurtain.core.finding import DecodedField, Identity, IdentityForm, IdentityKind, What

MAIL = b"someone@example.org"
NOBODY = (b"", b" ", b"0", b"null", b"NULL", b"undefined", b"UNDEFINED", b"Undefined", b"None", b"NaN")


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (sha256(MAIL).hexdigest(), IdentityForm.SHA256),
        (sha256(MAIL).hexdigest().upper(), IdentityForm.SHA256),
        ("W0jsThkU4kZjwv40uT4-kwYlMK5fXH6hKM_poIvbzIU", IdentityForm.SHA256),
        (sha1(MAIL).hexdigest(), IdentityForm.SHA1),
        (md5(MAIL).hexdigest(), IdentityForm.MD5),
        (b64encode(sha256(b"null").digest()).decode(), IdentityForm.SHA256),
        (b64encode(sha256(b"a").digest()).decode().replace("+", " "), IdentityForm.SHA256),
        ("s***@e***.org", IdentityForm.MASKED),
        ("someone@example.org", IdentityForm.PLAIN),
        ("12345", IdentityForm.PLAIN),
    ],
)
def test_the_form_of_an_identity_is_known_by_its_looks(value: str, form: IdentityForm) -> None:
    assert form_of(value) is form


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "0",
        "null",
        "undefined",
        "<your_email>",
        "{{email}}",
        "[email]",
        "NULL",
        "Undefined",
        "NaN",
        "{email}",
        "${user.email}",
        "%%EMAIL%%",
        "%7B%7Bemail%7D%7D",
        "(not set)",
        "[object Object]",
        "anonymous",
        "-",
        "00000000-0000-0000-0000-000000000000",
        *(hashed(word).hexdigest() for hashed in (sha256, sha1, md5) for word in NOBODY),
        *(sha256(word).hexdigest().upper() for word in NOBODY),
        *(encode(sha256(word).digest()).decode() for encode in (b64encode, urlsafe_b64encode) for word in NOBODY),
        b64encode(sha256(b"undefined").digest()).decode().replace("+", " "),
    ],
)
def test_what_stands_for_nobody_tells_nothing(value: str) -> None:
    telling = Telling("V", "O")
    telling.tell_identity(IdentityKind.EMAIL, value, "em")
    telling.tell_visitor("cid", value)
    telling.tell_tag(value, "id")
    assert tells_nothing(value)
    assert telling.event(None).told == ()


@pytest.mark.parametrize("value", ["10", "a", "+44", "***@***.**", "noone@example.org", "Guest House", "G-0", sha256(b"x").hexdigest()])
def test_what_is_a_value_tells_something(value: str) -> None:
    assert not tells_nothing(value)


def test_an_identity_is_told_without_its_value() -> None:
    telling = Telling("V", "O")
    telling.identities_by_table({"em": ["someone@example.org"], "ph": ["0"]}, {"em": IdentityKind.EMAIL, "ph": IdentityKind.PHONE})
    assert telling.event("Lead").told == (DecodedField(What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.PLAIN), "em"),)
    assert "someone" not in repr(telling.event("Lead"))


def test_addresses_lose_the_values_of_their_query_and_a_visitor_is_told_by_the_parameters_name() -> None:
    telling = Telling("V", "O")
    telling.tell_by_table({"dl": ["https://a.example/?q=secret"], "cid": ["12.34"]}, {"dl": What.PAGE_ADDRESS, "cid": What.VISITOR_ID})
    assert [(fact.what, fact.value) for fact in telling.event(None).told] == [
        (What.PAGE_ADDRESS, "https://a.example/?q"),
        (What.VISITOR_ID, "cid"),
    ]


@pytest.mark.parametrize(
    "query",
    ["email=pat@mail.example", "a=1&email=pat%40mail.example&b=2", "step=2&e=pat%2540mail.example", "u=pat%2Blee%40mail.co.example#top"],
)
def test_an_email_address_in_the_query_of_a_page_is_an_identity(query: str) -> None:
    for what in (What.PAGE_ADDRESS, What.REFERRER):
        telling = Telling("V", "O")
        telling.tell(what, f"https://a.example/thanks?{query}", "dl")
        address, identity = telling.event(None).told
        assert (address.what, identity) == (what, DecodedField(What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.PLAIN), "dl"))
        assert "pat" not in address.text + identity.text


@pytest.mark.parametrize(
    ("what", "address"),
    [
        (What.LINK_ADDRESS, "https://a.example/write?to=help@a.example"),
        (What.PAGE_ADDRESS, "https://a.example/?email="),
        (What.PAGE_ADDRESS, "https://a.example/?img=logo@2x.png&pkg=react@18.2.0.min.js"),
        (What.PAGE_ADDRESS, "https://www.a.example/contact?to=info@a.example"),
        (What.PAGE_ADDRESS, "https://a.example/?email=p**@mail.example&q=ask pat@mail.example&user=@pat"),
        (What.PAGE_ADDRESS, "https://pat@a.example/a@b.example#?email=pat@mail.example"),
    ],
)
def test_other_addresses_say_nothing_of_who_somebody_is(what: What, address: str) -> None:
    telling = Telling("V", "O")
    telling.tell(what, address, "dl")
    assert [fact.what for fact in telling.event(None).told] == [what]


def test_an_email_address_for_a_number_of_the_browser_is_an_email_address() -> None:
    telling = Telling("V", "O")
    telling.tell_visitor("cid", "pat@mail.example")
    assert telling.event(None).told == (DecodedField(What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.PLAIN), "cid"),)


@pytest.mark.parametrize(("number", "kind"), [("pat@mail.example", IdentityKind.EMAIL), ("4711", IdentityKind.EXTERNAL_ID)])
def test_an_email_address_for_a_number_of_the_sites_own_is_an_email_address(number: str, kind: IdentityKind) -> None:
    telling = Telling("V", "O")
    telling.tell_identity(IdentityKind.EXTERNAL_ID, number, "uid")
    assert telling.event(None).told == (DecodedField(What.IDENTITY, Identity(kind, IdentityForm.PLAIN), "uid"),)


@pytest.mark.parametrize(
    "written",
    ["https://a.example/x", "https%3A%2F%2Fa.example%2Fx", "https%3a//a.example/x", "https%253A%252F%252Fa.example%252Fx"],
)
def test_an_address_is_told_as_it_is_however_often_it_was_encoded(written: str) -> None:
    telling = Telling("V", "O")
    telling.tell(What.PAGE_ADDRESS, written, "dl")
    assert [fact.value for fact in telling.event(None).told] == ["https://a.example/x"]


def test_a_fact_is_told_once_and_there_is_an_end_to_them() -> None:
    telling = Telling("V", "O")
    for n in range(MAX_FACTS + 10):
        telling.tell(What.EVENT, str(n), "e")
        telling.tell(What.EVENT, str(n), "e")
    assert len(telling.event(None).told) == MAX_FACTS
