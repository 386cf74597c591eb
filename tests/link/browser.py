"""The browser's side of the link as a script, without I/O: what extension/background/link.js does, in a few lines."""

import json
from base64 import b64decode, b64encode
from typing import Any

from netcurtain.link.pairing import Cipher, Transcript, proof, proof_holds

ORIGIN = "chrome-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm"
PORT = 27427
HELLO: dict[str, Any] = {"type": "hello", "oldest": 1, "newest": 1, "extension": "0.1.0", "browser": "Chrome 156"}


class ScriptedBrowser:
    def __init__(
        self, secret: bytes, browser: str = "browser-1", *, port: int = PORT, origin: str = ORIGIN, nonce: bytes = b"c" * 32
    ) -> None:
        self.secret, self.browser, self.port, self.origin, self.nonce = secret, browser, port, origin, nonce
        self.app_is_proved = False

    def opening(self, **changes: Any) -> str:
        return json.dumps({"v": 1, "browser": self.browser, "nonce": b64encode(self.nonce).decode(), **changes})

    def proof(self, answer: str | bytes) -> str:
        """The proof that follows the app's answer; ``app_is_proved`` tells whether an honest browser would have sent it."""
        read = json.loads(answer)
        transcript = Transcript(self.browser, self.nonce, b64decode(read["nonce"]), self.port, self.origin)
        self.app_is_proved = proof_holds(self.secret, b"S", transcript, b64decode(read["proof"]))
        self._outward = Cipher(self.secret, transcript, b"to app")
        self._inward = Cipher(self.secret, transcript, b"to browser")
        return json.dumps({"proof": b64encode(proof(self.secret, b"C", transcript)).decode()})

    def seal(self, message: dict[str, Any] | bytes) -> bytes:
        return self._outward.seal(message if isinstance(message, bytes) else json.dumps(message).encode())

    def open(self, frame: str | bytes) -> dict[str, Any]:
        read = json.loads(self.unsealed(frame))
        assert isinstance(read, dict)
        return read

    def unsealed(self, frame: str | bytes) -> bytes:
        assert isinstance(frame, bytes)
        return self._inward.open(frame)
