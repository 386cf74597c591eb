import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from threading import Thread

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from netcurtain.core.event import Event, FrontChanged, LinkChanged, PageGone, PageKey, PageUpdated, PageView, VerdictChanged
from netcurtain.core.level import Level
from netcurtain.ui.bridge import MOST_WAITING, Bridge, newest


def test_a_thousand_updates_of_a_page_from_another_thread_come_out_as_few_and_the_last_one_wins(
    qtbot: QtBot, make_page: Callable[..., PageView], key: PageKey
) -> None:
    bridge = Bridge()
    heard: list[object] = []
    threads: list[bool] = []
    bridge.happened.connect(heard.append)
    bridge.happened.connect(lambda _event: threads.append(QThread.currentThread() is bridge.thread()))
    view = make_page()

    def post_all() -> None:
        for count in range(1, 1001):
            bridge.post([PageUpdated(replace(view, headline=f"Seen {count}."), opened=count == 1)])
        bridge.post([FrontChanged("browser", key)])

    thread = Thread(target=post_all)
    thread.start()
    thread.join()
    assert heard == []
    qtbot.waitUntil(lambda: FrontChanged("browser", key) in heard)
    assert heard == [PageUpdated(replace(view, headline="Seen 1000."), opened=True), FrontChanged("browser", key)]
    assert threads == [True, True]


def test_order_is_kept_and_other_events_are_all_delivered(make_page: Callable[..., PageView], key: PageKey) -> None:
    view, other = make_page(), make_page(key=PageKey("browser", "other"))
    events: list[Event] = [
        LinkChanged(1), PageUpdated(view, True), PageUpdated(other, True), PageUpdated(view), PageGone(key), LinkChanged(1)
    ]  # fmt: skip
    assert newest(events) == [LinkChanged(1), PageUpdated(other, True), PageUpdated(view, True), PageGone(key), LinkChanged(1)]


def test_what_comes_in_while_another_delivery_waits_is_not_lost(qtbot: QtBot) -> None:
    bridge = Bridge()
    heard: list[object] = []
    bridge.happened.connect(heard.append)
    bridge.post([LinkChanged(1)])
    qtbot.waitUntil(lambda: len(heard) == 1)
    bridge.post([LinkChanged(2)])
    qtbot.waitUntil(lambda: heard == [LinkChanged(1), LinkChanged(2)])


def test_what_is_outdated_does_not_pile_up_while_the_windows_are_busy(qtbot: QtBot, make_page: Callable[..., PageView]) -> None:
    bridge = Bridge()
    heard: list[object] = []
    bridge.happened.connect(heard.append)
    view = make_page()
    for count in range(3 * MOST_WAITING):
        bridge.post([PageUpdated(replace(view, headline=f"Seen {count}."), opened=count == 0)])
        assert len(bridge._waiting) <= MOST_WAITING
    gone = [PageGone(PageKey("browser", str(number))) for number in range(3 * MOST_WAITING)]
    bridge.post(gone)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [PageUpdated(replace(view, headline=f"Seen {3 * MOST_WAITING - 1}."), opened=True), *gone]


def test_what_no_window_shows_does_not_come_to_the_windows(qtbot: QtBot, key: PageKey) -> None:
    bridge = Bridge()
    heard: list[object] = []
    bridge.happened.connect(heard.append)
    bridge.post([VerdictChanged(key, Level.NOTICE, ())])
    assert bridge._waiting == []
    bridge.post([VerdictChanged(key, Level.NOTICE, ()), LinkChanged(1)])
    qtbot.waitUntil(lambda: heard == [LinkChanged(1)])


def test_events_posted_before_there_is_an_application_wait_for_it() -> None:
    program = """
from netcurtain.core.event import LinkChanged
from netcurtain.ui.bridge import Bridge
bridge = Bridge()
bridge.post([LinkChanged(3)])
from PySide6.QtWidgets import QApplication
app = QApplication([])
bridge.happened.connect(lambda event: (print(event.browsers), app.quit()))
app.exec()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert done.stdout == "3\n", done.stderr
