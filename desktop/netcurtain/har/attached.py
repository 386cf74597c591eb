"""What a recording keeps in files of its own, beside it or in the same zip, as Playwright does it with "attach" -> put where it belongs.

Only documents and bodies that were sent are fetched, and only by names such as Playwright gives: a hash, which no other file is called.
"""

import re
from base64 import b64encode
from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from netcurtain.core.decoders.payload import MAX_OPENED
from netcurtain.core.request import ResourceType
from netcurtain.har.purpose import HTML
from netcurtain.har.recorded import MAX_TEXT, recorded
from netcurtain.har.shape import Content, Entry, PostData

Fetch = Callable[[str, int], bytes | None]
"""The first so many bytes of the file with a name; None where there is none."""

_DOCUMENTS = (ResourceType.MAIN_FRAME, ResourceType.SUB_FRAME, ResourceType.OBJECT)
_NAME = re.compile(r"[0-9a-f]{40}(?:\.[a-z0-9]{1,10})?")


def attached(entry: Entry, fetch: Fetch) -> Entry:
    """An entry with the page and the body that stand in files of their own."""
    asked, answer = entry.request, entry.response
    if asked and asked.post and asked.post.file and (body := _fetched(asked.post, fetch, MAX_OPENED + 1)):
        entry = replace(entry, request=replace(asked, post=replace(asked.post, text=body, encoding="base64")))
    content = answer.content if answer else None
    if answer and content and content.file and _is_document(entry) and (text := _fetched(content, fetch, MAX_TEXT)):
        packed = replace(content, text=msgspec.Raw(msgspec.json.encode(text)), encoding="base64")
        entry = replace(entry, response=replace(answer, content=packed))
    return entry


def _is_document(entry: Entry) -> bool:
    """Whether it is of a kind whose text is read: a page, or a document in one. What a page's script fetched is not."""
    kind = (entry.response.content.kind if entry.response and entry.response.content else None) or ""
    return kind.lower().startswith(HTML) and (request := recorded(entry)) is not None and request.type in _DOCUMENTS


def _fetched(part: Content | PostData, fetch: Fetch, most: int) -> str:
    """What is in a part's file, as base64; empty where it has none."""
    if not part.file or not _NAME.fullmatch(part.file):
        return ""
    return b64encode(fetch(part.file, most) or b"").decode()
