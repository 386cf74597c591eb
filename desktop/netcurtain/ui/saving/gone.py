"""A copy or a letter that was begun, when visits go: it goes with its own visit, and stays where another one was meant."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from netcurtain.core.keeping import Deletion
from netcurtain.history.rows import VisitRow, VisitStory
from netcurtain.ui.actions import Actions
from netcurtain.ui.later import Later
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


def of_memory(main: QWidget) -> tuple[ScrollingDialog, ...]:
    """The main window's dialogs about visits that were not on disk when they were begun."""
    return tuple(window for window in main.findChildren(ScrollingDialog) if window.isVisible() and not window.visit.on_disk)


def close_unless_there(main: QWidget, actions: Actions, dialogs: Sequence[ScrollingDialog]) -> None:
    """The history on disk was erased, or its folder has gone: who writes about what is in memory may go on, if it is there still."""
    later = Later()
    for dialog in dialogs:

        def told(story: VisitStory | None, dialog: ScrollingDialog = dialog) -> None:
            if story is None and any(dialog is other for other in main.findChildren(ScrollingDialog)):
                dialog.close()

        actions.story(dialog.visit.visit, later.here(told))
