"""All that is in the facts of a copy, as one text to look for words in: their own repr says nothing."""

import msgspec

from netcurtain.core.evidence import Evidence


def text_of(evidence: Evidence | None) -> str:
    return repr(msgspec.to_builtins(evidence))
