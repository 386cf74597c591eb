"""Cookies that go along to a vendor: an account signed in on this browser, or a number for the browser. Names only, no values."""

import re
from collections.abc import Iterable, Mapping

from netcurtain.core.decoders.google_tag import SITE
from netcurtain.core.decoders.telling import tells_nothing
from netcurtain.core.finding import DecodedField, What

ACCOUNTS: Mapping[str, frozenset[str]] = {
    "facebook.com": frozenset({"c_user"}),
    "linkedin.com": frozenset({"li_at"}),
    "google.com": frozenset({"SID", "SAPISID", "__Secure-1PSID", "__Secure-3PSID"}),
    "doubleclick.net": frozenset({"DSID"}),
    "tiktok.com": frozenset({"sessionid", "sid_tt", "uid_tt"}),
    "twitter.com": frozenset({"auth_token", "twid"}),
    "x.com": frozenset({"auth_token", "twid"}),
    "reddit.com": frozenset({"reddit_session"}),
    "bing.com": frozenset({"_U"}),
}
"""By the vendor's domain, the cookies that are there only while somebody is signed in; those that may be there without are left out."""

BROWSERS: Mapping[str, frozenset[str]] = {
    "facebook.com": frozenset({"fr", "datr", "sb"}),
    "linkedin.com": frozenset({"bcookie", "bscookie"}),
    "google.com": frozenset({"NID"}),
    "doubleclick.net": frozenset({"IDE"}),
    "tiktok.com": frozenset({"_ttp"}),
    "twitter.com": frozenset({"guest_id", "personalization_id"}),
    "x.com": frozenset({"guest_id", "personalization_id"}),
    "pinterest.com": frozenset({"_pin_unauth"}),
    "reddit.com": frozenset({"loid"}),
    "bing.com": frozenset({"MUID"}),
    "clarity.ms": frozenset({"MUID"}),
    "demdex.net": frozenset({"demdex"}),
    "snapchat.com": frozenset({"sc_at"}),
}
"""By the vendor's domain, the cookies that hold its number for this browser."""

_GOOGLE = re.compile(rf"(?:.*\.)?{SITE}")
"""All its domains have the cookies of google.com."""


def cookie_names(header: str) -> list[str]:
    """The names in a Cookie header, of those whose value is one."""
    pairs = (pair.partition("=") for pair in header.split(";"))
    return [name.strip() for name, _, value in pairs if not tells_nothing(value.strip(' "'))]


def told_by_cookies(host: str, names: Iterable[str]) -> tuple[DecodedField, ...]:
    """What the cookies of a request to ``host`` tell, by their names."""
    accounts, browsers = _known_at(host)
    told = []
    for name in dict.fromkeys(names):
        if name in accounts:
            told.append(DecodedField(What.ACCOUNT, name, name))
        elif name in browsers:
            told.append(DecodedField(What.VISITOR_ID, name, name))
    return tuple(told)


def known_names(host: str, names: Iterable[str]) -> list[str]:
    """Those of the names that mean something at ``host``, each once: all that a browser reports of a Cookie header."""
    accounts, browsers = _known_at(host)
    return [name for name in dict.fromkeys(names) if name in accounts or name in browsers]


def _known_at(host: str) -> tuple[frozenset[str], frozenset[str]]:
    labels = ["google", "com"] if _GOOGLE.fullmatch(host) else host.split(".")
    site = next((domain for n in range(len(labels)) if (domain := ".".join(labels[n:])) in ACCOUNTS or domain in BROWSERS), "")
    return ACCOUNTS.get(site, frozenset()), BROWSERS.get(site, frozenset())
