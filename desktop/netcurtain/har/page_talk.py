"""Where people talk to each other on a page, for page_text.py: what was said there is no question that the page asks in the box below it.

Only what stands in such an element counts as said, and only before what may be the box. Where it is doubtful, the words are read.
"""

from collections.abc import Sequence

from netcurtain.har.page_area import EMPTY
from netcurtain.har.page_fields import Control, Words

_CALLED = frozenset(
    {"chat", "live-chat", "livechat", "webchat", "web-chat", "chatbot"}
    | {f"chat{end}" for one in ("box", "window", "log", "history", "messages", "transcript") for end in (one, f"-{one}")}
    | {"messages", "message-list", "messages-list", "conversation", "transcript"}
)
"""Whole words of its class: a "btn-chat" and "error-messages" are something else."""
_NO_TALK = EMPTY | {"html", "body"}
_ROLES = frozenset({"log", "feed"})


def is_talk(tag: str, attributes: dict[str, str]) -> bool:
    """Whether people talk to each other in an element."""
    called = attributes.get("class", "").lower().split()
    return tag not in _NO_TALK and (attributes.get("role", "").lower() in _ROLES or not _CALLED.isdisjoint(called))


def around(near: Sequence[Words], controls: Sequence[Control]) -> list[str]:
    """Of the words around a form with these fields, those that the page says, each once."""
    is_box = len(controls) <= 2 and all(one.is_free or one.type == "text" or not one.type for one in controls)
    return list(dict.fromkeys(one.text for one in near if not (is_box and one.said)))
