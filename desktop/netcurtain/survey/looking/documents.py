"""Which answers to a tab's navigations became its document. Pure.

The first that is no redirect says what the address is, whatever it is (loading.judge). What a page asks for after that may leave the page
where it is: a file that is downloaded, or an answer with nothing in it.
"""

from collections.abc import Sequence

from playwright.async_api import Response

from netcurtain.core.document_kinds import NOTHING_IN_IT, is_downloaded

REDIRECTS = frozenset({301, 302, 303, 307, 308})


def with_answer(documents: Sequence[Response], answer: Response) -> list[Response]:
    """The answers since a load began, with one more. One that leaves a document that is there where it is, is left out."""
    is_there = any(not _leads_on(one) for one in documents)
    return list(documents) if is_there and _leaves_it(answer) else [*documents, answer]


def without_download(documents: Sequence[Response], url: str) -> list[Response]:
    """The answers since a load began, where the browser says that what came from this address became a file: the newest of it is left out.

    But not what the address itself is or led to.
    """
    file = max((number for number, one in enumerate(documents) if one.url == url), default=0)
    is_there = any(not _leads_on(one) for one in documents[:file])
    return [one for number, one in enumerate(documents) if number != file or not is_there]


def places(documents: Sequence[Response]) -> tuple[str, ...]:
    """The addresses that a tab was at, each once, in their order; of those that only led on, no more than the newest answer's."""
    return tuple(dict.fromkeys(one.url for one in documents if one is documents[-1] or not _leads_on(one)))


def _leads_on(answer: Response) -> bool:
    """One that does not say where to is a document like any other."""
    return answer.status in REDIRECTS and "location" in answer.headers


def _leaves_it(answer: Response) -> bool:
    sent_as = answer.headers.get("content-disposition", "").partition(";")[0].strip().lower()
    is_file = is_downloaded(answer.headers.get("content-type", "")) or sent_as == "attachment"
    return answer.status in NOTHING_IN_IT or _leads_on(answer) or is_file
