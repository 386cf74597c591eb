"""What a page was checked with, as the text that many pages share: JSON, in the table ``circumstances``."""

import msgspec

from netcurtain.core.evidence import Circumstances

MAX_LISTS, MAX_WORDS = 50, 200
"""Lists that are kept, and characters of each word."""


def as_text(circumstances: Circumstances) -> str:
    """As JSON; "" where nothing is known."""
    if circumstances == Circumstances():
        return ""
    cut = Circumstances(
        tuple(name[:MAX_WORDS] for name in circumstances.lists[:MAX_LISTS]),
        circumstances.app[:MAX_WORDS],
        circumstances.extension[:MAX_WORDS],
        circumstances.browser[:MAX_WORDS],
    )
    return msgspec.json.encode(cut).decode()


def circumstances_of(text: str | None) -> Circumstances:
    """Back from the text; nothing is known where there is none, or none that can be read."""
    if not text:
        return Circumstances()
    try:
        return msgspec.json.decode(text, type=Circumstances)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return Circumstances()
