import logging
import socket
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPConnection, HTTPResponse
from importlib.resources import files
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from netcurtain.core.organisations import parse_organisations
from netcurtain.practice.site import MAX_BODY, MAX_CONNECTIONS, PracticeSite

MARKER = b"kingfisher-7"


@pytest.fixture
def port() -> Iterator[int]:
    site = PracticeSite()
    yield port_of(site.start())
    site.stop()


def port_of(address: str) -> int:
    port = urlsplit(address).port
    assert port is not None
    return port


def asked(
    port: int, method: str, path: str, host: str | None = "127.0.0.1", body: bytes | None = None, headers: dict[str, str] | None = None
) -> tuple[HTTPResponse, bytes]:
    """What the site answers to somebody who calls it ``host``."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.putrequest(method, path, skip_host=True)
    given = {
        **({"Host": f"{host}:{port}"} if host else {}),
        **({"Content-Length": str(len(body))} if body is not None else {}),
        **(headers or {}),
    }
    for name, value in given.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    response = connection.getresponse()
    read = response.read()
    connection.close()
    return response, read


def test_the_address_opens_the_form() -> None:
    site = PracticeSite()
    try:
        address = site.start()
        with urlopen(address) as response:
            page = response.read().decode()
    finally:
        site.stop()
    assert address.startswith("http://127.0.0.1:")
    assert "<title>Practice</title>" in page
    assert "Netcurtain&rsquo;s practice page" in page
    assert "do not type anything real" in page


@pytest.mark.parametrize("host", ["127.0.0.1", "practice.localhost", "PRACTICE.localhost"])
def test_the_clinic_has_two_names(port: int, host: str) -> None:
    response, page = asked(port, "GET", "/", host)
    assert response.status == HTTPStatus.OK
    assert f'src="http://tracker.localhost:{port}/pixel.js"'.encode() in page


def test_a_page_may_load_from_the_site_and_its_tracker_only(port: int) -> None:
    response, _ = asked(port, "GET", "/")
    policy = dict(part.split(" ", 1) for part in (response.getheader("Content-Security-Policy") or "").split("; "))
    tracker = f"http://tracker.localhost:{port}"
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "script-src": tracker,
        "img-src": f"'self' {tracker}",
        "connect-src": tracker,
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/practice.css", "text/css; charset=utf-8"), ("/icon.svg", "image/svg+xml"), ("/thanks", "text/html; charset=utf-8")],
)
def test_what_a_page_is_made_of_is_there(port: int, path: str, kind: str) -> None:
    response, content = asked(port, "GET", path)
    assert (response.status, response.getheader("Content-Type")) == (HTTPStatus.OK, kind)
    assert content
    assert response.getheader("Cache-Control") == "no-store"


def test_a_posted_form_is_forgotten(port: int, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    caplog.set_level(logging.DEBUG)
    response, answer = asked(port, "POST", "/send", body=b"name=" + MARKER)
    assert (response.status, response.getheader("Location"), answer) == (HTTPStatus.SEE_OTHER, "/thanks", b"")
    for path in ("/thanks", "/", "/send"):
        assert MARKER not in asked(port, "GET", path)[1]
    assert b"This was practice. Nothing was kept." in asked(port, "GET", "/thanks")[1]
    assert MARKER.decode() not in caplog.text
    assert capfd.readouterr() == ("", "")


def test_the_tracker_answers(port: int) -> None:
    response, script = asked(port, "GET", "/pixel.js", "tracker.localhost")
    assert (response.status, response.getheader("Content-Type")) == (HTTPStatus.OK, "text/javascript; charset=utf-8")
    assert b"sendBeacon" in script
    assert asked(port, "GET", "/collect?event=page_view&title=Practice", "tracker.localhost")[0].status == HTTPStatus.NO_CONTENT
    assert asked(port, "POST", "/collect?event=button", "tracker.localhost", body=b"")[0].status == HTTPStatus.NO_CONTENT


def test_the_tracker_is_on_our_own_list_and_known_by_name() -> None:
    rooms = files("netcurtain.filters")
    assert "||tracker.localhost^" in rooms.joinpath("starter.txt").read_text("utf-8").splitlines()
    company = parse_organisations(rooms.joinpath("organisations.toml").read_text("utf-8")).of("tracker.localhost")
    assert company is not None
    assert company.category == "practice"


@pytest.mark.parametrize("path", ["/pixel.js", "/collect"])
def test_the_clinic_is_not_the_tracker(port: int, path: str) -> None:
    assert asked(port, "GET", path)[0].status == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1.evil.example", "xtracker.localhost", None])
def test_a_foreign_host_is_refused(port: int, host: str | None) -> None:
    for method, body in (("GET", None), ("POST", b"a=b")):
        response, answer = asked(port, method, "/", host, body)
        assert (response.status, answer) == (HTTPStatus.FORBIDDEN, b"")


def test_our_name_with_another_port_is_refused(port: int) -> None:
    assert asked(port, "GET", "/", None, headers={"Host": "127.0.0.1"})[0].status == HTTPStatus.FORBIDDEN
    assert asked(port, "GET", "/", None, headers={"Host": f"127.0.0.1:{port + 1}"})[0].status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Length": str(MAX_BODY + 1)}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
        ({"Content-Length": "9" * 5000}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
        ({"Content-Length": "-1"}, HTTPStatus.LENGTH_REQUIRED),
        ({"Content-Length": "many"}, HTTPStatus.LENGTH_REQUIRED),
        ({"Transfer-Encoding": "chunked"}, HTTPStatus.LENGTH_REQUIRED),
        ({}, HTTPStatus.LENGTH_REQUIRED),
    ],
    ids=["one byte too many", "more digits than a number has", "less than nothing", "no number", "in pieces", "nothing said"],
)
def test_a_body_without_a_fair_length_is_not_read(port: int, headers: dict[str, str], status: HTTPStatus) -> None:
    assert asked(port, "POST", "/send", headers=headers)[0].status == status


def test_the_largest_body_is_taken(port: int) -> None:
    assert asked(port, "POST", "/send", body=b"x" * MAX_BODY)[0].status == HTTPStatus.SEE_OTHER


@pytest.mark.parametrize(("method", "path"), [("GET", "/nowhere"), ("GET", "/../site.py"), ("POST", "/"), ("GET", "/send")])
def test_there_is_nothing_else(port: int, method: str, path: str) -> None:
    assert asked(port, method, path, body=b"" if method == "POST" else None)[0].status == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD", "OPTIONS"])
def test_other_methods_are_refused_without_a_word_in_the_log(port: int, method: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert asked(port, method, "/")[0].status == HTTPStatus.NOT_IMPLEMENTED
    assert capfd.readouterr() == ("", "")


def test_there_is_an_end_to_connections(port: int) -> None:
    idle = [socket.create_connection(("127.0.0.1", port), 5) for _ in range(MAX_CONNECTIONS)]
    with socket.create_connection(("127.0.0.1", port), 5) as one_more:
        assert one_more.recv(1) == b""
    for connection in idle:
        connection.close()


def test_starting_again_gives_the_same_address() -> None:
    site = PracticeSite()
    try:
        assert site.start() == site.start()
    finally:
        site.stop()


def test_stopping_frees_the_port_and_ends_the_thread() -> None:
    site = PracticeSite()
    port = port_of(site.start())
    site.stop()
    site.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "practice"]
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), 5)


def test_it_starts_again_after_stopping() -> None:
    site = PracticeSite()
    site.start()
    site.stop()
    try:
        assert asked(port_of(site.start()), "GET", "/")[0].status == HTTPStatus.OK
    finally:
        site.stop()
