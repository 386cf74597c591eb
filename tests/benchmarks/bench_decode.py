"""How long decoding takes: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_decode.py``.

For each vendor, a request as its tag writes them: the median of many readings. Then a request that is nobody's; then bodies made to be
slow, given to every decoder, of which the longest is told. The requests are written for this.
"""

import gzip
import json
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from statistics import median
from time import perf_counter_ns
from urllib.parse import urlencode

from netcurtain.core import decoders
from netcurtain.core.decoders.payload import MAX_BODY, MAX_OPENED, Payload

AIM_MEDIAN, AIM_HOSTILE = 30.0, 50.0
"""Microseconds of a tracker's request, milliseconds of any body."""
TIMES = 2_000

PAGE = "https://www.quayside-support.example/support/stalking?step=2"
TITLE = "Stalking: what you can do"
HASH = "5b48ec4e1914e24663c2fe34b93e3e93062530ae5f5c7ea128cfe9a08bdbcc85"
SEEN = {"sw": "1440", "sh": "900", "ts": "1795000000000"}

ADDRESSES: dict[str, tuple[str, dict[str, str]]] = {
    "Meta Pixel": (
        "https://www.facebook.com/tr/",
        {
            **SEEN,
            "id": "400000000000001",
            "ev": "SubscribedButtonClick",
            "dl": PAGE,
            "rl": PAGE,
            "fbp": "fb.1.2.3",
            "cd[buttonText]": "Start your report",
            "cd[buttonFeatures]": json.dumps({"classList": "btn", "destination": PAGE, "innerText": "Start your report", "tag": "a"}),
            "cd[formFeatures]": "[]",
            "cd[pageFeatures]": json.dumps({"title": TITLE}),
            "udff[em]": HASH,
        },
    ),
    "Google Analytics 4": (
        "https://region1.google-analytics.com/g/collect",
        {
            **SEEN,
            "v": "2",
            "tid": "G-ABC123",
            "gcs": "G111",
            "cid": "1.2",
            "sid": "3",
            "dl": PAGE,
            "dt": TITLE,
            "dr": PAGE,
            "en": "page_view",
        },
    ),
    "Google Analytics (Universal)": (
        "https://www.google-analytics.com/collect",
        {**SEEN, "v": "1", "tid": "UA-1-1", "t": "pageview", "cid": "1.2", "dl": PAGE, "dt": TITLE, "gcs": "G111"},
    ),
    "Google Ads": (
        "https://googleads.g.doubleclick.net/pagead/viewthroughconversion/12345678/",
        {**SEEN, "url": PAGE, "tiba": TITLE, "ref": PAGE, "auid": "1.2", "gcs": "G111", "en": "page_view", "em": f"tv.1~em.{HASH}"},
    ),
    "Google Tag Manager": ("https://www.googletagmanager.com/gtm.js", {"id": "GTM-ABC123"}),
    "Floodlight": ("https://ad.doubleclick.net/activity;src=1;type=a;cat=b;ord=1;auiddc=2;~oref=https%3A%2F%2Fa.example%2Fb", {}),
    "Microsoft UET": (
        "https://bat.bing.com/action/0",
        {**SEEN, "ti": "1", "evt": "pageLoad", "p": PAGE, "tl": TITLE, "r": PAGE, "vid": "a"},
    ),
    "Hotjar": ("https://static.hotjar.com/c/hotjar-123456.js", {"sv": "6"}),
    "LinkedIn Insight": ("https://px.ads.linkedin.com/collect", {"v": "2", "fmt": "js", "pid": "1234", "time": "1", "url": PAGE}),
    "X Pixel": (
        "https://analytics.twitter.com/1/i/adsct",
        {"txn_id": "o1abc", "p_user_id": "0", "tw_document_href": PAGE, "events": json.dumps([["pageview", {}]]), "pt": TITLE},
    ),
    "Pinterest Tag": (
        "https://ct.pinterest.com/v3/",
        {"tid": "26", "event": "pagevisit", "ad": json.dumps({"loc": PAGE, "ref": PAGE, "sh": 900}), "pd": json.dumps({"em": HASH})},
    ),
    "Reddit Pixel": ("https://alb.reddit.com/rp.gif", {"id": "t2_abc", "event": "PageVisit", "em": HASH, "uuid": "1.2", **SEEN}),
    "Adobe Analytics": (
        "https://a.sc.omtrdc.net/b/ss/suite1/1/JS-2.22.0/s123",
        {"AQB": "1", "pageName": TITLE, "g": PAGE, "r": PAGE, "mid": "1", "events": "event1", "AQE": "1", **SEEN},
    ),
    "Matomo": ("https://stats.example.org/matomo.php", {"idsite": "1", "rec": "1", "url": PAGE, "action_name": TITLE, "_id": "a", **SEEN}),
    "HubSpot": ("https://track.hubspot.com/__ptq.gif", {"k": "1", "a": "123", "pu": PAGE, "t": TITLE, "vi": "a", "cts": "1", **SEEN}),
    "Mouseflow": ("https://o2.mouseflow.com/events", {"website": "a-1", "session": "b", "user": "c"}),
}
BODIES: dict[str, tuple[str, object]] = {
    "TikTok Pixel": (
        "https://analytics.tiktok.com/api/v2/pixel/act",
        {
            "event": "",
            "action": "Click",
            "auto_collected_properties": {"page_trigger": "Click", "trigger_element": {"tag": "BUTTON", "inner_text": "Start"}},
            "context": {
                "page": {"url": PAGE, "referrer": PAGE},
                "user": {"anonymous_id": "a", "auto_email": HASH},
                "pixel": {"code": "C1ABC"},
                "library": {"name": "pixel.js", "version": "2"},
            },
        },
    ),
    "Snap Pixel": ("https://tr.snapchat.com/p", {"ctx": {"pl": PAGE, "rf": PAGE}, "req": [{"t": {"ev": "PAGE_VIEW", "pid": "a-1"}}]}),
    "Adobe Experience Edge": (
        "https://edge.adobedc.net/ee/v1/interact?configId=a-1",
        {"events": [{"xdm": {"eventType": "web.webpagedetails.pageViews", "web": {"webPageDetails": {"URL": PAGE, "name": TITLE}}}}]},
    ),
    "Segment": (
        "https://api.segment.io/v1/p",
        {"type": "page", "anonymousId": "a", "writeKey": "k1", "context": {"page": {"url": PAGE, "title": TITLE, "referrer": PAGE}}},
    ),
    "Amplitude": (
        "https://api2.amplitude.com/2/httpapi",
        {"api_key": "k1", "events": [{"event_type": "a", "device_id": "d", "event_properties": {"[Amplitude] Page URL": PAGE}}]},
    ),
    "Mixpanel": (
        "https://api-js.mixpanel.com/track/",
        [
            {
                "event": "$mp_web_page_view",
                "properties": {"$current_url": PAGE, "distinct_id": "$device:a", "$device_id": "a", "token": "k1"},
            }
        ],
    ),
    "Microsoft Clarity": (
        "https://k.clarity.ms/collect",
        {"e": ["0.8", 1, 1, 1, "p1", "u", "s", 1, 0, 0, 0, PAGE], "a": [[5, 1, 1, [PAGE], 3, [TITLE]]], "p": []},
    ),
    "FullStory": ("https://rs.fullstory.com/rec/page", {"OrgId": "o-1", "Url": PAGE, "Referrer": PAGE, "UserId": "a"}),
}

HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty lists": lambda: b"[" + b"[]," * (MAX_BODY // 3 - 2) + b"[]]",
    "packed empty lists": lambda: gzip.compress(b"[" + b"[]," * (MAX_OPENED // 3 - 2) + b"[]]"),
    "packed numbers": lambda: gzip.compress(b"[" + b"1," * 99_000 + b"1]"),
    "packed long text": lambda: gzip.compress(b'{"url":"' + b"%25" * (MAX_OPENED // 3 - 10) + b'"}'),
    "packed text as base64": lambda: b64encode(gzip.compress(b'{"url":"' + b"a" * (MAX_OPENED - 20) + b'"}')),
    "deep": lambda: b'{"a":' * 60 + b"1" + b"}" * 60,
    "deep and wide": lambda: b"[" + b",".join([b'{"a":' * 60 + b"1" + b"}" * 60] * 300) + b"]",
    "many events": lambda: json.dumps({"events": [{"xdm": {"eventType": "a"}, "event": "a"}] * 3_000}).encode(),
    "many requests": lambda: gzip.compress(json.dumps({"requests": ["?" + "a=%41&" * 500] * 60}).encode()),
    "many parameters": lambda: b"a=1&" * (MAX_BODY // 4 - 1),
    "percent signs": lambda: b"dl=" + b"%41" * (MAX_BODY // 3 - 2),
    "lines": lambda: (b"en=a&" + b"ep.x=%41&" * 500 + b"\r\n") * 50,
    "packed lines": lambda: gzip.compress((b"en=a&dl=" + b"%41" * 20_000 + b"\r\n") * 60),
    "parts": lambda: b"--x\r\n" + b'Content-Disposition: form-data; name="a"\r\n\r\n1\r\n--x\r\n' * 4_000,
    "parts without an end": lambda: b'--\r\nname="' + b"a" * (MAX_BODY - 20),
    "stars": lambda: b"ud[em]=" + b"*" * (MAX_BODY - 10),
    "brackets": lambda: b"ud[em]=" + b"<" * (MAX_BODY - 10),
    "zeros": lambda: b"ud[em]=" + b"0" * (MAX_BODY - 20) + b"x",
    "spaces": lambda: b"dl=" + b" " * (MAX_BODY - 10),
}


def main() -> int:
    medians = {}
    for vendor, (url, query) in ADDRESSES.items():
        medians[vendor] = _median(f"{url}?{urlencode(query)}" if query else url, b"", vendor)
    for vendor, (url, body) in BODIES.items():
        medians[vendor] = _median(url, json.dumps(body).encode(), vendor)
    for vendor, took in sorted(medians.items(), key=lambda one: one[1]):
        print(f"{vendor:<32}{took:>7.1f} us")
    typical = median(medians.values())
    nobodys = _median("https://www.quayside-support.example/assets/main.css?v=3", b"", "")
    print(f"\nA tracker's request takes {typical:.1f} us (median of {len(medians)} vendors); {_met(typical, AIM_MEDIAN)}")
    print(f"A request that is nobody's takes {nobodys:.1f} us")
    worst, name = max(_slowest(name) for name in HOSTILE)
    print(f"The slowest body takes {worst:.1f} ms ({name}); {_met(worst, AIM_HOSTILE)}")
    return 0


def _median(url: str, raw: bytes, vendor: str) -> float:
    """Microseconds, from the request as it comes to the facts."""
    events = decoders.decode(Payload(url, "POST" if raw else "GET", raw=raw))
    if {event.vendor.partition(" at ")[0] for event in events} != ({vendor} if vendor else set()):
        raise AssertionError(f"{url.partition('?')[0]} is not read as {vendor or 'nobody'}'s")
    took = []
    for _ in range(TIMES):
        start = perf_counter_ns()
        decoders.decode(Payload(url, "POST", raw=raw))
        took.append(perf_counter_ns() - start)
    return median(took) / 1000


def _slowest(name: str) -> tuple[float, str]:
    """Milliseconds of one body in the decoder that needs longest for it."""
    raw = HOSTILE[name]()
    if len(raw) > MAX_BODY:
        raise AssertionError(f"{name}: {len(raw)} bytes are too many to be read")
    took = []
    for decoder in decoders.DECODERS:
        start = perf_counter_ns()
        with suppress(Exception):  # what a decoder stumbles over counts as well; the pipeline catches it
            decoders.read(decoder, Payload(f"https://a.example/b/ss/c/1/?{'a=%41&' * 200}", "POST", raw=raw))
        took.append(((perf_counter_ns() - start) / 1e6, f"{name}, {decoder.VENDOR}"))
    return max(took)


def _met(took: float, aim: float) -> str:
    return f"at most {aim:.0f}: {'yes' if took <= aim else 'no'}"


if __name__ == "__main__":
    raise SystemExit(main())
