"""What trackers send, as the real ones write it, and which kinds of facts that tells: written down by hand, not asked of a decoder.

Words in braces are filled in by the page (planted_page.js): its address and title, its button's words, the name of a field and of the form.
The numbers and hashes are invented.
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from netcurtain.core.finding import What
from netcurtain.core.wording import OWN_ADDRESS

ADDRESS, TITLE, VISITOR, PERSON, ACCOUNT = What.PAGE_ADDRESS, What.PAGE_TITLE, What.VISITOR_ID, What.IDENTITY, What.ACCOUNT
BUTTON, FIELDS, FORM, LINK, EVENT, CONSENT = (
    What.BUTTON_TEXT,
    What.FORM_FIELDS,
    What.FORM_ID,
    What.LINK_ADDRESS,
    What.EVENT,
    What.CONSENT,
)
NUMBER = What.OTHER
"""The site's own number with the company."""

FRAMER = "www.quayside-widgets.example"
"""Another organisation, whose frames send on what they are told to."""
LEADING_ON = "https://www.quayside-widgets.example/onward"
"""It redirects to where its query says."""
NOBODY = ""


class How(enum.StrEnum):
    """By which means of the browser."""

    IMAGE = "image"
    BEACON = "beacon"
    FETCH = "fetch"
    SCRIPT = "script"
    STYLE = "style"
    SOCKET = "socket"
    IN_A_FRAME = "in_a_frame"
    """An image that a frame of another organisation asks for."""
    IN_TWO_FRAMES = "in_two_frames"
    LED_ON = "led_on"
    """An image of the site's own that redirects there."""
    LED_ON_ELSEWHERE = "led_on_elsewhere"
    """The same of another organisation's."""
    BY_A_SCRIPT = "by_a_script"
    """An image that another organisation's script asks for."""
    SIGNED_IN = "signed_in"
    """An image, once the company's own cookies are there, as with somebody who uses it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One request. ``company`` is whom it tells, or NOBODY where it must not be claimed of anybody; ``told`` the kinds of facts in it.

    ``query`` and ``form`` are parameters, of which one that is no text goes as JSON in base64; ``body`` is JSON, or text where it is one.
    """

    company: str
    place: str
    how: How = How.IMAGE
    told: frozenset[What] = frozenset()
    query: Mapping[str, object] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    body: object = None

    def by(self, how: How) -> "Sent":
        """The same by another means."""
        return replace(self, how=how)

    def more(self, *told: What, **query: str) -> "Sent":
        """The same with more in its query, which tells more."""
        return replace(self, told=self.told | set(told), query={**self.query, **query})


_HASH = "b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514"
"""SHA-256 of an invented address."""
_HASH_IN_BASE64 = "tMmiiTI7IaAcPpQPFQ65uMVCWH8av9jw4cwf_F5HVRQ"
_UUID = "3f1c2b7a-9d4e-4c55-8a61-0b7e2f9d1c34"

# ---------- Meta
META = "Meta (Facebook)"
_META = {"id": "100000000000001", "ev": "PageView", "dl": "{url}", "rl": "", "if": "false", "ts": "1700000000000"}
META_VIEW = Sent(META, "https://www.facebook.com/tr/", told=frozenset({ADDRESS, NUMBER}), query=_META)
META_NUMBERED = META_VIEW.more(VISITOR, fbp="fb.1.1700000000000.1234567890")
META_BY_FORM = Sent(META, "https://www.facebook.com/tr/", How.BEACON, META_VIEW.told, form={**_META, "rqm": "FGET"})
META_PERSON = Sent(META, "https://www.facebook.com/tr/", How.BEACON, META_VIEW.told | {PERSON}, form={**_META, "ud[em]": _HASH})
META_ACCOUNT = replace(META_VIEW, how=How.SIGNED_IN, told=META_VIEW.told | {ACCOUNT, VISITOR})
META_SCRIPT = Sent(META, "https://connect.facebook.net/en_US/fbevents.js", How.SCRIPT)
META_PRESSED = Sent(
    META,
    "https://www.facebook.com/tr/",
    told=frozenset({ADDRESS, TITLE, BUTTON, FIELDS, NUMBER}),
    query={
        **_META,
        "ev": "SubscribedButtonClick",
        "es": "automatic",
        "cd[buttonText]": "{button}",
        "cd[buttonFeatures]": '{"id":"go","innerText":"{button}","tag":"button"}',
        "cd[formFeatures]": '[{"id":"{field}","name":"{field}","tag":"textarea","placeholder":"","inputType":"textarea"}]',
        "cd[pageFeatures]": '{"title":"{title}"}',
    },
)

