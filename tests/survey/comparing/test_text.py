"""survey/text.py and wording.py: what two surveys do not prove is said first, and no more is said than was seen."""

import enum
import re
from typing import Any

import msgspec
import pytest
from tests.survey import made

from netcurtain.core.finding import What
from netcurtain.survey.asked import Asked
from netcurtain.survey.comparing import wording
from netcurtain.survey.comparing.comparing import compared
from netcurtain.survey.comparing.comparison import Absent, Comparison, Difference, Why
from netcurtain.survey.comparing.text import as_json, as_text
from netcurtain.survey.facts import State
from netcurtain.survey.result import Choosing, FilterSeen, PageSurveyed, Stage
from netcurtain.survey.trouble import Trouble

NEVER_SAID = re.compile(
    r"warning!|danger|attack|\bspy|hacked|victim|unsafe|\bsafe\b|protected|threat|stopped|no longer|started|!", re.IGNORECASE
)
HOSTILE = "<script>alert(1)</script>\u202egnp.\x1b[31m"


def with_company(*looks: Any, **more: Any) -> PageSurveyed:
    return made.page(*((made.company("A Company", *looks),) if looks else ()), **more)


def comparison(**more: Any) -> Comparison:
    """One with something of everything."""
    old = [
        made.site(
            with_company(made.look(), **more),
            with_company(made.look(), number=2, asked="https://police.example/2"),
            with_company(made.look(told=["page_address"]), number=3, asked="https://police.example/3", **more),
            with_company(number=4, asked="https://police.example/4", trouble=Trouble.TIMED_OUT, **more),
            with_company(made.look(), number=5, asked="https://police.example/5", **{"url": "https://police.example/gone", **more}),
        )
    ]
    new = [
        made.site(
            with_company(made.look(), made.look(Stage.REFUSED, told=["identity"]), **more),
            with_company(number=2, asked="https://police.example/2", accepted=Choosing.FAILED, **more),
            with_company(made.look(told=["button_text"]), number=3, asked="https://police.example/3", **more),
            with_company(number=4, asked="https://police.example/4", **more),
            with_company(number=6, asked="https://police.example/6", **more),
            made_with=made.made_with(lists=(msgspec.structs.replace(made.LIST, version="2"),), browser="Chromium 151"),
        )
    ]
    return compared(old, new, made.begun(), made.begun(Asked(clicks=1), of_list="another"))


def test_the_text_says_first_what_was_not_the_same_and_what_it_does_not_prove() -> None:
    text = as_text(comparison())
    changes = text.index(wording.CHANGED_TITLE)
    asked = "The surveys were not asked the same: they differ in how many clicks away pages were looked for."
    for sentence in (wording.DIFFERENCES[Difference.LISTS], asked, wording.ONE_LOOK, wording.ADVICE):
        assert text.index(sentence) < changes
    assert wording.DIFFERENCES[Difference.NETCURTAIN] not in text


def test_the_text_says_what_was_seen_and_what_was_not() -> None:
    text = as_text(comparison())
    assert "A Company was seen in both surveys, but not alike." in text
    assert (
        "After refusing: it was seen in the second survey only. It was told a detail about a person (this need not be anybody's)." in text
    )
    assert "A Company was not seen. It was seen in the first survey." in text
    assert "In the second survey only, it was seen to be told which button was pressed (only ours, about cookies)." in text
    assert "In the first survey only, it was seen to be told the page's address." in text
    assert "reached in one survey only: after accepting." in text
    assert (
        "A Company: seen on three of three pages in the first survey, on two in the second; in the first only on one page of one site."
        in text
    )
    assert "A company was seen in the second survey only on no pages, in the first only on one page." in text
    assert "https://police.example/gone (the address is not in the other survey's list). Companies seen: A Company." in text
    assert "First survey: The page did not come up in time." in text


def test_every_claim_carries_filter_list_time_and_browser() -> None:
    text = as_text(comparison())
    assert "Flagged by: ||tracker.example^ (EasyPrivacy, version 2)" in text
    assert "Flagged by: ||tracker.example^ (EasyPrivacy, version 202608130000)" in text
    assert "on 13 August 2026, 14:00 UTC, with Chromium 150.0.1.2, and on 13 August 2026, 14:00 UTC, with Chromium 151" in text
    assert "sites/0001-police-example/0001-01.har" in text


def test_no_more_is_said_than_was_seen() -> None:
    text = as_text(comparison())
    assert not NEVER_SAID.search(text)
    constants = [str(words) for name, words in vars(wording).items() if name.isupper()]
    assert not [words for words in constants if NEVER_SAID.search(words)]


def test_everything_that_can_be_asked_has_words() -> None:
    assert set(wording.OPTIONS) == set(Asked.__struct_fields__)


