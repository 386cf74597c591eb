"""Areas of a page that somebody writes in (``contenteditable``), as page_text.py meets them, element by element. Their words are theirs."""

from netcurtain.har.page_area import EMPTY, Area
from netcurtain.har.page_fields import EDITABLE, Control

_FIELDS = frozenset({"select", "textarea"})
"""The browser's own."""
NOT_WRITTEN = frozenset({"form", "fieldset", "label"})
"""What nobody writes: where it stands in such an area, the area is a whole page, or was never closed."""


def is_editable(tag: str, attributes: dict[str, str]) -> bool:
    """Whether an element is such an area."""
    return attributes.get(EDITABLE, "false").lower() != "false" and tag not in EMPTY and tag not in _FIELDS


class EditableArea(Area):
    """The area that is open, if there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._beside: list[Control] = []

    def begin_beside(self, tag: str, beside: list[Control]) -> None:
        """It begins with this element; the field that stands for it is the last of those ``beside`` it."""
        self.begin(tag)
        self._beside = beside

    def give_way(self) -> None:
        """What the page asks with stands in it, such as a field of the browser's own: then the area is no field."""
        if self.is_open and self._beside and self._beside[-1].type == EDITABLE:
            self._beside.pop()
        self.end()
