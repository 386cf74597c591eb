from importlib.resources import files
from urllib.parse import urlsplit

import pytest

from netcurtain.lists.catalogue import CatalogueEntry, parse_catalogue
from netcurtain.lists.fetch import allowed
from netcurtain.lists.source import PackageSource, WebSource

OURS = parse_catalogue(files("netcurtain.filters").joinpath("catalogue.toml").read_text("utf-8"))


def test_easyprivacy_alone_is_on_from_the_start() -> None:
    assert [entry.name for entry in OURS if entry.on] == ["easyprivacy"]


def test_easyprivacy_is_looked_for_where_its_makers_put_it_first_and_in_the_package_last() -> None:
    sources = next(entry for entry in OURS if entry.name == "easyprivacy").sources
    assert sources[0] == WebSource("https://easylist.to/easylist/easyprivacy.txt")
    assert isinstance(sources[1], WebSource)
    assert sources[2] == PackageSource("webext-ublock-origin-chromium", "usr/share/**/assets/thirdparties/easylist/easyprivacy.txt")


def test_the_five_lists_bear_the_titles_that_their_makers_gave_them() -> None:
    assert [(entry.name, entry.title) for entry in OURS] == [
        ("easyprivacy", "EasyPrivacy"),
        ("easylist", "EasyList"),
        ("fanboy-social", "Fanboy's Social Blocking List"),
        ("ublock-privacy", "uBlock filters – Privacy"),
        ("adguard-tracking", "AdGuard Tracking Protection filter"),
    ]


@pytest.mark.parametrize("entry", OURS, ids=lambda entry: entry.name)
def test_every_list_has_a_second_web_address_and_packages_come_last(entry: CatalogueEntry) -> None:
    web = [source for source in entry.sources if isinstance(source, WebSource)]
    assert len({urlsplit(source.url).path for source in web}) >= 2
    kinds = [type(source) for source in entry.sources]
    assert kinds == sorted(kinds, key=lambda kind: kind is PackageSource)


def test_every_list_says_whose_it_is_and_every_address_may_be_fetched() -> None:
    for entry in OURS:
        assert entry.title
        assert entry.licence
        assert entry.homepage.startswith("https://")
        assert all(allowed(source.url) for source in entry.sources if isinstance(source, WebSource))


def test_two_lists_of_one_name_are_our_bug() -> None:
    one = '[[list]]\nname = "a"\ntitle = "A"\nlicence = "L"\nhomepage = "H"\non = true\nsources = []\n'
    with pytest.raises(ValueError, match="same name"):
        parse_catalogue(one + one)
