"""A page that is loaded again after a choice, and pages that answer with something else the next time, or lead to another place."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.end_to_end.survey import small_site
from tests.end_to_end.survey.hostile import TRACKER
from tests.end_to_end.survey.looking import Look, only_page
from tests.end_to_end.survey.small_site import Answer, Site

from netcurtain.survey import surveying
from netcurtain.survey.hearing.listening import Listening
from netcurtain.survey.looking import limits, visiting
from netcurtain.survey.result import Choosing, PageSurveyed, Stage
from netcurtain.survey.trouble import Trouble

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

FORM = '<form action="/sent" method="post"><textarea></textarea><button>Send</button></form>'
BANNER = f"""<!doctype html><title>A page</title>{FORM}<script src="http://{TRACKER}:PORT/tracker.js"></script>
    <div id="ccc-notify">Cookies? <button type="button" id="ccc-notify-reject">Reject</button>
    <button type="button" id="ccc-notify-accept">Accept</button></div>
    <script>
      const banner = document.getElementById('ccc-notify');
      const choose = () => {{ document.cookie = 'chosen=1'; banner.remove(); }};
      for (const button of banner.querySelectorAll('button')) button.onclick = choose;
      if (document.cookie) banner.remove();
      addEventListener('pagehide', () => fetch('/left', {{ keepalive: true }}));
    </script>"""
ELSEWHERE = Answer(status=302, more={"Location": "/elsewhere"})
TOO_MANY = Answer("Too many", status=429)
NOTHING_BUT_A_STATUS = Answer(status=503)
ROBOTS = "User-agent: *\nDisallow: /private\n"
EMOJI = "\N{GRINNING FACE}"


class InTurn(Mapping[str, str | Answer]):
    """The answers of each path, one after the other; the last of them for ever."""

    def __init__(self, pages: Mapping[str, Sequence[str | Answer]]) -> None:
        self._left = {path: list(answers) for path, answers in pages.items()}

    def __getitem__(self, path: str) -> str | Answer:
        answers = self._left[path]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._left)

    def __len__(self) -> int:
        return len(self._left)


def seen(look: Look, *answers: str | Answer, robots: Sequence[str | Answer] = (), **asked: Any) -> tuple[PageSurveyed, Site]:
    pages: dict[str, Sequence[str | Answer]] = {
        "/page": answers,
        "/elsewhere": [BANNER],
        "/private/page": [BANNER],
        "/robots.txt": robots or [Answer(ROBOTS, kind="text/plain")],
        "/tracker.js": [Answer("var seen = 1;", kind="text/javascript", more={"Cache-Control": "max-age=3600"})],
        "/left": [""],
        "/file": [Answer("words", kind="application/x-unheard-of")],
    }
    with small_site.running(InTurn(pages)) as site:
        (found,) = look(site.at("/page"), **asked)
    return only_page(found), site


def test_each_load_asks_for_everything_again_and_the_tab_before_is_left_first(look: Look) -> None:
    page, site = seen(look, BANNER)
    assert (page.trouble, page.refused, page.accepted) == (None, Choosing.DONE, Choosing.DONE)
    (company,) = page.companies
    assert [look.stage for look in company.looks] == [Stage.ARRIVED, Stage.REFUSED, Stage.ACCEPTED]
    assert site.asked.count("GET /tracker.js") == site.asked.count("GET /page") == 4
    loads = [asked for asked in site.asked if asked in ("GET /page", "GET /left")]
    assert loads[:3] == ["GET /page", "GET /left", "GET /page"]


CHOICES = {
    "an error after refusing": ([BANNER, TOO_MANY, BANNER], (Choosing.FAILED, Choosing.DONE)),
    "another place after refusing": ([BANNER, ELSEWHERE, BANNER], (Choosing.FAILED, Choosing.DONE)),
    "an error after accepting": ([BANNER, BANNER, BANNER, NOTHING_BUT_A_STATUS], (Choosing.DONE, Choosing.FAILED)),
    "no banner for the second browser": ([BANNER, BANNER, FORM], (Choosing.DONE, Choosing.NOT_TRIED)),
    "an error for the second browser": ([BANNER, BANNER, TOO_MANY], (Choosing.DONE, Choosing.NOT_TRIED)),
    "another place for the second browser": ([BANNER, BANNER, ELSEWHERE], (Choosing.DONE, Choosing.NOT_TRIED)),
}


@pytest.mark.parametrize(("answers", "became"), CHOICES.values(), ids=CHOICES.keys())
def test_a_choice_is_only_done_where_the_page_came_up_afterwards(
    look: Look, answers: list[str | Answer], became: tuple[Choosing, Choosing]
) -> None:
    page, _ = seen(look, *answers)
    assert (page.refused, page.accepted) == became
    assert (page.trouble, page.status, page.url.rpartition("/")[2]) == (None, 200, "page")


@pytest.mark.parametrize("other", [ELSEWHERE, Answer(BANNER, status=403)], ids=["another place", "an error"])
def test_what_another_page_does_after_a_choice_is_not_this_ones(look: Look, other: Answer) -> None:
    page, _ = seen(look, BANNER, other, BANNER)
    assert {look.stage for company in page.companies for look in company.looks} == {Stage.ARRIVED, Stage.ACCEPTED}


def test_where_something_goes_wrong_before_a_press_nothing_was_tried(look: Look) -> None:
    page, _ = seen(look, BANNER + "<script>addEventListener('focusin', () => { for (;;); });</script>")
    assert (page.trouble, page.banner != "") == (Trouble.BUSY, True)
    assert (page.refused, page.accepted) == (Choosing.NOT_TRIED, Choosing.NOT_TRIED)


def test_where_an_address_leads_to_is_asked_for_as_well_and_nothing_of_it_is_kept_where_it_may_not_be_visited(
    look: Look, tmp_path: Path
) -> None:
    page, site = seen(look, Answer(status=302, more={"Location": "http://other.localhost:PORT/private/page"}))
    assert (page.trouble, page.title, page.forms, page.touched) == (Trouble.ROBOTS, "", None, False)
    assert (page.seen, page.companies, page.recording, page.screenshot) == ((), (), "", "")
    assert list(tmp_path.iterdir()) == []
    assert site.asked.count("GET /robots.txt") == 2


LEADS_AWAY = Answer(status=302, more={"Location": "http://other.localhost:PORT/elsewhere"})
"""To another host, which has a robots.txt of its own."""
IN_TROUBLE = (Answer(ROBOTS, kind="text/plain"), Answer(status=503))
"""The robots.txt of the first host, then of the other."""


def test_nothing_is_kept_of_a_place_whose_robots_txt_cannot_be_had(look: Look, tmp_path: Path) -> None:
    page, site = seen(look, LEADS_AWAY, robots=IN_TROUBLE)
    assert (page.trouble, page.detail, page.title, page.forms, page.touched) == (Trouble.STATUS, "robots.txt 503", "", None, False)
    assert (page.seen, page.companies, page.recording, page.screenshot) == ((), (), "", "")
    assert list(tmp_path.iterdir()) == []
    assert site.asked.count("GET /robots.txt") == 2


def test_a_page_that_writes_a_forbidden_address_into_its_tab_went_nowhere(look: Look) -> None:
    page, site = seen(look, FORM + "<script>history.replaceState(null, '', '/private/page')</script>")
    assert (page.trouble, page.touched) == (None, True)
    assert "GET /private/page" not in site.asked


def test_nothing_is_kept_of_a_page_that_goes_to_a_forbidden_place_when_a_field_is_touched(look: Look, tmp_path: Path) -> None:
    page, site = seen(look, FORM + "<script>addEventListener('focusin', () => { location.href = '/private/page'; })</script>")
    assert "GET /private/page" in site.asked
    assert (page.trouble, page.title, page.forms, page.url.rpartition("/")[2], page.status) == (Trouble.ROBOTS, "", None, "page", 0)
    assert "private" not in page.url
    assert (page.seen, page.companies, page.recording, page.screenshot) == ((), (), "", "")
    assert list(tmp_path.iterdir()) == []


def test_the_second_browser_keeps_nothing_of_a_place_that_must_not_be_visited(look: Look, tmp_path: Path) -> None:
    page, site = seen(look, BANNER, BANNER, LEADS_AWAY, robots=IN_TROUBLE)
    assert (page.trouble, page.refused, page.accepted) == (None, Choosing.DONE, Choosing.NOT_TRIED)
    assert site.asked.count("GET /robots.txt") == 2
    assert "other.localhost" not in (tmp_path / page.recording).read_text(encoding="utf-8")


def test_an_answer_with_nothing_in_it_says_so(look: Look) -> None:
    page, _ = seen(look, Answer(status=204))
    assert (page.trouble, page.detail) == (Trouble.NOT_A_PAGE, "204")


def test_a_page_whose_script_asks_for_a_file_of_a_kind_nobody_has_heard_of_is_still_there(look: Look) -> None:
    page, site = seen(look, f"<!doctype html><title>A page</title>{FORM}<script>onload = () => location.assign('/file')</script>")
    assert (page.trouble, page.status, page.url.rpartition("/")[2], page.forms) == (None, 200, "page", 1)
    assert "GET /file" in site.asked


def test_a_title_that_is_cut_in_the_middle_of_a_sign_can_be_written_down(look: Look) -> None:
    beginning = "a" * (limits.MAX_TITLE - 1)
    page, _ = seen(look, f"<title>{beginning}{EMOJI}</title>{FORM}")
    assert page.title == f"{beginning}?"
    assert msgspec.json.encode(page)


def test_a_link_that_is_gone_at_the_end_is_a_trouble(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    class Lost(Listening):
        asked = 0

        async def paired(self, patience: float) -> bool:
            self.asked += 1
            return self.asked == 1 and await super().paired(patience)

    monkeypatch.setattr(visiting, "Listening", Lost)
    page, _ = seen(look, FORM)
    assert (page.trouble, page.touched) == (Trouble.NO_LINK, True)


def test_between_the_loads_of_one_page_lies_the_delay(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(surveying, "sleep", sleep)
    page, _ = seen(look, BANNER, delay=100_000.0)
    assert page.trouble is None
    assert [seconds > 0 for seconds in waited] == [False, True, True, True]
