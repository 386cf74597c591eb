import pytest
from tests.lists.conftest import LIST, NO_LENGTH, Reply, Website

from netcurtain.lists import wording
from netcurtain.lists.fetch import allowed, fetch
from netcurtain.lists.source import Fresh, Refused, Unchanged, Validators


def test_a_list_comes_with_its_validators(website: Website) -> None:
    website.replies["/list"] = Reply(headers={"ETag": '"one"', "Last-Modified": "Fri, 20 Nov 2026 08:30:00 GMT"})
    answer = fetch(website.at("/list"))
    assert answer == Fresh(LIST.encode(), Validators('"one"', "Fri, 20 Nov 2026 08:30:00 GMT"), 1795163400.0)
    assert "if-none-match" not in website.asked[0][1]


def test_the_server_does_not_learn_which_program_asks(website: Website) -> None:
    fetch(website.at("/list"))
    assert "netcurtain" not in str(website.asked).lower()


def test_what_has_not_changed_is_not_sent_again(website: Website) -> None:
    website.replies["/list"] = lambda asked: Reply(304 if asked.get("if-none-match") == '"one"' else 200)
    assert fetch(website.at("/list"), Validators('"one"')) == Unchanged()
    website.replies["/list"] = lambda asked: Reply(304 if asked.get("if-modified-since") == "then" else 200)
    assert fetch(website.at("/list"), Validators("", "then")) == Unchanged()


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(404), wording.status(404)),
        (Reply(503), wording.status(503)),
        (Reply(304), wording.status(304)),
        (Reply(length=len(LIST) + 50), wording.CUT_SHORT),
        (Reply(headers={"Content-Type": "text/html; charset=utf-8"}), wording.WEB_PAGE),
        (Reply(302, headers={"Location": "http://elsewhere.example/list"}), wording.status(302)),
        (Reply(302, headers={"Location": "file:///etc/hostname"}), wording.status(302)),
    ],
)
def test_a_useless_answer_is_refused(website: Website, reply: Reply, why: str) -> None:
    website.replies["/list"] = reply
    assert fetch(website.at("/list")) == Refused(why)


def test_a_redirect_on_this_computer_is_followed(website: Website) -> None:
    website.replies["/old"] = Reply(301, headers={"Location": website.at("/list")})
    website.replies["/list"] = Reply()
    assert fetch(website.at("/old")) == Fresh(LIST.encode())


def test_there_is_an_end_to_size_and_time(website: Website) -> None:
    website.replies["/list"] = Reply()
    assert fetch(website.at("/list"), limit=len(LIST) - 1) == Refused(wording.TOO_LARGE)
    assert fetch(website.at("/list"), whole_seconds=-1.0) == Refused(wording.TOO_SLOW)


def test_what_says_that_it_is_too_large_is_not_even_begun(website: Website) -> None:
    website.replies["/list"] = Reply(length=30_000_000)
    told: list[int] = []
    assert fetch(website.at("/list"), tell=lambda _, so_far, __: told.append(so_far)) == Refused(wording.TOO_LARGE)
    assert told == [0]


@pytest.mark.parametrize(("length", "total"), [(None, len(LIST)), (NO_LENGTH, None)], ids=["with a length", "without"])
def test_how_far_it_is_is_told_in_bytes(website: Website, length: int | None, total: int | None) -> None:
    website.replies["/list"] = Reply(length=length)
    told: list[tuple[str, int, int | None]] = []
    assert isinstance(fetch(website.at("/list"), tell=lambda *step: told.append(step)), Fresh)
    assert told[0] == ("asking 127.0.0.1", 0, None)
    assert told[-1] == ("asking 127.0.0.1", len(LIST), total)


def test_who_listens_can_end_it(website: Website) -> None:
    class EnoughError(Exception):
        pass

    def enough(_doing: str, so_far: int, _total: int | None) -> None:
        if so_far:
            raise EnoughError

    website.replies["/list"] = Reply()
    with pytest.raises(EnoughError):
        fetch(website.at("/list"), tell=enough)


def test_where_nobody_answers_the_list_is_not_reached() -> None:
    assert fetch("http://127.0.0.1:1/list") == Refused(wording.NOT_REACHED)


@pytest.mark.parametrize(
    "url",
    [
        "http://easylist.to/list",
        "http://localhost/list",
        "ftp://127.0.0.1/list",
        "file:///etc/hostname",
        "https://",
        "https://me:word@a.example/",
        "https://[/",
    ],
)
def test_nothing_but_https_and_this_computer_is_asked(url: str) -> None:
    assert not allowed(url)
    assert fetch(url) == Refused(wording.NOT_ALLOWED)


def test_https_is_allowed() -> None:
    assert allowed("https://easylist.to/easylist/easyprivacy.txt")
