"""What is too much ends the look at once, whatever is being done; and the first thing that was too much is what the row says."""

import asyncio
from collections.abc import Callable, Coroutine
from types import SimpleNamespace
from typing import Any, cast

import pytest
from playwright.async_api import Download, Error

from netcurtain.survey.looking import limits
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.looking.watching import Watch
from netcurtain.survey.trouble import Trouble


def with_tab() -> tuple[Watch, Any]:
    """A watch over a tab, and the tab's request for a document."""
    watch = Watch()
    tab: Any = SimpleNamespace(parent_frame=None)
    tab.page = tab
    watch._ours.append(tab)
    return watch, SimpleNamespace(is_navigation_request=lambda: True, frame=tab)


def comes(watch: Watch, asked: Any, url: str = "https://a.example/", **headers: str) -> Any:
    response: Any = SimpleNamespace(status=200, url=url, headers=headers, request=asked)
    watch._response(response)
    return response


def watched(work: Callable[[Watch], Coroutine[Any, Any, str]]) -> str:
    async def run() -> str:
        watch = Watch()
        try:
            return await watch.unless_wrong(work(watch))
        finally:
            await watch.stop()

    return asyncio.run(run())


def test_where_nothing_is_wrong_the_work_is_done() -> None:
    async def work(_: Watch) -> str:
        return "done"

    assert watched(work) == "done"


def test_the_first_trouble_ends_work_that_would_never_end_and_later_ones_change_nothing() -> None:
    ended: list[str] = []

    async def work(watch: Watch) -> str:
        watch.is_wrong(Trouble.WINDOWS, "first")
        watch.is_wrong(Trouble.CRASHED, "second")
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("by force")
        return "never"

    with pytest.raises(Failed) as failed:
        watched(work)
    assert (failed.value.trouble, failed.value.detail, ended) == (Trouble.WINDOWS, "first", ["by force"])


def test_an_error_gives_way_to_the_trouble_behind_it_that_is_said_a_moment_later() -> None:
    async def work(watch: Watch) -> str:
        asyncio.get_running_loop().call_later(0.05, watch.is_wrong, Trouble.CRASHED, "tab")
        raise Error("Target crashed")

    with pytest.raises(Failed) as failed:
        watched(work)
    assert (failed.value.trouble, failed.value.detail) == (Trouble.CRASHED, "tab")


def test_an_error_with_no_trouble_behind_it_is_raised_as_it_is() -> None:
    async def work(_: Watch) -> str:
        raise Error("something else")

    with pytest.raises(Error, match="something else"):
        watched(work)


def test_when_we_end_the_browser_ourselves_nothing_is_wrong() -> None:
    async def work(watch: Watch) -> str:
        watch.end()
        watch.is_wrong(Trouble.CRASHED)
        await asyncio.sleep(0)
        return "done"

    assert watched(work) == "done"


def test_a_browser_that_asks_for_nothing_is_quiet() -> None:
    async def run() -> tuple[bool, bool]:
        watch = Watch()
        return await watch.quiet(0.01, patience=5), await watch.quiet(5, patience=0.01)

    assert asyncio.run(run()) == (True, False)


def test_what_workers_ask_for_counts_from_each_load_anew() -> None:
    async def work(watch: Watch) -> str:
        half = limits.MAX_WITH_WORKERS // 2 + 1
        watch.came_through(half)
        watch.loads()
        watch.came_through(2 * half)
        await asyncio.sleep(0)
        return "done"

    assert watched(work) == "done"


def test_workers_that_ask_for_too_much_are_the_pages_trouble() -> None:
    async def work(watch: Watch) -> str:
        watch.came_through(limits.MAX_WITH_WORKERS + 1)
        await asyncio.Event().wait()
        return "never"

    with pytest.raises(Failed) as failed:
        watched(work)
    assert (failed.value.trouble, failed.value.detail) == (Trouble.TOO_LARGE, "workers")


def test_a_tabs_newest_documents_are_remembered_as_many_as_may_come() -> None:
    async def run() -> None:
        watch, asked = with_tab()
        came = [comes(watch, asked) for _ in range(limits.MAX_NAVIGATIONS)]
        assert watch.documents == came
        newest = comes(watch, asked)
        assert watch.documents == [*came[1:], newest]

    asyncio.run(run())


def test_a_page_that_downloads_a_file_by_a_script_is_still_the_document_and_the_next_load_is_another() -> None:
    async def run() -> None:
        watch, asked = with_tab()
        page = comes(watch, asked)
        comes(watch, asked, **{"content-disposition": "attachment"})
        assert watch.documents == [page]
        watch.loads()
        file = comes(watch, asked, **{"content-disposition": "attachment"})
        assert watch.documents == [file]

    asyncio.run(run())


def test_what_the_browser_says_became_a_file_is_not_the_document_of_whatever_kind() -> None:
    async def run() -> None:
        watch, asked = with_tab()
        page = comes(watch, asked, url="https://a.example/page")
        comes(watch, asked, url="https://a.example/file", **{"content-type": "application/x-unheard-of"})
        watch._downloaded(cast(Download, SimpleNamespace(url="https://a.example/file")))
        assert watch.documents == [page]

    asyncio.run(run())
