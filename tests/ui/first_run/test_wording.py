from types import ModuleType

import pytest

from netcurtain.ui.first_run import wording
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.passphrase import wording as passphrase_wording
from netcurtain.ui.settings import wording as settings_wording

NEVER = ("danger", "attack", "spy", "hacked", "leak", "victim", "unsafe", "safe", "protected", "threat", "!", "you shared")


@pytest.mark.parametrize(
    "module", [wording, settings_wording, history_wording, passphrase_wording], ids=["first run", "settings", "history", "passphrase"]
)
def test_no_word_alarms_or_blames(module: ModuleType) -> None:
    said = " ".join(str(value) for name, value in vars(module).items() if name.isupper()).lower()
    assert [word for word in NEVER if word in said] == []


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (("Chrome 156",), "Chrome 156 is connected."),
        (("Chrome 156", "Firefox 153"), "Chrome 156 and Firefox 153 are connected."),
        (("A", "B", "C"), "A, B and C are connected."),
    ],
)
def test_connected_browsers_are_named_in_a_sentence(names: tuple[str, ...], sentence: str) -> None:
    assert wording.connected(names) == sentence
