"""Where Tab comes to what is made later than the rest of its page: Qt puts that at the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_before(part: QWidget, follower: QWidget) -> None:
    """Tab comes to ``part``, and to everything in it, just before it comes to ``follower``, which is in the same window."""
    for widget in [part, *part.findChildren(QWidget)]:
        if _takes_tab(widget):
            before = follower.previousInFocusChain()
            while before is not None and before is not follower and not _takes_tab(before):
                before = before.previousInFocusChain()
            if before is not None and before is not widget:
                QWidget.setTabOrder(before, widget)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
