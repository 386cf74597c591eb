"""For each vendor a request as its tag writes them, by address or with a JSON body; written for the tests and the benchmark."""

import json

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
            "tid": "G-ABC123DEF4",
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
        {**SEEN, "v": "1", "tid": "UA-1234567-1", "t": "pageview", "cid": "1.2", "dl": PAGE, "dt": TITLE, "gcs": "G111"},
    ),
    "Google Ads": (
        "https://googleads.g.doubleclick.net/pagead/viewthroughconversion/987654321/",
        {**SEEN, "url": PAGE, "tiba": TITLE, "ref": PAGE, "auid": "1.2", "gcs": "G111", "en": "page_view", "em": f"tv.1~em.{HASH}"},
    ),
    "Google Tag Manager": ("https://www.googletagmanager.com/gtm.js", {"id": "GTM-ABC123"}),
    "Floodlight": ("https://ad.doubleclick.net/activity;src=1234567;type=a;cat=b;ord=1;auiddc=2;~oref=https%3A%2F%2Fa.example%2Fb", {}),
    "Microsoft UET": (
        "https://bat.bing.com/action/0",
        {**SEEN, "ti": "187654321", "evt": "pageLoad", "p": PAGE, "tl": TITLE, "r": PAGE, "vid": "a"},
    ),
    "Hotjar": ("https://static.hotjar.com/c/hotjar-123456.js", {"sv": "6"}),
    "LinkedIn Insight": ("https://px.ads.linkedin.com/collect", {"v": "2", "fmt": "js", "pid": "1234567", "time": "1", "url": PAGE}),
    "X Pixel": (
        "https://analytics.twitter.com/1/i/adsct",
        {"txn_id": "o1abc", "p_user_id": "0", "tw_document_href": PAGE, "events": json.dumps([["pageview", {}]]), "pt": TITLE},
    ),
    "Pinterest Tag": (
        "https://ct.pinterest.com/v3/",
        {
            "tid": "2612345678901",
            "event": "pagevisit",
            "ad": json.dumps({"loc": PAGE, "ref": PAGE, "sh": 900}),
            "pd": json.dumps({"em": HASH}),
        },
    ),
    "Reddit Pixel": ("https://alb.reddit.com/rp.gif", {"id": "t2_abc12def", "event": "PageVisit", "em": HASH, "uuid": "1.2", **SEEN}),
    "Adobe Analytics": (
        "https://a.sc.omtrdc.net/b/ss/suite1/1/JS-2.22.0/s123",
        {"AQB": "1", "pageName": TITLE, "g": PAGE, "r": PAGE, "mid": "1", "events": "event1", "AQE": "1", **SEEN},
    ),
    "Matomo": ("https://stats.example.org/matomo.php", {"idsite": "1", "rec": "1", "url": PAGE, "action_name": TITLE, "_id": "a", **SEEN}),
    "HubSpot": ("https://track.hubspot.com/__ptq.gif", {"k": "1", "a": "7654321", "pu": PAGE, "t": TITLE, "vi": "a", "cts": "1", **SEEN}),
    "Mouseflow": ("https://o2.mouseflow.com/events", {"website": "1b2c3d4e-0a1b-4c2d-8e3f-123456789abc", "session": "b", "user": "c"}),
    "Comscore": ("https://sb.scorecardresearch.com/b", {"c1": "2", "c2": "7654321", "c7": PAGE, "c8": TITLE, "c9": PAGE, **SEEN}),
    "Nextdoor Pixel": (
        "https://flask.nextdoor.com/pixel",
        {"pid": "1b2c3d4e-0a1b-4c2d-8e3f-123456789abc", "ev": "PAGE_VIEW", "pl": PAGE, "rf": PAGE},
    ),
    "Outbrain": ("https://tr.outbrain.com/unifiedPixel", {"marketerId": "00" + "a1" * 16, "name": "PAGE_VIEW", "dl": PAGE, "g": "0"}),
    "Pardot": (
        "https://pi.pardot.com/analytics",
        {"ver": "3", "visitor_id": "a", "account_id": "7654321", "title": TITLE, "url": PAGE, "referrer": PAGE},
    ),
    "Piwik PRO": (
        "https://a.piwik.pro/ppms.php",
        {"idsite": "1b2c3d4e-0a1b-4c2d-8e3f-123456789abc", "rec": "1", "url": PAGE, "action_name": TITLE, "urlref": PAGE, "_id": "a"},
    ),
    "Quora Pixel": (f"https://q.quora.com/_/ad/{'a1' * 16}/pixel", {"j": "1", "u": PAGE, "tag": "ViewContent", "ts": "1"}),
    "Siteimprove": (
        "https://7654321.global.siteimproveanalytics.io/image.aspx",
        {"url": PAGE, "title": TITLE, "ref": PAGE, "luid": "a", "accountid": "7654321", **SEEN},
    ),
    "Taboola": ("https://trc.taboola.com/1234567/log/3/unip", {"en": "page_view", "item-url": PAGE, "ref": PAGE, "ui": "a", "tim": "1"}),
    "The Trade Desk": ("https://insight.adsrvr.org/track/evnt", {"adv": "abc123", "ref": PAGE, "upid": "def456", "upv": "1.1.0"}),
    "Xandr": ("https://ib.adnxs.com/pixie", {"pi": "1b2c3d4e-0a1b-4c2d-8e3f-123456789abc", "e": "PageView", "u": PAGE, "r": PAGE}),
    "Yandex Metrica": ("https://mc.yandex.ru/watch/12345678", {"page-url": PAGE, "page-ref": PAGE, "charset": "utf-8"}),
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
                "pixel": {"code": "C1ABC2DEF3GHI4JKL5MN"},
                "library": {"name": "pixel.js", "version": "2"},
            },
        },
    ),
    "Snap Pixel": (
        "https://tr.snapchat.com/p",
        {"ctx": {"pl": PAGE, "rf": PAGE}, "req": [{"t": {"ev": "PAGE_VIEW", "pid": "1b2c3d4e-0a1b-4c2d-8e3f-123456789abc"}}]},
    ),
    "Adobe Experience Edge": (
        "https://edge.adobedc.net/ee/v1/interact?configId=1b2c3d4e-0a1b-4c2d-8e3f-123456789abc",
        {"events": [{"xdm": {"eventType": "web.webpagedetails.pageViews", "web": {"webPageDetails": {"URL": PAGE, "name": TITLE}}}}]},
    ),
    "Segment": (
        "https://api.segment.io/v1/p",
        {
            "type": "page",
            "anonymousId": "a",
            "writeKey": "aBcDeFgHiJkLmNoPqRsTuVwX12345678",
            "context": {"page": {"url": PAGE, "title": TITLE, "referrer": PAGE}},
        },
    ),
    "PostHog": (
        "https://eu.i.posthog.com/i/v0/e/",
        {
            "event": "$autocapture",
            "properties": {
                "$current_url": PAGE,
                "$referrer": PAGE,
                "title": TITLE,
                "$el_text": "Start",
                "distinct_id": "a",
                "$device_id": "a",
                "$set": {"email": "pat@mail.example"},
                "token": "phc_" + "a1B2" * 11,
            },
        },
    ),
    "RudderStack": (
        "https://a.dataplane.rudderstack.com/v1/page",
        {"type": "page", "anonymousId": "a", "context": {"page": {"url": PAGE, "title": TITLE, "referrer": PAGE}}},
    ),
    "Amplitude": (
        "https://api2.amplitude.com/2/httpapi",
        {
            "api_key": "0123456789abcdef0123456789abcdef",
            "events": [{"event_type": "a", "device_id": "d", "event_properties": {"[Amplitude] Page URL": PAGE}}],
        },
    ),
    "Mixpanel": (
        "https://api-js.mixpanel.com/track/",
        [
            {
                "event": "$mp_web_page_view",
                "properties": {
                    "$current_url": PAGE,
                    "distinct_id": "$device:a",
                    "$device_id": "a",
                    "token": "0123456789abcdef0123456789abcdef",
                },
            }
        ],
    ),
    "Microsoft Clarity": (
        "https://k.clarity.ms/collect",
        {"e": ["0.8", 1, 1, 1, "a1b2c3d4e5", "u", "s", 1, 0, 0, 0, PAGE], "a": [[5, 1, 1, [PAGE], 3, [TITLE]]], "p": []},
    ),
    "Cloudflare Web Analytics": (
        "https://cloudflareinsights.com/cdn-cgi/rum",
        {"location": PAGE, "referrer": PAGE, "siteToken": "0123456789abcdef0123456789abcdef", "eventType": 1, "memory": {}},
    ),
    "Plausible": ("https://plausible.io/api/event", {"n": "pageview", "u": PAGE, "d": "quayside-support.example", "r": PAGE}),
    "FullStory": ("https://rs.fullstory.com/rec/page", {"OrgId": "o-1ABC2D-na1", "Url": PAGE, "Referrer": PAGE, "UserId": "a"}),
}

