"""What we read of a HAR, as typed values; all else is passed over. Programs differ, so everything may be absent or null.

HAR 1.2 names the keys; those with ``_`` are the programs' own (Chrome's, for the most part).
"""

import msgspec

_Text = str | None


class _Quiet(msgspec.Struct, frozen=True, gc=False):
    """A recording is full of addresses, cookies and answers: none of its parts shows what it holds."""

    def __repr__(self) -> str:
        """The kind of part, and no more."""
        return f"{type(self).__name__}()"


class Pair(_Quiet, frozen=True, gc=False):
    """A header, a cookie or a parameter of a form."""

    name: _Text = None
    value: _Text = None


class PostData(_Quiet, frozen=True, gc=False, rename={"kind": "mimeType", "underscored_encoding": "_encoding"}):
    """A body: ``text`` as it was, or ``params`` where the program took it apart. ``encoding`` is base64 or nothing."""

    kind: _Text = None
    text: _Text = None
    params: list[Pair] | None = None
    encoding: _Text = None
    underscored_encoding: _Text = None


class Asked(_Quiet, frozen=True, gc=False, rename={"post": "postData"}):
    """The request."""

    url: _Text = None
    method: _Text = None
    headers: list[Pair] | None = None
    post: PostData | None = None


class Content(_Quiet, frozen=True, gc=False, rename={"kind": "mimeType"}):
    """The content of an answer, left as it stands in the file until it is wanted."""

    kind: _Text = None
    text: msgspec.Raw = msgspec.Raw(b"null")
    encoding: _Text = None


class Answered(_Quiet, frozen=True, gc=False, rename={"error": "_error"}):
    """The answer; ``status`` 0 where there was none."""

    status: float | str | None = None
    content: Content | None = None
    error: _Text = None


class Entry(
    _Quiet,
    frozen=True,
    gc=False,
    rename={"page": "pageref", "started": "startedDateTime", "kind": "_resourceType", "cached": "_fromCache"},
):
    """One request and its answer."""

    page: str | int | None = None
    started: _Text = None
    request: Asked | None = None
    response: Answered | None = None
    kind: _Text = None
    cached: _Text = None


class Page(_Quiet, frozen=True, gc=False, rename={"started": "startedDateTime"}):
    """A page that the program names."""

    id: str | int | None = None
    title: _Text = None
    started: _Text = None
