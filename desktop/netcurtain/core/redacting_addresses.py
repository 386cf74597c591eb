"""What of an address that a tracker was told may leave: all of it where it is the page's own, else only whose it is. Pure.

A folder, and a part of a host, can spell what somebody typed. What the page's own address says stays: the copy names the page by it.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from netcurtain.core.decoders.telling import ADDRESSES, MAX_VALUE
from netcurtain.core.domains import AUTHORITY, plain_host, registrable_domain
from netcurtain.core.finding import DecodedEvent
from netcurtain.core.redacting_names import CUT, name_of


def told_address(address: str, own: str) -> str:
    """An address without values, as it may stand beside ``own``, the page's; empty where nobody can say whose it is."""
    if len(address) >= MAX_VALUE and own.startswith(address):
        return address
    scheme, host, path, names = _parts(address)
    _, own_host, own_path, own_names = _parts(own)
    if not host:
        return ""
    if host == own_host and path.rstrip("/") == own_path.rstrip("/"):
        known = [name for name in names if name in own_names or (name_of(name) == name and name != CUT)]
        return f"{scheme}://{host}{path}{'?' if known else ''}{'&'.join(known)}"
    if host != own_host:
        host = registrable_domain(host.partition(":")[0])
        if "." not in host:
            return ""
    return f"{scheme}://{host}{path if path in ('', '/') else f'/{CUT}'}"


def with_told_addresses(events: Sequence[DecodedEvent], own: str) -> tuple[DecodedEvent, ...]:
    """Events whose addresses are cut so."""
    return tuple(
        replace(
            event,
            told=tuple(
                dict.fromkeys(
                    replace(fact, value=told_address(fact.text, own)) if fact.what in ADDRESSES and fact.value else fact
                    for fact in event.told
                )
            ),
        )
        for event in events
    )


def _parts(address: str) -> tuple[str, str, str, list[str]]:
    """Scheme, host with its port, path, and the names of its query."""
    found = AUTHORITY.match(address)
    if found is None:
        return "", "", "", []
    before, _, query = address[found.end() :].partition("?")
    port, slash, path = before.partition("/")
    return found[1].lower(), plain_host(found[2]) + port, slash + path, query.split("&") if query else []
