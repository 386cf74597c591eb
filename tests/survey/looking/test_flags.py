"""How a survey's browser is started, and who it says it is."""

import re
from pathlib import Path

import pytest

from netcurtain.survey.asked import Asked
from netcurtain.survey.looking import flags


def test_what_was_asked_for_comes_last_and_so_overrules_ours() -> None:
    asked = Asked(browser_options=("--proxy-server=socks5://127.0.0.1:9050", "--mute-audio=no"))
    assert flags.arguments(asked, "agent", [Path("/a")])[-2:] == list(asked.browser_options)


def test_both_extensions_are_loaded_and_no_other() -> None:
    arguments = flags.arguments(Asked(), "agent", [Path("/ours"), Path("/rules")])
    assert f"--load-extension={Path('/ours')},{Path('/rules')}" in arguments
    assert f"--disable-extensions-except={Path('/ours')},{Path('/rules')}" in arguments


@pytest.mark.parametrize(
    ("contact", "end"),
    [
        ("", "NetcurtainSurvey/0.1.0"),
        ("survey@charity.example", "NetcurtainSurvey/0.1.0 (+survey@charity.example)"),
        ("https://charity.example/survey", "NetcurtainSurvey/0.1.0 (+https://charity.example/survey)"),
        ("a)b\r\nX-Header: c é", "NetcurtainSurvey/0.1.0 (+abX-Header: c)"),
    ],
)
def test_the_user_agent_is_chromiums_and_says_who_looks(contact: str, end: str) -> None:
    agent = flags.user_agent("156.0.8078.79", "0.1.0", contact)
    assert re.match(r"Mozilla/5\.0 \([^)]+\) AppleWebKit/537\.36 \(KHTML, like Gecko\) Chrome/156\.0\.0\.0 Safari/537\.36 ", agent)
    assert agent.endswith(f"Safari/537.36 {end}")
