"""What leaves of a request: its facts are still in it, and nothing that somebody typed, wherever a tracker has put it."""

import base64
import gzip
import json
import re
from collections.abc import Callable, Mapping
from random import Random
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.decoders.odd_requests import odd_payload
from tests.core.decoders.vendor_requests import HASH, OTHER_PATHS, PAGE, TITLE
from tests.core.vendors_told import cut, own_of, own_page, requests, sent, told

from netcurtain.core.decoders import generic
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.finding import DecodedEvent, Identity, IdentityForm, What
from netcurtain.core.redacting import Leave, redact
from netcurtain.core.redacting_addresses import with_told_addresses
from netcurtain.core.redacting_cutter import MAX_VALUES
from netcurtain.core.redacting_names import CUT, name_of
from netcurtain.core.redacting_values import NOBODY

REQUESTS = list(requests())
META = "https://www.facebook.com/tr/?"
TYPED = ("midnight", "I was followed home", "pat.lee@mail.example", "07700900123", "Ælfgifu", "Flat 7b", "LEE1 4MQ", "Yes I did")
CODES = (
    "447700900123",
    "+447700900123",
    "7700900123",
    "01614960000",
    "QQ123456C",
    "qq123456c",
    "LE14MQ",
    "n11aa",
    "9434765919",
    "19900412",
    "12041990",
    "120490",
    "12-04-1990",
    "CR-2291-77",
    "HELPME2",
    "G-9434765919",
    "G-QQ123456C",
    "anna1990",
    "jack-smith",
)
"""What people type that looks like a code: telephones, national insurance, postcodes, the NHS, dates, cases, names."""


@pytest.mark.parametrize(("_name", "url", "body"), REQUESTS, ids=[one[0] for one in REQUESTS])
def test_a_cut_request_tells_the_same_facts(_name: str, url: str, body: bytes) -> None:
    page = own_page()
    one = sent(url, body)
    assert told(one, page)
    assert cut(one, page).same


@pytest.mark.parametrize("url", OTHER_PATHS)
def test_the_same_of_a_vendors_other_paths(url: str) -> None:
    page = own_page()
    one = sent(url.format(page=quote(PAGE, safe="")))
    (event,) = told(one, page)
    assert [fact.text for fact in event.told if fact.what is What.PAGE_ADDRESS] == [page.url]
    assert cut(one, page).same


GA4 = "https://www.google-analytics.com/g/collect?v=2&tid=G-ABC123DEF4&en=page_view&"
UNIVERSAL = "https://www.google-analytics.com/collect?v=1&tid=UA-1234567-1&"
MAIL = "pat@mail.example"
OWN = PAGE.partition("?")[0]


@pytest.mark.parametrize(
    "url",
    [
        f"{GA4}{urlencode({'dl': PAGE, 'dr': f'https://x.example/?email={MAIL}'})}",
        f"{GA4}{urlencode({'dl': PAGE, 'dr': f'{OWN}/other?email={MAIL}'})}",
        f"{GA4}{urlencode({'dl': f'{OWN}?midnight={MAIL}'})}",
        f"{GA4}{urlencode({'dl': f'{OWN}?{MAIL}={MAIL}'})}",
        f"{GA4}{urlencode({'dl': PAGE, 'cid': MAIL})}",
        f"{UNIVERSAL}{urlencode({'dp': f'/support?email={MAIL}'})}",
        f"{UNIVERSAL}{urlencode({'dh': 'www.quayside-support.example', 'dp': f'/support?email={MAIL}'})}",
    ],
)
def test_who_somebody_is_in_an_address_is_told_by_the_copy_too(url: str) -> None:
    page = own_page()
    redacted = cut(sent(url), page)
    assert any(isinstance(fact.value, Identity) for event in told(sent(url), page) for fact in event.told)
    assert redacted.same
    assert NOBODY in unquote(redacted.url)
    assert "pat" not in unquote(redacted.url).replace("path", "")
    assert "midnight" not in redacted.url


def test_an_address_whose_words_may_not_be_kept_is_one_in_the_copy_too() -> None:
    redacted = cut(sent(f"https://ib.adnxs.com/pixie?{urlencode({'e': 'PageView', 'u': f'{OWN}/midnight@7'})}"), own_page())
    assert redacted.same
    assert redacted.url.endswith("&u=https%3A%2F%2Fcut")


def test_the_sites_own_mailbox_is_nobody_in_the_copy_either() -> None:
    own = "help@quayside-support.example"
    redacted = cut(sent(f"{GA4}{urlencode({'dl': f'{OWN}?step={own}', 'ep.email': own})}"), own_page())
    assert redacted.same
    assert "%40" not in redacted.url


