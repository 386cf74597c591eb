"""Another program on the app's port learns nothing of any page; another program that calls the app is not listened to."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

import pytest
from tests.end_to_end.browser import OURS
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.website import police
from websockets.asyncio.server import ServerConnection
from websockets.asyncio.server import serve as serve_websocket
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

pytestmark = pytest.mark.browser

NONSENSE = json.dumps({"nonce": "A" * 43 + "=", "proof": "A" * 43 + "="})
NOT_PROVED = 4001
OPENING = json.dumps({"v": 1, "browser": "stranger", "nonce": "A" * 43 + "="})
PAGE = json.dumps({"type": "page", "page": "zq77nobody", "tab": 1, "url": "https://zq77nobody.example/", "private": False, "time": 0})


class Squatter:
    """A program that took the app's port while it was away: answers every browser and notes all it says."""

    def __init__(self) -> None:
        self.heard: list[str | bytes] = []
        self.hung_up = threading.Event()

    async def answer(self, socket: ServerConnection) -> None:
        try:
            async for frame in socket:
                self.heard.append(frame)
                await socket.send(NONSENSE)
        except ConnectionClosed:
            pass
        self.hung_up.set()


@contextmanager
def squatting(port: int) -> Iterator[Squatter]:
    squatter = Squatter()
    loop = asyncio.new_event_loop()
    ready, ended = threading.Event(), asyncio.Event()

    async def run() -> None:
        async with serve_websocket(squatter.answer, "127.0.0.1", port):
            ready.set()
            await ended.wait()

    def live() -> None:
        loop.run_until_complete(run())
        loop.close()

    thread = threading.Thread(target=live, name="squatter")
    thread.start()
    assert ready.wait(10)
    try:
        yield squatter
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()


def test_a_rogue_server_on_the_port_gets_no_page(stage: Stage, tab: Tab) -> None:
    stage.app.stop()
    with squatting(stage.app.port) as squatter:
        stage.browser.wait_for_link(up=False)
        tab.open(police.HOST, police.START)
        tab.page.fill("#when", "last night")
        tab.page.click("#go")
        tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)
        assert squatter.hung_up.wait(20)

    assert squatter.heard
    assert [set(json.loads(frame)) for frame in squatter.heard] == [{"v", "browser", "nonce"}] * len(squatter.heard)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1", f"{OURS}.evil.example", f"{OURS[:-1]}a"])
def test_a_client_with_a_forged_origin_is_turned_away(stage: Stage, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        _call(stage, origin)

    assert refused.value.response.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("said", [(PAGE,), (OPENING, PAGE)], ids=["a page", "an opening, then a page"])
def test_a_client_with_our_origin_but_no_key_has_no_message_handled(stage: Stage, said: tuple[str, ...]) -> None:
    with pytest.raises(ConnectionClosed) as ended:
        _call(stage, OURS, *said)

    assert ended.value.rcvd
    assert ended.value.rcvd.code == NOT_PROVED
    assert "zq77nobody" not in "".join(stage.app.printed)


def _call(stage: Stage, origin: str, *said: str) -> None:
    """Call the app as another program, and wait for an answer to each thing said."""
    with connect(f"ws://127.0.0.1:{stage.app.port}", origin=Origin(origin)) as socket:
        for frame in said:
            socket.send(frame)
            socket.recv()
