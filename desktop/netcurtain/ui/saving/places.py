"""What there is to say about a place where a file is to be saved: folders that send their files elsewhere, or that others can open.

A folder is known by its name alone, so that a place this does not know is not thereby one that nobody else sees. Pure.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from netcurtain.ui.saving import wording

SYNCED: Mapping[str, str] = {
    r"onedrive\b.*": "OneDrive",
    r"sharepoint\b.*": "SharePoint",
    r"icloud ?drive\b.*|mobile documents|com~apple~clouddocs": "iCloud",
    r"dropbox\b.*": "Dropbox",
    r"google ?drive\b.*|my drive|drivefs|google-drive:.*": "Google Drive",
    r"nextcloud\b.*": "Nextcloud",
    r"owncloud\b.*": "ownCloud",
}
"""What a folder of each service is called, wherever it lies."""
SHARED = r"public|shared|smb-share:.*|sftp:.*|dav:.*"
"""Folders that systems make for all who use a computer or a network."""
_SEPARATORS = re.compile(r"[\\/]+")
_ON_A_NETWORK = ("\\\\", "//")


def place_sentences(*places: Path | str) -> tuple[str, ...]:
    """What is to be said before a file is saved there; empty for nothing. Give the place as it was chosen and as it is behind links."""
    folders = [part.casefold() for place in places for part in _SEPARATORS.split(str(place))[:-1]]
    services = dict.fromkeys(service for names, service in SYNCED.items() for part in folders if re.fullmatch(names, part))
    shared = any(str(place).startswith(_ON_A_NETWORK) for place in places) or any(re.fullmatch(SHARED, part) for part in folders)
    return (*map(wording.syncs, services), *((wording.SHARED_PLACE,) if shared else ()))
