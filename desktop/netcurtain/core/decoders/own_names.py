"""Who somebody is, where a site hands it over under a name of its own making, such as ``ep.user_email`` or ``cd[hashed_phone]``.

Under such a name anything may stand, ``yes`` or the helpline that was rung. So it counts only where the name says who it is and the value
looks the part, as an e-mail address or as a hash; names that say nothing, such as Adobe's ``v20``, are not read.
"""

import re
from collections.abc import Iterator

from netcurtain.core.decoders.payload import Parameters
from netcurtain.core.decoders.telling import Telling, email_of, form_of
from netcurtain.core.finding import IdentityForm, IdentityKind

_LONGEST = 40
"""Letters of such a name."""

_WHOSE = "user|customer|client|member|visitor|donor|supporter|patient|subscriber"
_SCRAMBLED = "hash|hashed|sha256|sha1|md5|encrypted"
_WORDS = {
    IdentityKind.EMAIL: "email|emailaddress",
    IdentityKind.PHONE: "phone|phonenumber|mobile|mobilenumber|telephone",
    IdentityKind.FIRST_NAME: "firstname|givenname|forename",
    IdentityKind.LAST_NAME: "lastname|familyname|surname",
}
_NAME = re.compile(
    rf"(?:{_WHOSE}|{_SCRAMBLED}){{0,2}}(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _WORDS.items())})(?:{_SCRAMBLED}){{0,2}}"
)
_SIGNS = re.compile(r"[_\-. \]$]")
_HASHES = frozenset({IdentityForm.SHA256, IdentityForm.SHA1, IdentityForm.MD5})
_SAYS_HASH = re.compile(_SCRAMBLED)
_HEX = re.compile(r"[0-9a-fA-F]+")


def tell_named(telling: Telling, parameters: Parameters, *prefixes: str) -> None:
    """An identity for each parameter that begins with one of these and then says by its name who it holds."""
    for name, chosen, kind in _kinds(parameters, prefixes):
        for value in parameters[name]:
            if _is_hash(value, chosen):
                telling.tell_identity(kind, value, name)
            elif kind is IdentityKind.EMAIL and (mail := email_of(value)):
                telling.tell_mail(mail, name)


def _kinds(parameters: Parameters, prefixes: tuple[str, ...]) -> Iterator[tuple[str, str, IdentityKind]]:
    """Each such parameter, its name without prefix and signs, and whom it names."""
    for name in parameters:
        prefix = next((prefix for prefix in prefixes if name.startswith(prefix)), None)
        if prefix is None or len(name) - len(prefix) > _LONGEST:
            continue
        chosen = _SIGNS.sub("", name.removeprefix(prefix)).lower()
        found = _NAME.fullmatch(chosen)
        if found and found.lastgroup:
            yield name, chosen, IdentityKind(found.lastgroup)


def _is_hash(value: str, chosen: str) -> bool:
    """In letters of all kinds only where the name says so: 43 of them can be the name of a page."""
    return form_of(value) in _HASHES and bool(_HEX.fullmatch(value.strip()) or _SAYS_HASH.search(chosen))
