import pytest

from netcurtain.link.listing import NAMELESS, ListedBrowser, listed, names_to_show
from netcurtain.link.pairing import PairedBrowser

NOW = 1_795_000_000.0


def browser(number: int, name: str = "Chrome 156", called: str = "", last_seen: float = NOW) -> PairedBrowser:
    return PairedBrowser(f"b{number}", b"k" * 32, "chrome-extension://abc", name, NOW + number, last_seen, called)


@pytest.mark.parametrize(
    ("browsers", "names"),
    [
        ([browser(1)], ["Chrome 156"]),
        ([browser(1), browser(2, "Firefox 153")], ["Chrome 156", "Firefox 153"]),
        ([browser(1), browser(2), browser(3)], ["Chrome 156", "Chrome 156 (2)", "Chrome 156 (3)"]),
        ([browser(1), browser(2, called="Laptop"), browser(3)], ["Chrome 156", "Laptop", "Chrome 156 (2)"]),
        ([browser(1), browser(2, called="Chrome 156")], ["Chrome 156 (2)", "Chrome 156"]),
        ([browser(1), browser(2), browser(3, called="Chrome 156 (2)")], ["Chrome 156", "Chrome 156 (3)", "Chrome 156 (2)"]),
        ([browser(1, ""), browser(2, "\u202e")], [NAMELESS, f"{NAMELESS} (2)"]),
        ([browser(1, called="Laptop"), browser(2, called="Laptop")], ["Laptop", "Laptop"]),
        ([], []),
    ],
    ids=["one", "two makes", "one make", "one named", "named as another", "named as a numbered one", "no names", "named alike", "none"],
)
def test_two_browsers_of_one_make_can_be_told_apart(browsers: list[PairedBrowser], names: list[str]) -> None:
    expected = {one.id: name for one, name in zip(browsers, names, strict=True)}
    assert names_to_show(browsers) == expected
    assert names_to_show(reversed(browsers)) == expected


def test_the_one_seen_last_is_first_and_one_that_is_connected_is_seen_now() -> None:
    long_here, gone, last = browser(1, last_seen=NOW - 9000), browser(2, last_seen=NOW - 60), browser(3, "Firefox 153", last_seen=NOW - 50)
    assert listed([gone, last, long_here], {"b1"}, NOW) == (
        ListedBrowser("b1", "Chrome 156", NOW + 1, NOW, connected=True),
        ListedBrowser("b3", "Firefox 153", NOW + 3, NOW - 50, connected=False),
        ListedBrowser("b2", "Chrome 156 (2)", NOW + 2, NOW - 60, connected=False),
    )
