"""How far a recorded request got. Pure.

"Sent" is said only of what a server answered: not of what was stopped, and not of what the browser had in store or answered by itself.
"""

from netcurtain.core.document_kinds import NOTHING_IN_IT, is_downloaded
from netcurtain.core.request import Fate
from netcurtain.har.shape import Answered, Entry

_STOPPED = ("blocked_by_client", "blocked_by_content_blocker", "content blocker", "ns_error_blocked", "blockedbyextension")
"""What Chrome, Safari and Firefox call a request that a blocker stopped."""

_BLOCKERS = ("chrome-extension:", "moz-extension:", "safari-web-extension:", "data:")
"""Where a blocker leads a request to instead, by how an address begins."""

_STORED = ("memory cache", "disk cache", "service worker", "inspector override")
"""What Safari calls an answer that no server gave."""

_SAID = {fate.value: fate for fate in Fate}
"""Our own word for it, in the recording of a saved copy."""

_BROKEN_OFF = "net::err_aborted"
"""What Chrome says of a page that was never shown, such as a download's; and of one that was stopped, or left soon, which has a text."""
_ASKS_NOTHING = "application/pdf"
"""A kind that may be shown, but asks for nothing: what comes after it is the page's before it."""
_NO_TEXT = (b"null", b'""')

_REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})


def status_of(answer: Answered | None) -> int:
    """The status of an answer; 0 or less where there was none."""
    try:
        return int(answer.status or 0) if answer else 0
    except (ValueError, OverflowError):
        return 0


def is_redirect(status: int) -> bool:
    """Whether an answer with this status leads elsewhere; "not modified" does not."""
    return status in _REDIRECTS


def leaves_the_page(answer: Answered | None, status: int) -> bool:
    """Whether a main document that got this answer left the page before it where it was, or has no requests of its own."""
    if answer is None:
        return False
    content = answer.content
    kind = (content.kind if content else None) or ""
    has_text = content is not None and (bytes(content.text) not in _NO_TEXT or bool(content.file))
    is_broken_off = _BROKEN_OFF in (answer.error or answer.failure or "").lower() and not has_text
    return status in NOTHING_IN_IT or is_broken_off or is_downloaded(kind) or kind.strip().lower().startswith(_ASKS_NOTHING)


def fate(entry: Entry, status: int) -> Fate:
    """How far it got, with an answer of this status."""
    if said := _SAID.get(entry.fate or ""):
        return said
    answer = entry.response
    if answer is None:
        return Fate.ATTEMPTED
    error, leads_to = answer.error or answer.failure, answer.leads_to
    if (error and any(mark in error.lower() for mark in _STOPPED)) or (leads_to and leads_to.lower().startswith(_BLOCKERS)):
        return Fate.STOPPED_BY_ANOTHER
    if status <= 0 or _stayed_here(entry, answer, status):
        return Fate.ATTEMPTED
    return Fate.ANSWERED


def _stayed_here(entry: Entry, answer: Answered, status: int) -> bool:
    """Whether the browser had the answer, or made it. A service worker's own request is an entry of its own."""
    if entry.cached or entry.by_worker or answer.by_worker or entry.by_script or (entry.fetched and entry.fetched.lower() in _STORED):
        return True
    if answer.said == "Internal Redirect":
        return True  # Chrome: from http to https, before anything was sent
    # Firefox says of what it had in store only that no byte of it came from anywhere.
    stored = answer.size == 0 and answer.content is not None and isinstance(answer.content.size, float) and answer.content.size > 0
    return stored and not entry.answered_from and status == 200
