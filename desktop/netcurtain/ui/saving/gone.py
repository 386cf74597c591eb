"""A copy or a letter that was begun, when visits were forgotten: it goes with its own visit, and stays where another one was meant."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from netcurtain.core.keeping import Deletion
from netcurtain.history.rows import VisitRow
from netcurtain.ui.saving.dialog import ScrollingDialog


def close_what_is_gone(main: QWidget, what: Deletion, names: Callable[[VisitRow], bool]) -> None:
    """Close each of the main window's dialogs whose visit this deletion ``names``, where anything went at all.

    The history is not asked whether a visit is still there: it answers the same where it could not be read, or where time took the visit,
    and a letter about that one may be in the middle of being written.
    """
    if what.gone or what.locked or what.unreadable or what.stopped:
        for window in main.findChildren(ScrollingDialog):
            if names(window.visit):
                window.close()
