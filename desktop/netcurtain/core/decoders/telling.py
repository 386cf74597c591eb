"""What a decoder collects while it reads one event: facts, each cut, cleaned and without what must not be told."""

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import md5, sha1, sha256

from netcurtain.core.decoders.payload import unescaped
from netcurtain.core.domains import host_of, plain_host, registrable_domain, without_query_values
from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, Value, What

MAX_VALUE = 500
"""Characters of one told value that are kept."""
MAX_LOOKED_AT = 4 * MAX_VALUE
"""Characters of a value that are looked at to find those."""
MAX_NAMES = 100
"""Names of a form's fields."""
MAX_FACTS = 60
"""Facts of one event."""
MAX_EMAIL = 320
"""Characters of what can be an e-mail address."""

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


_EMAIL = re.compile(r"[^\s@/:;,&=?#*<>(){}\[\]\"']{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}[a-z]{2,24}", re.IGNORECASE)
_EMAIL_IN_THE_OPEN = Identity(IdentityKind.EMAIL, IdentityForm.PLAIN)
_ENDINGS = """
avif bmp cjs css csv doc docx gif heic htm html ico jpeg jpg js json jsp jsx map mjs odt pdf php png ppt pptx rss rtf scss svg tif tiff
ts tsx txt wasm webp woff xls xlsx xml
"""
_FILES = frozenset(_ENDINGS.split())
"""How the names of files end, and no domain: ``logo@2x.png`` is a picture."""
_ENCODED = re.compile(r"https?%(?:25)?3a", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)


class Telling:
    """The facts of one event, in the order they were added; what is empty, or there already, is passed over."""

    def __init__(self, vendor: str, organisation: str) -> None:
        self._vendor, self._organisation = vendor, organisation
        self._told: dict[tuple[What, Value, str], None] = {}
        self._mailboxes: dict[str, set[str]] = {}
        """Sites of the mailboxes by their parameter, where each may be the page's own."""
        self._sites: set[str] = set()
        """Sites of the page's address."""

    def tell(self, what: What, value: str, parameter: str) -> None:
        """A text. An address goes without the values of its query, a text on one line. An e-mail address in the query of a page
        is who somebody is; in that of a link it may be whoever the link writes to.
        """
        if what in ADDRESSES:
            address = plain_address(value[:MAX_LOOKED_AT].strip())
            self._add(what, without_query_values(address)[:MAX_VALUE], parameter)
            if what is What.PAGE_ADDRESS and (host := host_of(address)):
                self._sites.add(registrable_domain(host))
            if what is not What.LINK_ADDRESS:
                for _, mail in emails_in(address):
                    self.tell_mail(mail, parameter)
        else:
            self._add(what, " ".join(value[:MAX_LOOKED_AT].split())[:MAX_VALUE], parameter)

    def tell_visitor(self, parameter: str, value: str) -> None:
        """A number for this browser: told by the name of its parameter. Some sites give an e-mail address instead."""
        if email_of(value):
            self.tell_identity(IdentityKind.EMAIL, value, parameter)
        elif not tells_nothing(value):
            self._add(What.VISITOR_ID, parameter, parameter)

    def tell_fields(self, names: Iterable[str], parameter: str) -> None:
        """The names of a form's fields."""
        self._add(What.FORM_FIELDS, tuple(name[:MAX_VALUE] for name in names if name)[:MAX_NAMES], parameter)

    def tell_identity(self, kind: IdentityKind, value: str, parameter: str, form: IdentityForm | None = None) -> None:
        """A part of who somebody is: its kind and form, never the value. ``form`` is given where the vendor's format says it. Some sites
        give an e-mail address as their own number for a person.
        """
        if kind is IdentityKind.EXTERNAL_ID and email_of(value):
            kind = IdentityKind.EMAIL
        if not tells_nothing(value):
            self._add(What.IDENTITY, Identity(kind, form or form_of(value)), parameter)

    def tell_mail(self, mail: str, parameter: str) -> None:
        """An e-mail address where a site may as well have put its own, such as that of its helpline: one at the page's site is nobody's."""
        self._mailboxes.setdefault(parameter[:MAX_VALUE], set()).add(registrable_domain(plain_host(mail.rpartition("@")[2])))
        self._add(What.IDENTITY, _EMAIL_IN_THE_OPEN, parameter)

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
        told = tuple(DecodedField(*fact) for fact in self._told if not self._is_own_mailbox(*fact))
        return DecodedEvent(self._vendor, self._organisation, name[:MAX_VALUE] if name else None, told)

    def _is_own_mailbox(self, what: What, value: Value, parameter: str) -> bool:
        """Asked at the end, for the page's address may be told last."""
        sites = self._mailboxes.get(parameter)
        return what is What.IDENTITY and value == _EMAIL_IN_THE_OPEN and sites is not None and sites <= self._sites

    def _add(self, what: What, value: Value, parameter: str) -> None:
        if value and len(self._told) < MAX_FACTS:
            self._told[what, value, parameter[:MAX_VALUE]] = None


def tells_nothing(value: str) -> bool:
    """Whether a value stands for nobody: empty, zero, a hash of nothing, or a gap that nobody filled."""
    plain = value.strip()
    return plain.lower().rstrip("=").replace(" ", "+") in _OF_NOTHING or _UNFILLED.fullmatch(plain) is not None


def email_of(value: str) -> str:
    """The e-mail address in the open that a value is, perhaps percent-encoded; empty where it is none, or has more in it."""
    if len(value) > MAX_EMAIL or ("@" not in value and "%" not in value):
        return ""
    plain = unescaped(unescaped(value)).strip()
    return plain if _EMAIL.fullmatch(plain) and plain.rpartition(".")[2].lower() not in _FILES else ""


def emails_in(address: str) -> Iterator[tuple[str, str]]:
    """The e-mail addresses in the query of an address, each with its name there before it."""
    if "@" in address or "%" in address:
        for piece in address.partition("#")[0].partition("?")[2].split("&"):
            name, _, value = piece.partition("=")
            if mail := email_of(value):
                yield name, mail


def plain_address(written: str) -> str:
    """An address that was percent-encoded once or twice too often, as it is."""
    for _ in range(2):
        if _ENCODED.match(written):
            written = unescaped(written)
    return written


def is_web(written: str) -> bool:
    """Whether a value is a whole address of the web, perhaps percent-encoded."""
    return _WEB.match(plain_address(written[:MAX_LOOKED_AT].strip())) is not None


def where_web(parameters: Mapping[str, Sequence[str]], facts: Mapping[str, What]) -> Mapping[str, What]:
    """A table without the pages whose value is no whole address: names as short as ``u`` may hold other things."""
    return {
        name: what
        for name, what in facts.items()
        if what not in (What.PAGE_ADDRESS, What.REFERRER) or is_web(next(iter(parameters.get(name, ())), ""))
    }


def form_of(value: str) -> IdentityForm:
    """In which form an identity is told, by its looks."""
    plain = value.strip()
    return next((form for pattern, form in _FORMS if pattern.fullmatch(plain)), IdentityForm.PLAIN)
