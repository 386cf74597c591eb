"""What somebody typed, put by a tracker where its vendor has a place for anything at all: it comes out nowhere."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from urllib.parse import quote, urlencode

import msgspec
import pytest
from tests.core.scenes import NOON, SITE, Scene, got_to, opened, requested, sensitive, typed

from netcurtain.core import decoders
from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core import observation as seen
from netcurtain.core.decoders.payload import Payload, unescaped
from netcurtain.core.evidence_without import without
from netcurtain.core.matcher import Match, Matcher
from netcurtain.core.request import Fate, ResourceType

Body = dict[str, object] | list[object]

JSON_BODIES: dict[str, Body] = {
    "https://analytics.tiktok.com/api/v2/pixel/act": {
        "event": "",
        "action": "",
        "auto_collected_properties": {
            "page_trigger": "",
            "trigger_element": {"tag": "INPUT", "inner_text": "", "attributes": {"name": "", "id": "", "href": ""}},
        },
        "context": {"page": {"url": "", "referrer": ""}, "user": {"email": "", "anonymous_id": ""}, "pixel": {"code": ""}},
    },
    "https://tr.snapchat.com/p": {
        "ctx": {"pl": "", "rf": ""},
        "req": [{"t": {"ev": "", "pid": "", "e_desc": "", "u_hem": "", "du": ""}}, {"md": {"btx": ""}}],
    },
    "https://px.ads.linkedin.com/wa/": {
        "signalType": "",
        "url": "",
        "pageTitle": "",
        "hem": "",
        "href": "",
        "pids": [""],
        "domAttributes": {"innerText": "", "elementType": "submit", "elementValue": "", "formAction": ""},
        "elementCrumbsTree": [{"tagName": "form", "id": ""}],
    },
    "https://edge.adobedc.net/ee/v1/interact?configId=": {
        "events": [
            {
                "xdm": {
                    "eventType": "",
                    "identityMap": {"Email": [{"id": ""}], "ECID": [{"id": ""}]},
                    "web": {"webPageDetails": {"URL": "", "name": ""}, "webInteraction": {"name": "", "URL": ""}},
                },
                "data": {"__adobe": {"analytics": {"events": "", "linkName": "", "pageURL": ""}}},
            }
        ],
        "consent": [{"value": {"general": ""}}],
        "meta": {"state": {"entries": [{"key": "a_identity", "value": ""}]}},
    },
    "https://api.segment.io/v1/t": {
        "event": "",
        "name": "",
        "userId": "",
        "anonymousId": "",
        "writeKey": "",
        "context": {"page": {"url": "", "title": "", "referrer": ""}, "traits": {"email": ""}},
    },
    "https://api2.amplitude.com/2/httpapi": {
        "api_key": "",
        "events": [
            {
                "event_type": "",
                "user_id": "",
                "device_id": "",
                "event_properties": {"[Amplitude] Page URL": "", "[Amplitude] Element Text": "", "[Amplitude] Form ID": "", "referrer": ""},
            }
        ],
    },
    "https://api.mixpanel.com/track": [
        {"event": "", "properties": {"$current_url": "", "$title": "", "$el_text": "", "$user_id": "", "distinct_id": "", "token": ""}},
        {"$set": {"$email": ""}, "$token": ""},
    ],
    "https://forms.hubspot.com/collected-forms/submit/form": {
        "pageUrl": "",
        "pageTitle": "",
        "formSelectorId": "",
        "utk": "",
        "portalId": "",
        "contactFields": {"email": ""},
        "formValues": {"story": ""},
    },
    "https://a.clarity.ms/collect": {
        "e": ["0.7", 1, 1, 1, "", "", "", 1, 1, 1, 1, ""],
        "a": [[1, 1, 1, [""], 2, [""], 3, [""]], [1, 9, 1, 1, 1, 1, 1, 1, 1, 1, "", ""]],
    },
    "https://rs.fullstory.com/rec/page": {"Url": "", "Referrer": "", "UserId": "", "SessionId": "", "OrgId": ""},
}

PARAMETERS = {
    "https://www.facebook.com/tr/": "id ev dl rl fbp dpo ss cd[buttonText] cd[buttonFeatures] cd[formFeatures] cd[pageFeatures]"
    " cd[content_name] ud[em]",
    "https://www.google-analytics.com/g/collect": "tid en dl dp dt dr gcs gcd cid uid em ep.link_text ep.link_url ep.form_id ep.form_name"
    " ep.first_field_name ep.user_data.email",
    "https://www.google-analytics.com/collect": "tid t dl dp dt dr ec ea el cd cid uid gcs utmp utmhn utmr utmdt utmac utmt",
    "https://www.google.com/pagead/1p-conversion/1234/": "url tiba ref label auid gcs gcd tid tids en data em",
    "https://ad.doubleclick.net/activity;src={};type={};cat={};u1={};~oref={};gcs={}": "auid tiba em",
    "https://www.googletagmanager.com/gtm.js": "id dl gcs",
    "https://tr.snapchat.com/p": "pid ev pl rf btx u_hem u_c1 du e_desc",
    "https://bat.bing.com/action/0": "ti evt p tl r ec ea el kw asc vid pid msclkid",
    "https://static.hotjar.com/c/hotjar-1.js": "sv site_id",
    "https://o2.mouseflow.com/": "website session user",
    "https://px.ads.linkedin.com/collect": "pid url ref hem conversionId gdpr_consent",
    "https://analytics.twitter.com/i/adsct": "events event txn_id pt tw_document_href p_user_id email_address",
    "https://ct.pinterest.com/v3/": "tid event ad[loc] ad[title] pd[em] ed",
    "https://alb.reddit.com/rp.gif": "id event url m.customEventName uuid em dpm",
    "https://a.sc.omtrdc.net/b/ss/suite/1/": "g pageName r events pev1 pev2 pe mid link ot oid activitymap.a",
    "https://a.example/matomo.php": "url action_name urlref link e_c e_a e_n search uid idsite fa_id fa_fields _id",
    "https://track.hubspot.com/__ptq.gif": "pu t r vi u i a n _hs_element_text _hs_link_href",
}


class FlagsAll(Matcher):
    """Stands in for the matcher."""

    def decide(self, url: str, page_url: str, kind: ResourceType, method: str = "GET") -> Match:  # noqa: ARG002
        return Match("||tracker^", "EasyPrivacy")


class Typed:
    """One thing after another, each with a word of its own: words, sentences, e-mail addresses, and values in addresses."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers = count()

    def __call__(self) -> str:
        n = next(self._numbers)
        word = f"MARKER{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}X"
        self.words.append(word)
        return (word, f"{word} was here", f"{word}@a.example", f"https://{word}:{word}@a.example/?q={word}#{word}")[n % 4]

    def filled(self, part: object) -> object:
        """JSON with something typed in each empty text, and beside each name as another one."""
        if isinstance(part, dict):
            return {name: self.filled(inner) for name, inner in part.items()} | {self(): self(), self(): {"title": self()}}
        if isinstance(part, list):
            return [self.filled(inner) for inner in part]
        return self() if part == "" else part