@pytest.mark.parametrize(
    ("path", "properties"),
    [
        ("e", {"distinct_id": "d-1", "$device_id": "d-1", "$referrer": "$direct"}),
        ("e", {"distinct_id": "u", "$device_id": "d-1"}),
        ("batch", {"distinct_id": "pat", "$device_id": "d-1", "$is_identified": True}),
        ("capture", {"distinct_id": MAIL, "$device_id": "d-1", "$is_identified": True, "answer": True}),
        ("i/v0/e", {"distinct_id": MAIL, "$device_id": "d-1"}),
    ],
)
def test_a_copy_of_posthogs_says_of_whom_its_number_is(path: str, properties: dict[str, object]) -> None:
    body = json.dumps({"event": "$pageview", "properties": {"$current_url": PAGE, **properties}}).encode()
    redacted = cut(sent(f"https://eu.i.posthog.com/{path}/", body), own_page())
    assert redacted.same
    assert "pat" not in (redacted.body or "")
    assert (redacted.body or "").count("true") == ("$is_identified" in properties)


@pytest.mark.parametrize(("_name", "url", "body"), REQUESTS, ids=[one[0] for one in REQUESTS])
def test_who_somebody_is_is_in_no_cut_request(_name: str, url: str, body: bytes) -> None:
    redacted = cut(sent(url, body), own_page())
    assert HASH not in redacted.url + (redacted.body or "")
    assert "pat" not in layers_of(redacted.body or "").replace("path", "")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://t.example/collect?a=secret#secret", "https://t.example/collect?a=-"),
        ("https://pat:secret@t.example:8443/collect", "https://t.example:8443/collect"),
        ("https://t.example/midnight/collect/pat%40mail.midnight", "https://t.example/cut/collect/cut.cut"),
        ("https://t.example/v2/events.js?secret&b", "https://t.example/v2/events.js?b"),
        ("https://t.example/collect?midnight=1&x=", "https://t.example/collect?cut=-&x="),
        ("midnight", ""),
        ("https://t.example/0-7-7-0-0/x", "https://t.example/0-cut-cut-cut-cut/x"),
        ("https://t.example/4/2/", "https://t.example/4/cut/"),
        ("https://t.example/my/ex/did/it", "https://t.example/cut/cut/cut/cut"),
        ("https://t.example/he/hit/me", "https://t.example/cut/cut/cut"),
        ("https://t.example/m/i/d/n/i/g/h/t", "https://t.example/m/i/cut/cut/cut/cut/cut/cut"),
        ("https://t.example/m.i.d.n.i.g.h.t", "https://t.example/m.i.cut.cut.cut.cut.cut.cut"),
        ("https://t.example/b/ss/suite/1/JS-2.22.0/s123", "https://t.example/b/ss/cut/1/JS-cut.cut.cut/cut"),
        ("https://pat-lee-07700900123.t.tracker.example/x", "https://cut.t.tracker.example/x"),
    ],
)
def test_what_of_an_address_stays(url: str, expected: str) -> None:
    redacted = cut(sent(url), own_page())
    assert redacted.url == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dl", "dl"),
        ("cd[buttonText]", "cd[buttonText]"),
        ("ep.user_data.email", "ep.user_data.email"),
        ("ep.midnight", "ep.cut"),
        ("ep.page_section", "ep.page_section"),
        ("[Amplitude] Page URL", "[Amplitude] Page URL"),
        ("story", "story"),
        ("midnight", CUT),
        ("I was here", CUT),
        ("pat@mail.example", CUT),
        ("07700900123", CUT),
        ("m_i_d_n_i_g_h_t", CUT),
        ("m.i.d.n.i.g.h.t", "m.i.cut.cut.cut.cut.cut.cut"),
        ("m:i:d:n:i:g:h:t", "m:i:cut:cut:cut:cut:cut:cut"),
        ("mi.dn.ig.ht", "mi.dn.cut.cut"),
        ("hit.me", "cut.cut"),
        ("he", CUT),
        ("other", CUT),
        ("birthday", CUT),
        ("download", CUT),
        ("engage", CUT),
        ("page" * 20, CUT),
        ("naïve", CUT),
    ],
)
def test_which_names_stay(name: str, expected: str) -> None:
    assert name_of(name, {"story"}) == expected


def test_an_identity_is_replaced_by_something_made_up_of_the_same_form() -> None:
    page = own_page()
    one = sent(META + urlencode({"id": "400000000000001", "ev": "Lead", "ud[em]": HASH, "ud[ph]": "07700 900123", "cud[fn]": "p*t"}))
    redacted = cut(one, page)
    forms = [fact.value.form for event in told(one, page) for fact in event.told if isinstance(fact.value, Identity)]
    assert forms == [IdentityForm.SHA256, IdentityForm.PLAIN, IdentityForm.MASKED]
    assert redacted.same
    assert "cud[fn]=x%2A%2A%2A" in redacted.url
    assert NOBODY not in redacted.url


