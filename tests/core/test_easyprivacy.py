"""Every line of the real EasyPrivacy, where it is, is used or counted; and each filter is found by an address made from it."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

from netcurtain.core.filter_list import FilterList, Skipped, parse_line, parse_list
from netcurtain.core.filter_options import Reason
from netcurtain.core.matcher import Matcher
from netcurtain.core.network_filter import NetworkFilter, Party
from netcurtain.core.question import LIST_NAMES, TYPES, ask
from netcurtain.core.request import ResourceType

LIST = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "easyprivacy.txt"

pytestmark = pytest.mark.skipif(not LIST.exists(), reason="EasyPrivacy is not on this computer")

KINDS = {TYPES[name]: kind for kind, name in LIST_NAMES.items()} | {TYPES["other"]: ResourceType.OTHER}
LETTERS = st.characters(min_codepoint=33, max_codepoint=126)
FIRST_FOUND = settings(database=None, derandomize=True, max_examples=1, phases=[Phase.generate])
ELSEWHERE = "elsewhere.example"

Asked = tuple[str, str, ResourceType, str]


@pytest.fixture(scope="module")
def easyprivacy() -> FilterList:
    return parse_list(LIST.read_text(encoding="utf-8"), "EasyPrivacy")


def an_address(made: NetworkFilter) -> str:
    """An address that the pattern means, as anybody would write it who reads the filter."""
    pattern = made.pattern
    if pattern.expression:
        text = find(st.from_regex(pattern.text, alphabet=LETTERS), lambda _: True, settings=FIRST_FOUND)
        return text if "://" in text else f"https://t.example/{text}"
    text = pattern.text.replace("*", "x/x" if pattern.text.startswith("://") else "-x-").replace("^", "/")
    if pattern.host:
        text = text.removesuffix("|")
        return f"https://{pattern.host}{text if text[:1] in ('/', '?', ':') else '/' + text}"
    anchor = text[: len(text) - len(text.lstrip("|"))]
    text = text.strip("|")
    if anchor == "|":
        return text if "://" in text else f"{text}s://t.example/"
    if anchor or text.startswith("://"):
        text = text.removeprefix("://")
        return f"https://{text}{'' if '/' in text else '.example/'}"
    return f"https://t.example/{text}"


def a_request(made: NetworkFilter) -> Asked:
    """A request that the whole filter means."""
    url = an_address(made)
    host = re.sub(r"^[a-z]+://([^/?:#]*).*$", r"\1", url)
    pages = [page.replace("*", "example") for page, meant in made.domains.items() if meant]
    if made.party is Party.FIRST and not pages:
        pages = [host]
    page = pages[0] if pages else ELSEWHERE
    kind = next(KINDS[bit] for bit in TYPES.values() if made.types & bit)
    return url, f"https://{page}/", kind, next((method for method, meant in made.methods.items() if meant), "GET")


def test_every_line_is_used_or_counted(easyprivacy: FilterList) -> None:
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith(("!", "[Adblock"))]
    read = Counter(made.reason if isinstance(made := parse_line(line), Skipped) else "used" for line in lines)
    assert sum(read.values()) == len(lines)
    assert {reason: number for reason, number in read.items() if reason != "used"} == dict(easyprivacy.reasons)
    assert set(easyprivacy.reasons) <= {Reason.CHANGES_AN_ANSWER, Reason.COSMETIC, Reason.NOT_A_REQUEST}
    assert read["used"] + easyprivacy.reasons.get(Reason.CHANGES_AN_ANSWER, 0) == easyprivacy.count


def test_each_filter_means_an_address_made_from_it(easyprivacy: FilterList) -> None:
    missed = []
    for made in easyprivacy.filters:
        asked = ask(*a_request(made))
        if asked is None or not made.applies(asked):
            missed.append((made.line, a_request(made)))
    assert not missed, (len(missed), missed[:20])


def test_each_filter_is_found_among_all_by_an_address_made_from_it(easyprivacy: FilterList) -> None:
    # Exceptions are looked for in the same way, so here they block: what they except need not be found first.
    matcher = Matcher([replace(easyprivacy, filters=tuple(replace(made, exception=False) for made in easyprivacy.filters))])
    missed = [made.line for made in easyprivacy.filters if matcher.decide(*a_request(made)) is None]
    for host in (*easyprivacy.hosts, *easyprivacy.third_party_hosts):
        if matcher.decide(f"https://www.{host}/x", f"https://{ELSEWHERE}/", ResourceType.IMAGE) is None:
            missed.append(host)
    assert not missed, (len(missed), missed[:20])
