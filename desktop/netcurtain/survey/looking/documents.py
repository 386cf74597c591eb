"""Which answers to a tab's navigations became its document. Pure.

The first that is no redirect says what the address is, whatever it is (loading.judge). What a page asks for after that may leave the page
where it is: a file that is downloaded, or an answer with nothing in it.
"""

from collections.abc import Sequence

from playwright.async_api import Response

NOTHING_IN_IT = frozenset({204, 205})
"""Answers after which a browser stays where it is, and says that the load was broken off."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
DOWNLOADED = frozenset(
    {
        "application/octet-stream",
        "application/gzip",
        "application/java-archive",
        "application/msword",
        "application/rtf",
        "application/x-7z-compressed",
        "application/x-apple-diskimage",
        "application/x-bzip2",
        "application/x-download",
        "application/x-gzip",
        "application/x-msdownload",
        "application/x-rar-compressed",
        "application/x-tar",
        "application/x-xz",
        "application/x-zip-compressed",
        "application/zip",
        "text/calendar",
        "text/csv",
        "text/vcard",
    }
)
"""Kinds of files that Chromium never shows. Others may be among "application/x-...", but a script, say, it does show."""
OF_OFFICES = ("application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument.", "application/vnd.ms-")
"""How the names of more of them begin."""


def with_answer(documents: Sequence[Response], answer: Response) -> list[Response]:
    """The answers since a load began, with one more. One that leaves a document that is there where it is, is left out."""
    is_there = any(not _leads_on(one) for one in documents)
    return list(documents) if is_there and _leaves_it(answer) else [*documents, answer]


def places(documents: Sequence[Response]) -> tuple[str, ...]:
    """The addresses that a tab was at, each once, in their order; of those that only led on, no more than the newest answer's."""
    return tuple(dict.fromkeys(one.url for one in documents if one is documents[-1] or not _leads_on(one)))


def _leads_on(answer: Response) -> bool:
    """One that does not say where to is a document like any other."""
    return answer.status in REDIRECTS and "location" in answer.headers


def _leaves_it(answer: Response) -> bool:
    kind, sent_as = (answer.headers.get(name, "").partition(";")[0].strip().lower() for name in ("content-type", "content-disposition"))
    is_file = kind in DOWNLOADED or kind.startswith(OF_OFFICES) or sent_as == "attachment"
    return answer.status in NOTHING_IN_IT or _leads_on(answer) or is_file