def test_words_stay_only_where_a_decoder_read_them() -> None:
    fields = {"id": "400000000000001", "ev": "PageView", "cd[buttonText]": "Send", "cd[answer]": "Send", "cd[value]": "400000000000001"}
    redacted = cut(sent(META + urlencode(fields)), own_page())
    assert redacted.url.endswith("&ev=PageView&cd[buttonText]=Send&cd[cut]=-&cd[value]=-")


def test_numbers_and_yes_or_no_are_answers_too() -> None:
    body = {"context": {"user": {"user_id": 5}}, "event": "Lead", "properties": {"value": 42, "is_new": True, "old": 1.5, "none": None}}
    redacted = cut(sent("https://analytics.tiktok.com/api/v2/pixel", json.dumps(body).encode()), own_page())
    assert json.loads(redacted.body or "") == {
        "context": {"user": {"user_id": 1}},
        "event": "Lead",
        "properties": {"value": 0, "is_new": False, "old": 0, "cut": None},
    }
    assert redacted.same


def test_what_is_left_out_besides_is_not_in_it_and_the_rest_is() -> None:
    page = own_page()
    one = sent(META + urlencode({"id": "400000000000001", "ev": "PageView", "fbp": "fb.1.2.3", "cd[buttonText]": "Send", "dl": PAGE}))
    whole, less = cut(one, page), cut(one, page, Leave(button_words=True, browser_numbers=True))
    assert "cd[buttonText]=Send" in whole.url
    assert "fbp=1" in whole.url
    assert "cd[buttonText]=cut" in less.url
    assert "fbp=-" in less.url
    assert less.same


@pytest.mark.parametrize(
    "body",
    [b"\x00\x01\x02midnight", b"midnight", b"<xml>midnight</xml>", json.dumps([{f"k{n}": str(n)} for n in range(MAX_VALUES)]).encode()],
    ids=["bytes", "text", "xml", "too much"],
)
def test_a_body_whose_form_is_not_known_is_left_away_whole(body: bytes) -> None:
    redacted = cut(sent("https://www.facebook.com/tr/?id=400000000000001", body), own_page())
    assert (redacted.body, redacted.same) == (None, False)


def test_a_body_that_was_let_go_of_is_missed() -> None:
    page = own_page()
    whole = sent("https://tr.snapchat.com/p", json.dumps({"ctx": {"pl": PAGE}, "req": []}).encode())
    events = told(whole, page)
    assert redact(whole, events, own_of(page)).same
    assert not redact(sent("https://tr.snapchat.com/p"), events, own_of(page)).same


def test_of_an_address_that_is_not_the_pages_only_whose_it_is_stays() -> None:
    page = own_page()
    fields = {"dl": "https://pat.mail.example/midnight/QQ123456C", "rl": "https://www.quayside-support.example/midnight", "id": "1"}
    redacted = cut(sent(META + urlencode(fields | {"ev": "PageView"})), page)
    assert "dl=https%3A%2F%2Fmail.example%2Fcut&rl=https%3A%2F%2Fwww.quayside-support.example%2Fcut&" in redacted.url
    assert redacted.same


def test_a_parameter_that_the_filter_names_with_its_value_stays() -> None:
    page = own_page()
    redacted = redact(sent("https://t.example/x9z?kind=hit&page=hits&n=12"), (), own_of(page, "||t.example/x9z?kind=hit&n=1"))
    assert redacted.url == "https://t.example/x9z?kind=hit&page=-&n=-"


def test_the_pages_own_address_and_title_are_found_in_a_request_that_no_decoder_knows() -> None:
    page = own_page()
    packed = base64.b64encode(json.dumps({"x": "midnight", "loc": page.url}).encode()).decode()
    url = f"https://t.example/collect?{urlencode({'t': TITLE, 'payload': packed, 'x': 'midnight'})}"
    found = generic.found_in(Payload(url), page.url, page.title, "")
    assert {fact.what for fact in found} == {What.PAGE_ADDRESS, What.PAGE_TITLE}
    redacted = redact(sent(url), (DecodedEvent("T", "T", None, found),), own_of(page))
    assert redacted.same
    assert "midnight" not in layers_of(redacted.url)


# ---------- Wherever it is put


def layers_of(text: str) -> str:
    """A text and what is inside it once it is opened, as somebody would who looks for an answer."""
    found, now = [text], text
    for _ in range(3):
        now = unquote(now)
        found.append(now)
    for word in {word for one in found for word in one.replace('"', " ").replace("=", " ").replace("&", " ").split()}:
        for opener in (base64.b64decode, bytes.fromhex):
            try:
                found.append(opener(word + "=" * (-len(word) % 4) if opener is base64.b64decode else word).decode())
            except ValueError:
                continue
    return "\n".join(found)


