"""The starter list does what filters/README.md promises: every endpoint of the table, and nothing that people need."""

import re
from importlib.resources import files

import pytest

TEXT = files("netcurtain.filters").joinpath("starter.txt").read_text("utf-8")
FILTERS = [line for line in TEXT.splitlines() if line and not line.startswith("!")]

TOLD = [
    "https://www.facebook.com/tr/?id=1&ev=PageView&dl=x",
    "https://www.facebook.com/tr?id=1",
    "https://www.facebook.com/tr",
    "https://www.facebook.com/privacy_sandbox/pixel/register/trigger/?id=1",
    "https://connect.facebook.net/en_US/fbevents.js",
    "https://connect.facebook.net/signals/config/400000000000001?v=2",
    "https://www.google-analytics.com/g/collect?v=2&tid=G-A",
    "https://region1.google-analytics.com/g/collect?v=2",
    "https://region1.analytics.google.com/g/collect?v=2",
    "https://stats.quayside-support.example/g/collect?v=2&tid=G-QUAY000001&cid=1",
    "https://www.google-analytics.com/j/collect?v=1",
    "https://stats.g.doubleclick.net/g/collect?v=2",
    "https://googleads.g.doubleclick.net/pagead/viewthroughconversion/700000001/?random=1",
    "https://www.googleadservices.com/pagead/conversion/1/?random=1",
    "https://www.google.com/pagead/1p-conversion/1/?x=1",
    "https://www.google.co.uk/pagead/1p-conversion/1/?x=1",
    "https://www.google.com/pagead/form-data/1?x=1",
    "https://www.google.com/ccm/form-data/1?x=1",
    "https://www.google.com/ccm/collect?dl=x",
    "https://www.google.com/rmkt/collect/1/?x=1",
    "https://analytics.tiktok.com/api/v2/pixel/act",
    "https://analytics.tiktok.com/api/v1/pixel/track",
    "https://tr.snapchat.com/p",
    "https://tr6.snapchat.com/p",
    "https://tr.snapchat.com/cm/i?pid=1",
    "https://bat.bing.com/action/0?ti=1",
    "https://bat.bing.net/actionp/0?ti=1",
    "https://w.clarity.ms/collect",
    "https://www.clarity.ms/tag/abc",
    "https://static.hotjar.com/c/hotjar-1.js?sv=6",
    "wss://ws.hotjar.com/api/v2/client/ws",
    "https://content.hotjar.io/?gzip=1",
    "https://edge.fullstory.com/s/fs.js",
    "https://rs.fullstory.com/rec/bundle/v2",
    "https://cdn.mouseflow.com/projects/1.js",
    "https://px.ads.linkedin.com/collect?v=2",
    "https://px.ads.linkedin.com/wa/",
    "https://px4.ads.linkedin.com/collect?v=2",
    "https://analytics.twitter.com/1/i/adsct?p_id=1",
    "https://analytics.x.com/1/i/adsct?p_id=1",
    "https://t.co/i/adsct?p_id=1",
    "https://t.co/1/i/adsct?p_id=1",
    "https://static.ads-twitter.com/uwt.js",
    "https://ct.pinterest.com/v3/?event=init",
    "https://ct.pinterest.com/user/?tid=1",
    "https://alb.reddit.com/rp.gif?id=1",
    "https://quayside.sc.omtrdc.net/b/ss/quay/1/JS-2.22.0/s1?AQB=1&g=x",
    "https://smetrics.quayside-support.example/b/ss/quay/1/JS-2.22.0/s1?AQB=1&g=x",
    "https://edge.adobedc.net/ee/irl1/v1/interact?configId=1&requestId=2",
    "https://data.quayside-support.example/ee/irl1/v1/interact?configId=1&requestId=2",
    "http://tracker.localhost:8080/pixel?page=x",
]

NEEDED = [
    "https://www.google.com/recaptcha/api.js",
    "https://www.google.com/recaptcha/enterprise/reload?k=1",
    "https://www.recaptcha.net/recaptcha/api.js",
    "https://www.gstatic.com/recaptcha/releases/1/recaptcha__en.js",
    "https://hcaptcha.com/1/api.js",
    "https://challenges.cloudflare.com/turnstile/v0/api.js",
    "https://js.stripe.com/v3/",
    "https://m.stripe.network/inner.html",
    "https://www.paypal.com/sdk/js?client-id=1",
    "https://pay.google.com/gp/p/js/pay.js",
    "https://accounts.google.com/gsi/client",
    "https://www.google.com/maps/embed?pb=1",
    "https://www.google.com/search?q=help",
    "https://www.facebook.com/",
    "https://www.facebook.com/trips",
    "https://www.facebook.com/login.php",
    "https://connect.facebook.net/en_GB/sdk.js",
    "https://x.com/home",
    "https://t.co/abcdef",
    "https://www.clarity.ms/",
    "https://www.linkedin.com/feed/",
    "https://www.reddit.com/r/help",
    "https://www.quayside-support.example/report/collect",
    "https://www.quayside-support.example/save?v=2&tid=G-A",
    "http://localhost:8080/",
    "http://127.0.0.1:8080/practice",
]


def flagged(url: str) -> bool:
    """The filter language's own meaning of ``||``, ``^`` and ``*``, written out; the list uses nothing else but third-party."""
    return any(re.search(pattern, url, re.IGNORECASE) for pattern in map(_pattern, FILTERS))


def _pattern(line: str) -> str:
    body = line.removesuffix("$third-party")
    start = r"^[a-z]+://([^/?#]*\.)?" if body.startswith("||") else ""
    escaped = re.escape(body.removeprefix("||")).replace(r"\*", ".*").replace(r"\^", r"([^\w.%-]|$)")
    return start + escaped


@pytest.mark.parametrize("url", TOLD)
def test_every_endpoint_of_the_table_is_flagged(url: str) -> None:
    assert flagged(url)


@pytest.mark.parametrize("url", NEEDED)
def test_what_people_need_is_left_alone(url: str) -> None:
    assert not flagged(url)


def test_it_stays_small_and_plain() -> None:
    assert len(FILTERS) < 120
    assert len(set(FILTERS)) == len(FILTERS)
    assert all(re.fullmatch(r"(\|\||/)[a-z0-9./?=&*^_-]+(\$third-party)?", line, re.IGNORECASE) for line in FILTERS)
    assert TEXT.startswith("! Title: Netcurtain starter\n! Version: 2026")
