"""Who somebody is under names of a site's own making: the name has to say it, and the value to look the part."""

import json
from hashlib import md5
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import identities

from netcurtain.core.decoders import Decoder, amplitude, ga4, meta, mixpanel, segment, tiktok
from netcurtain.core.decoders.own_names import tell_named
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import Identity

MAIL = "pat.lee@mail.example"
HASH = "5b48ec4e1914e24663c2fe34b93e3e93062530ae5f5c7ea128cfe9a08bdbcc85"
COLLECT = "https://www.google-analytics.com/g/collect?v=2&tid=G-ABC123&"
TR = "https://www.facebook.com/tr/?id=400000000000001&ev=Lead&"


def _told(name: str, value: str) -> list[tuple[str, str]]:
    telling = Telling("a", "b")
    tell_named(telling, {name: [value]}, "ep.", "up.", "cd[")
    return [(fact.value.kind, fact.value.form) for fact in telling.event(None).told if isinstance(fact.value, Identity)]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("ep.email", MAIL, [("email", "plain")]),
        ("ep.email", "pat.lee%40mail.example", [("email", "plain")]),
        ("up.userEmail", MAIL, [("email", "plain")]),
        ("cd[customer_email_address]", MAIL, [("email", "plain")]),
        ("up.email_sha256", HASH, [("email", "sha256")]),
        ("ep.hashed-email", HASH, [("email", "sha256")]),
        ("cd[sha256_email_address]", HASH, [("email", "sha256")]),
        ("ep.email_md5", md5(MAIL.encode(), usedforsecurity=False).hexdigest(), [("email", "md5")]),
        ("ep.hashed_phone_number", HASH, [("phone", "sha256")]),
        ("up.first_name", HASH, [("first_name", "sha256")]),
        ("ep.hashed_phone_number", "7Q2bPj-0fD1cVxKmT9sLwEaYhRuGzNiOpBvXk3M5JtA", [("phone", "sha256")]),
        ("up.user_last_name_hash", HASH, [("last_name", "sha256")]),
    ],
)
def test_a_name_and_a_value_that_agree_are_who_somebody_is(name: str, value: str, told: list[tuple[str, str]]) -> None:
    assert _told(name, value) == told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ep.email", ""),
        ("ep.email", "0"),
        ("ep.email", "yes"),
        ("ep.email", "(not set)"),
        ("ep.email", "{{email}}@mail.example"),
        ("ep.email", "write to pat.lee@mail.example"),
        ("ep.email_sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("ep.phone_number", "0800123456"),
        ("ep.first_name", "field"),
        ("ep.email_type", MAIL),
        ("ep.link_text", MAIL),
        ("ep.session", HASH),
        ("ep.email_id", HASH),
        ("ep.contact_email", MAIL),
        ("ep.email", "logo@2x.png"),
        ("ep.first_name", "this-is-a-page-name-which-has-43-characters"),
        ("v20", MAIL),
        ("email", MAIL),
        ("ep." + "email" * 20, MAIL),
    ],
)
def test_all_else_tells_nothing(name: str, value: str) -> None:
    assert _told(name, value) == []


def _json(body: object) -> bytes:
    return json.dumps(body).encode()


@pytest.mark.parametrize(
    ("decoder", "payload", "parameter"),
    [
        (ga4, Payload(COLLECT + urlencode({"ep.email": MAIL})), "ep.email"),
        (ga4, Payload(COLLECT, "POST", raw=urlencode({"en": "a", "up.email": MAIL}).encode()), "up.email"),
        (meta, Payload(TR + urlencode({"cd[email]": MAIL})), "cd[email]"),
        (
            tiktok,
            Payload("https://analytics.tiktok.com/api/v2/pixel", "POST", raw=_json({"event": "a", "properties": {"email": MAIL}})),
            "properties.email",
        ),
        (
            segment,
            Payload("https://api.segment.io/v1/t", "POST", raw=_json({"event": "a", "properties": {"email": MAIL}})),
            "properties.email",
        ),
        (
            amplitude,
            Payload(
                "https://api2.amplitude.com/2/httpapi", "POST", raw=_json({"events": [{"user_properties": {"$set": {"email": MAIL}}}]})
            ),
            "user_properties.$set.email",
        ),
        (mixpanel, Payload("https://api.mixpanel.com/track", "POST", raw=_json({"event": "a", "properties": {"email": MAIL}})), "email"),
    ],
    ids=["Google in the address", "Google in a line", "Meta", "TikTok", "Segment", "Amplitude", "Mixpanel"],
)
def test_vendors_are_told_so(decoder: Decoder, payload: Payload, parameter: str) -> None:
    assert identities(decoder, payload) == {("email", "plain", parameter)}


@pytest.mark.parametrize(("mail", "told"), [("info@mail.a.example", set()), (MAIL, {("email", "plain", "ep.email")})])
@pytest.mark.parametrize("page", ["https://www.a.example/", "https://www.a.example/?to=help%2540a.example"])
def test_the_sites_own_mailbox_is_nobody(mail: str, told: set[tuple[str, str, str]], page: str) -> None:
    for fields in ({"ep.email": mail, "dl": page}, {"dl": page, "ep.email": mail}):
        assert identities(ga4, Payload(COLLECT + urlencode(fields))) == told


def test_what_a_vendor_takes_for_a_person_is_one_at_any_domain() -> None:
    assert identities(meta, Payload(TR + urlencode({"ud[em]": "pat@a.example", "dl": "https://a.example/"}))) == {
        ("email", "plain", "ud[em]")
    }


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_name_breaks_it(name: str, value: str) -> None:
    _told(name, value)
    _told(f"ep.{name}", value)
