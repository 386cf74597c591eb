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


FREE = "<textarea name=a></textarea>"


def asked(html: str) -> list[tuple[list[str], list[str], str]]:
    """Of each form: its fields' names, its buttons, and where it goes."""
    return [([one.name for one in form.form.fields], form.form.buttons, form.form.action) for form in read_page(html, BASE).forms]


def test_fields_outside_of_every_form_are_described_as_one() -> None:
    html = (
        "<h1>Report it</h1><p>We believe you.</p><div><fieldset><legend>About it</legend><label>What happened? "
        "<textarea name=a>x</textarea></label><p>Take your time.</p>Where? <select name=b><option>Here<option>There</select></fieldset>"
        "<button>Send</button><button>Back</button></div>"
    )
    (described,) = read_page(html, BASE).forms
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
        ("<input name=q><button>Search</button><textarea name=a></textarea><button>Send</button>", [["q"], ["a"]]),
        ("<header><input name=q></header><main><textarea name=a></textarea></main>", [["q"], ["a"]]),
        ("<input name=q><main><textarea name=a></textarea>", [["q"], ["a"]]),
        ("<main><input name=q></main><textarea name=a></textarea>", [["q"], ["a"]]),
        ("<input name=q><form><textarea name=a></textarea></form><input name=b>", [["q"], ["a"], ["b"]]),
        ("<input name=a><p>words</p><input name=b><button>Send</button><p>More</p><button>Accept cookies</button>", [["a", "b"]]),
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


def test_a_field_is_found_wherever_it_stands_and_an_answer_before_it_ends() -> None:
    far = "<div>-</div>" * 1000
    html = f"<textarea name=a>{'typed ' * 1000}</textarea>{far}<p>Words</p><label>What happened? {FREE}</label>{far}"
    (described,) = read_page(html, BASE).forms
    assert [one.label for one in described.form.fields] == ["", "What happened?"]
    assert described.text_near == "Words"


def test_there_are_no_more_forms_than_so_many() -> None:
    assert len(read_page("<input form=f><button>a</button>".join(f"<input form=f{n} name=b>" for n in range(99)), BASE).forms) == 50


@pytest.mark.parametrize("before", ["", "<form>"])
@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<script",
        "<script>",
        "<!--",
        "<!",
        "<?",
        "</",
        "<h1>",
        "<form>",
        "<input ",
        "<a b='",
        "&",
        "<p>",
        "<label>",
        "<option>",
        "<![CDATA[",
        "<title>",
        "<input>",
        "<input type ",
        "<textarea>",
        "<select>",
        "<input form=a>",
        "<input><button>",
    ],
)
def test_a_page_made_to_hurt_comes_to_an_end(before: str, unit: str) -> None:
    """The suite's patience is what fails: one of these took a minute before."""
    read_page(before + unit * (2_000_000 // len(unit)), BASE)
