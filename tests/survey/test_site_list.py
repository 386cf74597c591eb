"""The list of sites, as people have them."""

from pathlib import Path

import pytest

from netcurtain.survey.asked import Address
from netcurtain.survey.site_list import addresses_in, read_sites
from netcurtain.survey.sites import SitesError


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


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\r\nurl;name\r\nhttps://a.example/;A\r\n",
        '"sep=,"\nname,url\nA,https://a.example/\n',
        "sep=\t\nurl\tname\nhttps://a.example/\tA\n",
        "# of May\nSEP=|\nurl|name\nhttps://a.example/|A\n",
        "url|name\nhttps://a.example/|A\n",
        "Forces of May,,\n,,\nName,Website,Phone\nA,https://a.example/,1\n",
        "Website list of May,,\nName,Website,Phone\nA,https://a.example/,1\n",
        "Forces of May\n\nName;Website\nA;https://a.example/\n",
        "Website list of May\nName;Website\nA;https://a.example/\n",
        "Website list of May\nName,Website\nA,https://a.example/\n",
        '"url,name"\n"https://a.example/,A"\n',
        "name,url\nA,<https://a.example/>\n",
        "name,url\nA,\u200b\u201chttps://a.example/\u201d\n",
        "name,url\nA,'https://a.example/'\n",
        "\u201cname\u201d,\u201curl\u201d\nA,https://a.example/\n",
    ],
    ids=[
        "Excel's own line",
        "the same in quotes",
        "the same with a tab",
        "the same below words",
        "lines upright",
        "a title",
        "a title that says website",
        "a title above semicolons",
        "a title that says website above semicolons",
        "a title that says website alone",
        "quoted line by line",
        "in brackets",
        "out of a letter",
        "in single quotes",
        "a head out of a letter",
    ],
)
def test_what_spreadsheets_and_people_put_around_an_address_is_no_part_of_it_and_no_row(text: str) -> None:
    assert addresses_in(text) == (Address(1, "https://a.example/", "A"),)


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;\r"])
def test_excels_own_line_is_no_row_where_no_column_has_a_name(first: str) -> None:
    assert addresses_in(f"{first}\nhttps://a.example/;A\n") == (Address(1, "https://a.example/"),)


def test_a_title_is_looked_for_above_the_first_address_alone() -> None:
    assert [address.url for address in addresses_in("no address\nhttps://a.example/\nName,Website\n")] == [
        "no address", "https://a.example/", "Name",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("https://a.example/?a=1,2,3", "https://a.example/?a=1,2,3"),
        ("https://a.example/;id=1", "https://a.example/;id=1"),
        ("https://a.example/,", "https://a.example/"),
        ("https://a.example/,The Met", "https://a.example/"),
        ("https://a.example/?a=1,The Met", "https://a.example/?a=1"),
        ("www.a.example,Ann", "https://www.a.example/"),
        ('"https://a.example/",Ann', "https://a.example/"),
        ('"https://a.example/?x=1,2",note', "https://a.example/?x=1,2"),
        ('"https://a.example/0,,12,00.html"', "https://a.example/0,,12,00.html"),
        ("https://a.example/x\tnote", "https://a.example/x"),
        ("https://a.example/?x=1\tnote", "https://a.example/?x=1"),
    ],
)
def test_where_the_list_says_that_it_has_one_column_a_comma_is_of_what_an_address_asks_for_and_no_note_is(line: str, url: str) -> None:
    assert urls(f"url\n{line}\n") == [url]


@pytest.mark.parametrize("text", ['url,name\na.example,"A\nb.example,B\n', 'url,name\na.example,A\nb.example,"B'])
def test_a_quotation_mark_that_is_never_closed_swallows_no_site_unsaid(text: str) -> None:
    with pytest.raises(SitesError, match="never closed"):
        addresses_in(text)


@pytest.mark.parametrize("text", [
    'url,name\nhttps://a.example/,"A\nhttps://b.example/,B\nhttps://c.example/,"C\nhttps://d.example/,D\n',
    'name,url\n"A,www.a.example\nB,www.b.example\n"C,www.c.example\nD,www.d.example\n',
    'url\r"https://a.example/\rhttps://b.example/\r"https://c.example/\r',
])  # fmt: skip
def test_two_quotation_marks_that_are_never_closed_are_no_pair(text: str) -> None:
    with pytest.raises(SitesError, match=r"several lines.* never closed"):
        addresses_in(text)


def test_a_note_of_several_lines_may_have_addresses_in_it() -> None:
    text = 'url,notes\r\nhttps://a.example/,"Found at:\nhttps://c.example/, and\nwww.d.example"\r\nhttps://b.example/,\r\n'
    assert urls(text) == ["https://a.example/", "https://b.example/"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Name,Site\nCharity website,tbc\nFoo,https://b.example/\n", [("tbc", "Charity website"), ("https://b.example/", "Foo")]),
        ("site\nn/a\nlink\nhttps://a.example/\n", [("n/a", ""), ("link", ""), ("https://a.example/", "")]),
    ],
)
def test_a_row_below_the_head_is_no_head_whatever_words_are_in_it(text: str, listed: list[tuple[str, str]]) -> None:
    assert [(address.url, address.label) for address in addresses_in(text)] == listed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BBC | News | UK,https://a.example/\nITV,https://b.example/\n", ["https://a.example/", "https://b.example/"]),
        ("https://a.example/css?f=A|B|C\nhttps://b.example/\n", ["https://a.example/css?f=A|B|C", "https://b.example/"]),
        ("https://a.example/ | A\nhttps://b.example/ | B\n", ["https://a.example/", "https://b.example/"]),
    ],
    ids=["of names", "of an address", "between two cells"],
)
def test_where_no_row_says_what_the_columns_are_an_upright_line_is_seldom_between_two(text: str, expected: list[str]) -> None:
    assert urls(text) == expected


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


@pytest.mark.parametrize("begins", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"], ids=["of today", "of before 2007"])
def test_a_spreadsheets_own_file_is_told(tmp_path: Path, begins: bytes) -> None:
    (tmp_path / "sites.csv").write_bytes(begins + b" a spreadsheet\nhttps://a.example/")
    with pytest.raises(SitesError, match="Save it as CSV"):
        read_sites(tmp_path / "sites.csv")


@pytest.mark.parametrize(
    "begins", [b"%PDF-1.7", b"{\\rtf1", b'{"url":', b'{\n  "url":', b'["', b"[\n  {", b"[{", b"<!DOCTYPE html>", b"<html>", b"<?xml"]
)
def test_a_file_that_is_no_list_is_told(tmp_path: Path, begins: bytes) -> None:
    (tmp_path / "sites.csv").write_bytes(begins + b"\nhttps://a.example/\n")
    with pytest.raises(SitesError, match="Give a CSV file"):
        read_sites(tmp_path / "sites.csv")


def test_a_list_is_no_longer_than_a_survey_bears() -> None:
    assert len(addresses_in("a.example\n" * 100_000)) == 100_000
    with pytest.raises(SitesError, match="too long"):
        addresses_in("a.example\n" * 100_001)
    with pytest.raises(SitesError, match="too long"):
        addresses_in("url\n" + "a.example\n" * 100_001)


@pytest.mark.parametrize("name", ["PK Clinic", "{A}"])
def test_a_name_that_begins_as_other_files_do_is_a_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "sites.csv").write_text(f"{name},https://a.example/\n")
    assert [address.url for address in read_sites(tmp_path / "sites.csv")] == ["https://a.example/"]
