"""Random filters and addresses: ours and Brave's engine (``adblock``) answer alike, but for the differences in a table of reasons.

``NETCURTAIN_PAIRS=200000 pytest tests/core/test_matcher_properties.py`` tries many more.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Match, Matcher
from netcurtain.core.request import ResourceType

adblock = pytest.importorskip("adblock", reason="the engine to compare with is not installed")

SHORT = 2000
PAIRS = int(os.environ.get("NETCURTAIN_PAIRS", SHORT))
A_TIME = 20

HOSTS = (
    "t.example.com",
    "example.com",
    "ads.example.co.uk",
    "a-b.t.example.com",
    "example.org",
    "xn--bcher-kva.example",
    "stats.shop.example",
    "shop.example",
    "192.0.2.7",
    "com.ads.net",
)
PATHS = ("", "pixel.gif", "tr/", "Track/Collect.js", "a/b/c", "x_y-z.php", "p%20q", "collect", "~user/ads.js")
QUERIES = ("", "?", "?id=1&ev=PageView", "?u=https://example.com/tr/", "?A=b.c", "?x=|^*", "?q=%D1%84")
WORDS = ("ads", "tr", "pixel", "example", "com", "collect", "id=", "a", "Track", "/", ".", "-", "=", "https://", "://", "ws")
TYPES = {
    "script": ResourceType.SCRIPT,
    "image": ResourceType.IMAGE,
    "stylesheet": ResourceType.STYLESHEET,
    "sub_frame": ResourceType.SUB_FRAME,
    "xmlhttprequest": ResourceType.XMLHTTPREQUEST,
    "ping": ResourceType.PING,
    "media": ResourceType.MEDIA,
    "font": ResourceType.FONT,
    "object": ResourceType.OBJECT,
    "websocket": ResourceType.WEBSOCKET,
    "other": ResourceType.OTHER,
}
TYPE_OPTIONS = ("script", "image", "stylesheet", "subdocument", "xmlhttprequest", "ping", "media", "font", "object", "websocket", "other")
OTHER_OPTIONS = ("third-party", "~third-party", "first-party", "3p", "1p", "important", "redirect=noop.js", "match-case")
DOMAINS = (*HOSTS, "com", "co.uk", "other.test")


@dataclass(frozen=True)
class Case:
    filters: tuple[str, ...]
    url: str
    page: str
    kind: str


def pattern_of(one: str) -> str:
    """The pattern of a generated filter; none of their options has a "$"."""
    return re.sub(r"\$[^$]*$", "", one.removeprefix("@@")) if "$" in one else one.removeprefix("@@")


def options_of(one: str) -> list[str]:
    return one.rpartition("$")[2].split(",") if "$" in one else []


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9%]+", text.lower())


def edge_word_is_not_whole(one: str, url: str) -> bool:
    """Whether a pattern begins or ends within a word of the address."""
    words = words_of(pattern_of(one))
    return bool(words) and not {words[0], words[-1]} <= set(words_of(url))


def is_left_out_and_named(one: str, _url: str) -> bool:
    named = next((option for option in options_of(one) if option.startswith("domain=")), "")
    names = named.removeprefix("domain=").split("|")
    return len({name.startswith("~") for name in names}) > 1


@dataclass(frozen=True)
class Difference:
    """Where the engines differ: for which filters, and what Brave's then says, if that is always the same."""

    differs: Callable[[str, str], bool]
    theirs: bool | None


BOTH_PARTIES = {"third-party", "3p"}, {"first-party", "1p", "~third-party"}

