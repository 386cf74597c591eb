"""The table of companies as it is shipped: whole, plain, sourced, in order; and nothing in it that belongs to everybody."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest

from netcurtain.core.organisations import parse_organisations

TEXT = files("netcurtain.filters").joinpath("organisations.toml").read_text("utf-8")
OURS = parse_organisations(TEXT)

LEAST_NAMES = 80
LONGEST_SENTENCE = 110
"""Characters of what a company does: a line of a card."""

CATEGORIES = {
    "advertising",
    "data_broker",
    "analytics",
    "session_recording",
    "tag_manager",
    "consent",
    "chat",
    "ab_testing",
    "services",
    "practice",
}

TELLING_WORDS = re.compile(
    r"health|medic|clinic|pharma|doctor|therap|pregnan|fertil|dna|intima|dating|sex|adult|financ|invest|credit|debt|loan|bank|law|legal|court|polic"
    r"|report|gov|travel|flight|visa|immigra|ethni|relig|church|union\b|forensic|crime|abuse|rehab|addict|disab",
    re.IGNORECASE,
)

NEVER_SAID = {"danger", "attack", "spy", "hacked", "victim", "unsafe", "safe", "protected", "threat"}

HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z]{2,}|[a-z]+\.localhost")
PATH = re.compile(r"(?:/[\w.-]+)+")
PAGE = re.compile(r"https://[a-z0-9.-]+/\S*(?: \(not opened: the hosts say the name\))?")
PUBLIC_FILE = re.compile(r"[\w.-]+/[\w.-]+ [\w./-]+")
RECORDED = re.compile(r"recorded requests to \S+(?: and \S+)?")


def test_at_least_eighty_companies_have_a_name() -> None:
    names = {row.name for row in OURS.all}
    print(f"{len(names)} names in {len(OURS.all)} rows")
    assert len(names) >= LEAST_NAMES


@pytest.mark.parametrize("name", ["Intimate Merger", "Experian", "Travel Audience", "Browsealoud (Texthelp)", "LexisNexis"])
def test_a_name_that_says_what_a_page_is_about_is_not_for_other_peoples_eyes(name: str) -> None:
    assert name in {row.name for row in OURS.all}
    assert name not in OURS.nameable
    assert {"Meta (Facebook)", "Google", "Practice tracker (invented)"} <= OURS.nameable


def test_no_name_that_may_be_seen_by_others_has_a_word_of_a_sensitive_subject() -> None:
    for name in OURS.nameable:
        assert not TELLING_WORDS.search(name), name


def test_every_row_is_whole() -> None:
    for row in OURS.all:
        assert row.name == row.name.strip() != "", row
        assert row.hosts, row
        assert row.category in CATEGORIES, row
        assert row.country == row.country.strip(), row
        assert isinstance(row.date, date), row


def test_what_a_company_does_is_one_short_plain_sentence() -> None:
    for row in OURS.all:
        assert re.fullmatch(r"[A-Z0-9][^.!]+\.", row.does), row
        assert len(row.does) <= LONGEST_SENTENCE, row
        assert not NEVER_SAID & set(re.findall(r"[a-z]+", row.does.lower())), row


def test_a_source_is_a_page_a_public_file_or_recorded_requests() -> None:
    for row in OURS.all:
        if row.category != "practice":
            for source in row.source.split("; "):
                assert PAGE.fullmatch(source) or RECORDED.fullmatch(source) or PUBLIC_FILE.fullmatch(source), row


def test_a_place_is_a_host_and_perhaps_a_path() -> None:
    for row in OURS.all:
        for place in row.hosts:
            host, slash, path = place.partition("/")
            assert HOST.fullmatch(host), place
            assert not slash or PATH.fullmatch(slash + path), place


def test_no_two_rows_name_one_place() -> None:
    places = [place for row in OURS.all for place in row.hosts]
    assert len(places) == len(set(places))


def test_a_company_is_spelt_one_way_and_has_one_country() -> None:
    spelt: dict[str, set[tuple[str, str]]] = {}
    for row in OURS.all:
        spelt.setdefault(row.name.casefold(), set()).add((row.name, row.country))
    assert [ways for ways in spelt.values() if len(ways) > 1] == []


def test_rows_stand_under_their_heading_by_name() -> None:
    for one, other in pairwise(OURS.all):
        assert one.category != other.category or one.name.casefold() <= other.name.casefold()
    headings = [row.category for row in OURS.all]
    assert sum(one != other for one, other in pairwise(headings)) == len(set(headings)) - 1


def test_the_head_explains_every_category() -> None:
    head = TEXT.partition("organisation = [")[0]
    explained = set(re.findall(r"^# (?:  category|          )  (\w+)  ", head, re.MULTILINE))
    assert explained == CATEGORIES == {row["category"] for row in tomllib.loads(TEXT)["organisation"]}


@pytest.mark.parametrize(
    "host",
    [
        "cloudfront.net",
        "d111111abcdef8.cloudfront.net",
        "s3.amazonaws.com",
        "bucket.s3.amazonaws.com",
        "akamaihd.net",
        "akamaized.net",
        "a248.e.akamai.net",
        "e1.edgekey.net",
        "site.azurewebsites.net",
        "vo.msecnd.net",
        "app.appspot.com",
        "global.ssl.fastly.net",
        "cdn.jsdelivr.net",
        "cdnjs.cloudflare.com",
    ],
)
def test_what_serves_everybodys_files_is_nobody(host: str) -> None:
    assert OURS.of(host, "/") is None


@pytest.mark.parametrize(
    "url",
    [
        "https://www.paypal.com/signin",
        "https://www.paypalobjects.com/api/checkout.js",
        "https://js.stripe.com/v3/",
        "https://checkout.stripe.com/pay",
        "https://login.microsoftonline.com/common/oauth2",
        "https://login.yahoo.com/",
        "https://passport.yandex.ru/auth",
        "https://e.mail.ru/inbox",
        "https://login.schibsted.com/",
        "https://www.zappos.com/checkout",
        "https://hcaptcha.com/1/api.js",
        "https://challenges.cloudflare.com/turnstile/v0/api.js",
        "https://www.recaptcha.net/recaptcha/api.js",
        "https://tile.openstreetmap.org/1/1/1.png",
        "https://cdns.gigya.com/js/gigya.js",
    ],
)
def test_signing_in_paying_maps_and_proofs_of_being_a_person_are_not_named(url: str) -> None:
    assert OURS.of(url.split("/")[2], url) is None