# ---------- Google
GOOGLE = "Google"
_GA = {"v": "2", "tid": "G-1A2B3C4D5E", "_p": "1700000000000", "dl": "{url}", "dt": "{title}"}
_GA_VISITOR = {**_GA, "cid": "1234567890.1700000000"}
_GA_TOLD = frozenset({ADDRESS, TITLE, VISITOR, NUMBER})
GA_VIEW = Sent(GOOGLE, "https://www.google-analytics.com/g/collect", How.BEACON, _GA_TOLD, {**_GA_VISITOR, "en": "page_view"})
GA_BATCH = Sent(
    GOOGLE,
    "https://region1.google-analytics.com/g/collect",
    How.FETCH,
    _GA_TOLD,
    _GA_VISITOR,
    body="en=page_view&_ee=1\r\nen=scroll&epn.percent_scrolled=90",
)
GA_FORM_START = GA_VIEW.more(
    FORM, FIELDS, LINK, **{"en": "form_start", "ep.form_id": "{form}", "ep.first_field_name": "{field}", "ep.form_destination": "{url}"}
)
GA_REFUSED = Sent(
    GOOGLE,
    "https://www.google-analytics.com/g/collect",
    How.BEACON,
    frozenset({ADDRESS, TITLE, CONSENT, NUMBER}),
    {**_GA, "gcs": "G100", "en": "page_view"},
)
GA_GRANTED = GA_VIEW.more(CONSENT, gcs="G111")
GA_OWN = replace(GA_VIEW, company=OWN_ADDRESS, place="/measure/g/collect")
"""Through an address of the site's own, behind which anybody can be."""
ADS_VIEW = Sent(
    GOOGLE,
    "https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1012345678/",
    told=frozenset({ADDRESS, TITLE, VISITOR, NUMBER}),
    query={"random": "1700000000000", "url": "{url}", "tiba": "{title}", "auid": "123456789.1700000000"},
)
ADS_PERSON = Sent(
    GOOGLE,
    "https://www.google.co.uk/pagead/1p-conversion/1012345678/",
    told=frozenset({ADDRESS, EVENT, PERSON, NUMBER}),
    query={"label": "aBcDeFgHiJk", "url": "{url}", "em": f"tv.1~em.{_HASH_IN_BASE64}"},
)
TAG_MANAGER = Sent(GOOGLE, "https://www.googletagmanager.com/gtm.js", How.SCRIPT, frozenset({NUMBER}), {"id": "GTM-A1B2C3D"})

