"""Chromium for one look at one page: a fresh profile, our extension in it, and nothing left of either afterwards.

    async with Browser(driver, chromium, asked, agent, extension, Seed(code, port)) as browser:
        await browser.unless_wrong(work with browser.tab, await browser.new_tab())

A browser may hang, and so may everything that is asked of it: each step has its time, and in the end it is killed with all its processes.
"""

import asyncio
import contextlib
import json
import os
import shutil
import sys
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self, TypeVar

import psutil
from playwright.async_api import BrowserContext, Error, Page, Playwright

from netcurtain.practice.browser import SEED
from netcurtain.survey.asked import Asked
from netcurtain.survey.looking import flags, limits, never_sending, processes
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.looking.watching import Watch
from netcurtain.survey.trouble import Trouble

T = TypeVar("T")

PREFIX = "netcurtain-survey-"
"""What temporary folders are called."""
BESIDE_PROFILE = ("TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
"""What Chromium leaves beside its profile goes with the profile as well: sockets, its cache of pages."""


@dataclass(frozen=True, slots=True, repr=False)
class Seed:
    """With what the extension pairs itself with a link of ours."""

    code: str
    port: int


class Browser:
    """One Chromium. Without a seed its extension connects with nobody: then it is good for looking at pages alone."""

    def __init__(self, driver: Playwright, chromium: Path, asked: Asked, agent: str, extension: Path, seed: Seed | None = None) -> None:
        self._driver = driver
        self._chromium = chromium
        self._asked = asked
        self._agent = agent
        self._extension = extension
        self._seed = seed
        self._home: TemporaryDirectory[str] | None = None
        self._context: BrowserContext | None = None
        self._root: psutil.Process | None = None
        self._watching: asyncio.Task[None] | None = None
        self._recording = False
        self.watch = Watch()

    async def __aenter__(self) -> Self:
        """Start it. Raises failures.Failed(COMPUTER) where it does not come up, or hangs while it does."""
        launching = asyncio.create_task(self._start())
        try:
            async with asyncio.timeout(2 * limits.LAUNCH_SECONDS):
                await asyncio.shield(launching)
        except BaseException as error:
            if not isinstance(error, TimeoutError):
                # It may come up in the middle of being given up.
                await asyncio.wait({launching}, timeout=limits.LAUNCH_SECONDS)
            await asyncio.shield(self.kill())
            await _give_up(launching)
            if isinstance(error, Error | OSError):
                raise Failed(Trouble.COMPUTER, "start") from error
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        """End it by force."""
        await asyncio.shield(self.kill())

    @property
    def tab(self) -> Page:
        """The tab that it has from the start."""
        return self._running.pages[0]

    async def new_tab(self) -> Page:
        """One more tab."""
        return await self.watch.new_tab(self._running)

    async def unless_wrong(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something with its tabs; ends with failures.Failed as soon as a page is too much."""
        return await self.watch.unless_wrong(work)

    async def record(self, into: Path) -> None:
        """Write down what is asked for and answered from now on, as a HAR, without what was in it. Raises failures.Failed(COMPUTER)."""
        try:
            async with asyncio.timeout(limits.LAUNCH_SECONDS):
                await self._running.tracing.start_har(into, content="omit", mode="full")
        except TimeoutError as error:
            raise Failed(Trouble.COMPUTER, "start") from error
        self._recording = True

    async def stop_recording(self) -> None:
        """The file is whole. What does not come to an end in time is left out."""
        if self._recording:
            self._recording = False
            with contextlib.suppress(Error, TimeoutError):
                async with asyncio.timeout(limits.CLOSE_SECONDS):
                    await self._running.tracing.stop_har()

    async def kill(self) -> None:
        """End it with all its processes, and delete all that it left. It may be called again."""
        await self.watch.stop()
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.wait({self._watching})
            self._watching = None
        if self._home is not None:
            home, self._home = self._home, None
            if root := self._root or await asyncio.to_thread(processes.root_of, home.name):
                await asyncio.to_thread(processes.end_all, root)
            if self._context is not None:
                with contextlib.suppress(Error, TimeoutError):
                    async with asyncio.timeout(limits.CLOSE_SECONDS):
                        await self._context.close()
            await asyncio.to_thread(home.cleanup)

    @property
    def _running(self) -> BrowserContext:
        if self._context is None:
            raise Failed(Trouble.COMPUTER, "start")
        return self._context

    async def _start(self) -> None:
        self._home = TemporaryDirectory(prefix=PREFIX, dir=folder_for(self._chromium), ignore_cleanup_errors=True)
        home = Path(self._home.name)
        extensions = await asyncio.to_thread(self._lay_out, home)
        self._context = await self._driver.chromium.launch_persistent_context(
            home / "profile",
            headless=False,
            executable_path=self._chromium,
            ignore_default_args=list(flags.NOT_OF_A_PERSONS_BROWSER),
            args=flags.arguments(self._asked, self._agent, extensions),
            chromium_sandbox=may_have_sandbox(),
            env={**os.environ, **dict.fromkeys(BESIDE_PROFILE, str(home))},
            accept_downloads=False,
            artifacts_dir=home / "artifacts",
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
            timeout=limits.LAUNCH_SECONDS * 1000,
            viewport={"width": 1280, "height": 800},
        )
        self._root = await asyncio.to_thread(processes.root_of, str(home))
        self._context.set_default_timeout(limits.LOOK_SECONDS * 1000)
        await self._context.add_init_script(never_sending.SCRIPT)
        self.watch.begin(self._context)
        await self.watch.take(self.tab)
        if self._root is not None:
            self._watching = asyncio.create_task(self._watch_computer(self._root, home))

    def _lay_out(self, home: Path) -> list[Path]:
        """The profile, and the extensions in it."""
        ours = home / "extension"
        shutil.copytree(self._extension, ours, ignore=shutil.ignore_patterns(SEED))
        if self._seed is not None:
            (ours / SEED).write_text(json.dumps({"code": self._seed.code, "port": self._seed.port}), encoding="utf-8")
        settings = home / "profile" / "Default" / "Preferences"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps(flags.SETTINGS), encoding="utf-8")
        return [ours, never_sending.write(home / "never-sending")]

    async def _watch_computer(self, root: psutil.Process, home: Path) -> None:
        network = await asyncio.to_thread(processes.network_of, root)
        while True:
            await asyncio.sleep(limits.WATCH_SECONDS)
            if await asyncio.to_thread(processes.memory_of, root) > limits.MAX_MEMORY:
                self.watch.is_wrong(Trouble.TOO_MUCH_MEMORY)
            if await asyncio.to_thread(processes.size_of, home) > limits.MAX_DISK:
                self.watch.is_wrong(Trouble.TOO_LARGE, "disk")
            if network is not None:
                self.watch.came_through(await asyncio.to_thread(processes.came_through, network))


async def _give_up(launching: asyncio.Task[None]) -> None:
    """Nobody waits for it any longer. Nor does it matter how it ends."""
    launching.cancel()
    await asyncio.wait({launching}, timeout=limits.CLOSE_SECONDS)
    if launching.done() and not launching.cancelled():
        launching.exception()  # taken notice of


def folder_for(browser: Path) -> Path | None:
    """Where the temporary folder goes: None is the system's own place, which a browser from a snap package cannot see."""
    if "snap" not in browser.parts:
        return None
    folder = Path.home() / "snap" / "chromium" / "common"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def may_have_sandbox() -> bool:
    """Chromium's sandbox refuses to run as root on Linux."""
    return sys.platform != "linux" or os.getuid() != 0
