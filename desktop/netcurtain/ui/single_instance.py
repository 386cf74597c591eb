"""One Netcurtain a person: a second start brings the first one's window up and goes away again."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 500
SHOW = b"s"
"""All that a second start ever says."""


class SingleInstance(QObject):
    """Listens on a local socket that only this person can open. Needs an application object."""

    raised = Signal()

    def __init__(self, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation))
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)

    def claim(self, name: str, *, hidden: bool = False) -> bool:
        """Whether this is the first one; if not, the first one was asked to show itself, unless this start was to be ``hidden``."""
        address = name if sys.platform == "win32" else str(self._folder / name)
        if self._ask(address, b"" if hidden else SHOW):
            return False
        self._server.listen(address)  # takes the place of a socket left behind; if it fails, a second window is better than none
        return True

    def close(self) -> None:
        """Let the next one be the first."""
        self._server.close()

    def _ask(self, address: str, word: bytes) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(address)
        answered = socket.waitForConnected(PATIENCE_MS)
        if answered and word:
            socket.write(word)
            socket.waitForBytesWritten(PATIENCE_MS)
        socket.disconnectFromServer()
        return answered

    def _called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(len(SHOW))
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self.raised)
            if socket.bytesAvailable():
                self.raised.emit()
