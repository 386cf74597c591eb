"""What may stand in place of one value of a request that leaves us. Pure.

A value stays only where it says, at the place where a decoder read it, one of the facts that may be quoted; who somebody is is replaced by
something made up, of the same form; all else is a mark. So what comes out is one of the facts, or one of the constants below.
"""

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from hashlib import md5, sha1, sha256

from netcurtain.core.decoders.telling import ADDRESSES, MAX_LOOKED_AT, MAX_VALUE, emails_in, form_of, is_web, plain_address, tells_nothing
from netcurtain.core.domains import without_query_values
from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, What
from netcurtain.core.quoting import TAG
from netcurtain.core.redacting_addresses import told_address
from netcurtain.core.redacting_names import CUT, name_of

MARK = "-"
"""In place of a value that tells nothing we know of."""
TOLD = "cut"
"""In place of one that told a fact whose words may not be kept."""
_TOLD_ADDRESS, _TOLD_GOAL = f"https://{TOLD}", f"goal://{TOLD}/"
"""The same of a whole address, and, before what was done, of what Yandex writes in place of one: decoders read by how they begin."""
NUMBER = "1"
"""In place of a number for the browser."""
MASKED_TEXT = "\u2022"
"""In place of words that the tracker itself had hidden."""

NOBODY = "x@example.invalid"
_NOBODY_MASKED, _NOBODY_ELSE = "x***", "x"
_MADE_UP = {
    IdentityForm.MASKED: _NOBODY_MASKED,
    IdentityForm.SHA256: sha256(NOBODY.encode()).hexdigest(),
    IdentityForm.SHA1: sha1(NOBODY.encode(), usedforsecurity=False).hexdigest(),
    IdentityForm.MD5: md5(NOBODY.encode(), usedforsecurity=False).hexdigest(),
}

_TOKENS = re.compile(r"[.\[\]]+")
_LISTS = re.compile(r"([,|~])")
_MASKS = frozenset("\u2022\u25aa\u25ab")
_NO_LINKS = ("javascript:", "#")
_INPUT_TYPES = (
    "text email tel number date password search url hidden submit button image reset checkbox radio file textarea select-one range"
)
_INPUTS = frozenset(_INPUT_TYPES.split())
_ELEMENTS = frozenset({"input", "select", "textarea", "form", "button", "a", "submit"})
_HTML = {"inputType": _INPUTS, "elementType": _INPUTS, "type": _INPUTS, "tag": _ELEMENTS, "tagName": _ELEMENTS, "ot": _ELEMENTS}
"""By its name, what says of a page's element what it is: decoders read by it, and it is never an answer."""
_GOALS, _GOAL = "page-url", re.compile(r"(?!https?:)[a-z]+://", re.IGNORECASE)
"""Where Yandex writes that, and how it looks."""
_KNOWN = "$is_identified"
"""PostHog's name for whether its number is a person's; a decoder reads by it."""
_VERSIONS = {"v": frozenset({"1", "2"})}
_ADOBE_STATE = "_identity"
"""How the name of what Adobe keeps its number for the browser in ends."""

Where = Sequence[str]
"""The names that lead to a value, outermost first."""


