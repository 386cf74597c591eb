from threading import Thread

from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from netcurtain.ui.later import Later


def test_an_answer_from_another_thread_arrives_on_the_window_thread(qapp: QCoreApplication, qtbot: QtBot) -> None:
    heard: list[tuple[str, bool]] = []

    def answered(word: str) -> None:
        heard.append((word, QThread.currentThread() is qapp.thread()))

    done = Later().here(answered)
    thread = Thread(target=done, args=("answer",))
    thread.start()
    thread.join()
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("answer", True)]


def test_an_answer_arrives_though_whoever_asked_is_gone_and_the_other_thread_has_let_go_of_it_too(qtbot: QtBot) -> None:
    heard: list[str] = []
    thread = Thread(target=Later().here(heard.append), args=("answer",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: heard == ["answer"])
