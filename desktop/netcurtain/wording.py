"""The few sentences that the composition root itself says: about the app as a whole, on the command line and in the windows.

What the command line alone says stays in English.
"""

from netcurtain.core.translation import _

NO_SCREEN = "There is no screen here to show a window on. To run Netcurtain without one: netcurtain serve"
NO_TRIAL_BROWSER = _(
    "Chromium could not be started, so only the app has opened. Install Chromium, or press “Connect a browser” to use your own."
)
NO_PRACTICE = _("The practice page could not be opened. Please close Netcurtain, open it again, and try once more.")
CONNECTED_NOT_KEPT = _(
    "Your browser is connected, but this could not be written down, so it may have to be connected again next time. "
    "Free some space on the disk."
)
DISCONNECTED_NOT_KEPT = _(
    "The browser is disconnected, but this could not be written down, so it may connect by itself again next time. "
    "Free some space on the disk."
)

SETTINGS_NOT_KEPT = _(
    "Your answer counts from now on, but it could not be written down, so it is forgotten when Netcurtain closes. "
    "Free some space on the disk."
)

KEPT_IS_GONE = _(
    "The history you kept is not there any more, so pages are remembered only until Netcurtain closes. "
    "To keep pages again, choose a passphrase in the settings."
)


def listening(port: int) -> str:
    """`serve` is ready."""
    return f"Netcurtain is running without a window, on port {port}. To stop it: Ctrl+C"


def pairing_code(code: str) -> str:
    """A fresh code of `serve --pair`."""
    return f"Pairing code, good for two minutes: {code}"


def paired(browser: str) -> str:
    """A browser has used the code."""
    return f"Connected: {browser or 'a browser'}"
