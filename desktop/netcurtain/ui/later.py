"""An answer that comes from another thread, brought to the GUI thread."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")


class Later(QObject):
    """Create it on the GUI thread. It has no parent, so that an answer after the last window has closed still finds it."""

    _arrived = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._arrived.connect(self._call)

    def here(self, callback: Callable[[T], None]) -> Callable[[T], None]:
        """A function to call from any thread; ``callback`` then runs on the GUI thread with the same argument."""
        return lambda answer: self._arrived.emit(callback, answer)

    @Slot(object, object)
    def _call(self, callback: Callable[[Any], None], answer: object) -> None:
        callback(answer)
