import pytest
from tests.lists.conftest import LIST, Reply, Website

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
