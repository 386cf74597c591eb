"""The list of sites, as people have them."""

from pathlib import Path

import pytest
from tests.survey.stand_in import result_of

from netcurtain.survey.asked import Address, SiteTask
from netcurtain.survey.parcel import MAX_FILES
from netcurtain.survey.sites import SitesError, addresses_in, hash_of, read_sites, repeats, site_of, tasks, with_repeats


def urls(text: str) -> list[str]:
    return [address.url for address in addresses_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/x\nhttp://b.example\n", ["https://a.example/x", "http://b.example/"]),
        ("url\nhttps://a.example/", ["https://a.example/"]),
        ("Name,Website\nOne,a.example\n", ["https://a.example/"]),
        ("Name;Web_Site\nOne;a.example\n", ["https://a.example/"]),
        ("Name,Page URL\nOne,a.example\n", ["https://a.example/"]),
        ("LINK\tTITLE\na.example\tOne\n", ["https://a.example/"]),
        ("# of May\n\nurl\n\n# more\na.example\n,\n", ["https://a.example/"]),
        ('url\n"https://a.example/?q=1,2"\n', ["https://a.example/?q=1,2"]),
        ("A.Example/Path#part\n", ["https://a.example/Path"]),
        ("HTTP://a.example:8080\n", ["http://a.example:8080/"]),
        ("//a.example/x\n", ["https://a.example/x"]),
        ("localhost:8000/x\n", ["https://localhost:8000/x"]),
        ("http://127.0.0.1/\nhttp://[::1]/\n", ["http://127.0.0.1/", "http://[::1]/"]),
        ("https://bücher.example/\n", ["https://xn--bcher-kva.example/"]),
        ("Force,Where\nMet,https://a.example/\n", ["https://a.example/"]),
        ("Adresse\nhttps://a.example/\n", ["https://a.example/"]),
        ("Site,Link\na.example,https://a.example/report\n", ["https://a.example/report"]),
        ("Site,Where\nThe Met,https://a.example/\nThe other,https://b.example/\n", ["https://a.example/", "https://b.example/"]),
        ("2.5,Met,a.example\n3.5,More,b.example\n", ["https://a.example/", "https://b.example/"]),
        (
            "url\na.example/#/report\na.example/#/contact\na.example/#!x\n",
            [f"https://a.example/#{end}" for end in ("/report", "/contact", "!x")],
        ),
    ],
    ids=[
        "plain",
        "head",
        "columns",
        "semicolons",
        "words",
        "tabs",
        "comments",
        "quoted",
        "lower case",
        "port",
        "no scheme",
        "port alone",
        "IP",
        "IDN",
        "unknown words",
        "unknown word",
        "two that are called so",
        "called so and is not",
        "no head",
        "one program",
    ],
)
def test_a_list_is_read_as_people_write_it(text: str, expected: list[str]) -> None:
    assert urls(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "ftp://a.example/",
        "mailto:a@a.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://",
        "https:///path",
        "not an address",
        "2.5",
        "https://name:word@a.example/",
        "https://a.example:99999/",
        "https://a..example/",
        "https://-/",
        "https://a.example/\x1b[2J",
        "https://" + "a" * 3000 + ".example/",
    ],
)
def test_what_is_no_address_of_a_page_is_a_mistake_and_keeps_its_row(line: str) -> None:
    first, second = addresses_in(f"{line}\nhttps://a.example/\n")
    assert first.mistake
    assert (second.url, second.number, second.mistake) == ("https://a.example/", 2, False)
    assert len(first.url) <= 2000


def test_a_word_alone_is_no_host() -> None:
    assert [address.mistake for address in addresses_in("https://a.example/\nReports\nlocalhost\nb.example\n127.0.0.1\nb:80\n")] == [
        False, True, False, False, False, False,
    ]  # fmt: skip


def test_labels_come_with_their_address() -> None:
    assert addresses_in("Organisation,url\nThe  Centre,a.example\n,b.example\n") == (
        Address(1, "https://a.example/", "The Centre"),
        Address(2, "https://b.example/"),
    )


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1e"])
def test_a_sign_in_a_name_that_looks_like_the_end_of_a_line_is_none(sign: str) -> None:
    assert addresses_in(f"name{sign};url\nB{sign}more;https://b.example/\n") == (Address(1, "https://b.example/", "B more"),)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["LF", "CR", "CRLF"])
