"""The police's form in Firefox: filled in and pressed, and what of it arrived."""

from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.website import police

ANSWERS = {"offence": "", "when": "last night", "go": "on"}


def fill_and_press(tab: FirefoxTab) -> None:
    """Until the card is up."""
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.fill("#when", ANSWERS["when"])
    tab.page.click("#go")
    tab.card.wait()


def posts(tab: FirefoxTab) -> list[dict[str, str]]:
    """The answers that reached the site, each time."""
    return [received.fields for received in tab.record.of(police.HOST, path=police.START, method="POST")]
