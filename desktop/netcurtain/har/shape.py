"""What we read of a HAR, as typed values; all else is passed over. Programs differ, so everything may be absent or null.

HAR 1.2 names the keys; those with ``_`` are the programs' own (Chrome's, for the most part).
"""

import msgspec

_Text = str | None
_Said = str | int | float | bool | None
"""A text that some programs write as a number."""
_Number = float | str | None


class _Quiet(msgspec.Struct, frozen=True, gc=False):
    """A recording is full of addresses, cookies and answers: none of its parts shows what it holds."""

    def __repr__(self) -> str:
        """The kind of part, and no more."""
        return f"{type(self).__name__}()"


class Pair(_Quiet, frozen=True, gc=False):
    """A header, a cookie or a parameter of a form."""

    name: _Text = None
    value: _Said = None


class PostData(_Quiet, frozen=True, gc=False, rename={"kind": "mimeType", "underscored_encoding": "_encoding", "file": "_file"}):
    """A body: ``text`` as it was, or ``params`` where the program took it apart.

    Either encoding is base64 or nothing; some programs say it in ``comment``, and some do not say it at all. ``file`` is Playwright's word
    for where it is instead (attached.py).
    """

    kind: _Text = None
    text: _Text = None
    params: list[Pair] | None = None
    encoding: _Text = None
    underscored_encoding: _Text = None
    comment: _Text = None
    file: _Text = None


class Asked(_Quiet, frozen=True, gc=False, rename={"post": "postData", "packed": "_content", "size": "bodySize"}):
    """The request. ``packed`` is HTTP Toolkit's place for a body that is no text; ``size`` counts the bytes of the body, -1 if unknown."""

    url: _Text = None
    method: _Text = None
    headers: list[Pair] | None = None
    cookies: list[Pair] | None = None
    post: PostData | None = None
    packed: PostData | None = None
    size: _Number = None


class Content(_Quiet, frozen=True, gc=False, rename={"kind": "mimeType", "file": "_file"}):
    """The content of an answer, left as it stands in the file until it is wanted; ``file`` is Playwright's word for where it is instead."""

    kind: _Text = None
    text: msgspec.Raw = msgspec.Raw(b"null")
    encoding: _Text = None
    size: _Number = None
    file: _Text = None


class Answered(
    _Quiet,
    frozen=True,
    gc=False,
    rename={
        "said": "statusText",
        "size": "bodySize",
        "leads_to": "redirectURL",
        "error": "_error",
        "failure": "_failureText",
        "by_worker": "_fetchedViaServiceWorker",
    },
):
    """The answer; ``status`` 0 or -1 where there was none. ``error`` is Chrome's word and Safari's, ``failure`` Playwright's.

    ``by_worker``: Chrome says that a service worker gave it, wherever that had it from.
    """

    status: _Number = None
    said: _Text = None
    content: Content | None = None
    size: _Number = None
    leads_to: _Text = None
    error: _Text = None
    failure: _Text = None
    by_worker: _Said = None


class Entry(
    _Quiet,
    frozen=True,
    gc=False,
    rename={
        "page": "pageref",
        "started": "startedDateTime",
        "answered_from": "serverIPAddress",
        "kind": "_resourceType",
        "cached": "_fromCache",
        "fetched": "_fetchType",
        "by_script": "_wasFulfilled",
        "by_worker": "_fetchedViaServiceWorker",
        "fate": "_fate",
    },
):
    """One request and its answer.

    Where the answer came from if not from a server: ``cached`` is Chrome's word, ``fetched`` Safari's, ``by_script`` Playwright's;
    ``by_worker`` stands here or in the answer.
    ``fate`` is our own word in the recording of a saved copy: HAR cannot say that something went out before an answer came.
    """

    page: str | int | None = None
    started: _Said = None
    request: Asked | None = None
    response: Answered | None = None
    answered_from: _Text = None
    kind: _Text = None
    cached: _Said = None
    fetched: _Text = None
    by_script: _Said = None
    by_worker: _Said = None
    fate: _Text = None


class Page(_Quiet, frozen=True, gc=False, rename={"started": "startedDateTime"}):
    """A page that the program names."""

    id: str | int | None = None
    title: _Text = None
    started: _Said = None
