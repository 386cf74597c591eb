import pytest

from netcurtain.core.request import Fate, Request, ResourceType, resource_type


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("script", ResourceType.SCRIPT),
        ("imageset", ResourceType.IMAGE),
        ("beacon", ResourceType.PING),
        ("main_frame", ResourceType.MAIN_FRAME),
        ("never_heard_of", ResourceType.OTHER),
        ("", ResourceType.OTHER),
    ],
)
def test_a_browsers_word_has_one_type(name: str, kind: ResourceType) -> None:
    assert resource_type(name) is kind


def test_only_what_was_sent_went_out() -> None:
    assert [fate for fate in Fate if fate.went_out] == [Fate.SENT, Fate.ANSWERED]


def test_a_request_in_a_log_does_not_show_its_address() -> None:
    assert "secret" not in repr(Request("r1", "p1", "https://t.example/?q=secret", "script"))
