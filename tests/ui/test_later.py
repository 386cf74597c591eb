from threading import Thread

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from netcurtain.ui.later import Later


def test_an_answer_from_another_thread_arrives_on_the_window_thread(qtbot: QtBot) -> None:
    later = Later()
    heard: list[tuple[str, bool]] = []

    def answered(word: str) -> None:
        heard.append((word, QThread.currentThread() is later.thread()))

    done = later.here(answered)
    thread = Thread(target=done, args=("answer",))
    thread.start()
    thread.join()
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("answer", True)]
