"""An icon in the system's tray, where there is one, or as soon as there is. It names no site."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from netcurtain.ui import wording
from netcurtain.ui.theme import app_icon

LOOK_EVERY_MS = 5000
"""At log-in the app may well be there before the tray is."""


class Tray(QObject):
    """Brings the window back, hides it, or ends the app: connect ``open``, ``hide`` and ``quit``."""

    def __init__(self) -> None:
        super().__init__()
        self._menu = QMenu()
        self.open = self._menu.addAction(wording.OPEN)
        self.hide = self._menu.addAction(wording.TRAY_HIDE)
        self.quit = self._menu.addAction(wording.QUIT)
        self._icon: QSystemTrayIcon | None = None
        self._soon = QTimer(self)
        self._soon.setInterval(LOOK_EVERY_MS)
        self._soon.timeout.connect(self.look)
        self._soon.start()
        self.look()

    @property
    def there(self) -> bool:
        """Whether the person can reach the app by it now."""
        return self._icon is not None and QSystemTrayIcon.isSystemTrayAvailable()

    def can_tell(self) -> bool:
        """Whether a notification can be shown here."""
        return self.there and QSystemTrayIcon.supportsMessages()

    @Slot()
    def look(self) -> None:
        """Put the icon in the tray once there is one."""
        if self._icon is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._soon.stop()
            self._icon = icon = QSystemTrayIcon(app_icon(), self)
            icon.setToolTip(wording.APP)
            icon.setContextMenu(self._menu)
            icon.activated.connect(self._pressed)
            icon.messageClicked.connect(self.open.trigger)
            icon.show()

    def tell(self, sentence: str) -> None:
        """Show a notification for a moment; nothing where ``can_tell`` is false."""
        if self._icon is not None and self.can_tell():
            self._icon.showMessage(wording.APP, sentence, app_icon())

    def close(self) -> None:
        """Take the icon away for good, and look for no tray any more."""
        self._soon.stop()
        if self._icon is not None:
            self._icon.hide()
        # No window owns these. Left to Python's collector they would be freed at any moment, in any thread, under Qt's hands.
        self._menu.deleteLater()
        self.deleteLater()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how == QSystemTrayIcon.ActivationReason.Trigger:
            self.open.trigger()
