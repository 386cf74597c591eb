"""What playwright and Chromium say went wrong becomes the trouble of a row, and none of their own words."""

import pytest
from playwright.async_api import Error
from playwright.async_api import TimeoutError as TooSlow

from netcurtain.link.port import PortError
from netcurtain.survey.looking.failures import Failed, failure_of
from netcurtain.survey.trouble import Trouble

SAID = {
    "Page.goto: net::ERR_NAME_NOT_RESOLVED at https://a.example/?secret": (Trouble.NOT_FOUND, "net::ERR_NAME_NOT_RESOLVED"),
    "Page.goto: net::ERR_CONNECTION_REFUSED at https://a.example/": (Trouble.NOT_FOUND, "net::ERR_CONNECTION_REFUSED"),
    "Page.goto: net::ERR_SOMETHING_NEW at https://a.example/": (Trouble.NOT_FOUND, "net::ERR_SOMETHING_NEW"),
    "Page.goto: net::ERR_CERT_DATE_INVALID at https://a.example/": (Trouble.CERTIFICATE, "net::ERR_CERT_DATE_INVALID"),
    "Page.goto: net::ERR_SSL_PROTOCOL_ERROR at https://a.example/": (Trouble.CERTIFICATE, "net::ERR_SSL_PROTOCOL_ERROR"),
    "Page.goto: net::ERR_TOO_MANY_REDIRECTS at https://a.example/": (Trouble.REDIRECTS, "net::ERR_TOO_MANY_REDIRECTS"),
    "Page.goto: net::ERR_CONNECTION_TIMED_OUT at https://a.example/": (Trouble.TIMED_OUT, "net::ERR_CONNECTION_TIMED_OUT"),
    "Page.goto: net::ERR_HTTP_RESPONSE_CODE_FAILURE at https://a.example/": (Trouble.STATUS, "net::ERR_HTTP_RESPONSE_CODE_FAILURE"),
    "Page.goto: net::ERR_ABORTED at https://a.example/": (Trouble.NOT_A_PAGE, "net::ERR_ABORTED"),
    "Page.goto: net::ERR_INTERNET_DISCONNECTED at https://a.example/": (Trouble.COMPUTER, "net::ERR_INTERNET_DISCONNECTED"),
    "Page.goto: net::ERR_NETWORK_CHANGED at https://a.example/": (Trouble.COMPUTER, "net::ERR_NETWORK_CHANGED"),
    "Page.goto: net::ERR_NETWORK_ACCESS_DENIED at https://a.example/": (Trouble.COMPUTER, "net::ERR_NETWORK_ACCESS_DENIED"),
    "Page.goto: net::ERR_NETWORK_IO_SUSPENDED at https://a.example/": (Trouble.COMPUTER, "net::ERR_NETWORK_IO_SUSPENDED"),
    "Page.goto: net::ERR_PROXY_CONNECTION_FAILED at https://a.example/": (Trouble.COMPUTER, "net::ERR_PROXY_CONNECTION_FAILED"),
    "Page.goto: Download is starting": (Trouble.DOWNLOAD, ""),
    "Page.evaluate: Target crashed": (Trouble.CRASHED, ""),
    "Page.title: Target page, context or browser has been closed": (Trouble.CRASHED, ""),
    "Page.evaluate: Execution context was destroyed, most likely because of a navigation": (Trouble.REDIRECTS, ""),
}


@pytest.mark.parametrize(("said", "means"), SAID.items())
def test_what_went_wrong_has_its_trouble(said: str, means: tuple[Trouble, str]) -> None:
    failed = failure_of(Error(said))
    assert (failed.trouble, failed.detail) == means


@pytest.mark.parametrize("error", [TimeoutError(), TooSlow("Timeout 5000ms exceeded.")], ids=["ours", "playwright's"])
def test_what_took_too_long_timed_out(error: Exception) -> None:
    assert failure_of(error).trouble is Trouble.TIMED_OUT


def test_what_nobody_foresaw_is_a_mistake_of_ours_named_without_its_words() -> None:
    try:
        raise ValueError("https://a.example/?secret")
    except ValueError as error:
        failed = failure_of(error)
    assert failed.trouble is Trouble.OURS
    assert failed.detail.startswith("ValueError in test_failures.py")
    assert "secret" not in failed.detail


@pytest.mark.parametrize("error", [OSError(24, "Too many open files"), PortError(0, OSError(13, "no"))], ids=["file", "port"])
def test_what_the_system_refuses_is_a_fault_of_the_computer(error: Exception) -> None:
    try:
        raise error
    except Exception as raised:
        failed = failure_of(raised)
    assert (failed.trouble, failed.detail.partition(",")[0]) == (Trouble.COMPUTER, f"{type(error).__name__} in test_failures.py")


def test_a_trouble_that_is_known_stays_what_it_is() -> None:
    failed = Failed(Trouble.WINDOWS, "more")
    assert failure_of(failed) is failed
