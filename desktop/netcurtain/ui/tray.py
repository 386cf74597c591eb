"""An icon in the system's tray, where there is one. It names no site and shows no messages."""

from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from netcurtain.ui import wording
from netcurtain.ui.theme import app_icon


class Tray(QSystemTrayIcon):
    """Brings a window back, or ends the app. Build it only where ``isSystemTrayAvailable()``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(app_icon(), window)
        self.setToolTip(wording.APP)
        self._menu = QMenu(window)
        self.open = self._menu.addAction(wording.OPEN)
        self.quit = self._menu.addAction(wording.QUIT)
        self.setContextMenu(self._menu)
        self.activated.connect(self._pressed)

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how == QSystemTrayIcon.ActivationReason.Trigger:
            self.open.trigger()