def told_to(url: str, *, form: dict[str, list[str]] | None = None, raw: bytes = b"", flags_all: bool = True) -> str:
    """All that comes out of a page's life with one such request."""
    scene = Scene()
    if flags_all:
        scene.session.knowledge = replace(scene.session.knowledge, matcher=FlagsAll([]))
    has_body = form is not None or bool(raw)
    scene.reports(opened(title="Report it"), sensitive(), requested(url, method="POST" if has_body else "GET", has_body=has_body))
    if has_body:
        assert scene.told(say.BodyWanted)
        scene.reports(seen.Body("r1", "p1", form, raw))
    scene.reports(got_to(Fate.SENT))
    copies = in_a_copy(scene)
    scene.reports(seen.PageClosed("p1"))
    assert scene.told(happened.MatchSeen)
    return repr((scene.instructions, scene.events, scene.records)) + repr([msgspec.json.encode(one) for one in scene.instructions]) + copies


def in_a_copy(scene: Scene) -> str:
    """All that a person's copies of the visit say, to whomever they are given."""
    whole = scene.session.evidence("b:p1", "", NOON)
    assert whole is not None
    assert whole.pages[0].requests[0].redacted is not None
    for_organisation = without(whole, button_words=True, browser_numbers=True)
    return repr((whole, for_organisation)) + unescaped(unescaped(msgspec.json.encode((whole, for_organisation)).decode()))


def requests() -> Iterator[tuple[str, str]]:
    for url in PARAMETERS:
        for way in ("query", "form", "text"):
            yield url, way
    for url in JSON_BODIES:
        yield url, "json"
        yield url, "packed"


@pytest.mark.parametrize(("url", "way"), list(requests()))
def test_what_was_typed_is_in_nothing_that_comes_out(url: str, way: str) -> None:
    typed = Typed()
    if way in ("json", "packed"):
        raw = json.dumps(typed.filled(JSON_BODIES[url])).encode()
        address = f"{url}#{quote(typed())}"
        assert decoders.decode(Payload(address, "POST", raw=raw))[0].told, "there is something to let go of"
        out = told_to(address, raw=gzip.compress(raw) if way == "packed" else raw)
    else:
        base = url.format(*(quote(typed()) for _ in range(url.count("{}"))))
        fields = {name: typed() for name in PARAMETERS[url].split()} | {typed(): typed()}
        if way == "query":
            address = f"{base}?{urlencode(fields)}#{quote(typed())}"
            assert decoders.decode(Payload(address))[0].told or "hotjar" in url
            out = told_to(address)
        elif way == "form":
            out = told_to(base, form={name: [value] for name, value in fields.items()})
        else:
            out = told_to(base, raw=urlencode(fields).encode())
    assert typed.words
    assert [word for word in typed.words if word in out] == []


@pytest.mark.parametrize("way", ["query", "json", "flagged by the vendor alone"])
def test_what_was_typed_beside_the_pages_address_is_in_nothing_that_comes_out(way: str) -> None:
    filled = Typed()
    fields = {filled(): SITE, "u": SITE, "t": "Report it", filled(): filled(), f"x.{filled()}": "Report it"}
    if way == "query":
        out = told_to(f"https://nobody.example/p?{urlencode(fields)}")
    elif way == "json":
        out = told_to("https://nobody.example/p", raw=json.dumps({filled(): fields, filled(): [fields, filled()]}).encode())
    else:
        out = told_to(f"https://px.ads.linkedin.com/collect?v=2&pid=1&url={quote(SITE)}&{urlencode(fields)}", flags_all=False)
    assert SITE in out
    assert [word for word in filled.words if word in out] == []


def test_what_was_typed_into_a_label_is_in_nothing_that_comes_out() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), typed(label="MARKER was here"))
    assert "a scrambled copy of what you wrote in a field" in repr(scene.events)
    assert "MARKER" not in repr((scene.instructions, scene.events, scene.records))
