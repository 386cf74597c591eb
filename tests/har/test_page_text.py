"""har/page_text.py: a form as a person sees it, from HTML alone; no value; no input that takes long."""

import pytest
from tests.har.recording import FORM, PAGE

from netcurtain.har.page_text import read_page

BASE = "https://a.example/dir/page?step"


def fields(inner: str) -> list[tuple[str, str, list[str]]]:
    page = read_page(f"<form>{inner}<button>Go</button></form>", BASE)
    return [(one.name, one.label, one.options) for one in page.forms[0].form.fields]


def test_a_form_has_its_questions_legends_buttons_and_headings() -> None:
    page = read_page(FORM, PAGE)
    (described,) = page.forms
    assert page.title == described.title == "Report rape or sexual assault"
    assert described.headings == ["Report rape or sexual assault"]
    assert described.form.legends == ["Were you sexually assaulted?"]
    assert described.form.buttons == ["Report it"]
    assert (described.form.action, described.form.method) == ("https://police.example/send?step=1", "post")
    assert [(one.name, one.type, one.label, one.options) for one in described.form.fields] == [
        ("who", "radio", "Were you sexually assaulted?", ["Yes", "No"]),
        ("what", "", "Tell us what happened to you", []),
    ]
    assert described.language == "en"


def test_no_value_is_read() -> None:
    told = str([(form.form.fields, form.text_near, form.form.buttons) for form in read_page(FORM, PAGE).forms])
    assert "secret-token" not in told
    assert "typed before" not in told


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<label for=a>Name</label><input id=a name=n>", ("n", "Name", [])),
        ("<input id=a name=n><label for=a>Name</label>", ("n", "Name", [])),
        ("<label>Your <b>full</b> name <input name=n></label>", ("n", "Your full name", [])),
        ("<td>Postcode</td><td><input name=n></td>", ("n", "Postcode", [])),
        ("Town: <input name=n>", ("n", "Town:", [])),
        ("<label>Where <select name=n><option>Here<option>There</select></label>", ("n", "Where", ["Here", "There"])),
        ("Town: <input name=n aria-label='City'>", ("n", "", [])),
    ],
)
def test_what_names_a_field(inner: str, expected: tuple[str, str, list[str]]) -> None:
    assert fields(inner) == [expected]


@pytest.mark.parametrize(
    ("html", "action"),
    [
        ("<form action='/to'><button>Go</button></form>", "https://a.example/to"),
        ("<base href='https://b.example/x/'><form action='to'><button>Go</button></form>", "https://b.example/x/to"),
        ("<form><button>Go</button></form>", BASE),
        ("<form action='http://[bad'><button>Go</button></form>", ""),
    ],
)
def test_where_a_form_goes(html: str, action: str) -> None:
    assert read_page(html, BASE).forms[0].form.action == action


def test_a_form_in_a_script_or_a_comment_is_none() -> None:
    assert read_page("<!-- <form><button>a</button></form> --><script>'<form><button>a</button></form>'</script>", BASE).forms == ()


def test_a_form_without_questions_and_buttons_is_none() -> None:
    assert read_page("<form><input type=hidden name=a></form>", BASE).forms == ()


def test_words_before_and_in_a_form_belong_to_it() -> None:
    html = (
        "<p>Far away</p>"
        + "<div>-</div>" * 500
        + "<p>Tell us about the abuse.</p><form><p>We will call you.</p><textarea name=a></textarea></form>"
    )
    assert read_page(html, BASE).forms[0].text_near == "Tell us about the abuse. We will call you."


def test_a_page_without_a_form_still_has_a_title() -> None:
    assert read_page("<html><title>A &amp; B</title><p>words", BASE).title == "A & B"


def test_a_base_that_is_no_address_loses_no_form() -> None:
    assert len(read_page("<base href='http://[bad'><form><input name=a></form>", BASE).forms) == 1


FREE = "<textarea name=a></textarea>"
CITY = "<input name=c placeholder=City>"


