import pytest

from netcurtain.core.blocking import MAX_PATTERN, BlockRule, allow_rule_for, rule_for

PAGE = "www.shop.co.uk"
ACTION = "forms.example"


def stop(line: str, page_host: str = PAGE, action_host: str | None = ACTION) -> BlockRule | None:
    return rule_for(line, page_host=page_host, action_host=action_host)


def let_through(line: str, page_host: str = PAGE) -> BlockRule | None:
    return allow_rule_for(line, page_host=page_host, action_host=ACTION)


BOTH = [ACTION, "shop.co.uk"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("||t.example^", BlockRule(domains=["t.example"])),
        ("||t.example^$third-party", BlockRule(domains=["t.example"])),
        ("0.0.0.0 t.example", BlockRule(domains=["t.example"])),
        ("||bücher.example^", BlockRule(domains=["xn--bcher-kva.example"])),
        ("||t.example^$script,image", BlockRule(domains=["t.example"], types=["script", "image"])),
        ("||t.example^$~script", BlockRule(domains=["t.example"], excluded_types=["script"])),
        ("||t.example^$all", BlockRule(domains=["t.example"])),
        ("||facebook.com/tr^", BlockRule(url_filter="||facebook.com/tr^")),
        ("||t.example^*/fbevents.js|", BlockRule(url_filter="||t.example^*/fbevents.js|")),
        ("||t.example/Tr$match-case", BlockRule(url_filter="||t.example/Tr", match_case=True)),
        ("||t.example/é", BlockRule(url_filter="||t.example/%c3%a9")),
        ("/g/collect?v=2&tid=G-", BlockRule(url_filter="/g/collect?v=2&tid=g-", excluded_domains=BOTH)),
        ("||google.*/pagead/", BlockRule(url_filter="||google.*/pagead/", excluded_domains=BOTH)),
        ("||*.t.example/x", BlockRule(url_filter="*.t.example/x", excluded_domains=BOTH)),
        ("|https://t.example/", BlockRule(url_filter="|https://t.example/", excluded_domains=BOTH)),
        (r"/t[0-9]\.js$/$3p", BlockRule(regex=r"t[0-9]\.js$", excluded_domains=BOTH)),
        ("||t.example^$domain=elsewhere.example", BlockRule(domains=["t.example"])),
        ("||t.example^$denyallow=ok.t.example", BlockRule(domains=["t.example"], excluded_domains=["ok.t.example"])),
        (
            "/x?$to=a.example|~b.a.example",
            BlockRule(domains=["a.example"], url_filter="/x?", excluded_domains=["b.a.example", *BOTH]),
        ),
        ("||t.example^$to=a.t.example", BlockRule(domains=["a.t.example"], url_filter="||t.example^")),
        ("||co.uk^", BlockRule(domains=["co.uk"], excluded_domains=["shop.co.uk"])),
        ("||stats.forms.example^", BlockRule(domains=["stats.forms.example"])),
    ],
)
def test_a_flagged_filter_becomes_one_rule(line: str, rule: BlockRule) -> None:
    assert stop(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "||shop.co.uk^",
        "||stats.shop.co.uk/g/collect",
        "||forms.example^",
        "||example^",
        "/x?$~third-party",
        "/x?$strict1p",
        "||t.example^$document",
        "||t.example^$method=post",
        "/x?$to=google.*",
        "$ping,third-party",
        "*$image",
        "@@||t.example^",
        "||t.example^$strange",
        "! a comment",
        "||t.example/" + "x" * MAX_PATTERN,
    ],
)
def test_what_cannot_be_left_out_has_no_rule(line: str) -> None:
    assert stop(line) is None


def test_the_action_may_be_unknown_or_the_pages_own() -> None:
    assert stop("/x?", action_host=None) == BlockRule(url_filter="/x?", excluded_domains=["shop.co.uk"])
    assert stop("||uk^", action_host="send.shop.co.uk") == BlockRule(domains=["uk"], excluded_domains=["send.shop.co.uk", "shop.co.uk"])
    assert stop("/x?", page_host="", action_host=None) == BlockRule(url_filter="/x?")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("@@||t.example/needed$script", BlockRule(url_filter="||t.example/needed", types=["script"], allow=True)),
        ("@@||t.example^$domain=shop.co.uk", BlockRule(domains=["t.example"], allow=True)),
        ("@@/needed?$third-party", BlockRule(url_filter="/needed?", excluded_domains=["shop.co.uk"], allow=True)),
        ("@@||t.example^$third-party", BlockRule(domains=["t.example"], allow=True)),
        ("@@||t.example^$to=~a.t.example", BlockRule(domains=["t.example"], excluded_domains=["a.t.example"], allow=True)),
    ],
)
def test_an_exception_lets_through_what_it_spares(line: str, rule: BlockRule) -> None:
    assert let_through(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "@@||t.example^$domain=page.example",
        "@@||t.example^$domain=~shop.co.uk",
        "@@||t.example^$method=get",
        "@@||t.example^$~third-party",
        "@@||t.example^$strict3p",
        "@@||shop.co.uk^$document",
        "@@||shop.co.uk/own",
        "@@||forms.example/send",
        "@@$image",
        "||t.example^",
    ],
)
def test_an_exception_is_never_widened(line: str) -> None:
    assert let_through(line) is None
