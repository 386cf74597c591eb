"""The pages and visits that were committed to a history in this run: one that is missing later was deleted beside us, by the command line.

It does not come back while it is open. In memory alone; for the file it outlasts a lock.
"""

from collections.abc import Sequence

from netcurtain.history.forgotten import Forgotten

_NO_VISIT, _NO_PAGE = "", b""


class WereHere:
    """Of one database, from its first opening in this run on."""

    def __init__(self) -> None:
        self._were_here = Forgotten()
        self._timed_out = Forgotten()

    def add(self, pages: Sequence[tuple[bytes, str]]) -> None:
        """These are committed: each page by its short name, with its visit."""
        self._were_here.add_pages([page for page, _visit in pages])
        self._were_here.add_visits([visit for _page, visit in pages])

    def timed_out(self, visits: Sequence[str]) -> None:
        """These went because of their age, or to make room: nobody deleted them."""
        self._timed_out.add_visits(visits)

    def has(self, page: bytes) -> bool:
        """Whether a page was here."""
        return self._were_here.has(_NO_VISIT, page)

    def deleted_beside(self, visit: str) -> bool:
        """Whether a visit that is not here any more, or a page of it, was deleted by somebody else than us."""
        return self._were_here.has(visit, _NO_PAGE) and not self._timed_out.has(visit, _NO_PAGE)
