"""The beginning of an address, up to its path: enough to know the host, and whose it is. core/filter_index.py remembers it by this text.

Only what browsers write in the plain way is plain; all else (a user name, capitals, an IPv6 host ...) goes through core/question.py.
"""

import re

from netcurtain.core.domains import MAX_HOST, place_of

_PLAIN = re.compile(rf"(?:https?|wss?)://([a-z0-9_.-]{{,{MAX_HOST - 1}}}[a-z0-9_-])(?::[0-9]+)?")


def plain_host_at(start: str) -> str | None:
    """The host in ``start``, all that stands before the path of an address; None where it is not written in the plain way."""
    found = _PLAIN.fullmatch(start)
    return found[1] if found else None


def host_at(start: str) -> tuple[str, int]:
    """The host of an address in the plain way, and where it ends."""
    begin = start.find("://") + 3
    port = start.rfind(":")
    end = port if port > begin and start[-1] != "]" else len(start)
    return start[begin:end], end


def is_third_party(host: str, page: str) -> bool:
    """Whether a request leaves the site of its page. Two hosts of one site end in the same two labels, so only such are looked up."""
    if host.rsplit(".", 2)[-2:] != page.rsplit(".", 2)[-2:]:
        return True
    return host != page and place_of(host).site != place_of(page).site
