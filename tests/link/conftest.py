"""A mistake of ours never kills the link; so that it does not go unseen here, a test in which one was logged fails."""

import logging
from collections.abc import Iterator

import pytest
from tests.link.desk import Desk


@pytest.fixture(autouse=True)
def no_mistake_of_ours(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(logging.getLogger("netcurtain"), "propagate", True)
    caplog.set_level(logging.INFO, "netcurtain.link")
    yield
    assert [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR] == []


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    desk.link.start(0)
    yield desk
    desk.link.stop()
