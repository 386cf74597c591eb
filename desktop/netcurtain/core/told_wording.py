"""What one request told, as a sentence: the button's own words where it had them, then all else, each kind once (LOOK.md, "Words")."""

import re
from collections.abc import Mapping, Sequence

from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, What
from netcurtain.core.wording import company_first, listed, quoted

_OPENED = "that this page was opened"
_PRESSED = "that a button was pressed"
_FORM_SENT = "that a form was sent"
_IN_TOUCH = "that somebody got in touch"
_BOUGHT = "that something was bought"
_BASKET = "that something was put in a basket"
_PAYING = "that somebody began to pay"
_LOOKED = "what somebody looked at"
_SEARCHED = "that somebody searched here"
_SIGNED_UP = "that somebody signed up"
_SIGNED_IN = "that somebody signed in"
_WATCHED = "that somebody watched a video"
_FETCHED = "that somebody fetched a file"
_COUNTED = "that somebody did something that the site counts"

MOST_NAMES = 3
"""Names of an event that a sentence quotes."""

EVENTS: Mapping[str, str] = {
    "pageview": _OPENED,
    "pagevisit": _OPENED,
    "pageload": _OPENED,
    "page": _OPENED,
    "viewpage": _OPENED,
    "pageviewed": _OPENED,
    "mpwebpageview": _OPENED,
    "mppageview": _OPENED,
    "amplitudepageviewed": _OPENED,
    "webwebpagedetailspageviews": _OPENED,
    "init": _OPENED,
    "gtmjs": _OPENED,
    "screenview": "which part of this page was opened",
    "virtualpageview": "which part of this page was opened",
    "click": "that something was pressed",
    "clickbutton": _PRESSED,
    "buttonclick": _PRESSED,
    "subscribedbuttonclick": _PRESSED,
    "autobuttonclick": _PRESSED,
    "elementclicked": _PRESSED,
    "amplitudeelementclicked": _PRESSED,
    "mpclick": _PRESSED,
    "linkclick": "that a link was pressed",
    "outboundclick": "that a link to another site was pressed",
    "webwebinteractionlinkclicks": "that a link was pressed",
    "formstart": "that somebody began to fill in a form",
    "formstarted": "that somebody began to fill in a form",
    "amplitudeformstarted": "that somebody began to fill in a form",
    "mpstartform": "that somebody began to fill in a form",
    "submitform": _FORM_SENT,
    "formsubmit": _FORM_SENT,
    "formsubmitted": _FORM_SENT,
    "formsubmission": _FORM_SENT,
    "amplitudeformsubmitted": _FORM_SENT,
    "mpsubmit": _FORM_SENT,
    "lead": _IN_TOUCH,
    "generatelead": _IN_TOUCH,
    "contact": _IN_TOUCH,
    "submitleadform": _IN_TOUCH,
    "requestquote": _IN_TOUCH,
    "completeregistration": _SIGNED_UP,
    "signup": _SIGNED_UP,
    "signedup": _SIGNED_UP,
    "subscribe": "that somebody subscribed",
    "starttrial": "that somebody began a trial",
    "login": _SIGNED_IN,
    "signedin": _SIGNED_IN,
    "submitapplication": "that somebody applied for something",
    "schedule": "that somebody booked a time",
    "bookappointment": "that somebody booked a time",
    "reserve": "that somebody booked something",
    "donate": "that somebody gave money",
    "findlocation": "that somebody looked for a place",
    "purchase": _BOUGHT,
    "completepayment": _BOUGHT,
    "placeanorder": "that something was ordered",
    "ordercompleted": _BOUGHT,
    "conversion": _COUNTED,
    "addtocart": _BASKET,
    "addcart": _BASKET,
    "addtobasket": _BASKET,
    "addtowishlist": "that something was put on a list of wishes",
    "initiatecheckout": _PAYING,
    "begincheckout": _PAYING,
    "startcheckout": _PAYING,
    "checkout": _PAYING,
    "addpaymentinfo": "that somebody chose a way to pay",
    "addbilling": "that somebody chose a way to pay",
    "viewcontent": _LOOKED,
    "viewitem": _LOOKED,
    "viewproduct": _LOOKED,
    "viewcategory": _LOOKED,
    "viewitemlist": _LOOKED,
    "productviewed": _LOOKED,
    "search": _SEARCHED,
    "viewsearchresults": _SEARCHED,
    "sitesearch": _SEARCHED,
    "watchvideo": _WATCHED,
    "videostart": _WATCHED,
    "videoprogress": _WATCHED,
    "videocomplete": _WATCHED,
    "filedownload": _FETCHED,
    "amplitudefiledownloaded": _FETCHED,
    "download": _FETCHED,
    "scroll": "how far down this page somebody went",
    "userengagement": "how long somebody stayed on this page",
    "firstvisit": "that somebody came here for the first time",
    "sessionstart": "that a visit began",
    "startsession": "that a visit began",
    "identify": "who is here, as far as the site knows",
    "microdata": "what this page says about itself",
    "custom": _COUNTED,
    "event": _COUNTED,
    "track": _COUNTED,
    "idgoal": _COUNTED,
    "lnko": "that a link or a button was pressed",
    "lnkd": _FETCHED,
    "lnke": "that a link to another site was pressed",
    "link": "that a link to another site was pressed",
    "collectedform": _FORM_SENT,
    "favid": "how a form was filled in",
    "mpinputchange": "that somebody changed an answer in a form",
    "pagehide": "that this page was left",
    "ping": "that this page is still open",
    "consent": "that a choice about cookies was made",
    "transaction": _BOUGHT,
    "item": _BOUGHT,
    "timing": "how fast this page was",
    "timingcomplete": "how fast this page was",
    "exception": "that something went wrong here",
    "decisioningpropositionfetch": "that the site asked what to show here",
    "decisioningpropositiondisplay": "what the site chose to show here",
}
"""What the vendors' standard events mean. The key is the vendor's word in small letters and without what is no letter (``form_start``)."""

