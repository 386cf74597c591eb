"""An answer that comes from another thread, brought to the GUI thread."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

T = TypeVar("T")


class Later:
    """Create it on the GUI thread. An answer is brought there also after whoever asked, or the last window, has gone."""

    def __init__(self) -> None:
        app = QCoreApplication.instance()
        there = app.findChild(_Arrivals, options=Qt.FindChildOption.FindDirectChildrenOnly) if app is not None else None
        self._arrivals = there or _Arrivals(app)

    def here(self, callback: Callable[[T], None]) -> Callable[[T], None]:
        """A function to call from any thread; ``callback`` then runs on the GUI thread with the same argument."""
        return partial(self._arrivals.arrived.emit, callback)


class _Arrivals(QObject):
    """One for all, of Qt's application: were it Python's, whichever thread drops the last reference would delete it under Qt's hands."""

    arrived = Signal(object, object)

    def __init__(self, app: QCoreApplication | None) -> None:
        super().__init__(app)
        self.arrived.connect(self._call)

    @Slot(object, object)
    def _call(self, callback: Callable[[Any], None], answer: object) -> None:
        callback(answer)
