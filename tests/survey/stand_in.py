"""In place of a surveyor with browsers: writes small files at once, or does what the name of the site says. No browser, no network.

Also imported by Dask workers, and by the command in a process of its own.
"""

import asyncio
import os
import signal
import tempfile
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from netcurtain.core.level import Level
from netcurtain.survey.asked import Address, Asked, SiteTask
from netcurtain.survey.result import CompanySurveyed, ListUsed, Look, MadeWith, PageSurveyed, Seen, SiteSurveyed, Stage
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.worker import carried_in

LISTS = (ListUsed("Test list", "1", 2, "2026-05-01"),)
TROUBLES = {"offline": Trouble.COMPUTER, "mute": Trouble.NO_LINK, "gone": Trouble.NOT_FOUND, "silent": Trouble.TIMED_OUT}
"""Such as where the computer that looks is to blame, or may be."""
DETAILS = {Trouble.NOT_FOUND: "net::ERR_NAME_NOT_RESOLVED"}
MADE_WITH = MadeWith("0.1.0", "Chromium 1.2.3", LISTS)


class StandIn:
    """``folder`` holds what it tells the test and waits for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.made_with = MADE_WITH
        self.at_once = self.most_at_once = 0
        self.looked: Counter[str] = Counter()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        pass

    async def survey(self, task: SiteTask, into: Path) -> SiteSurveyed:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            for address in task.addresses:
                (into / f"{name_of(address)}.har").write_text(f'{{"of": "{address.url}"}}')
                (into / f"{name_of(address)}.jpg").write_bytes(b"picture " + address.url.encode())
            await self._misbehave(task.site)
            return in_trouble(task, self._trouble_of(task.site))
        finally:
            self.at_once -= 1

    async def answers(self, _address: str) -> bool:
        """There is a way out."""
        return True

    def _trouble_of(self, site: str) -> Trouble | None:
        """ "offline-2.example" is offline twice."""
        kind, _, times = site.removesuffix(".example").partition("-")
        self.looked[site] += 1
        if kind in TROUBLES and self.looked[site] <= int(times):
            return TROUBLES[kind]
        return None

    async def _misbehave(self, site: str) -> None:
        match site:
            case "fails.example":
                raise ValueError("words of a page")
            case "full.example":
                raise OSError(28, "No space left on device")
            case "unwritable.example":
                tempfile.mkstemp(prefix="tried-", dir=self._folder)
                raise OSError(30, "Read-only file system")
            case "refused.example":
                raise PermissionError(13, "Permission denied")
            case "breathes.example":
                await asyncio.sleep(0)
            case "interrupts.example":
                os.kill(os.getpid(), signal.SIGINT)
            case "waits.example" if (told := self._folder / "reached").exists():
                await tell(told)
                await asyncio.Event().wait()
            case "stubborn.example":
                try:
                    await tell(self._folder / "reached")
                    await asyncio.Event().wait()
                except asyncio.CancelledError:
                    await tell(self._folder / "stopping")
                    await asyncio.Event().wait()
            case "kills.example":
                os.kill(os.getpid(), signal.SIGKILL)
            case "kills-once.example":
                try:
                    (self._folder / "killed").touch(exist_ok=False)
                except FileExistsError:
                    return
                os.kill(os.getpid(), signal.SIGKILL)


def on_worker(packed: bytes) -> StandIn:
    """For cluster.run: the folder travels as the contact."""
    return StandIn(Path(carried_in(packed).asked.contact))


def in_command(_tools: object, asked: Asked) -> StandIn:
    """In place of Surveyor."""
    return StandIn(Path(asked.contact))


async def tell(pipe: Path) -> None:
    """Waits until the test opens the other end of a pipe."""
    await asyncio.to_thread(lambda: pipe.write_text("here"))


def name_of(address: Address) -> str:
    return f"{address.number:04d}-01"


def result_of(task: SiteTask) -> SiteSurveyed:
    look = Look(Stage.ARRIVED, 2, True, 1_000.0, ("t.example",))
    seen = Seen(Stage.ARRIVED, 5, 2, Level.NOTICE, False)
    pages = tuple(
        PageSurveyed(
            name=name_of(address),
            number=address.number,
            site=task.site,
            label=address.label,
            asked=address.url,
            url=address.url,
            clicks=0,
            started=1_000.0,
            trouble=Trouble.STATUS if "/broken" in address.url else None,
            seen=(seen,),
            companies=(CompanySurveyed("Company", "analytics", (look,)),) if "/told" in address.url else (),
            recording=f"{name_of(address)}.har",
            screenshot=f"{name_of(address)}.jpg",
        )
        for address in task.addresses
    )
    return SiteSurveyed(task.site, MADE_WITH, pages)


def in_trouble(task: SiteTask, trouble: Trouble | None) -> SiteSurveyed:
    found = result_of(task)
    if trouble is None:
        return found
    detail = DETAILS.get(trouble, "")
    return msgspec.structs.replace(
        found, pages=tuple(msgspec.structs.replace(page, trouble=trouble, detail=detail) for page in found.pages)
    )


def task(site: str, *numbers: int, path: str = "/") -> SiteTask:
    return SiteTask(site, tuple(Address(number, f"https://{site}{path}?{number}") for number in numbers))