WAYS: Mapping[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "percent": lambda text: quote(text, safe=""),
    "percent twice": lambda text: quote(quote(text, safe=""), safe=""),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 of JSON": lambda text: base64.b64encode(json.dumps({"title": text, text: PAGE}).encode()).decode(),
    "hex": lambda text: text.encode().hex(),
    "JSON": lambda text: json.dumps({"url": f"{PAGE}#{text}", "title": text, "list": [text, {text: text}]}),
    "query": lambda text: f"i={text}&em={text}&{text}={text}",
    "address": lambda text: f"https://{quote(text)}:x@www.quayside-support.example/?a={quote(text)}#{quote(text)}",
    "beside the title": lambda text: f"{TITLE} {text}",
    "user data": lambda text: f"tv.1~em.{text}~pn.{text}~{text}",
}


def planted(found: object, text: str, name: str) -> object:
    """JSON with a text in every place, as a value and as a name."""
    if isinstance(found, dict):
        return {key: planted(one, text, name) for key, one in found.items()} | {name: text, "title": {name: [text]}}
    if isinstance(found, list):
        return [*(planted(one, text, name) for one in found), text]
    return text if isinstance(found, str) else found


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(REQUESTS), st.sampled_from(TYPED), st.sampled_from(sorted(WAYS)), st.sampled_from(("json", "gzip", "form", "query")))
def test_what_somebody_typed_is_in_no_cut_request(request: tuple[str, str, bytes], typed: str, way: str, how: str) -> None:
    _, url, body = request
    text = WAYS[way](typed)
    page = own_page()
    beside = f"{quote(typed)}={quote(text, safe='')}&dl={quote(text, safe='')}&{quote(text, safe='')}#{quote(text)}"
    address = f"{url}{'&' if '?' in url else '?'}{beside}"
    if how in ("json", "gzip"):
        try:
            made = json.dumps(planted(json.loads(body or b"{}"), text, typed)).encode()
        except ValueError:
            made = body + b"&x=" + quote(text, safe="").encode()
        redacted = cut(sent(address, gzip.compress(made) if how == "gzip" else made), page)
    elif how == "form":
        redacted = cut(sent(address, form={"cd[buttonText]": [text], typed: [text, typed], "ud[em]": [text], "events": [text]}), page)
    else:
        redacted = cut(sent(address), page)
    out = layers_of(redacted.url) + layers_of(redacted.body or "")
    assert typed not in out
    assert typed.casefold() not in out.casefold()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("_name", "url", "body"), REQUESTS, ids=[one[0] for one in REQUESTS])
def test_what_somebody_typed_that_looks_like_a_code_is_in_no_cut_request_and_no_fact(_name: str, url: str, body: bytes, code: str) -> None:
    page, address = own_page(), urlsplit(url)
    names = [name for name, _ in parse_qsl(address.query, keep_blank_values=True)]
    beside = f"{address.scheme}://{re.sub('[^a-z0-9]', '-', code.casefold())}.{address.netloc}{address.path.rstrip('/')}"
    spelt = "/".join(code)
    for changed, with_body in (
        (f"{url.partition('?')[0]}?{urlencode(dict.fromkeys(names, code))}", body),
        (f"{beside}/{quote(code)}/{quote(spelt)}?{urlencode(dict.fromkeys(names, f'https://{quote(code)}.mail.example/{code}'))}", body),
        (f"{url}{'&' if '?' in url else '?'}{quote('.'.join(code))}=1&{quote(code)}=1", body),
        (url, replaced(body, code)),
    ):
        one = sent(changed, with_body)
        redacted, facts = cut(one, page), with_told_addresses(told(one, page), page.url)
        out = plain(layers_of(redacted.url) + layers_of(redacted.body or "")) + plain(repr(facts))
        assert plain(code) not in out


def replaced(body: bytes, text: str) -> bytes:
    """A JSON body with a text in place of every other."""
    try:
        return json.dumps(planted(json.loads(body or b"{}"), text, text)).replace("PLACE", text).encode()
    except ValueError:
        return body + b"&x=" + quote(text, safe="").encode()


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


@pytest.mark.parametrize("first", range(0, 1_000, 250))
def test_no_odd_request_makes_the_cutting_stumble_and_many_tell_the_same(first: int) -> None:
    page, same = own_page(), 0
    for seed in range(first, first + 250):
        payload = odd_payload(Random(seed))
        one = sent(payload.url, payload._raw, payload._kind, payload._form)
        same += cut(one, page).same
    assert same > 100
