"""The port of the link: its number, and what is said where it cannot be had. The command line needs no more of the link than this."""

import errno

from netcurtain.core.translation import _

DEFAULT_PORT = 27427


class PortError(Exception):
    """The port cannot be had. The message is one sentence that says what to do."""

    def __init__(self, port: int, error: OSError) -> None:
        if error.errno == errno.EADDRINUSE:
            sentence = _(
                "Netcurtain, or another program, is using port {port} already. "
                "Close it, or start Netcurtain with --port and another number."
            )
        else:
            sentence = _("This computer does not let us use port {port}. Start Netcurtain with --port and another number.")
        super().__init__(sentence.format(port=port))
