import pytest

from netcurtain.core.question import LIST_NAMES, TYPES, Question, ask
from netcurtain.core.request import MAX_URL, ResourceType

PAGE = "https://www.shop.example/"


def question(url: str, page_url: str = PAGE, kind: ResourceType = ResourceType.SCRIPT) -> Question:
    asked = ask(url, page_url, kind, "POST")
    assert asked is not None
    return asked


def test_an_address_is_laid_out() -> None:
    asked = question("HTTPS://User:word@Stats.Shop.Example:8443/Path?Q=é#x")
    assert asked.raw_url == "HTTPS://Stats.Shop.Example:8443/Path?Q=%C3%A9#x"
    assert asked.url == "https://stats.shop.example:8443/path?q=%c3%a9#x"
    assert asked.raw_rest == ":8443/Path?Q=%C3%A9#x"
    assert (asked.place.host, asked.page.host, asked.third_party, asked.method) == ("stats.shop.example", "www.shop.example", False, "post")


@pytest.mark.parametrize(
    "url", ["", "data:image/png,x", "blob:https://t.example/1", "about:blank", "file:///x", "https://", "ftp://t.example/"]
)
def test_an_address_that_goes_out_to_nobody_asks_nothing(url: str) -> None:
    assert ask(url, PAGE, ResourceType.IMAGE) is None


def test_without_a_page_a_request_is_its_own() -> None:
    assert not question("https://t.example/", "").third_party
    assert question("https://t.example/", "about:blank").third_party


@pytest.mark.parametrize("kind", ResourceType)
def test_every_type_has_a_bit(kind: ResourceType) -> None:
    assert question("https://t.example/", kind=kind).type == TYPES[LIST_NAMES.get(kind, "other")]


def test_an_endless_address_is_cut() -> None:
    assert len(question("https://t.example/" + "a" * 2 * MAX_URL).url) == MAX_URL


def test_an_address_of_other_alphabets_is_looked_at_no_further_than_others() -> None:
    assert len(question("https://t.example/" + "ж" * MAX_URL).rest) == MAX_URL
