"""har/page_editable.py: an area that somebody writes in is a field, and what stands in it is theirs; a whole page is no such area."""

import pytest

from netcurtain.har.page_text import read_page

BASE = "https://a.example/dir/page?step"


@pytest.mark.parametrize(
    "area",
    [
        "<div contenteditable aria-label=Story><div>typed <b>words</b></div><p>typed</p></div>",
        "<div contenteditable='true' aria-label=Story>typed<div></div>typed</div>",
        "<p contenteditable=plaintext-only aria-label=Story>typed<p>Words",
        "<rich-text contenteditable='' aria-label=Story>typed</rich-text>",
        "<div data-a=1 CONTENTEDITABLE=TRUE aria-label=Story>typed</div>",
    ],
)
@pytest.mark.parametrize("around", ["<form>{}<p>After</p><button>Go</button></form>", "<main>{}<p>After</p><button>Go</button></main>"])
def test_an_editable_area_is_a_field_and_its_words_are_nobodys(area: str, around: str) -> None:
    page = read_page(around.format(area), BASE)
    (described,) = (*page.forms, *page.groups)
    assert [(one.type, one.aria_label) for one in described.form.fields] == [("contenteditable", "Story")]
    assert described.text_near.removeprefix("Words ") == "After"
    assert described.form.buttons == ["Go"]


@pytest.mark.parametrize("area", ["<div contenteditable=false>", "<img contenteditable>", "<input contenteditable name=a>"])
def test_what_nobody_can_write_in_is_no_editable_area(area: str) -> None:
    (described,) = read_page(f"<form>{area}<p>Words</p><select name=s></select></form>", BASE).forms
    assert (described.text_near, [one.name for one in described.form.fields]) == ("Words", ["a", "s"] if "input" in area else ["s"])


def test_fields_in_an_editable_area_are_the_fields() -> None:
    html = "<body contenteditable><form><input type=hidden><label>What happened? <textarea name=a></textarea></label></form>"
    page = read_page(html, BASE)
    assert [[one.name for one in form.form.fields] for form in (*page.forms, *page.groups)] == [["a"]]


def test_an_editable_area_ends_where_something_is_left_out() -> None:
    far = "<br>" * 2000
    html = f"<section contenteditable aria-label=A>{'<b>x</b>' * 800}</section>{far}<p>Words</p><textarea name=b></textarea>"
    (described,) = read_page(html, BASE).groups
    assert [one.aria_label or one.name for one in described.form.fields] == ["A", "b"]
    assert described.text_near == "Words"


def test_an_editable_area_names_itself_by_its_placeholder() -> None:
    (described,) = read_page("<div contenteditable data-placeholder='Write here'></div>", BASE).groups
    assert [(one.label, one.placeholder) for one in described.form.fields] == [("", "Write here")]


@pytest.mark.parametrize("area", ["<body contenteditable>", "<span contenteditable>Words", "<main><div contenteditable='true'>"])
@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("<form><p>Tell us</p><label>What happened? <input name=a></label></form>", "Tell us"),
        ("<label>What happened? <input name=a></label><p>Tell us</p>", "Tell us"),
        ("<fieldset><legend>About it</legend>What happened? <input name=a placeholder=A></fieldset>", ""),
    ],
    ids=["form", "label", "fieldset"],
)
def test_what_a_page_asks_is_read_though_all_of_it_is_editable(area: str, asked: str, near: str) -> None:
    page = read_page(area + asked, BASE)
    (described,) = (*page.forms, *page.groups)
    assert [(one.name, one.label) for one in described.form.fields] == [("a", "What happened?")]
    assert described.text_near == near
