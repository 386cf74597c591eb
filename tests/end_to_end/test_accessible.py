"""Nobody is kept out of the card, the line, the popup and the options page, whatever they see with, in English and in Welsh."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright
from tests.end_to_end import popup, variants
from tests.end_to_end.accessible import STAGE, WHOLE_PAGE, Findings, look
from tests.end_to_end.browser import OURS, Scheme
from tests.end_to_end.conftest import Stage, Tab, fresh_tab, ready, staged
from tests.end_to_end.website import police

pytestmark = pytest.mark.browser

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
CARD = ("card_leave", "card_without", "card_not_now", "card_details", "card_as_it_is", "card_ways")
LINE = ("line_close", "line_which")
OPTIONS = ("code", "port", "options_pair")


@pytest.fixture(scope="module", params=[("en", "ltr"), ("cy", "ltr"), ("en", "rtl")], ids=["English", "Welsh", "from right to left"])
def speech(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A language and the direction in which it is written."""
    language, direction = request.param
    return str(language), str(direction)


@pytest.fixture(scope="module")
def words(speech: tuple[str, str]) -> dict[str, str]:
    return variants.words(speech[0])


@pytest.fixture(scope="module")
def open_stage(
    speech: tuple[str, str], chromium_path: str, driver: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """The product with the card and the line in open roots: axe-core sees nothing in a closed one, and passes."""
    if not variants.AXE.exists():
        pytest.skip("axe-core is not installed: npm --prefix tests/extension ci")
    folder = tmp_path_factory.mktemp("open")
    with staged(chromium_path, driver, folder, variants.with_open_roots(folder, *speech)) as stage:
        yield stage


@pytest.fixture
def open_tab(open_stage: Stage) -> Iterator[Tab]:
    with fresh_tab(ready(open_stage)) as tab:
        yield tab


def _nobody_is_kept_out(found: Findings, expected: set[str]) -> None:
    assert found.violations == []
    assert found.faint == []
    assert found.unsure == []
    assert found.passed_over == []
    assert expected <= set(found.controls)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_line(open_tab: Tab, words: dict[str, str], scheme: Scheme) -> None:
    open_tab.page.emulate_media(color_scheme=scheme)
    open_tab.open(police.HOST, police.START)
    open_tab.card.wait_for_text(words["line_which"])
    open_tab.card.unfold(words["line_which"])

    _nobody_is_kept_out(look(open_tab.page, STAGE), {words[name] for name in LINE})


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_card(open_tab: Tab, words: dict[str, str], scheme: Scheme) -> None:
    open_tab.page.emulate_media(color_scheme=scheme)
    open_tab.open(police.HOST, police.START)
    open_tab.judged("warning")
    open_tab.page.click("#go")
    open_tab.card.wait_for_text(words["card_heading"])
    open_tab.card.unfold(words["card_details"])
    open_tab.card.unfold(words["card_ways"])

    _nobody_is_kept_out(look(open_tab.page, STAGE), {words[name] for name in CARD})


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_popup(open_tab: Tab, open_stage: Stage, words: dict[str, str], scheme: Scheme) -> None:
    open_tab.open(police.HOST, police.START)
    open_tab.judged("warning")

    with popup.over(open_stage.browser, open_tab.page) as shown:
        shown.page.emulate_media(color_scheme=scheme)
        shown.wait_for(words["popup_say_never"])

        _nobody_is_kept_out(look(shown.page), {words["popup_say_never"], words["popup_pause"]})


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_options_page(open_tab: Tab, words: dict[str, str], scheme: Scheme) -> None:
    open_tab.page.emulate_media(color_scheme=scheme)
    open_tab.page.goto(f"{OURS}/options/options.html")
    open_tab.page.get_by_text(words["options_now_serve"].partition("$")[0]).wait_for()

    _nobody_is_kept_out(look(open_tab.page, WHOLE_PAGE), {words.get(name, name) for name in OPTIONS})


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_window_that_asks_outside_of_the_page(open_tab: Tab, words: dict[str, str], scheme: Scheme) -> None:
    open_tab.page.emulate_media(color_scheme=scheme)
    open_tab.page.goto(f"{OURS}/ask/ask.html")
    open_tab.page.get_by_text(words["ask_why"]).wait_for()

    _nobody_is_kept_out(look(open_tab.page), {words["card_not_now"], words["card_as_it_is"]})


def test_what_is_said_is_marked_with_its_language_and_its_direction(open_tab: Tab, speech: tuple[str, str]) -> None:
    for path in ("popup/popup.html", "options/options.html", "ask/ask.html"):
        open_tab.page.goto(f"{OURS}/{path}")
        marked = open_tab.page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        assert (path, *marked) == (path, *speech)