OTHER_PATHS: tuple[str, ...] = (
    *(
        f"https://insight.adsrvr.org/track/{path}?adv=abc123&ref={{page}}"
        for path in ("up", "pxl", "conv", "cei", "realtimeconversion", "up/")
    ),
    *(f"https://b.scorecardresearch.com/{path}?c1=2&c2=7654321&c7={{page}}" for path in ("p", "b2", "p2")),
    *(f"https://tr.outbrain.com/{path}?marketerId=00{'a1' * 16}&dl={{page}}" for path in ("pixel", "cachedClickId")),
    "https://trc-events.taboola.com/1234567/log/3/mark?en=page_view&item-url={page}",
    "https://a.piwik.pro/x/ppms.php?url={page}&e_c=a&e_a=b&e_n=c",
    "https://a.piwik.pro/piwik.php?url={page}",
    "https://flask.nextdoor.com/pixel/?dl={page}",
    "https://mc.yandex.ru/watch/12345678/1?page-url={page}",
    *(f"https://mc.yandex.{land}/webvisor/12345678?page-url={{page}}" for land in ("com", "by", "kz")),
    *(
        f"https://mc.yandex.ru/watch/12345678?page-url={done}&page-ref={{page}}"
        for done in ("goal://a.example/sent", "btn://a.example/?p=1")
    ),
)
"""The other paths of vendors that have several, and other things in place of a page's address; ``page`` is where it belongs."""
MORE: tuple[tuple[str, object], ...] = (
    (
        "https://px.ads.linkedin.com/wa/",
        {
            "pids": [1234567],
            "url": PAGE,
            "pageTitle": TITLE,
            "signalType": "CLICK",
            "hem": HASH,
            "href": PAGE,
            "domAttributes": {"elementType": "submit", "elementValue": "Send", "innerText": "Send", "formAction": "/send"},
            "elementCrumbsTree": [{"tagName": "form", "id": "report"}],
        },
    ),
    (
        "https://forms.hubspot.com/collected-forms/submit/form",
        {
            "contactFields": {"email": "pat@mail.example", "firstName": "Pat"},
            "formSelectorId": "#report",
            "formValues": {"What happened": "x"},
            "pageTitle": TITLE,
            "pageUrl": PAGE,
            "portalId": 7654321,
            "utk": "a",
        },
    ),
    ("https://stats.example.org/matomo.php", {"requests": [f"?idsite=1&rec=1&url={PAGE}&fa_fields=[]&uid=u", "?idsite=1&e_a=a"]}),
    (
        "https://api-js.mixpanel.com/engage/",
        [{"$set": {"$email": "pat@mail.example"}, "$token": "0123456789abcdef0123456789abcdef", "$distinct_id": "a"}],
    ),
    (
        "https://api.segment.io/v1/batch",
        {"batch": [{"type": "identify", "userId": "u", "traits": {"email": "pat@mail.example", "address": {"city": "Leith"}}}]},
    ),
    (
        "https://tr.snapchat.com/p",
        {"ctx": {"pl": PAGE, "u_hem": HASH}, "req": [{"md": {"btx": "Send"}}, {"i": {"pids": ["1b2c3d4e-0a1b-4c2d-8e3f-123456789abc"]}}]},
    ),
    (
        "https://edge.adobedc.net/ee/v1/interact?configId=1b2c3d4e-0a1b-4c2d-8e3f-123456789abc",
        {
            "meta": {"state": {"entries": [{"key": "kndctr_A_identity", "value": "a"}]}},
            "consent": [{"standard": "Adobe", "value": {"general": "in"}}],
            "events": [{"xdm": {"identityMap": {"Email": [{"id": HASH}], "ECID": [{"id": "1"}]}}}],
        },
    ),
    (
        "https://analytics.tiktok.com/api/v2/pixel",
        {"pixel_code": "C1ABC2DEF3GHI4JKL5MN", "data": [{"event": "a", "context": {"user": {"email": [HASH]}}}]},
    ),
    (
        "https://www.google-analytics.com/g/collect?v=2&tid=G-ABC123DEF4&cid=1.2",
        f"en=form_start&ep.form_id=a\r\nen=form_submit&dl={PAGE}&em=tv.1~em.{HASH}~ct0.leith&ep.user_data.email=pat%40mail.example",
    ),
    (
        "https://www.google-analytics.com/g/collect?v=2&tid=G-ABC123DEF4",
        f"en=generate_lead&dl={PAGE.partition('?')[0]}%3Fstep%3Dpat%2540mail.example&ep.email=pat%40mail.example&up.hashed_phone={HASH}",
    ),
    ("https://www.google-analytics.com/batch", "v=1&t=event&ec=a&ea=b&tid=UA-1234567-1\nv=1&t=pageview&dp=%2Fx&uid=7"),
    ("https://track.hubspot.com/__ptq.gif?a=7654321", "i=email%3Dpat%2540mail.example"),
    (
        "https://www.facebook.com/tr/",
        '--x\r\nContent-Disposition: form-data; name="udff[em]"\r\n\r\n***@***\r\n'
        '--x\r\nContent-Disposition: form-data; name="ev"\r\n\r\nLead\r\n--x--',
    ),
    ("https://bat.bing.com/action/0?ti=187654321", f"evt=custom&ea=click&el=Send&pid=em%3D{HASH}%26ph%3D{HASH}"),
    ("https://own.example/mp/track", [{"event": "a", "properties": {"token": "k", "distinct_id": "a", "$user_id": "u"}}]),
    ("https://own.example/v1/t", {"type": "track", "event": "a", "anonymousId": "a", "writeKey": "k"}),
)
"""Requests with more in them: JSON, or a body as text."""
