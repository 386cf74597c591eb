from pathlib import Path

import pytest

from netcurtain.ui.saving import wording
from netcurtain.ui.saving.places import place_sentences


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("/home/a/OneDrive/copy.zip", "OneDrive"),
        ("C:\\Users\\a\\OneDrive - Some Council\\Documents\\copy.zip", "OneDrive"),
        ("C:\\Users\\a\\iCloudDrive\\copy.zip", "iCloud"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/copy.zip", "iCloud"),
        ("/Users/a/iCloud Drive (Archive)/copy.zip", "iCloud"),
        ("/home/a/Dropbox/copy.zip", "Dropbox"),
        ("/home/a/dropbox (Personal)/deep/er/copy.zip", "Dropbox"),
        ("G:\\My Drive\\copy.zip", "Google Drive"),
        ("/Users/a/Library/CloudStorage/GoogleDrive-a@mail.example/My Drive/copy.zip", "Google Drive"),
        ("/run/user/1000/gvfs/google-drive:host=mail.example,user=a/copy.zip", "Google Drive"),
        ("/home/a/Nextcloud/copy.zip", "Nextcloud"),
    ],
)
def test_a_folder_that_sends_its_files_elsewhere_is_known_by_its_name(place: str, service: str) -> None:
    assert place_sentences(place) == (wording.syncs(service),)
    assert service in wording.syncs(service)


@pytest.mark.parametrize(
    "place",
    [
        "/home/a/Public/copy.zip",
        "/Users/Shared/copy.zip",
        "C:\\Users\\Public\\Documents\\copy.zip",
        "\\\\server\\all\\copy.zip",
        "//server/all/copy.zip",
        "/run/user/1000/gvfs/smb-share:server=s,share=all/copy.zip",
    ],
)
def test_a_folder_that_others_can_open_is_known_by_its_name(place: str) -> None:
    assert place_sentences(place) == (wording.SHARED_PLACE,)


@pytest.mark.parametrize(
    "place", ["/home/a/copy.zip", "/media/a/STICK/copy.zip", "E:\\copy.zip", "/home/a/Documents/Dropbox.zip", "/home/a/my drives/copy.zip"]
)
def test_of_any_other_place_nothing_is_said(place: str) -> None:
    assert place_sentences(place) == ()


def test_a_link_into_such_a_folder_is_followed_and_each_thing_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "Documents").symlink_to(tmp_path / "OneDrive")
    place = tmp_path / "Documents" / "copy.zip"
    assert place_sentences(place) == ()
    assert place_sentences(place, place.resolve()) == (wording.syncs("OneDrive"),)
    assert place_sentences("/OneDrive/Public/OneDrive/c", "/OneDrive/c") == (wording.syncs("OneDrive"), wording.SHARED_PLACE)
