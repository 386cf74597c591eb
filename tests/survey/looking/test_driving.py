"""Playwright's own program is waited for with patience that ends: while one waits, so do all others."""

import asyncio
import errno
from pathlib import Path
from types import SimpleNamespace

import pytest

from netcurtain import knowledge
from netcurtain.core.knowledge import Knowledge
from netcurtain.core.matcher import Matcher
from netcurtain.survey.asked import Address, Asked, SiteTask
from netcurtain.survey.looking import driving, limits
from netcurtain.survey.looking.driving import Drivers
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.surveying import Surveyor, Tools
from netcurtain.survey.trouble import Trouble


async def never() -> None:
    await asyncio.Event().wait()


@pytest.fixture
def hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LAUNCH_SECONDS", 0.05)
    monkeypatch.setattr(driving, "async_playwright", lambda: SimpleNamespace(start=never))


@pytest.mark.timeout(30)
@pytest.mark.usefixtures("hangs")
def test_one_that_hangs_while_it_starts_is_given_up_and_the_next_may_try() -> None:
    async def run() -> list[Trouble]:
        troubles = []
        async with Drivers() as drivers:
            for _ in range(2):
                with pytest.raises(Failed) as failed:
                    async with drivers.lend():
                        pass
                troubles.append(failed.value.trouble)
        return troubles

    assert asyncio.run(run()) == [Trouble.COMPUTER, Trouble.COMPUTER]


def test_one_that_cannot_start_is_a_fault_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def no_more_files() -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    async def run() -> None:
        async with Drivers() as drivers, drivers.lend():
            pass

    monkeypatch.setattr(driving, "async_playwright", lambda: SimpleNamespace(start=no_more_files))
    with pytest.raises(Failed) as failed:
        asyncio.run(run())
    assert failed.value.trouble is Trouble.COMPUTER


@pytest.mark.timeout(30)
@pytest.mark.usefixtures("hangs")
def test_a_site_for_which_there_is_none_says_that_it_was_this_computer(tmp_path: Path) -> None:
    tools = Tools(Knowledge(Matcher([]), knowledge.organisations(), knowledge.lexicon(), ()), (), tmp_path, tmp_path)
    surveyor = Surveyor(tools, Asked())
    task = SiteTask("one.example", (Address(1, "https://one.example/"),))
    (page,) = asyncio.run(surveyor.survey(task, tmp_path)).pages
    assert (page.trouble, page.detail) == (Trouble.COMPUTER, "start")
