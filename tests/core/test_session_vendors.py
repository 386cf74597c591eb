"""Known vendors flag on their own where no list does, and what that means for what is said and left out."""

import pytest
from tests.core.scenes import GOOGLE, SITE, Scene, got_to, opened, requested, sensitive

from netcurtain.core import event as happened
from netcurtain.core import instruction as say
from netcurtain.core.event import RequestSeen
from netcurtain.core.finding import FlaggedBy
from netcurtain.core.level import Level
from netcurtain.core.record import RequestRecord
from netcurtain.core.request import Fate
from netcurtain.core.wording import OWN_ADDRESS

LINKEDIN = "https://px.ads.linkedin.com/collect?v=2&pid=1234&url=https%3A%2F%2Fwww.example.police.uk%2Freport"
GA4 = "/g/collect?v=2&tid=G-ABC123&en=page_view&dl=https%3A%2F%2Fwww.example.police.uk%2Freport"
AT_GOOGLE, ON_THE_SITE = f"https://region1.google-analytics.com{GA4}", f"https://www.example.police.uk{GA4}"
MATOMO = "/matomo.php?idsite=1&rec=1&url=https%3A%2F%2Fwww.example.police.uk%2Freport"
STARTER: dict[str, tuple[str, ...]] = {"Google": ("||google-analytics.com/g/collect", "||analytics.google.com/g/collect")}


def test_a_known_vendor_is_met_told_of_and_kept_without_a_filter() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(LINKEDIN), got_to(Fate.ANSWERED))
    assert (scene.verdict.level, scene.verdict.companies) == (Level.WARNING, ["LinkedIn"])
    assert scene.last(happened.MatchSeen).request == RequestSeen(
        "r1",
        "https://px.ads.linkedin.com/collect",
        "image",
        "",
        "",
        "LinkedIn",
        Fate.ATTEMPTED,
        scene.findings[0].time,
        0,
        FlaggedBy.KNOWN_VENDOR,
    )
    assert (scene.last(RequestRecord).filter, scene.last(RequestRecord).filter_list) == ("", "")
    (finding,) = scene.findings
    assert (finding.flagged_by, finding.filter, finding.filter_list, finding.status) == (FlaggedBy.KNOWN_VENDOR, "", "", 200)
    assert finding.sentence.startswith("LinkedIn was told ")
    assert "this page's address" in finding.sentence
    assert scene.verdict.words.details == ["LinkedIn is a tracker in our table of companies."]
    assert scene.company("LinkedIn").seen[0].status == 200


@pytest.mark.parametrize(
    ("page", "url", "kind"),
    [
        pytest.param("https://www.linkedin.com/feed", LINKEDIN, "image", id="on the vendor's own page"),
        pytest.param("https://www.facebook.com/", "https://facebook.com/tr/?id=1&ev=PageView", "image", id="on Facebook itself"),
        pytest.param("https://www.google.com/", "https://www.google.com/ccm/collect?en=page_view&dl=a", "ping", id="on Google itself"),
        pytest.param("https://www.instagram.com/", "https://facebook.com/tr/?id=1&ev=a", "image", id="on another site of its company"),
        pytest.param("https://www.google.co.uk/", "https://www.google.com/ccm/collect?en=a&dl=a", "ping", id="on Google in one country"),
        pytest.param(
            "https://www.tiktokw.us/", "https://analytics.tiktokw.us/api/v2/pixel", "ping", id="on a site of its own that no table has"
        ),
        pytest.param(SITE, LINKEDIN, "main_frame", id="a page of its own"),
        pytest.param(SITE, f"https://excepted.example{MATOMO}", "image", id="excepted by a list"),
        pytest.param(SITE, "https://www.linkedin.com/", "sub_frame", id="nothing that tells"),
        pytest.param(SITE, "https://www.example.police.uk/collect?step=2", "xmlhttprequest", id="the site's own"),
    ],
)
def test_no_known_vendor_is_seen_where_none_is_told_anything(page: str, url: str, kind: str) -> None:
    scene = Scene()
    scene.reports(opened(url=page), requested(url, type=kind, has_body=True))
    assert (scene.told(happened.MatchSeen), scene.verdict.companies, scene.told(say.BodyWanted)) == ([], [], [])


def test_where_a_form_goes_is_no_vendor() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(action=LINKEDIN), requested(LINKEDIN, type="xmlhttprequest", method="POST", has_body=True))
    assert (scene.told(happened.MatchSeen), scene.told(say.BodyWanted)) == ([], [])


@pytest.mark.parametrize("url", [ON_THE_SITE, f"https://stats.example.police.uk{MATOMO}"], ids=["Google Analytics", "Matomo"])
def test_a_vendor_on_the_sites_own_address_is_seen_and_not_named(url: str) -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(url), got_to(Fate.SENT))
    assert scene.verdict.companies == [OWN_ADDRESS]
    assert scene.findings[0].sentence.startswith("A company behind this site's own address was told ")
    assert "this page's address" in scene.findings[0].sentence
    assert scene.verdict.rules == []
    assert scene.verdict.words.unstoppable == "Something here may pass through this site's own address. We cannot see or stop that."


def test_software_on_an_unknown_host_is_called_by_its_domain_and_said_to_be_on_no_list() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(f"https://stats.council.example{MATOMO}"))
    assert scene.verdict.companies == ["council.example"]
    assert scene.verdict.words.details == ["council.example is on none of our lists, but a request to it is of the kind that trackers get."]


def test_a_vendors_host_that_the_table_of_companies_does_not_have_is_the_vendors() -> None:
    scene = Scene()
    scene.reports(opened(), requested("https://analytics.tiktokw.us/api/v2/pixel", type="ping", method="POST", has_body=True))
    assert scene.verdict.companies == ["TikTok"]
    assert scene.told(say.BodyWanted) == [say.BodyWanted("r1", "p1")]


def test_a_known_vendor_is_left_out_by_what_our_own_list_knows_of_it() -> None:
    scene = Scene(STARTER)
    scene.reports(opened(), sensitive(), requested(AT_GOOGLE))
    assert [rule.url_filter for rule in scene.verdict.rules] == ["||google-analytics.com/g/collect", "||analytics.google.com/g/collect"]
    assert scene.verdict.words.unstoppable == ""


def test_a_known_vendor_of_which_our_own_list_knows_nothing_is_named_as_not_left_out() -> None:
    scene = Scene()
    scene.reports(opened(), sensitive(), requested(AT_GOOGLE))
    assert scene.verdict.rules == []
    assert scene.verdict.words.unstoppable == "Google may still be told something. We cannot stop all of it here."


def test_what_a_filter_flagged_and_what_our_own_list_knows_are_left_out_together() -> None:
    scene = Scene(STARTER)
    scene.reports(opened(), sensitive(), requested(AT_GOOGLE), requested(GOOGLE, "r2"))
    assert [rule.url_filter or rule.domains for rule in scene.verdict.rules] == [
        ["stats.g.doubleclick.net"],
        "||google-analytics.com/g/collect",
        "||analytics.google.com/g/collect",
    ]
    assert scene.verdict.words.details == ["Google is a tracker in EasyPrivacy (||stats.g.doubleclick.net^)."]
