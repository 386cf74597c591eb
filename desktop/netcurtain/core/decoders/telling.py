"""What a decoder collects while it reads one event: facts, each cut, cleaned and without what must not be told."""

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import md5, sha1, sha256

from netcurtain.core.decoders.payload import unescaped
from netcurtain.core.domains import without_query_values
from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, Value, What

MAX_VALUE = 500
"""Characters of one told value that are kept."""
MAX_LOOKED_AT = 4 * MAX_VALUE
"""Characters of a value that are looked at to find those."""
MAX_NAMES = 100
"""Names of a form's fields."""
MAX_FACTS = 60
"""Facts of one event."""

ADDRESSES = frozenset({What.PAGE_ADDRESS, What.REFERRER, What.LINK_ADDRESS})

_FORMS = (
    (re.compile(r"[0-9a-fA-F]{64}|[A-Za-z0-9_-]{43}=?|[A-Za-z0-9+/ ]{43}="), IdentityForm.SHA256),
    (re.compile(r"[0-9a-fA-F]{40}"), IdentityForm.SHA1),
    (re.compile(r"[0-9a-fA-F]{32}"), IdentityForm.MD5),
    (re.compile(r".*\*.*", re.DOTALL), IdentityForm.MASKED),
)
_NOBODY = (
    "",
    " ",
    "+",
    "0",
    "-1",
    "null",
    "undefined",
    "none",
    "NaN",
    "false",
    "n/a",
    "not set",
    "(not set)",
    "anonymous",
    "guest",
    "unknown",
    "[object Object]",
)
"""What a script writes where there is nobody."""


def _hashes_of(word: str) -> Iterator[str]:
    for plain in {written.encode() for written in (word, word.lower(), word.upper(), word.capitalize())}:
        digest = sha256(plain).digest()
        yield digest.hex()
        yield from (encode(digest).decode().rstrip("=").lower() for encode in (b64encode, urlsafe_b64encode))
        yield from (made(plain, usedforsecurity=False).hexdigest() for made in (md5, sha1))


_OF_NOTHING = frozenset(word.lower().replace(" ", "+") for word in _NOBODY).union(*map(_hashes_of, _NOBODY))
"""Those, and their hashes as vendors make them, in small letters; a plus sign of base64 often comes as a space, so all spaces are one."""
_UNFILLED = re.compile(
    r"<.*>|\$?\{.*\}|%%?\w+%%?|(?:%7B|%24%7B|%3C|%5B).*(?:%7D|%3E|%5D)|\[\w+\]"  # such as <hashed_email_address>, also encoded
    r"|[0\s.,:;|@+/_-]*",  # such as a UUID of nothing but zeros
    re.DOTALL | re.IGNORECASE,
)
"""A gap in a template that the site's makers left open, or zeros and signs."""


_ENCODED = re.compile(r"https?%(?:25)?3a", re.IGNORECASE)


class Telling:
    """The facts of one event, in the order they were added; what is empty, or there already, is passed over."""

    def __init__(self, vendor: str, organisation: str) -> None:
        self._vendor, self._organisation = vendor, organisation
        self._told: dict[tuple[What, Value, str], None] = {}

    def tell(self, what: What, value: str, parameter: str) -> None:
        """A text. An address goes without the values of its query, a text on one line."""
        if what in ADDRESSES:
            text = without_query_values(plain_address(value[:MAX_LOOKED_AT].strip()))
        else:
            text = " ".join(value[:MAX_LOOKED_AT].split())
        self._add(what, text[:MAX_VALUE], parameter)

    def tell_visitor(self, parameter: str, value: str) -> None:
        """A number for this browser: told by the name of its parameter."""
        if not tells_nothing(value):
            self._add(What.VISITOR_ID, parameter, parameter)

    def tell_fields(self, names: Iterable[str], parameter: str) -> None:
        """The names of a form's fields."""
        self._add(What.FORM_FIELDS, tuple(name[:MAX_VALUE] for name in names if name)[:MAX_NAMES], parameter)

    def tell_identity(self, kind: IdentityKind, value: str, parameter: str, form: IdentityForm | None = None) -> None:
        """A part of who somebody is: its kind and form, never the value. ``form`` is given where the vendor's format says it."""
        if not tells_nothing(value):
            self._add(What.IDENTITY, Identity(kind, form or form_of(value)), parameter)

    def tell_tag(self, number: str, parameter: str) -> None:
        """The site's own number with the vendor."""
        if not tells_nothing(number):
            self._add(What.OTHER, f"tag {number.strip()[:MAX_VALUE]}", parameter)

    def tell_by_table(self, parameters: Mapping[str, Sequence[str]], facts: Mapping[str, What]) -> None:
        """A text for each parameter of a table that is there."""
        for name, what in facts.items():
            if not (values := parameters.get(name)):
                continue
            if what is What.VISITOR_ID:
                self.tell_visitor(name, values[0])
            else:
                self.tell(what, values[0], name)

    def identities_by_table(self, parameters: Mapping[str, Sequence[str]], kinds: Mapping[str, IdentityKind]) -> None:
        """An identity for each parameter of a table that is there."""
        for name, kind in kinds.items():
            for value in parameters.get(name, ()):
                self.tell_identity(kind, value, name)

    def event(self, name: str | None) -> DecodedEvent:
        """All of it."""
        return DecodedEvent(
            self._vendor, self._organisation, name[:MAX_VALUE] if name else None, tuple(DecodedField(*fact) for fact in self._told)
        )

    def _add(self, what: What, value: Value, parameter: str) -> None:
        if value and len(self._told) < MAX_FACTS:
            self._told[what, value, parameter[:MAX_VALUE]] = None


def tells_nothing(value: str) -> bool:
    """Whether a value stands for nobody: empty, zero, a hash of nothing, or a gap that nobody filled."""
    plain = value.strip()
    return plain.lower().rstrip("=").replace(" ", "+") in _OF_NOTHING or _UNFILLED.fullmatch(plain) is not None


def plain_address(written: str) -> str:
    """An address that was percent-encoded once or twice too often, as it is."""
    for _ in range(2):
        if _ENCODED.match(written):
            written = unescaped(written)
    return written


def form_of(value: str) -> IdentityForm:
    """In which form an identity is told, by its looks."""
    plain = value.strip()
    return next((form for pattern, form in _FORMS if pattern.fullmatch(plain)), IdentityForm.PLAIN)
