"""Which answers to a tab's navigations became its document. Pure.

The first that is no redirect says what the address is, whatever it is (loading.judge). What a page asks for after that may leave the page
where it is: a file that is downloaded, or an answer with nothing in it.
"""

from collections.abc import Sequence

from playwright.async_api import Response

NOTHING_IN_IT = frozenset({204, 205})
"""Answers after which a browser stays where it is, and says that the load was broken off."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
DOWNLOADED = "application/octet-stream"


def with_answer(documents: Sequence[Response], answer: Response) -> list[Response]:
    """The answers since a load began, with one more. One that leaves a document that is there where it is, is left out."""
    is_there = any(one.status not in REDIRECTS for one in documents)
    return list(documents) if is_there and _leaves_it(answer) else [*documents, answer]


def places(documents: Sequence[Response]) -> tuple[str, ...]:
    """The addresses that a tab was at, each once, in their order; of those that only led on, no more than the newest answer's."""
    return tuple(dict.fromkeys(one.url for one in documents if one is documents[-1] or one.status not in REDIRECTS))


def _leaves_it(answer: Response) -> bool:
    kind, sent_as = (answer.headers.get(name, "").partition(";")[0].strip().lower() for name in ("content-type", "content-disposition"))
    return answer.status in NOTHING_IN_IT or answer.status in REDIRECTS or kind == DOWNLOADED or sent_as == "attachment"