EXPLAINED = {
    "Brave finds a filter by its words, and takes the first and last for whole; by the documentation they may be pieces": Difference(
        edge_word_is_not_whole, theirs=False
    ),
    "Brave wants whole labels before the end or a * in ||host; by the documentation it is any beginning of a label": Difference(
        lambda one, _: re.match(r"\|\|[a-z0-9.-]*(\*|$)", pattern_of(one), re.IGNORECASE) is not None, theirs=False
    ),
    "Brave knows no port after ||host": Difference(lambda one, _: re.match(r"\|\|[^/^]*:", pattern_of(one)) is not None, theirs=False),
    "Brave passes over the end in ||host| and ||host^|": Difference(
        lambda one, _: re.match(r"\|\|[^/^]*\^?\|$", pattern_of(one)) is not None, theirs=True
    ),
    "Brave passes over || before a *": Difference(lambda one, _: pattern_of(one).startswith("||*"), theirs=True),
    "Brave has a scheme alone mean all of it, whatever its end or its types say": Difference(
        lambda one, _: re.match(r"\|(https?|wss?)://[*|]*$", pattern_of(one), re.IGNORECASE) is not None, theirs=True
    ),
    "Brave takes |/word/| for an expression": Difference(
        lambda one, _: re.fullmatch(r"\|*/.*/\|*", pattern_of(one)) is not None and "|" in pattern_of(one), theirs=None
    ),
    "Brave takes slashes alone for an expression": Difference(lambda one, _: not pattern_of(one).strip("|*/"), theirs=True),
    "Brave wants something after a * at the end": Difference(lambda one, _: pattern_of(one).endswith("*|"), theirs=False),
    "a filter that means every request there is, is not used": Difference(lambda one, _: not pattern_of(one).strip("|*^"), theirs=True),
    "Brave takes ^ for the end of an address only as a pattern's last letter, and not beside another ^": Difference(
        lambda one, _: re.search(r"\^[*^|]", pattern_of(one)) is not None, theirs=False
    ),
    "Brave does not look for a pattern of one character": Difference(lambda one, _: len(pattern_of(one).strip("|*^")) < 2, theirs=False),
    "Brave has a filter with both parties mean nobody": Difference(
        lambda one, _: all(party & set(options_of(one)) for party in BOTH_PARTIES), theirs=False
    ),
    "Brave reads match-case only beside an expression": Difference(lambda one, _: "match-case" in options_of(one), theirs=True),
    "the most exact page decides, as in Adblock Plus; Brave has one that is left out go before all": Difference(
        is_left_out_and_named, theirs=False
    ),
}
"""Why ours answers otherwise for one filter."""

TOGETHER: dict[str, Callable[[str, str], bool]] = {
    "an exception with a replacement spares the replacement alone, as uBlock Origin has it; Brave lets the request be": lambda one, _: (
        one.startswith("@@") and "redirect=noop.js" in options_of(one)
    ),
    "an important exception overrules an important filter, as AdGuard has it; in Brave no exception does": lambda one, _: (
        one.startswith("@@") and "important" in options_of(one)
    ),
    "an exception that means every request there is, is not used": lambda one, _: one.startswith("@@") and not pattern_of(one).strip("|*^"),
    "Brave finds a filter by its rarest word in the list, whole or not": edge_word_is_not_whole,
}
"""Why ours answers otherwise for filters together, though alike for each alone: by one of them."""

FALLS_OVER = "Brave's engine of that version falls over a pattern that is a slash alone"


def address(dice: Random) -> str:
    scheme = dice.choice(("https", "https", "http", "ws", "wss"))
    return f"{scheme}://{dice.choice(HOSTS)}{dice.choice(('', '', '', ':8080'))}/{dice.choice(PATHS)}{dice.choice(QUERIES)}"


def pattern(dice: Random, url: str) -> str:
    """Mostly a piece of the address, with something changed, so that many filters mean it or nearly do."""
    start = dice.choice(("whole", "host", "host", "anywhere", "words"))
    if start == "words":
        body = "".join(dice.choices((*WORDS, "*", "^"), k=dice.randint(1, 4)))
        return dice.choice(("", "", "|", "||")) + body + dice.choice(("", "", "", "|", "^", "*"))
    host = url.index("://") + 3
    labels = [host] + [found.end() for found in re.finditer(r"\.", url[: url.index("/", 8)])]
    at = {"whole": 0, "host": dice.choice((host, dice.choice(labels)))}.get(start, dice.randrange(len(url)))
    body = url[at : dice.choice((len(url), dice.randint(at + 1, len(url))))]
    for _ in range(dice.randint(0, 2)):
        body = changed(dice, body)
    anchor = {"whole": "|", "host": "||"}.get(start, "")
    return (anchor if dice.randrange(6) else "") + body


