"""What runs on a worker of a Dask cluster: a site's task comes in, a zip goes out (parcel.py).

What the lists mean is built once in each process; Chromium and our extension are the worker's own.
"""

import asyncio
import contextlib
import functools
import secrets
import socket
import tempfile
import threading
import zlib
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from netcurtain import __version__
from netcurtain.core import mistake
from netcurtain.core.evidence import Unsaid
from netcurtain.lists.shelf import ListText
from netcurtain.survey.asked import Asked, SiteTask
from netcurtain.survey.extension_folder import ExtensionError, find_extension, hash_of
from netcurtain.survey.parcel import pack
from netcurtain.survey.result import ListUsed, MadeWith
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.troubled import troubled
from netcurtain.survey.way_out import Surveys, WayOut

if TYPE_CHECKING:
    from netcurtain.core.knowledge import Knowledge


class OtherWorkerError(Exception):
    """On a worker: it is not as the machine that asks. Goes through Dask to that machine."""


class BareWorkerError(Exception):
    """On a worker: something is missing there."""


class WorkerFailedError(Exception):
    """On a worker: it has not looked at its site, or cannot send what it saw. The message: its address, and a word of ours for why."""


class Looked(NamedTuple):
    """On its way from a worker: the worker's address, and the site's zip (parcel.py)."""

    worker: str
    packed: bytes


class Carried(Unsaid, frozen=True):
    """What every worker needs, the same for all sites. ``texts`` are the filter lists: title, title with date, text."""

    netcurtain: str
    extension: str
    """Its hash (extension_folder.py)."""
    asked: Asked
    lists: tuple[ListUsed, ...]
    texts: tuple[tuple[str, str, str], ...]
    run: str = msgspec.field(default_factory=lambda: secrets.token_hex(8))
    """What a worker has learned in another run is not used in this one."""


OpenSurveyor = Callable[[bytes], AbstractAsyncContextManager[Surveys]]
"""On a worker: what is carried comes in (``carried_in`` reads it), a surveyor comes out.

A function of a module, for it is called by its name there."""


def packed(what: Carried | SiteTask) -> bytes:
    """For the way to the workers. Dask writes the beginning of what a task was given into its log: nobody can read an address in this."""
    return zlib.compress(msgspec.msgpack.encode(what))


def carried_in(packed: bytes) -> Carried:
    """What the machine that asks has sent along."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Carried)


def seen_by_nobody(carried: Carried) -> MadeWith:
    """What a row rests on that nobody has looked for."""
    return MadeWith(carried.netcurtain, "", carried.lists)


def look(task: bytes, carried: bytes, open_surveyor: OpenSurveyor) -> Looked:
    """One site: its result and files. Raises OtherWorkerError, BareWorkerError and WorkerFailedError."""
    try:
        opened = _whole_worker(lambda: open_surveyor(carried))
        packed = asyncio.run(_looked(msgspec.msgpack.decode(zlib.decompress(task), type=SiteTask), opened, carried_in(carried)))
        return Looked(_here(), packed)
    except (OtherWorkerError, BareWorkerError):
        raise
    except Exception as error:
        # Through Dask goes no more than words of ours: an error of any other kind might not be known there.
        raise WorkerFailedError(_here(), mistake.named(error)) from None


async def _looked(task: SiteTask, opened: AbstractAsyncContextManager[Surveys], carried: Carried) -> bytes:
    made_with = seen_by_nobody(carried)
    with tempfile.TemporaryDirectory(prefix="netcurtain-survey-", ignore_cleanup_errors=True) as folder:
        async with contextlib.AsyncExitStack() as stack:
            surveyor = await stack.enter_async_context(opened)
            try:
                found = await _way_out_of(carried.run).survey(surveyor, task, Path(folder), made_with)
            except OSError:
                raise
            except Exception as error:
                found = troubled(task, made_with, Trouble.OURS, mistake.named(error))
            return pack(found, Path(folder))


def _whole_worker(open_surveyor: Callable[[], AbstractAsyncContextManager[Surveys]]) -> AbstractAsyncContextManager[Surveys]:
    """What is missing on a worker will be missing for every site."""
    try:
        return open_surveyor()
    except (FileNotFoundError, ImportError):
        raise BareWorkerError from None


def _here() -> str:
    """The address of this worker, or the name of its computer."""
    from distributed import get_worker

    try:
        return str(get_worker().address)
    except ValueError:
        return socket.gethostname()


def surveyor_on(packed: bytes) -> AbstractAsyncContextManager[Surveys]:
    """The surveyor of this worker. Raises OtherWorkerError and BareWorkerError."""
    from netcurtain.practice.browser import find_chromium
    from netcurtain.survey.surveying import Surveyor, Tools

    carried = carried_in(packed)
    try:
        extension = find_extension()
    except ExtensionError:
        raise BareWorkerError from None
    if (carried.netcurtain, carried.extension) != (__version__, hash_of(extension)):
        raise OtherWorkerError
    chromium = find_chromium()
    if chromium is None:
        raise BareWorkerError
    return Surveyor(Tools(_knowledge(carried.texts), carried.lists, extension, chromium), carried.asked)


_building = threading.Lock()


def _way_out_of(run: str) -> WayOut:
    """Of this worker; its threads share it."""
    with _building:
        return _way_out(run)


@functools.lru_cache(maxsize=8)
def _way_out(_run: str) -> WayOut:
    return WayOut()


def _knowledge(texts: tuple[tuple[str, str, str], ...]) -> "Knowledge":
    """Takes a moment the first time; the threads of a worker share it."""
    with _building:
        return _built(texts)


@functools.lru_cache(maxsize=1)
def _built(texts: tuple[tuple[str, str, str], ...]) -> "Knowledge":
    from netcurtain import knowledge

    return knowledge.from_texts(tuple(ListText(*text) for text in texts))
