"""A part of a page from its tag until it ends, as page_text.py meets what is in it, element by element."""

EMPTY = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""What holds nothing, and has no end."""
_CLOSED_BY_NEXT = frozenset({"p", "li"})


class Area:
    """The part that is open, if there is one."""

    def __init__(self) -> None:
        self._tag = ""
        self._within = 0

    @property
    def is_open(self) -> bool:
        """Whether what comes stands in it."""
        return self._tag != ""

    def begin(self, tag: str) -> None:
        """It begins with this element."""
        self._tag, self._within = tag, 1

    def holds(self, tag: str) -> bool:
        """An element opens: whether it stands in the part."""
        if tag == self._tag:
            self._within += 1
            self._tag = "" if tag in _CLOSED_BY_NEXT else tag
        return self.is_open

    def close(self, tag: str) -> None:
        """An element closes."""
        if tag == self._tag:
            self._within -= 1
            self._tag = tag if self._within else ""

    def end(self) -> None:
        """It ends, whatever is open in it."""
        self._tag = ""
