"""Fields outside of every form, as page_text.py grouped them -> those that ask a person something; none where all are the page's own.

The page's own are its search, its menus and switches, choices about cookies, and "Was this page helpful?".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from netcurtain.har.page_fields import Control

_TYPED = frozenset(
    {"", "text", "email", "tel", "url", "number", "password", "date", "datetime-local", "month", "week", "time", "file", "textarea"}
)
_MACHINES = frozenset({"g-recaptcha-response", "h-captcha-response", "cf-turnstile-response"})
"""Fields that a check for machines fills in."""
_NOT_ASKED = frozenset({"hidden", "disabled", "readonly"})
"""Attributes by which nobody answers there."""
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SEARCH_ROLES = frozenset({"search", "searchbox"})
_SEARCH_NAMES = frozenset({"q", "s", "query", "keyword", "keywords", "term", "terms"})
_SEARCH = re.compile(r"\s*(?:site\W?)?(?:search|find\b|chwili)", re.IGNORECASE)
_QUESTION = re.compile(
    r"\?\s*$|^\s*(?:what|which|who|when|where|how|do|does|did|are|is|was|were|have|has)\b"
    r"|^\s*(?:beth|pa|pwy|pryd|ble|sut|ydych|oes|oedd|a oedd|a ydych)\b",
    re.IGNORECASE,
)
_OF_THE_PAGE = re.compile(
    r"\bcookie|\bcwci"
    r"|^\W*(?:(?:strictly )?necessary|essential|analytics|performance|functional|marketing|advertising|targeting|statistics)\W*$"
    r"|\b(?:page|information|article|answer|content)\b.{0,60}\b(?:helpful|useful|help you)\b|\b(?:this|site)\b.{0,60}\b(?:helpful|useful)\b"
    r"|\bfind what you\b|\brate (?:this|our|your)\b|\bfeedback\b|\badborth\b|\b(?:tudalen|dudalen)\b.{0,60}\b(?:gymorth|dd?efnyddiol)"
    r"|\b(?:text|font) size\b|\bcolou?r (?:scheme|theme)\b|\b(?:dark|light) mode\b|\bhigh contrast\b|\bcaptions\b",
    re.IGNORECASE,
)
"""What a question is about that is no question about a person: cookies, the page, how it looks."""


def asked_of(controls: Sequence[Control], labels: Mapping[str, str], buttons: Sequence[str]) -> list[Control]:
    """Of a group of fields outside of every form, those that a person may answer; none where they are only the page's own."""
    seen = [control for control in controls if _is_asked(control)]
    if any(_is_typed_into(control, labels) for control in seen):
        return seen
    if any(_OF_THE_PAGE.search(button) for button in buttons):
        return []
    return seen if any(question and not _OF_THE_PAGE.search(question) for question in _questions(seen)) else []


def _is_asked(control: Control) -> bool:
    attributes = control.attributes
    if not _NOT_ASKED.isdisjoint(attributes) or attributes.get("aria-hidden", "").lower() == "true":
        return False
    return attributes.get("name", "").lower() not in _MACHINES and not _NOT_SHOWN.search(attributes.get("style", ""))


def _is_typed_into(control: Control, labels: Mapping[str, str]) -> bool:
    """Whether somebody is asked to write something, other than what they look for."""
    attributes, is_long = control.attributes, control.is_free
    if not is_long and (control.tag == "select" or control.type not in _TYPED):
        return False
    around = control.around.text() if control.around else ""
    said = [labels.get(attributes.get("id", ""), ""), around, attributes.get("aria-label", ""), control.placeholder]
    names = [attributes.get("name", ""), attributes.get("id", "")]
    if attributes.get("role", "").lower() in _SEARCH_ROLES or names[0].lower() in _SEARCH_NAMES:
        return False
    return not any(_SEARCH.match(one) for one in (*said, *names)) and (is_long or any(said))


def _questions(controls: Sequence[Control]) -> Iterator[str]:
    """The legends of choices and what they stand in; of radio buttons also the words before the first of each name, where they ask."""
    before: dict[str, str] = {}
    for control in controls:
        if control.legend:
            yield control.legend.text()
        elif control.type == "radio":
            before.setdefault(control.attributes.get("name", ""), control.before)
    yield from (words for words in before.values() if _QUESTION.search(words))
