"""Events as the lines of `netcurtain serve --json`: one JSON object each (docs/COMMANDS.md, "serve").

No address in them has a query; of a private window no address, title or sentence is told, and the pages of
a paused visit are not.
"""

from collections.abc import Callable, Iterator
from typing import Any

from netcurtain.core import event as happened
from netcurtain.core.domains import without_query
from netcurtain.core.finding import DecodedField, FlaggedBy, What
from netcurtain.core.flagging import KNOWN_VENDORS
from netcurtain.core.level import FormLevel
from netcurtain.core.told_line import value_line

Line = dict[str, Any]

ADDRESSES = frozenset({What.PAGE_ADDRESS, What.REFERRER, What.LINK_ADDRESS})


class EventLines:
    """Turns events into lines; remembers of each open page what was last said, so that a page is told again only when it changed."""

    def __init__(self) -> None:
        self._pages: dict[happened.PageKey, Line] = {}
        self._tellers: dict[type, Callable[[Any], Line | None]] = {
            happened.PageUpdated: self._page,
            happened.PageGone: self._gone,
            happened.MatchSeen: _match,
            happened.FindingMade: _finding,
            happened.FormJudged: _form,
            happened.VerdictChanged: _verdict,
            happened.SubmissionMade: _submission,
            happened.SubmissionAnswered: _choice,
            happened.BrowserPaired: _paired,
        }

    def of(self, event: happened.Event) -> Iterator[Line]:
        """The line of an event, if it has one."""
        teller = self._tellers.get(type(event))
        line = teller(event) if teller else None
        if line is not None:
            yield line

    def _page(self, event: happened.PageUpdated) -> Line | None:
        view = event.view
        if view.paused:
            return None
        line: Line = {"event": "page", "page": view.key.page}
        if not view.private:
            line |= {"url": without_query(view.url), "title": view.title}
        if self._pages.get(view.key) == line:
            return None
        self._pages[view.key] = line
        return line

    def _gone(self, event: happened.PageGone) -> None:
        self._pages.pop(event.key, None)


def _match(event: happened.MatchSeen) -> Line:
    request = event.request
    return {
        "event": "match",
        "page": event.key.page,
        **({} if event.private else {"url": without_query(request.url)}),
        "type": request.type,
        "filter": request.filter or None,
        "list": KNOWN_VENDORS if request.flagged_by is FlaggedBy.KNOWN_VENDOR else request.filter_list or None,
        "organisation": request.organisation,
    }


def _finding(event: happened.FindingMade) -> Line:
    line: Line = {"event": "finding", "page": event.key.page, "organisation": event.finding.organisation}
    if not event.private:
        line |= {"sentence": event.finding.sentence, "told": [_told(fact) for fact in event.finding.told]}
    return line


def _told(fact: DecodedField) -> Line:
    return {"what": fact.what, "value": _value(fact), "parameter": fact.parameter}


def _value(fact: DecodedField) -> object:
    return without_query(fact.text) if fact.what in ADDRESSES else value_line(fact)


def _form(event: happened.FormJudged) -> Line:
    return {
        "event": "form",
        "page": event.key.page,
        "sensitive": event.form_level is FormLevel.SENSITIVE,
        "level": event.form_level,
        "categories": event.categories,
    }


def _verdict(event: happened.VerdictChanged) -> Line:
    return {"event": "verdict", "page": event.key.page, "level": event.level, "organisations": event.organisations}


def _submission(event: happened.SubmissionMade) -> Line:
    return {"event": "submission", "page": event.key.page, "submission": event.submission}


def _choice(event: happened.SubmissionAnswered) -> Line | None:
    """One that went away unanswered is no choice."""
    return {"event": "choice", "submission": event.submission, "choice": event.choice} if event.choice else None


def _paired(event: happened.BrowserPaired) -> Line:
    return {"event": "paired", "browser": event.name or event.browser}
