"""The quick way of finding a filter says what asking every filter, one after another, would say."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netcurtain.core import filter_index
from netcurtain.core.filter_index import FilterIndex
from netcurtain.core.filter_list import FilterList, parse_list
from netcurtain.core.filter_record import line_of
from netcurtain.core.layout import layout_of
from netcurtain.core.network_filter import NetworkFilter, bare
from netcurtain.core.question import Question, ask
from netcurtain.core.request import MAX_URL, ResourceType, resource_type

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
TRACE, LIST = DATA / "trace-visible.tsv", DATA / "easyprivacy.txt"
PAGE = "https://www.shop.example/report"
SCRIPT = ResourceType.SCRIPT

LINES = """
||a.b^
||b^$third-party
||c.a.b^
||c.a.b^$third-party
||a.b/x/y
||a.b^*z|
||b:8080/
/pixel?
/x/y
.a.b/x
a.b/
://a.b^
|https://a
y/z|
/ab*yz
^ab^
xyz
/[ab]+\\/y?/
/^https:\\/\\/a\\.b\\/[a-z]{2,4}(x|y)/
/pixel\\.(gif|png)$/
/PIXEL?$match-case
||a.b/X$match-case
$ping
$xmlhttprequest,domain=a.b
$script,domain=b.*
/y$domain=a.b|~c.a.b
/z$domain=shop.*|a.b
/zx$domain=~shop.*|~c.a.b
||x.b^$domain=~a.b
||b/p$to=~c.a.b,method=post
||b^$denyallow=a.b,script
||1.2.3.4^
||b^$strict3p
@@||a.b/x
@@/pixel?$~third-party
""".strip()


def index_of(lists: Iterable[FilterList]) -> FilterIndex:
    layout = layout_of(tuple(lists))
    return FilterIndex(layout.blocking, layout.titles)


def every_filter(read: FilterList) -> tuple[NetworkFilter, ...]:
    hosts = (*(bare(host, False, read.title) for host in read.hosts), *(bare(host, True, read.title) for host in read.third_party_hosts))
    return (*hosts, *(one for one in read.filters if not one.exception))


def lines_that_mean(filters: Iterable[NetworkFilter], url: str, page_url: str, kind: ResourceType, method: str) -> set[str]:
    asked = ask(url, page_url, kind, method)
    return {one.line for one in filters if asked and one.applies(asked)}


READ = parse_list(LINES, "A list")
FILTERS = every_filter(READ)
INDEX = index_of([READ])

HOSTS = st.sampled_from(
    ["a.b", "c.a.b", "A.b", "b", "x.b", "a.b.", "xa.b", "1.2.3.4", "9.2.3.4", "[::1]", "ä.b", "a.b.co.uk", "b.co.uk", ""]
)
ADDRESSES = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["https://", "http://", "wss://", "HTTPS://", "https://me:word@", "data:", "blob:https://", "about:", "//", ""]),
    HOSTS,
    st.sampled_from(["", ":8080", ":443", ":"]),
    st.sampled_from(["/", "", "?", "#"]),
    st.lists(st.sampled_from([*"xyzabXY/?.&=*|^-é \0", "pixel?", "PIXEL?", "pixel.gif", "/x/y", "a.b/", "https://a.b/"]), max_size=6).map(
        "".join
    ),
)


@given(url=ADDRESSES, page_url=ADDRESSES | st.just(PAGE), kind=st.sampled_from(ResourceType), method=st.sampled_from(["GET", "post", ""]))
def test_the_quick_way_finds_what_asking_every_filter_finds(url: str, page_url: str, kind: ResourceType, method: str) -> None:
    means = lines_that_mean(FILTERS, url, page_url, kind, method)
    for found in (INDEX.find(url, page_url, kind, method), INDEX.find_plainly(url, page_url, kind, method)):
        assert (found is None) is (not means)
        assert found is None or line_of(found) in means


def test_hosts_are_found_by_themselves_and_by_those_above_them() -> None:
    lines = [
        "||t.example^$image",
        *(f"||h{n}.t.example^" for n in range(100)),
        "||u.example^",
        "||top^$font",
        "||a.b.v.example/x^",
        "||[::1]^",
    ]
    index = index_of([parse_list("\n".join(lines), "")])
    for url, kind, line in (
        ("https://t.example/", ResourceType.IMAGE, "||t.example^$image"),
        ("https://h7.t.example/", SCRIPT, "||h7.t.example^"),
        ("https://x.h7.t.example/", SCRIPT, "||h7.t.example^"),
        ("https://x.t.example/", ResourceType.IMAGE, "||t.example^$image"),
        ("https://x.t.example/", SCRIPT, None),
        ("https://x.u.example/", SCRIPT, "||u.example^"),
        ("https://x.example.top/", ResourceType.FONT, "||top^$font"),
        ("https://top/", ResourceType.FONT, "||top^$font"),
        ("https://a.b.v.example/x", SCRIPT, "||a.b.v.example/x^"),
        ("https://b.v.example/x", SCRIPT, None),
        ("https://[::1]/", SCRIPT, "||[::1]^"),
    ):
        found = index.find(url, PAGE, kind, "GET")
        assert (line_of(found) if found else None) == line, url


@pytest.mark.skipif(not (TRACE.exists() and LIST.exists()), reason="the recorded requests are not on this computer")
def test_real_requests_are_found_the_same_in_both_ways() -> None:
    read = parse_list(LIST.read_text(encoding="utf-8"), "")
    index = index_of([read])
    rows = [row.split("\t") for row in TRACE.read_text(encoding="utf-8").splitlines()[1:]]
    for url, page_url, kind, _ in rows[::2]:
        asked = url, page_url, resource_type(kind), "GET"
        assert (index.find(*asked) is None) is (index.find_plainly(*asked) is None)


@pytest.mark.parametrize("size", [4_000, MAX_URL - 50, MAX_URL + 5_000])
def test_a_very_long_address_is_looked_through_to_its_limit(size: int) -> None:
    url = "https://t.example/" + "x-" * (size // 2) + "/pixel?"
    means = lines_that_mean(FILTERS, url, PAGE, SCRIPT, "GET")
    found = INDEX.find(url, PAGE, SCRIPT, "GET")
    assert bool(found) is bool(means) is (size < MAX_URL)


def test_what_is_remembered_of_hosts_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filter_index, "MAX_CACHED", 3)
    index = index_of([parse_list("||t.example^\n$domain=shop.example\n/x?$third-party", "")])
    for n in range(10):
        assert index.find(f"https://h{n}.t.example/", PAGE, SCRIPT, "GET")
        assert index.find("https://u.example/x?", f"https://h{n}.shop.example", SCRIPT, "GET")
    assert 0 < len(index._origins) <= 3
    assert 0 < len(index._pages) <= 3


def test_what_is_unpacked_of_hosts_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filter_index, "MAX_CACHED", 3)
    index = index_of([parse_list("\n".join(f"||h{n}.example/x$script" for n in range(10)), "")])
    for n in range(10):
        assert index.find(f"https://h{n}.example/x", PAGE, SCRIPT, "GET")
        assert index.find(f"https://a.h{n}.example/x", PAGE, SCRIPT, "GET")
    assert 0 < len(index._unpacked) <= 3


def test_no_whole_address_is_remembered() -> None:
    index = index_of([READ])
    index.find("https://a.b/x/y?answer=secret", "https://www.shop.example/report?answer=secret", SCRIPT, "GET")
    index.find("https://a.b?answer=secret", "https://www.shop.example?answer=secret", SCRIPT, "GET")
    assert set(index._origins) == {"https://a.b"}
    assert set(index._pages) <= {"https://www.shop.example"}


@pytest.mark.parametrize("size", [1_000, 9_000, 60_000])
@pytest.mark.parametrize(
    "line", ["/track[0-9]$/", "/foo.q*track", "||t.example^*/track7|", "/FOO.q$match-case", "/foo.q$method=get", "/foo.q$to=t.example"]
)
def test_on_a_long_address_a_filter_is_asked_after_others_that_do_not_mean_it(line: str, size: int) -> None:
    before = [
        *(f"/foo.q*/track{n}^nothing" for n in range(20)),
        *(f"/track[0-9]x?y{{{n}}}/" for n in range(1, 20)),
        "/foo.q*/track7$to=other.example",
    ]
    index = index_of([parse_list("\n".join([*before, line]), "")])
    url = f"https://t.example/foo.q/FOO.q{'/track7/nothing'.rjust(size, 'a')}/track7"
    found = index.find(url, PAGE, SCRIPT, "GET")
    assert found is not None
    assert line_of(found) == line


def test_one_request_is_not_held_up_by_ever_so_many_slow_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = [f"/[ab]*a[ab]{{400}}(b|c{n})/" for n in range(200)]
    index = index_of([parse_list("\n".join([*slow[:100], "/t.$method=get", *slow[100:]]), "")])
    times: Counter[int] = Counter()
    plain: Counter[int] = Counter()

    def applies(one: NetworkFilter, asked: Question) -> bool:
        (plain if one.pattern.plain else times)[len(asked.url)] += 1
        return False

    monkeypatch.setattr(NetworkFilter, "applies", applies)
    for size in (60_000, 2_000, 30):
        index.find("https://t.example/".ljust(size, "a"), PAGE, SCRIPT, "GET")
    assert times[60_000] == 1
    assert 20 < times[2_000] < 50
    assert times[30] == 200
    assert plain == {60_000: 1, 2_000: 1, 30: 1}  # what is quick is asked however slow the others are


def test_one_request_is_not_looked_through_for_ever_so_many_literals(monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of([parse_list("\n".join(f"||t.example/a{n}." for n in range(300)), "")])
    url = "https://t.example/a299."
    assert index.find(url, PAGE, SCRIPT, "GET")
    monkeypatch.setattr(filter_index, "MAX_LOOKED", 200 * len(url))
    assert index.find(url, PAGE, SCRIPT, "GET") is None