class Facts:
    """The facts of one request that may be quoted, as what may stand where. ``anywhere``: they were found by looking for the page's own
    address and title, not read at a place.
    """

    def __init__(self, events: Sequence[DecodedEvent], own_address: str, *, anywhere: bool) -> None:
        self._events = events
        self._own_address = own_address
        self._anywhere = anywhere
        self._names = frozenset(event.event for event in events if event.event)
        self._placed: list[tuple[frozenset[str], tuple[str, ...], DecodedField]] = []
        for fact in dict.fromkeys(fact for event in events for fact in event.told):
            tokens = _tokens(fact.parameter)
            self._placed.append((frozenset(tokens), tokens, fact))
        self._at: dict[tuple[str, ...], tuple[DecodedField, ...]] = {}

    @cached_property
    def tags(self) -> frozenset[str]:
        """The site's own numbers that may be quoted."""
        return frozenset(
            fact.text.removeprefix(f"{TAG} ")
            for event in self._events
            for fact in event.told
            if fact.what is What.OTHER and fact.text.startswith(f"{TAG} ")
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the parameters that told something; they are a decoder's own."""
        return frozenset(name for names, _, _ in self._placed for name in names)

    def stand_in(self, value: str, where: Where) -> str:
        """What may stand in place of a value that has nothing else in it."""
        if not value.strip():
            return ""
        last = where[-1] if where else ""
        if value.lower() in _HTML.get(last, ()) or value in _VERSIONS.get(last, ()):
            return value
        if last == "key" and value.endswith(_ADOBE_STATE):
            return _ADOBE_STATE
        facts = self._facts_at(tuple(where))
        if (said := self._said(value, facts)) or (said := self._event_name(value, last)):
            return said
        if (made_up := _made_up(value, facts)) is not None:
            return made_up
        if not _MASKS.isdisjoint(value):
            return MASKED_TEXT
        if value.startswith(_NO_LINKS):
            return "#"
        if last == _GOALS and _GOAL.match(value):
            done = (fact.text for fact in facts if fact.what is What.EVENT and fact.value and value.endswith(f"/{fact.text}"))
            return _TOLD_GOAL + next(done, TOLD)
        if any(fact.what in ADDRESSES and not fact.value for fact in facts):
            return written_address(_TOLD_ADDRESS if is_web(value) else TOLD, _people(value, facts))
        return TOLD if any(fact.value in ("", TAG) for fact in facts) else MARK

    def may_be_true(self, where: Where) -> bool:
        """Whether a yes may stand: only one that says no more than that it was told who somebody is."""
        return where[-1:] == (_KNOWN,) and any(isinstance(fact.value, Identity) for _, _, fact in self._placed)

    def _facts_at(self, where: tuple[str, ...]) -> tuple[DecodedField, ...]:
        """The facts that were read at a place: all the names of their parameter lead to it, in order."""
        found = self._at.get(where)
        if found is None:
            tokens = tuple(token for name in where for token in _tokens(name))
            there = frozenset(tokens)
            found = tuple(
                fact for names, ordered, fact in self._placed if self._anywhere or (names <= there and _leads_to(ordered, tokens))
            )
            self._at[where] = found
        return found

    def _said(self, value: str, facts: Sequence[DecodedField]) -> str:
        """The words of a fact that this value says."""
        line = " ".join(value[:MAX_LOOKED_AT].split())[:MAX_VALUE]
        address = ""
        for fact in facts:
            if not fact.value or isinstance(fact.value, Identity):
                continue
            if fact.what in ADDRESSES:
                address = address or self._address(value)
                if address == fact.value or (self._anywhere and _has(value, fact.text)):
                    return written_address(fact.text, _people(value, facts))
            elif fact.what is What.OTHER:
                pieces = _LISTS.split(value.strip())
                if any(piece in self.tags for piece in pieces):
                    return "".join(piece if piece in self.tags or _LISTS.fullmatch(piece) else MARK for piece in pieces)
            elif fact.what is What.FORM_FIELDS:
                if isinstance(fact.value, tuple) and value[:MAX_VALUE] in fact.value:
                    return value[:MAX_VALUE]
            elif fact.what in _WORDS and (
                fact.value == line or (self._anywhere and fact.what is What.PAGE_TITLE and _has(value, fact.text))
            ):
                return fact.text
        return ""

    def _address(self, value: str) -> str:
        return told_address(without_query_values(plain_address(value[:MAX_LOOKED_AT].strip()))[:MAX_VALUE], self._own_address)

    def _event_name(self, value: str, last: str) -> str:
        """The vendor's own name of an event, which stands under different names: under any that is a vendor's."""
        return value if value in self._names and last and name_of(last) == last else ""


_WORDS = frozenset({What.PAGE_TITLE, What.EVENT, What.BUTTON_TEXT, What.FORM_ID, What.CONSENT})


def made_up(kind: IdentityKind, form: IdentityForm) -> str:
    """Something in place of a part of who somebody is, of the same form."""
    return _MADE_UP.get(form) or (NOBODY if kind is IdentityKind.EMAIL else _NOBODY_ELSE)


def written_address(text: str, people: Collection[str] = ()) -> str:
    """An address that may be quoted, so that it is read as it was: each name of its query with a value that is empty, or somebody made up
    under the names of ``people``. Where none of these may stand, somebody is under a name that is none.
    """
    address, _, names = text.partition("?")
    query = [f"{name}={NOBODY if name in people else ''}" for name in names.split("&")] if names else []
    if people and not any(one.endswith(NOBODY) for one in query):
        query.append(f"{CUT}={NOBODY}")
    return f"{address}?{'&'.join(query)}" if query else address


def _people(value: str, facts: Sequence[DecodedField]) -> Collection[str]:
    """Under which names of an address somebody was told; under none where it was nobody, such as the site's own mailbox."""
    if not any(isinstance(fact.value, Identity) for fact in facts):
        return ()
    return {name for name, _ in emails_in(plain_address(value[:MAX_LOOKED_AT].strip()))}


def _made_up(value: str, facts: Sequence[DecodedField]) -> str | None:
    """In place of who somebody is, or of a number for the browser, where one was told here; None where it was not. Who stands in the query
    of an address is none of it.
    """
    if tells_nothing(value):
        return None
    addresses = {fact.parameter for fact in facts if fact.what in ADDRESSES}
    people = [fact.value for fact in facts if isinstance(fact.value, Identity) and fact.parameter not in addresses]
    if people:
        looks = form_of(value)
        alike = [one for one in people if one.form is looks] or people
        return made_up(alike[0].kind, alike[0].form)
    return NUMBER if any(fact.what is What.VISITOR_ID for fact in facts) else None


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(filter(None, _TOKENS.split(name)))


def _leads_to(names: Sequence[str], tokens: Sequence[str]) -> bool:
    left = iter(tokens)
    return all(name in left for name in names)


def _has(value: str, words: str) -> bool:
    """Whether a page's own words, or its address, stand in a longer text."""
    sought = words.partition("://")[2].partition("?")[0].rstrip("/") or words
    return " ".join(sought.split()).casefold() in " ".join(value.split()).casefold()