# ---------- TikTok
TIKTOK = "TikTok"
_TIKTOK = {"page": {"url": "{url}", "referrer": ""}, "pixel": {"code": "C1A2B3C4D5E6F7G8H9I0"}}
_TIKTOK_VIEW = {"event": "Pageview", "context": {**_TIKTOK, "user": {"anonymous_id": _UUID}}}
TIKTOK_VIEW = Sent(
    TIKTOK, "https://analytics.tiktok.com/api/v2/pixel", How.BEACON, frozenset({ADDRESS, VISITOR, NUMBER}), body=_TIKTOK_VIEW
)
TIKTOK_PACKED = Sent(TIKTOK, "https://analytics.tiktok.com/api/v1/pixel", How.IMAGE, TIKTOK_VIEW.told, {"analytics_message": _TIKTOK_VIEW})
TIKTOK_PERSON = Sent(
    TIKTOK,
    "https://analytics.tiktok.com/api/v2/pixel",
    How.BEACON,
    frozenset({ADDRESS, PERSON, NUMBER}),
    body={"event": "Identify", "context": {**_TIKTOK, "user": {"email": _HASH}}},
)
TIKTOK_FIELD = Sent(
    TIKTOK,
    "https://analytics.tiktok.com/api/v2/pixel/act",
    How.FETCH,
    frozenset({ADDRESS, FIELDS, NUMBER}),
    body={
        "action": "Click",
        "context": _TIKTOK,
        "auto_collected_properties": {
            "page_trigger": "Click",
            "trigger_element": {"tag": "TEXTAREA", "attributes": {"name": "{field}", "type": "textarea"}},
        },
    },
)

# ---------- Others that advertise
SNAP_VIEW = Sent(
    "Snap (Snapchat)",
    "https://tr.snapchat.com/p",
    How.FETCH,
    frozenset({ADDRESS, VISITOR, NUMBER}),
    form={"pid": _UUID, "ev": "PAGE_VIEW", "pl": "{url}", "u_c1": "7e0f4f0a-2f5e-4a57-b0de-1f2f8a5f9c11", "v": "3.0"},
)
MICROSOFT = "Microsoft"
UET_VIEW = Sent(
    MICROSOFT,
    "https://bat.bing.com/action/0",
    told=frozenset({ADDRESS, TITLE, VISITOR, NUMBER}),
    query={"ti": "123456789", "Ver": "2", "evt": "pageLoad", "p": "{url}", "tl": "{title}", "vid": "5d1e7c40a7e911eeb3f2a1"},
)
UET_PERSON = UET_VIEW.more(PERSON, pid=f"em={_HASH}&ph=")
LINKEDIN = "LinkedIn"
LINKEDIN_VIEW = Sent(
    LINKEDIN,
    "https://px.ads.linkedin.com/collect",
    told=frozenset({ADDRESS, NUMBER}),
    query={"v": "2", "fmt": "gif", "pid": "1234567", "time": "1700000000000", "url": "{url}"},
)
LINKEDIN_PRESSED = Sent(
    LINKEDIN,
    "https://px.ads.linkedin.com/wa/",
    How.BEACON,
    frozenset({ADDRESS, TITLE, BUTTON, FORM, NUMBER}),
    body={
        "pids": [1234567],
        "url": "{url}",
        "pageTitle": "{title}",
        "signalType": "CLICK",
        "domAttributes": {"elementType": "submit", "innerText": "{button}"},
        "elementCrumbsTree": [{"tagName": "form", "id": "{form}"}],
    },
)
X_VIEW = Sent(
    "X (Twitter)",
    "https://t.co/1/i/adsct",
    told=frozenset({ADDRESS, TITLE, NUMBER}),
    query={"events": '[["pageview",{}]]', "txn_id": "o1abc", "tw_document_href": "{url}", "pt": "{title}"},
)
PINTEREST_VIEW = Sent(
    "Pinterest",
    "https://ct.pinterest.com/v3/",
    told=frozenset({ADDRESS, VISITOR, NUMBER}),
    query={
        "tid": "2612345678901",
        "event": "pagevisit",
        "ad": '{"loc":"{url}","ref":""}',
        "pd": '{"pin_unauth":"dWlkPTNmMWMyYjdh"}',
    },
)
REDDIT_VIEW = Sent(
    "Reddit",
    "https://alb.reddit.com/rp.gif",
    told=frozenset({VISITOR, NUMBER}),
    query={"id": "t2_a1b2c3", "event": "PageVisit", "ts": "1700000000000", "uuid": "1700000000000." + _UUID},
)
REDDIT_PERSON = REDDIT_VIEW.more(PERSON, em=_HASH)

