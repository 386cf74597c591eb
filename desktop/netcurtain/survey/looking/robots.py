"""May a program visit this page? robots.txt by RFC 9309, fetched by the browser itself: the same proxy, names and certificates.

It is asked for without cookies, beside any page: no page and no extension has a part in it. By RFC 9309:

    it is there                            its rules, for "NetcurtainSurvey" or else for everybody; the first 500 kB of it are read (for_us)
    400 to 499, or redirects without end   there is none, and everything is allowed
    500 to 599                             the site is in trouble, and nothing is allowed
    it cannot be reached                   nothing is allowed: a page that could be reached for all that costs its row

In the last case ``Rule.detail`` has the browser's word for it ("net::ERR_NAME_NOT_RESOLVED"), and the row says that rather than that
the site does not want to be visited (left_alone). Whatever the reason, of a place that is not allowed nothing is kept.

What did not come in time, or could not be asked for with this tab, is no word of the site's: it is asked for again with the next page.
"""

import asyncio
import base64
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import CDPSession, Error, Page
from protego import Protego

from netcurtain.survey.looking.failures import NET_ERROR, Failed, net_trouble
from netcurtain.survey.trouble import Trouble

TOKEN = "NetcurtainSurvey"  # noqa: S105 -- the name that robots.txt calls us by
MAX_BYTES = 500_000
MAX_DELAY = 30.0
"""Seconds; a site that asks for longer gets this."""
MOST_FAILURES = 3
"""So often nothing comes of asking an origin, in time or at all; then that stands for the whole of it."""
TIMED_OUT = "net::ERR_TIMED_OUT"
FAILED = "net::ERR_FAILED"
NONE_THERE = "net::ERR_TOO_MANY_REDIRECTS"
"""RFC 9309, 2.3.1.2: as if there were none."""
_CHUNK = 64 * 1024

_CALLED = (TOKEN.lower(), "netcurtain", "*")
"""How a group of rules may call us; the first that there is holds."""
_AGENT = re.compile(r"user[- ]?agent(?:\s*:|\s|$)\s*(.*)", re.IGNORECASE)
_NAME = re.compile(r"[a-z_-]*", re.IGNORECASE)
"""Of "NetcurtainSurvey/1.0", what is compared."""
_RULE = re.compile(r"allow|di[as]+l+[ao]w|crawl[- ]delay", re.IGNORECASE)
"""What ends a row of names, and is kept; as generous about its spelling as Protego is."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a site asks of us for one page.

    ``delay`` is the seconds between two loads that it asks for, at most MAX_DELAY; 0 for none. ``detail`` is "" where the site said so
    itself (or has no robots.txt); "robots.txt 503" where its server failed; the browser's word where it cannot be reached.
    """

    allowed: bool
    delay: float = 0.0
    detail: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the site's own word was had; False where its robots.txt could not be."""
        return not self.detail


class LeftAlone(Failed):
    """A page must not be visited. Where it was come to by another one, nothing of it is kept."""


def left_alone(rule: Rule) -> LeftAlone:
    """Why a page that a rule does not allow is left alone: the site asks for it, or its robots.txt cannot be had."""
    if named := NET_ERROR.search(rule.detail):
        return LeftAlone(net_trouble(named[1]), rule.detail)
    return LeftAlone(Trouble.STATUS if rule.detail else Trouble.ROBOTS, rule.detail)


class Robots:
    """The robots.txt of each origin that a task comes to, fetched once; where that fails on our side, MOST_FAILURES times at most.

    ``page`` is a tab as it was opened, or shows a page of the site; one that was sent back to about:blank does not reach addresses on
    one's own network. ``patience`` is seconds for one robots.txt.
    """

    def __init__(self, page: Page, patience: float = 10.0) -> None:
        self._page = page
        self._patience = patience
        self._known: dict[str, Protego | Rule] = {}
        self._failures = Counter[str]()

    def use(self, page: Page) -> None:
        """Fetch with this page from now on: each page of a site has a browser of its own. What is known stays known."""
        self._page = page

    async def rule(self, url: str) -> Rule:
        """What its site asks for this page. Raises nothing of playwright's."""
        origin = _origin(url)
        if not origin:
            return Rule(allowed=False)
        if origin not in self._known:
            try:
                self._known[origin] = await self._read(f"{origin}/robots.txt")
            except (TimeoutError, Error) as error:
                failed = Rule(allowed=False, detail=TIMED_OUT if isinstance(error, TimeoutError) else FAILED)
                self._failures[origin] += 1
                if self._failures[origin] >= MOST_FAILURES:
                    self._known[origin] = failed
                return failed
        known = self._known[origin]
        return known if isinstance(known, Rule) else rule_for(known, url)

    async def _read(self, url: str) -> Protego | Rule:
        """Raises TimeoutError, and what playwright raises."""
        async with asyncio.timeout(self._patience):
            status, error, body = await _fetch(self._page, url)
            return await asyncio.to_thread(read_robots, status, error, body)


