"""How a survey's Chromium is started: its arguments, its settings, and what stands in the way of forms. Pure."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from netcurtain.survey.asked import Asked
from netcurtain.survey.looking.robots import TOKEN

NOT_OF_A_PERSONS_BROWSER = (
    "--disable-extensions",
    "--disable-ipc-flooding-protection",
    "--disable-dev-shm-usage",
)
"""What playwright adds and is not wanted: pages are to find what they find with a person, and our extension is one."""

NEVER_FEATURES = (
    # Chrome 137 and later take an extension from the command line only so.
    "DisableLoadExtensionCommandLineSwitch",
    # The address in the list is the one that is looked at.
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    # Questions of Chromium's own over the network, and parts that nobody looks at here.
    "AimEnabled",
    "DestroyProfileOnBrowserClose",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "Translate",
    # Pages of Chromium's own behind the address bar: a third of all the work of starting it.
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
    # A process that waits for a next site, of which there is none.
    "SpareRendererForSitePerProcess",
)

FLAGS = (
    "--headless=new",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-gpu",
    "--disable-sync",
    "--disable-quic",
    "--hide-scrollbars",
    "--mute-audio",
    "--no-first-run",
    "--window-size=1280,800",
    f"--disable-features={','.join(NEVER_FEATURES)}",
)

SETTINGS: Mapping[str, Any] = {
    # As most people's browsers do; a fresh profile of today does not.
    "profile": {"cookie_controls_mode": 0, "block_third_party_cookies": False, "default_content_setting_values": {"notifications": 2}},
    # Nothing is asked for before a page asks for it.
    "net": {"network_prediction_options": 2},
}
"""The profile's Preferences."""

PLATFORMS = {"darwin": "Macintosh; Intel Mac OS X 10_15_7", "win32": "Windows NT 10.0; Win64; x64"}
"""What every Chromium says of its system; all others say LINUX."""
LINUX = "X11; Linux x86_64"


def arguments(asked: Asked, agent: str, extensions: Sequence[Path]) -> list[str]:
    """Chromium's command line. What was asked for comes last, and so overrules ours."""
    folders = ",".join(str(folder) for folder in extensions)
    return [
        *FLAGS,
        f"--user-agent={agent}",
        f"--load-extension={folders}",
        f"--disable-extensions-except={folders}",
        *asked.browser_options,
    ]


def user_agent(version: str, netcurtain: str, contact: str) -> str:
    """Chromium's own, as it always is, and who we are. ``version`` is "156.0.1.2"; of it only the first number is said, as always."""
    platform = PLATFORMS.get(sys.platform, LINUX)
    who = f"{TOKEN}/{netcurtain}" + (f" (+{_plain(contact)})" if _plain(contact) else "")
    return f"Mozilla/5.0 ({platform}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version.partition('.')[0]}.0.0.0 Safari/537.36 {who}"


def _plain(contact: str) -> str:
    """As it may stand in a header, within brackets."""
    return "".join(sign for sign in contact if " " <= sign <= "~" and sign not in "()\\")[:200].strip()
