"""A browser that hangs while it starts, as no real one can be made to, is given up: by then nothing of it is left."""

import asyncio
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from netcurtain.survey.asked import Asked
from netcurtain.survey.looking import limits
from netcurtain.survey.looking.browser import Browser
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.trouble import Trouble


async def never(*_: Any, **__: Any) -> None:
    await asyncio.Event().wait()


async def at_once(*_: Any, **__: Any) -> None:
    pass


def context(**more: Any) -> SimpleNamespace:
    """As much of a browser as is asked of one that starts."""
    return SimpleNamespace(**{"set_default_timeout": lambda _: None, "add_init_script": at_once, "close": at_once, **more})


def driver(launch: Any) -> Any:
    return SimpleNamespace(chromium=SimpleNamespace(launch_persistent_context=launch))


async def comes_up(*_: Any, **__: Any) -> SimpleNamespace:
    return context(add_init_script=never)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where its folder will be; and as little patience as can be."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(home))
    for name in ("LAUNCH_SECONDS", "CLOSE_SECONDS"):
        monkeypatch.setattr(limits, name, 0.2)
    return home


def extension(folder: Path) -> Path:
    made = folder / "extension"
    made.mkdir()
    (made / "manifest.json").write_text("{}")
    return made


@pytest.mark.timeout(30)
@pytest.mark.parametrize("launch", [never, comes_up], ids=["it does not come up", "it comes up and does not answer"])
def test_one_that_hangs_while_it_starts_is_given_up(short: Path, tmp_path: Path, launch: Any) -> None:
    async def run() -> list[asyncio.Task[Any]]:
        with pytest.raises(Failed) as failed:
            async with Browser(driver(launch), Path("/none/chromium"), Asked(), "agent", extension(tmp_path)):
                pass
        assert (failed.value.trouble, failed.value.detail) == (Trouble.COMPUTER, "start")
        return [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]

    assert asyncio.run(run()) == []
    assert list(short.iterdir()) == []


@pytest.mark.timeout(30)
@pytest.mark.usefixtures("short")
def test_one_whose_recording_never_begins_is_given_up(tmp_path: Path) -> None:
    async def run() -> None:
        browser = Browser(driver(never), Path("/none/chromium"), Asked(), "agent", extension(tmp_path))
        browser._context = context(tracing=SimpleNamespace(start_har=never))  # type: ignore[assignment]
        with pytest.raises(Failed) as failed:
            await browser.record(tmp_path / "made.har")
        assert failed.value.trouble is Trouble.COMPUTER

    asyncio.run(run())
