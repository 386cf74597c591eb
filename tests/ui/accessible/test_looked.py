"""Every screen of the app, looked at in every theme, at both text sizes and in both languages: looked.py does it, and says what is amiss.

What each check would find is in test_finds_faults.py.
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.ui.accessible.looked import CHECKS

ROOT = Path(__file__).resolve().parents[3]
OF_LANGUAGE = {"en": CHECKS, "cy": ("names", "tab", "room")}
"""Colours and directions are the same in every language."""

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def looked() -> dict[str, dict[str, list[str]]]:
    with ThreadPoolExecutor() as both:
        return dict(zip(OF_LANGUAGE, both.map(_look, OF_LANGUAGE, OF_LANGUAGE.values()), strict=True))


def _look(language: str, checks: tuple[str, ...]) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "tests.ui.accessible.looked", language, ",".join(checks)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=800, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    found: dict[str, list[str]] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("language", OF_LANGUAGE)
def test_every_control_has_a_name_of_its_own_a_fitting_role_and_tells_its_state(
    looked: dict[str, dict[str, list[str]]], language: str
) -> None:
    assert looked[language]["names"] == []


@pytest.mark.parametrize("language", OF_LANGUAGE)
def test_tab_comes_to_everything_in_the_order_of_reading_and_brings_it_into_sight(
    looked: dict[str, dict[str, list[str]]], language: str
) -> None:
    assert looked[language]["tab"] == []


@pytest.mark.parametrize("language", OF_LANGUAGE)
def test_no_word_is_cut_off_or_stands_on_another_even_in_the_smallest_window_with_the_largest_text(
    looked: dict[str, dict[str, list[str]]], language: str
) -> None:
    assert looked[language]["room"] == []


def test_every_text_stands_out(looked: dict[str, dict[str, list[str]]]) -> None:
    assert looked["en"]["contrast"] == []


def test_every_icon_whose_colour_means_something_has_its_word_beside_it(looked: dict[str, dict[str, list[str]]]) -> None:
    assert looked["en"]["colour"] == []


def test_read_from_right_to_left_every_window_is_its_own_mirror_image(looked: dict[str, dict[str, list[str]]]) -> None:
    assert looked["en"]["mirrored"] == []