def test_what_is_nobody_elses_stands_nowhere_in_a_comparison() -> None:
    """A comparison is passed on: whose survey it was, and a password for a proxy, are not."""
    old = Asked(
        contact="jo.doe@charity.example", browser_options=("--proxy-server=http://jo:secret@proxy.example", "--mute-audio", "jo:secret")
    )
    new = Asked(
        contact="al.roe@charity.example", browser_options=("--proxy-server=http://al:secret@proxy.example", "--mute-audio", "jo:secret")
    )
    found = compared([made.site()], [made.site()], made.begun(old), made.begun(new))
    for told in (as_text(found), as_json(found)):
        assert not [word for word in ("secret", "proxy.example", "charity.example", "jo:") if word in told]
        assert "options of its own: --mute-audio, --proxy-server and one that has no name." in told
        assert "the address for those whose sites were visited and the browser's own options" in told


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ((FilterSeen("", ""),), "Flagged by: Netcurtain's table of companies"),
        (
            (made.FILTER, FilterSeen("", "")),
            "Flagged by: ||tracker.example^ (EasyPrivacy, version 202608130000); Netcurtain's table of companies",
        ),
        ((), "It stands on none of our lists."),
    ],
    ids=["ours", "both", "only_typed"],
)
def test_what_flagged_a_company_is_said_as_it_was(filters: tuple[FilterSeen, ...], words: str) -> None:
    """One in whose requests our marker was found is on no list, and not in our table either."""
    text = as_text(compared([made.site(with_company())], [made.site(with_company(made.look(filters=filters)))], made.begun(), made.begun()))
    assert words in text
    assert filters or "Flagged by" not in text


def test_a_survey_that_is_not_finished_says_so_first() -> None:
    found = compared([made.site()], [made.site()], made.begun(sites=4), made.begun(sites=1))
    first = "First survey: it is not finished. Three sites of its list were not looked at yet, and nothing is said of them."
    assert f"{wording.READ_FIRST}:\n- {first}" in as_text(found)
    assert "Second survey: it is not finished" not in as_text(found)
    assert (found.old.left, found.new.left) == (3, 0)


def test_two_alike_say_so() -> None:
    site = [made.site(with_company(made.look()))]
    text = as_text(compared(site, site, made.begun(), made.begun()))
    assert "One page could be compared. On no page that was compared did we see a change." in text
    assert wording.SAME_MEANS in text
    assert "A Company: seen on one of one page in the first survey, on one in the second." in text


def test_nothing_to_compare_says_so() -> None:
    assert "No page could be compared." in as_text(compared([], [], made.begun(), made.begun()))


def test_a_line_of_the_list_without_a_site_is_named_by_what_it_says() -> None:
    page = with_company(trouble=Trouble.NO_ADDRESS, site="", asked="ftp://x", url="", label="Four")
    assert "ftp://x (Four): ftp://x. The page had trouble." in as_text(
        compared([made.site(page)], [made.site(page)], made.begun(), made.begun())
    )


def test_a_company_that_was_only_tried_was_not_told() -> None:
    text = as_text(compared([made.site(with_company())], [made.site(with_company(made.look(went_out=False)))], made.begun(), made.begun()))
    assert "it was seen in the second survey only. The page tried to contact it." in text
    assert "It was told" not in text


@pytest.mark.parametrize("where", ["label", "url", "title"])
def test_a_terminal_obeys_nothing_that_a_page_made_up(where: str) -> None:
    text = as_text(comparison(**{where: HOSTILE}))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_json_holds_the_comparison_and_what_it_does_not_prove() -> None:
    found = comparison()
    told = msgspec.json.decode(as_json(found))
    assert next(iter(told)) == "notes"
    assert wording.ONE_LOOK in told.pop("notes")
    assert msgspec.convert(told, Comparison) == found
    assert told["old"]["first"] == "2026-08-13T14:00:00Z"
    assert {company["change"] for page in told["changed"] for company in page["companies"]} == {"seen_in_both", "seen_in_old_only"}


@pytest.mark.parametrize(
    ("words", "kinds"),
    [(wording.KINDS, What), (wording.STATES, State), (wording.DIFFERENCES, Difference), (wording.WHY, Why), (wording.ABSENT, Absent)],
    ids=["kinds", "states", "differences", "why", "absent"],
)
def test_everything_has_words(words: dict[Any, str], kinds: type[enum.Enum]) -> None:
    assert set(words) == set(kinds)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (with_company(made.look()), "Companies seen: A Company."),
        (with_company(), "We saw none of the companies on our lists."),
        (with_company(trouble=Trouble.NOT_FOUND), "We could not look well enough to say which companies it asks."),
        (with_company(seen=(made.seen(from_start=False),)), "We could not look well enough to say which companies it asks."),
        (with_company(made.look(Stage.REFUSED), refused=Choosing.FAILED), "We could not look well enough to say which companies it asks."),
    ],
    ids=["somebody", "nobody", "trouble", "missed", "only after a choice that failed"],
)
def test_a_page_of_one_survey_alone_is_said_to_ask_nobody_only_where_it_was_seen_wholly(page: PageSurveyed, said: str) -> None:
    text = as_text(compared([made.site(page)], [], made.begun(), made.begun()))
    (line,) = [line for line in text.splitlines() if "(the address is not in the other survey's list)" in line]
    assert line.endswith(said)
