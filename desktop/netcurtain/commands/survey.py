"""`netcurtain survey`: a list of sites goes through the pool or the cluster into a folder, and the folder becomes tables and a report."""

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click

from netcurtain import __version__, knowledge, paths
from netcurtain.commands.check import lists_used
from netcurtain.commands.failure import CommandError
from netcurtain.commands.whole_file import write_whole
from netcurtain.lists.shelf import Shelf
from netcurtain.practice.browser import find_chromium
from netcurtain.survey import cluster, facts, once_more, pool, site_list, sites, wording
from netcurtain.survey.asked import Asked, SiteTask
from netcurtain.survey.comparing.comparison import Comparison
from netcurtain.survey.extension_folder import ExtensionError, find_extension, hash_of
from netcurtain.survey.folder import Begun, SurveyFolder, SurveyFolderError, begin_or_go_on
from netcurtain.survey.keeping import ComputerError
from netcurtain.survey.on_disk import is_full
from netcurtain.survey.result import ListUsed, SiteSurveyed
from netcurtain.survey.stopping import StoppedError, Stopping
from netcurtain.survey.take import Take
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.worker import Carried

PACKAGES = ("playwright", "psutil", "protego", "pyarrow", "rich")
FOR_CLUSTER = ("distributed",)
MAX_CONTACT = 200
STOPPED = 130
"""Exit status, as shells have it for Ctrl+C."""
MILLISECONDS_A_DAY = 86_400_000
LONG_AGO = 2 * MILLISECONDS_A_DAY
"""A survey that began before that is hardly one that was stopped for the night."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where sites are looked at: by so many browsers here (None: as many as this machine can bear), or by a cluster."""

    workers: int | None = None
    scheduler: str = ""
    extension: Path | None = None


def must_have_packages(*more: str) -> None:
    """Raises CommandError where the extra packages of a survey are not installed."""
    if any(find_spec(package) is None for package in (*PACKAGES, *more)):
        raise CommandError(wording.NOT_IN_BUNDLE if getattr(sys, "frozen", False) else wording.NO_PACKAGES)


def survey(file: Path, output: Path, asked: Asked, where: Where, *, again_failed: bool) -> None:
    """Make a survey, or go on with one. Raises CommandError; ends the program with status 130 where it was stopped."""
    if where.scheduler:
        must_have_packages(*FOR_CLUSTER)
    if not asked.contact.isprintable() or not asked.contact.isascii() or len(asked.contact) > MAX_CONTACT:
        raise CommandError(wording.BAD_CONTACT)
    try:
        _survey(file, output, asked, where, again_failed=again_failed)
    except (sites.SitesError, SurveyFolderError, ExtensionError, ComputerError, cluster.ClusterError) as error:
        raise CommandError(str(error)) from error
    except (StoppedError, KeyboardInterrupt):
        click.echo(wording.STOPPED, err=True)
        sys.exit(STOPPED)


def compare(old: Path, new: Path, form: str, output: Path | None) -> None:
    """Tell what changed between the surveys in two folders. Raises CommandError."""
    from netcurtain.survey.comparing import comparing
    from netcurtain.survey.comparing.html import as_html
    from netcurtain.survey.comparing.text import as_json, as_text

    forms: Mapping[str, Callable[[Comparison], str]] = {"text": as_text, "json": as_json, "html": as_html}
    try:
        told = forms[form](comparing.compare(old, new)).encode("utf-8", "replace")
    except SurveyFolderError as error:
        raise CommandError(str(error)) from error
    if output is None:
        sys.stdout.buffer.write(told)
        sys.stdout.buffer.flush()
        return
    try:
        write_whole(output, [told])
    except OSError:
        raise CommandError(wording.NOT_COMPARED) from None


def _survey(file: Path, output: Path, asked: Asked, where: Where, *, again_failed: bool) -> None:
    addresses = site_list.read_sites(file)
    tasks, again = sites.tasks(addresses), sites.repeats(addresses)
    shelf = knowledge.shelf_in(paths.data_place())
    lists = _lists(shelf)
    from netcurtain.survey.looking.browser import may_have_sandbox

    looking = _Looking(find_extension(where.extension), None if where.scheduler else _chromium(), where, shelf, lists)
    begun = Begun(asked, sites.hash_of(addresses), len(addresses), len(tasks), time.time() * 1000, __version__, lists)
    with begin_or_go_on(output, begun) as folder:
        left = dict.fromkeys(folder.left(tasks, again_failed=again_failed))
        todo = _ToDo(tuple(left), once_more.marked(folder, (task for task in tasks if task not in left)))
        mistaken = sum(address.mistake for address in addresses)
        for sentence in (*shelf.missing(), *_beginning(folder, begun, todo, sum(map(len, again.values())), mistaken)):
            click.echo(sentence, err=True)
        if looking.chromium is not None and (todo.left or todo.silent) and not may_have_sandbox():
            click.echo(wording.NO_SANDBOX, err=True)
        failed: ComputerError | cluster.ClusterError | None = None
        try:
            _look(todo, folder, again, looking)
        except (ComputerError, cluster.ClusterError) as error:
            if next(folder.sites(), None) is None:
                raise
            failed = error  # what is there is told all the same: it may be all that there will ever be
        click.echo(wording.WRITING, err=True)
        _write_results(folder)
        if failed is not None:
            raise failed


