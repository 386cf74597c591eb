import sys
import time

import pytest

from netcurtain.history import clock


@pytest.mark.parametrize(("system", "name"), [("linux", "CLOCK_BOOTTIME"), ("darwin", "CLOCK_MONOTONIC")])
def test_it_is_the_clock_that_goes_on_during_sleep(monkeypatch: pytest.MonkeyPatch, system: str, name: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(time, "CLOCK_BOOTTIME", "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr(time, "CLOCK_MONOTONIC", "CLOCK_MONOTONIC", raising=False)
    monkeypatch.setattr(time, "clock_gettime", {name: 12.5}.__getitem__, raising=False)
    assert clock.seconds() == 12.5


def test_where_the_system_has_one_clock_only_it_is_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "monotonic", lambda: 7.5)
    assert clock.seconds() == 7.5


def test_it_never_goes_back() -> None:
    assert clock.seconds() <= clock.seconds()