def changed(dice: Random, body: str) -> str:
    place = dice.randint(0, len(body))
    match dice.choice(("*", "^", "separator", "drop", "upper", "end")):
        case "separator":
            return re.sub(r"[/?:&=]", "^", body, count=1)
        case "drop":
            return body[:place] + body[place + 1 :]
        case "upper":
            return body.upper()
        case "end":
            return body + dice.choice(("|", "^", "*", "^*", "^|"))
        case letter:
            return body[:place] + letter + body[place + dice.randint(0, 1) :]


def options(dice: Random) -> str:
    chosen: list[str] = []
    if dice.randrange(2):
        negation = dice.choice(("", "", "~"))
        chosen += [negation + one for one in dice.sample(TYPE_OPTIONS, dice.randint(1, 3))]
    if dice.randrange(2):
        chosen += dice.sample(OTHER_OPTIONS, dice.randint(1, 2))
    if dice.randrange(4) == 0:
        chosen.append("domain=" + "|".join(dice.choice(("", "", "~")) + name for name in dice.sample(DOMAINS, dice.randint(1, 3))))
    dice.shuffle(chosen)
    return "$" + ",".join(chosen) if chosen else ""


def a_case(dice: Random) -> Case:
    url = address(dice)
    filters = [pattern(dice, url) + options(dice) for _ in range(dice.choice((1, 1, 1, 2)))]
    if dice.randrange(4) == 0:
        filters.append("@@" + pattern(dice, url) + options(dice))
    # Brave goes by the scheme alone, so what a browser never says is not asked.
    kind = "websocket" if url.startswith("ws") else dice.choice([kind for kind in TYPES if kind != "websocket"])
    return Case(tuple(filters), url, f"https://{dice.choice(HOSTS)}/page", kind)


def ours(case: Case) -> bool:
    decision = Matcher([parse_list("\n".join(case.filters), None)]).decide(case.url, case.page, TYPES[case.kind])
    return isinstance(decision, Match)


def theirs(case: Case) -> bool:
    filters = adblock.FilterSet()
    filters.add_filters(list(case.filters))
    return bool(adblock.Engine(filters, optimize=False).check_network_urls(case.url, case.page, case.kind).matched)


def judge(case: Case) -> str | None:
    """Why the engines differ; empty where they do not, None where nobody knows."""
    if any(pattern_of(one).strip("*|") == "/" for one in case.filters):
        return FALLS_OVER
    if ours(case) is theirs(case):
        return ""
    reasons = [why(replace(case, filters=(one.removeprefix("@@"),))) for one in case.filters]
    if None in reasons:
        return None
    if any(reasons):
        return next(filter(None, reasons))
    together = (reason for reason, differs in TOGETHER.items() if any(differs(one, case.url) for one in case.filters))
    return next(together, None)


def why(case: Case) -> str | None:
    """As ``judge``, for one filter that blocks."""
    answer = theirs(case)
    if ours(case) is answer:
        return ""
    found = (reason for reason, one in EXPLAINED.items() if one.theirs in (answer, None) and one.differs(case.filters[0], case.url))
    return next(found, None)


@settings(max_examples=PAIRS // A_TIME, deadline=None, database=None, derandomize=PAIRS == SHORT)
@given(st.integers(0, 2**62))
def test_ours_and_braves_engine_differ_only_where_there_is_a_reason(seed: int) -> None:
    # Cases are thrown by dice and not drawn one part at a time, which would take ten times as long as asking both engines.
    dice = Random(seed)
    unexplained = [case for case in (a_case(dice) for _ in range(A_TIME)) if judge(case) is None]
    assert not unexplained, [(case, ours(case), theirs(case)) for case in unexplained]