# ---------- Those that count and record
ADOBE_VIEW = Sent(
    "Adobe",
    "https://northshire.sc.omtrdc.net/b/ss/northshire/1/JS-2.22.0/s12345678901234",
    told=frozenset({ADDRESS, TITLE, VISITOR, NUMBER}),
    query={"AQB": "1", "pageName": "{title}", "g": "{url}", "mid": "12345678901234567890123456789012345678", "AQE": "1"},
)
SEGMENT_VIEW = Sent(
    "Twilio Segment",
    "https://api.segment.io/v1/p",
    How.FETCH,
    frozenset({ADDRESS, TITLE, VISITOR, NUMBER}),
    body={
        "type": "page",
        "anonymousId": _UUID,
        "context": {"page": {"url": "{url}", "title": "{title}"}},
        "writeKey": "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6",
    },
)
CLARITY_SCRIPT = Sent(MICROSOFT, "https://www.clarity.ms/tag/a1b2c3d4e5", How.SCRIPT, frozenset({NUMBER}))
CLARITY_VIEW = Sent(
    MICROSOFT,
    "https://k.clarity.ms/collect",
    How.BEACON,
    frozenset({ADDRESS, TITLE, VISITOR, NUMBER}),
    body={
        "e": ["0.8.1", 1, 0, 0, "a1b2c3d4e5", "u1v2w3x4", "s1t2u3v4", 1, 0, 0, 0, "{url}"],
        "a": [[10, 1, 3, ["{title}"]]],
        "p": [],
    },
)
HOTJAR_SCRIPT = Sent("Hotjar", "https://static.hotjar.com/c/hotjar-1234567.js", How.SCRIPT, frozenset({NUMBER}), {"sv": "6"})
HOTJAR_SOCKET = Sent("Hotjar", "wss://ws.hotjar.com/api/v2/client/ws", How.SOCKET, frozenset({NUMBER}), {"v": "7", "site_id": "1234567"})
FULLSTORY_VIEW = Sent(
    "FullStory",
    "https://rs.fullstory.com/rec/page",
    How.FETCH,
    frozenset({ADDRESS, VISITOR, NUMBER}),
    body={"OrgId": "o-A1B2C3-na1", "Url": "{url}", "Referrer": "", "UserId": "5512345678901234"},
)
MOUSEFLOW_VIEW = Sent(
    "Mouseflow",
    "https://o2.mouseflow.com/events",
    told=frozenset({VISITOR, NUMBER}),
    query={"website": _UUID, "session": "0a1b2c3d4e5f60718293a4b5c6d7e8f9"},
)

# ---------- What must not be claimed of anybody: third parties on no list that are told as much, and ordinary ones
UNKNOWN_VIEW = Sent(NOBODY, "https://in.keenear.example/heard", How.FETCH, body={"page": "{url}", "title": "{title}"})
UNKNOWN_IMAGE = Sent(NOBODY, "https://px.tallyboat.example/seen", query={"page": "{url}", "named": "{title}"})
OWN_VIEW = Sent(NOBODY, "/visits", How.BEACON, body={"page": "{url}"})
FONTS = Sent(NOBODY, "https://fonts.googleapis.com/css2", How.STYLE, query={"family": "Open Sans"})
LIBRARY = Sent(NOBODY, "https://cdnjs.cloudflare.com/ajax/libs/jquery/3.7.1/jquery.min.js", How.SCRIPT)
MAP = Sent(NOBODY, "https://maps.googleapis.com/maps/api/js", How.SCRIPT, query={"key": "none"})
TILE = Sent(NOBODY, "https://tile.openstreetmap.org/12/2047/1362.png")
ROBOT_TEST = Sent(NOBODY, "https://www.google.com/recaptcha/api.js", How.SCRIPT)
PAYMENT = Sent(NOBODY, "https://js.kitepay.example/v1/pay.js", How.SCRIPT)
PICTURE = Sent(NOBODY, "https://www.facebook.com/northshire/picture.png")
"""Of a company that tracks elsewhere, and not by this."""