@dataclass(frozen=True, slots=True)
class _ToDo:
    """Sites that are ``left`` to be looked at, and those that are ``silent`` since an earlier run, and are looked at once more."""

    left: tuple[SiteTask, ...]
    silent: tuple[SiteTask, ...]


@dataclass(frozen=True, slots=True)
class _Looking:
    """What sites are looked at with. ``chromium`` is None where the browsers are those of a cluster."""

    extension: Path
    chromium: Path | None
    where: Where
    shelf: Shelf
    lists: tuple[ListUsed, ...]


def _look(todo: _ToDo, folder: SurveyFolder, again: sites.Repeats, looking: _Looking) -> None:
    if not todo.left and not todo.silent:
        return
    from netcurtain.survey.progress import Progress

    with Progress(folder.begun.sites, folder.begun.sites - len(todo.left), sys.stderr, silent=len(todo.silent)) as progress:
        stopping = Stopping(lambda: progress.say(wording.STOPPING))
        taken = set(todo.silent)

        def take(task: SiteTask, part: Path, found: SiteSurveyed) -> None:
            if stopping.is_asked():
                raise asyncio.CancelledError
            (progress.once_more if task in taken else progress.one_more)(folder.take(task, part, sites.with_repeats(found, again)))
            taken.add(task)

        if looking.chromium is None:
            stopping.run(_on_cluster(todo, folder, looking, take, progress.say))
        else:
            stopping.run(_here(todo, folder, looking, looking.chromium, take, progress.say))


async def _here(todo: _ToDo, folder: SurveyFolder, looking: _Looking, chromium: Path, take: Take, tell: Callable[[str], None]) -> None:
    from netcurtain.survey.looking.failures import Failed
    from netcurtain.survey.surveying import Surveyor, Tools

    tools = Tools(knowledge.from_shelf(looking.shelf), looking.lists, looking.extension, chromium)
    workers = looking.where.workers or pool.usual_workers()
    async with AsyncExitStack() as stack:
        try:
            surveyor = await stack.enter_async_context(Surveyor(tools, folder.begun.asked))
        except (Failed, OSError) as error:
            raise CommandError(wording.no_browser(error.detail if isinstance(error, Failed) else "")) from error
        await pool.run(todo.left, surveyor, workers, folder, surveyor.made_with, take, tell, todo.silent)


async def _on_cluster(todo: _ToDo, folder: SurveyFolder, looking: _Looking, take: Take, tell: Callable[[str], None]) -> None:
    texts = tuple((text.title, text.spoken, text.text) for text in looking.shelf.texts())
    carried = Carried(__version__, hash_of(looking.extension), folder.begun.asked, looking.lists, texts)
    await cluster.run(todo.left, looking.where.scheduler, carried, folder, take, tell, silent=todo.silent)


def _chromium() -> Path:
    chromium = find_chromium()
    if chromium is None:
        raise CommandError(wording.NO_CHROMIUM)
    return chromium


def _lists(shelf: Shelf) -> tuple[ListUsed, ...]:
    return tuple(ListUsed(one.name, one.version, one.filters, one.dated.isoformat() if one.dated else "") for one in lists_used(shelf))


def _beginning(folder: SurveyFolder, begun: Begun, todo: _ToDo, repeated: int, mistaken: int) -> Iterator[str]:
    """What is said before anything is done. ``begun``: as it would be if this run were the first."""
    yield wording.begins(begun.addresses, begun.sites, len(todo.left))
    if repeated:
        yield wording.repeated(repeated)
    if mistaken:
        yield wording.mistaken(mistaken)
    if folder.earlier is None:
        return
    if not (todo.left or todo.silent) or begun.started - folder.earlier.started > LONG_AGO:
        yield wording.begun_before(folder.earlier.started)
    if (todo.left or todo.silent) and folder.earlier.lists != begun.lists:
        yield wording.LISTS_CHANGED


def _write_results(folder: SurveyFolder) -> None:
    from netcurtain.survey.report import report
    from netcurtain.survey.tables import checked, tables

    try:
        for write in (tables.write, checked.write):
            write(folder.sites(), folder.place)
        report.write(folder.sites(), folder.place, folder.begun.asked)
    except OSError as error:
        raise CommandError(wording.NO_ROOM if is_full(error) else wording.NOT_WRITTEN) from error
    for line in (*_summary(folder.sites()), *wording.results(folder.place)):
        click.echo(line)


def _summary(found: Iterable[SiteSurveyed]) -> list[str]:
    """Pages, those with companies before any choice about cookies, and troubles, the most frequent first. Each page once."""
    from netcurtain.survey.report.counts import each_once

    pages = with_companies = 0
    troubles: Counter[Trouble] = Counter()
    for page in (page for site in found for page in each_once(site.pages)):
        pages += 1
        with_companies += any(facts.met(page, company, facts.State.BEFORE) for company in page.companies)
        troubles.update([page.trouble] if page.trouble else [])
    counted = [wording.troubles(kind, count) for kind, count in troubles.most_common()]
    return [wording.in_all(pages, with_companies, troubles.total()), *counted]