def test_lines_end_as_any_system_ends_them(end: str) -> None:
    listed = addresses_in(end.join(("url,name", 'a.example,"A', 'and B"', "b.example,C", "")))
    assert [(address.url, address.label) for address in listed] == [("https://a.example/", "A and B"), ("https://b.example/", "C")]


def test_a_first_line_that_is_an_address_is_no_head() -> None:
    assert urls("site.example\nb.example") == ["https://site.example/", "https://b.example/"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_spreadsheets_of_all_ages_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "sites.csv").write_bytes("name,url\nCafé,a.example\n".encode(encoding))
    assert read_sites(tmp_path / "sites.csv") == (Address(1, "https://a.example/", "Café"),)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "url\n", "url,name\n,\n", "name,url\nno address,\n", "word\nother\n"])
def test_a_list_of_nothing_is_told(text: str) -> None:
    with pytest.raises(SitesError, match="no address"):
        addresses_in(text)


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SitesError, match="cannot be read"):
        read_sites(tmp_path / "none.csv")
    with pytest.raises(SitesError, match="cannot be read"):
        addresses_in('url\n"' + "a" * 200_000)


def test_a_spreadsheets_own_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "sites.csv").write_bytes(b"PK\x03\x04 a spreadsheet, https://a.example/")
    with pytest.raises(SitesError, match="Save it as CSV"):
        read_sites(tmp_path / "sites.csv")


def test_one_site_has_no_more_addresses_than_travel_in_one_piece() -> None:
    listed = addresses_in("".join(f"a.example/{n}\n" for n in range(1_001)))
    assert 2 * len(tasks(listed[:-1])[0].addresses) < MAX_FILES
    with pytest.raises(SitesError, match=r"one site \(a\.example\)"):
        tasks(listed)


def test_a_list_is_no_longer_than_a_survey_bears() -> None:
    assert len(addresses_in("a.example\n" * 100_000)) == 100_000
    with pytest.raises(SitesError, match="too long"):
        addresses_in("a.example\n" * 100_001)
    with pytest.raises(SitesError, match="too long"):
        addresses_in("url\n" + "a.example\n" * 100_001)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.met.police.uk/x", "met.police.uk"),
        ("https://a.shop.co.uk/", "shop.co.uk"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("http://a.localhost/", "a.localhost"),
        ("http://localhost/", "localhost"),
    ],
)
def test_a_site_is_what_somebody_registered(url: str, site: str) -> None:
    assert site_of(url) == site


def test_a_site_is_one_task_with_its_addresses_in_order() -> None:
    listed = addresses_in("www.a.example\nb.example\nforms.a.example\nnonsense here\nftp://x\n")
    made = tasks(listed)
    assert [(task.site, [address.number for address in task.addresses]) for task in made] == [
        ("a.example", [1, 3]),
        ("b.example", [2]),
        ("", [4, 5]),
    ]


def test_what_is_asked_twice_is_looked_at_once_and_has_a_row_each() -> None:
    listed = addresses_in("url,name\na.example/x,One\na.example/y,Two\nA.example/x#y,Three\n")
    (made,) = tasks(listed)
    assert [address.number for address in made.addresses] == [1, 2]
    found = with_repeats(result_of(made), repeats(listed))
    assert [(page.number, page.name, page.label, page.asked) for page in found.pages] == [
        (1, "0001-01", "One", "https://a.example/x"),
        (2, "0002-01", "Two", "https://a.example/y"),
        (3, "0003-01", "Three", "https://a.example/x"),
    ]
    assert found.pages[2].recording == found.pages[0].recording


def test_another_list_has_another_hash() -> None:
    one, same, other, labelled = (addresses_in(text) for text in ("a.example", "https://A.example/", "b.example", "url,name\na.example,A"))
    assert hash_of(one) == hash_of(same)
    assert len({hash_of(one), hash_of(other), hash_of(labelled)}) == 3


def test_no_repeats_leave_a_result_as_it_is() -> None:
    found = result_of(SiteTask("a.example", (Address(1, "https://a.example/"),)))
    assert with_repeats(found, {}) is found
