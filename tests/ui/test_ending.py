import signal

import pytest
from pytestqt.qtbot import QtBot

from netcurtain.ui.ending import Ending


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_app_on_the_gui_thread(qtbot: QtBot, name: signal.Signals) -> None:
    ended: list[bool] = []
    ending = Ending(lambda: ended.append(True))
    try:
        signal.raise_signal(name)
        qtbot.waitUntil(lambda: ended == [True])
    finally:
        ending.close()


def test_afterwards_everything_is_as_before(qtbot: QtBot) -> None:
    assert qtbot is not None
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    Ending(lambda: None).close()
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