_PEOPLE: Mapping[IdentityKind, str] = {
    IdentityKind.EMAIL: "an e-mail address",
    IdentityKind.PHONE: "a phone number",
    IdentityKind.FIRST_NAME: "a first name",
    IdentityKind.LAST_NAME: "a last name",
    IdentityKind.GENDER: "a gender",
    IdentityKind.BIRTH_DATE: "a date of birth",
    IdentityKind.CITY: "a town",
    IdentityKind.COUNTY: "a county",
    IdentityKind.POSTCODE: "a postcode",
    IdentityKind.COUNTRY: "a country",
    IdentityKind.EXTERNAL_ID: "the site's own number for a person",
}

_WORDS: Mapping[What, str] = {
    What.PAGE_ADDRESS: "this page's address",
    What.PAGE_TITLE: "this page's title",
    What.REFERRER: "which page came before it",
    What.LINK_ADDRESS: "where a link leads",
    What.FORM_ID: "which form it is",
    What.FORM_FIELDS: "which questions are on it",
    What.VISITOR_ID: "a number for this browser",
    What.CONSENT: "what the site says was agreed to",
    What.OTHER: "which site this is",
}
"""All kinds but the event, the button, the identity and the account, in the order a sentence names them."""

_OTHERS: Mapping[str, str] = {"tag": _WORDS[What.OTHER], "search": "what somebody searched for here"}
_ABOUT = "what this page is about"
"""Words for what is told as "other": the site's number with the company, a search, and what the site says of its page."""


def event_sentence(event: DecodedEvent, went_out: bool = True) -> str:
    """One event: what the company was told, or what the page tried to tell it."""
    parts = _parts(event)
    company = event.organisation
    if not parts:
        return f"{company_first(company)} was contacted by this page." if went_out else f"This page tried to contact {company}."
    first, rest = parts[0], parts[1:]
    if went_out:
        sentences = [f"{company_first(company)} was told {first}."]
        also = "It was also told"
    else:
        sentences = [f"This page tried to tell {company} {first}."]
        also = "It also tried to tell it"
    if rest:
        sentences.append(f"{also} {listed(rest)}.")
    return " ".join(sentences)


def event_words(name: str) -> str:
    """What an event means; one that is no standard event is told by its name."""
    return EVENTS.get(_folded(name)) or f"that something happened here, called {quoted(name)}"


def is_standard(name: str) -> bool:
    """Whether an event is one of those that vendors name, and not a site's own word."""
    return _folded(name) in EVENTS


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def identity_words(identity: Identity) -> str:
    """A scrambled copy of an e-mail address; an e-mail address with stars in it; an e-mail address."""
    what = _PEOPLE[identity.kind]
    match identity.form:
        case IdentityForm.PLAIN:
            return what
        case IdentityForm.MASKED:
            return f"{what} with stars in it"
        case _:
            return f"a scrambled copy of {what}"


def _parts(event: DecodedEvent) -> list[str]:
    button = next((fact.text for fact in event.told if fact.what is What.BUTTON_TEXT), "")
    parts = [f"which button was pressed on this page: {quoted(button)}"] if button else []
    happened = event_words(event.event) if event.event else ""
    if happened and not (parts and happened == _PRESSED):
        parts.append(happened)
    present = {fact.what for fact in event.told}
    names = [quoted(fact.text) for fact in event.told if fact.what is What.EVENT and fact.text not in (button, event.event)]
    if names:
        parts.append(f"how the site names it: {listed(list(dict.fromkeys(names))[:MOST_NAMES])}")
    parts.extend(_about_the_page(present))
    parts.extend(dict.fromkeys(_about_the_person(event.told, event.organisation)))
    parts.extend(_WORDS[what] for what in (What.VISITOR_ID, What.CONSENT) if what in present)
    others = [_OTHERS.get(fact.text.partition(" ")[0], _ABOUT) for fact in event.told if fact.what is What.OTHER]
    return [*parts, *dict.fromkeys(others)]


def _about_the_page(present: set[What]) -> list[str]:
    page = (What.PAGE_ADDRESS, What.PAGE_TITLE, What.REFERRER, What.LINK_ADDRESS, What.FORM_ID, What.FORM_FIELDS)
    words = [_WORDS[what] for what in page if what in present]
    if words[:2] == [_WORDS[What.PAGE_ADDRESS], _WORDS[What.PAGE_TITLE]]:
        words[:2] = ["this page's address and title"]
    return words


def _about_the_person(told: Sequence[DecodedField], company: str) -> list[str]:
    people = [identity_words(fact.value) for fact in told if isinstance(fact.value, Identity)]
    signed_in = [f"a code for the {company} account signed in on this browser" for fact in told if fact.what is What.ACCOUNT]
    return people + signed_in