def asked(html: str) -> list[tuple[list[str], list[str], str]]:
    """Of each form, and then of each group outside: its fields' names, its buttons, and where it goes."""
    page = read_page(html, BASE)
    return [([one.name for one in form.form.fields], form.form.buttons, form.form.action) for form in (*page.forms, *page.groups)]


def test_fields_outside_of_every_form_are_described_as_one() -> None:
    html = (
        "<h1>Report it</h1><p>We believe you.</p><div><fieldset><legend>About it</legend><label>What happened? "
        "<textarea name=a>x</textarea></label><p>Take your time.</p>Where? <select name=b><option>Here<option>There</select></fieldset>"
        "<button>Send</button><button>Back</button></div>"
    )
    (described,) = read_page(html, BASE).groups
    assert described.headings == ["Report it"]
    assert described.text_near == "We believe you. Take your time."
    assert (described.form.action, described.form.method, described.form.legends) == ("", "", ["About it"])
    assert [(one.name, one.label, one.options) for one in described.form.fields] == [
        ("a", "What happened?", []),
        ("b", "Where?", ["Here", "There"]),
    ]
    assert described.form.buttons == ["Send", "Back"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"{CITY}<button>Next</button><textarea name=a></textarea><button>Send</button>", [["c"], ["a"]]),
        (f"<header>{CITY}</header><main><textarea name=a></textarea></main>", [["c"], ["a"]]),
        (f"{CITY}<main><textarea name=a></textarea>", [["c"], ["a"]]),
        (f"<main>{CITY}</main><textarea name=a></textarea>", [["c"], ["a"]]),
        (f"{CITY}<form><textarea name=a></textarea></form>{CITY}", [["a"], ["c"], ["c"]]),
        (f"{CITY}<p>words</p>{CITY}<button>Send</button><p>More</p><button>Accept cookies</button>", [["c", "c"]]),
        ("<input type=hidden name=a><input type=submit><button>Go</button>", []),
    ],
)
def test_a_group_of_fields_ends_with_its_buttons_and_with_its_part_of_the_page(html: str, expected: list[list[str]]) -> None:
    found = asked(html)
    assert [names for names, *_ in found] == expected
    assert not any("Accept cookies" in buttons for _, buttons, _ in found)


@pytest.mark.parametrize("between", ["", "<div>-</div>" * 1000])
def test_a_field_may_name_its_form_before_and_after_it(between: str) -> None:
    after = "<textarea form=f name=a></textarea><button form=f>Send</button>"
    html = f"<input form=f name=b>{between}<form id=f action=/to></form>{between}{after}"
    assert asked(html) == [(["b", "a"], ["Send"], "https://a.example/to")]


def test_a_field_that_names_no_form_of_the_page_is_outside_of_every_form() -> None:
    assert asked("<form action=/to><input name=b><textarea form=none name=a></textarea></form>") == [
        (["b"], [], "https://a.example/to"),
        (["a"], [], ""),
    ]


@pytest.mark.parametrize(
    ("unit", "forms", "groups"),
    [("<form><input name=n></form>", 50, 0), (f"{CITY}<button>a</button>", 0, 50), (f"{CITY}<form>{FREE}</form>", 50, 50)],
)
def test_there_are_no_more_forms_and_groups_than_so_many(unit: str, forms: int, groups: int) -> None:
    page = read_page(unit * 99, BASE)
    assert (len(page.forms), len(page.groups)) == (forms, groups)


@pytest.mark.parametrize("loose", ["<input type=number><button>Add</button>", f"{CITY}<button>Go</button>"])
def test_many_fields_outside_hide_neither_a_form_nor_a_group_behind_them(loose: str) -> None:
    html = loose * 60 + f"<form action=/to>{FREE}</form>"
    assert asked(html)[0] == (["a"], [], "https://a.example/to")
    assert asked("<input type=number><button>Add</button>" * 60 + FREE) == [(["a"], [], "")]


def test_a_title_names_no_field() -> None:
    assert fields("<title>Rape Crisis</title><input name=n>") == [("n", "", [])]
    assert fields("Town: <title>Rape Crisis</title><input name=n>") == [("n", "Town:", [])]
