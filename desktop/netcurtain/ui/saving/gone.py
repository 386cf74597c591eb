"""A copy or a letter that was begun, when visits were forgotten: it goes with its own visit, and stays where that is still there."""

from functools import partial

from PySide6.QtWidgets import QWidget

from netcurtain.history.rows import VisitStory
from netcurtain.ui.actions import Actions
from netcurtain.ui.later import Later
from netcurtain.ui.saving.dialog import ScrollingDialog


def close_what_is_gone(main: QWidget, actions: Actions) -> None:
    """Close each of the main window's dialogs whose visit is no longer there: the history is asked, as some may have been left."""
    later = Later()
    for visit in {window.visit.visit for window in main.findChildren(ScrollingDialog)}:
        actions.story(visit, later.here(partial(_close_unless_there, main, visit)))


def _close_unless_there(main: QWidget, visit: str, story: VisitStory | None) -> None:
    for window in main.findChildren(ScrollingDialog):
        if story is None and window.visit.visit == visit:
            window.close()