async def answers(page: Page, url: str, patience: float) -> bool:
    """Whether its site says anything at all to this question, in so many seconds. Raises nothing of playwright's."""
    try:
        async with asyncio.timeout(patience):
            status, error, _body = await _fetch(page, f"{_origin(url)}/robots.txt")
    except (TimeoutError, Error):
        return False
    return status > 0 or error == NONE_THERE


def read_robots(status: int, error: str, body: bytes) -> Protego | Rule:
    """What the answer to the question for robots.txt means. ``error`` is the browser's word where there was no answer, else ""."""
    if error:
        return Rule(allowed=True) if error == NONE_THERE else Rule(allowed=False, detail=error)
    if status >= 500:
        return Rule(allowed=False, detail=f"robots.txt {status}")
    if not 200 <= status < 300:
        return Rule(allowed=True)
    try:
        return Protego.parse(for_us(body[:MAX_BYTES].decode("utf-8", errors="replace").removeprefix("\ufeff")))
    except Exception:  # a stranger's file, read by somebody else's code: what cannot be read asks for nothing
        return Rule(allowed=True)


def for_us(text: str) -> str:
    """The rules of a robots.txt that are ours, as rules for everybody; "" for none.

    Protego keeps each rule once for each program that it is for: a file of thousands of both is a hundred million rules to it, and is one
    row of names and one of rules here.
    """
    kept: dict[str, list[str]] = {}
    named: set[str] = set()
    in_rules = False
    for line in (written.partition("#")[0].strip() for written in text.splitlines()):
        if agent := _AGENT.match(line):
            if in_rules:
                named, in_rules = set(), False
            name = _name(agent[1])
            if name in _CALLED:
                named.add(name)
                kept.setdefault(name, [])
        elif _RULE.match(line):
            in_rules = True
            for name in named:
                kept[name].append(line)
    ours = next((kept[name] for name in _CALLED if name in kept), [])
    return "\n".join(["User-agent: *", *ours]) if ours else ""


def _name(agent: str) -> str:
    """As it is compared. Stars mean nothing beside a word; alone they mean everybody."""
    word = agent.replace("*", "")
    found = _NAME.match(word)
    return "*" if agent and not word else found[0].lower() if found else ""


def rule_for(robots: Protego, url: str) -> Rule:
    """What it says of one page, to us."""
    try:
        allowed = bool(robots.can_fetch(url, TOKEN))
        delay = float(robots.crawl_delay(TOKEN) or 0.0)
    except Exception:  # as above
        return Rule(allowed=True)
    return Rule(allowed, delay=min(delay, MAX_DELAY) if delay > 0 else 0.0)


def _origin(url: str) -> str:
    """``https://example.org:8443``; "" where it is no address of a web page."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


async def _fetch(page: Page, url: str) -> tuple[int, str, bytes]:
    """Status, the browser's word for what went wrong, and what came, MAX_BYTES and one at most."""
    session = await page.context.new_cdp_session(page)
    try:
        tree = await session.send("Page.getFrameTree")
        asked = {
            "frameId": tree["frameTree"]["frame"]["id"],
            "url": url,
            "options": {"disableCache": False, "includeCredentials": False},
        }
        got = (await session.send("Network.loadNetworkResource", asked))["resource"]
        status = int(got.get("httpStatusCode", 0))
        stream = got.get("stream")
        body = await _body(session, stream) if stream else b""
        return status, "" if status else str(got.get("netErrorName") or FAILED), body
    finally:
        await session.detach()


async def _body(session: CDPSession, stream: str) -> bytes:
    body = b""
    while len(body) <= MAX_BYTES:
        part: dict[str, Any] = await session.send("IO.read", {"handle": stream, "size": _CHUNK})
        data = part["data"]
        body += base64.b64decode(data) if part.get("base64Encoded") else data.encode()
        if part["eof"]:
            break
    await session.send("IO.close", {"handle": stream})
    return body
