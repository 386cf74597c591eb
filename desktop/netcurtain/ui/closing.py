"""What stands beside the main window closes once it may no longer be seen: dialogs, messages and menus."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from netcurtain.ui.actions import Actions
from netcurtain.ui.copies import take_back
from netcurtain.ui.saving.gone import close_unless_there, of_memory


def close_beside(main: QWidget, spared: Sequence[QWidget] = ()) -> None:
    """Close every dialog, message and menu of the main window but those ``spared`` and theirs.

    What was copied is taken back, also where it was copied from one of those: nobody knows from which window it is.
    """
    take_back()
    for window in QApplication.topLevelWidgets():
        above = _above(window)
        if window.isVisible() and main in above and not any(one in spared for one in (window, *above)):
            window.close()


def close_what_was_on_disk(main: QWidget, actions: Actions) -> None:
    """The history on disk was erased, or its folder has gone. Who writes about a visit in memory may go on, if it is there still.

    Nobody says which of the two it was, so a letter about a visit that time took meanwhile closes as well.
    """
    spared = of_memory(main)
    close_beside(main, spared)
    close_unless_there(main, actions, spared)


def _above(window: QWidget) -> list[QWidget]:
    """What a window stands before: its parent, the parent of that, and so on."""
    above: list[QWidget] = []
    parent = window.parentWidget()
    while parent is not None:
        above.append(parent)
        parent = parent.parentWidget()
    return above
