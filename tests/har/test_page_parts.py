"""har/page_parts.py: the pieces of a page that say something of its forms, the documents in its tags; no input that takes long."""

import pytest

from netcurtain.har import page_parts
from netcurtain.har.page_parts import is_still_to_come
from netcurtain.har.page_text import read_page

BASE = "https://a.example/dir/page?step"
FREE = "<textarea name=a></textarea>"


@pytest.mark.parametrize(
    "frame",
    [
        "<iframe srcdoc='&lt;base href=&quot;/x/&quot;>&lt;form action=to>&lt;textarea name=a>&lt;/textarea>&lt;/form>'></iframe>",
        "<iframe title='a > b' srcdoc=\"<base href='/x/'><form action=to><textarea name=a></textarea></form>\">no frames</iframe>",
        "<IFRAME sandbox SRCDOC = '<base href=/x/><form action=to><textarea name=a></textarea></form>'>",
    ],
)
def test_a_document_in_the_tag_of_a_frame_is_read_by_itself(frame: str) -> None:
    page = read_page(f"<title>A</title><form action=/own><input name=b></form>{frame}", BASE)
    assert page.title == "A"
    assert [(form.form.action, [one.name for one in form.form.fields]) for form in page.forms] == [
        ("https://a.example/own", ["b"]),
        ("https://a.example/x/to", ["a"]),
    ]


def test_only_so_many_documents_in_tags_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = "".join(f"<iframe srcdoc='<form><input name=n{n}></form>'></iframe>" for n in range(3))
    monkeypatch.setattr(page_parts, "MAX_INNER", 2)
    assert [form.form.fields[0].name for form in read_page(frames, BASE).forms] == ["n0", "n1"]


@pytest.mark.parametrize(
    "unseen", ["<!--{}-->", "<script>'{}'</script>", "<template>{}</template>", "<iframe title=don't src=/a>{}</iframe>"], ids=str
)
def test_a_frame_in_what_is_not_shown_is_none(unseen: str) -> None:
    html = unseen.format('<iframe srcdoc="<form><input name=a></form>"></iframe>')
    page = read_page(f"{html}<form><input name=b></form>", BASE)
    assert [one.name for form in page.forms for one in form.form.fields] == ["b"]


def test_what_a_shadow_root_holds_is_shown() -> None:
    inner = "<form action=/to><textarea name=a></textarea></form>"
    html = f"<x-form><template shadowrootmode=open>{inner}</template></x-form><template>{inner}</template>"
    assert len(read_page(html, BASE).forms) == 1


def test_a_document_in_the_tag_of_a_frame_may_have_one_more() -> None:
    inmost = "<form><input name=c></form><iframe srcdoc='<form><input name=d></form>'></iframe>".replace("'", "&amp;quot;").replace(
        "<", "&amp;lt;"
    )
    html = f"<iframe srcdoc='<form><input name=b></form><iframe srcdoc=&quot;{inmost}&quot;></iframe>'></iframe>"
    assert [one.name for form in read_page(html, BASE).forms for one in form.form.fields] == ["b", "c"]


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src=/f?q="x></iframe>',
        "<iframe src=/f?q='x></iframe>",
        "<iframe src = /f?q='x></iframe>",
        '<iframe title="a > b" src=x></iframe>',
    ],
)
def test_a_mark_in_the_address_of_a_frame_swallows_no_form(frame: str) -> None:
    assert len(read_page(f"{frame}<form>{FREE}</form><p title=\"x\" lang='x'>", BASE).forms) == 1


@pytest.mark.parametrize("number", ["&#" + "9" * 5000, "&#" + "9" * 5000 + ";", "&#x" + "f" * 5000 + ";", "&#00000000;"], ids=len)
@pytest.mark.parametrize(
    "html",
    [
        "<p>{}</p><form><textarea name=a></textarea></form>",
        "<form><p title='{}'>{}</p><textarea name=a></textarea></form>",
        "<title>{}</title><h1>{}</h1><main><textarea name=a></textarea></main>",
        "<iframe srcdoc='{}'></iframe><textarea name=a></textarea>",
        "<iframe srcdoc='{} <form><textarea name=a></textarea></form>'></iframe>",
    ],
)
def test_a_number_that_is_no_letters_loses_no_form(html: str, number: str) -> None:
    page = read_page(html.replace("{}", number), BASE)
    assert [one.name for form in (*page.forms, *page.groups) for one in form.form.fields] == ["a"]
    assert is_still_to_come(f"<script></script><div>{number}</div>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<app-root>Loading...</app-root>", True),
        ("<a class=skip href=#m>Skip to main content</a><div id=root></div>", True),
        ('<div id=app data-page=\'{{"html":"<b>words of a page that is still to come</b>"}}\'></div>', True),
        ('<div id=app data-page = "a > words of a page that is still to come"></div>', True),
        ("<p title=don't>Our clinic opens at nine tomorrow</p>", False),
        ("<main><h1>News</h1><p>Our clinic opens at nine</p></main>", False),
        ("<p>&#79;&#117;&#114; &#99;&#108;inic &#111;pens at n&#105;ne &#116;omorrow</p>", False),
        ("<p>\u6211\u4eec\u7684\u8bca\u6240\u660e\u5929\u65e9\u4e0a\u4e5d\u70b9\u5f00\u95e8" + "\u4eec" * 60 + "</p>", False),
        ("Loading<form action=/to><button>Go</button></form>", False),
        ("Loading <select><option>English</select>", False),
        ("<input type=hidden name=a>Loading", True),
        ("<select></select>", True),
    ],
)
def test_a_page_that_says_a_few_words_and_asks_nothing_may_be_still_to_come(html: str, expected: bool) -> None:
    assert (
        is_still_to_come(f"<title>Report it</title><body>{html.replace('{{', '{').replace('}}', '}')}<script src=a></script>") is expected
    )
    assert not is_still_to_come(html)


def test_a_field_is_found_wherever_it_stands_and_an_answer_before_it_ends() -> None:
    far = "<div>-</div>" * 1000
    html = f"<textarea name=a>{'typed ' * 1000}</textarea>{far}<p>Words</p><label>What happened? {FREE}</label>{far}"
    (described,) = read_page(html, BASE).groups
    assert [one.label for one in described.form.fields] == ["", "What happened?"]
    assert described.text_near == "Words"


def test_a_form_at_the_end_is_read_before_what_stands_around_fields_outside() -> None:
    one = "<label for=b>Box</label><input type=checkbox id=b>" + "<div>-</div>" * 530
    page = read_page(f"<title>A</title>{one * 100}<h2>Report it</h2><form action=/to>{FREE}</form>", BASE)
    (form,) = page.forms
    assert (form.title, form.headings, [one.name for one in form.form.fields]) == ("A", ["Report it"], ["a"])


@pytest.mark.parametrize("between", ["<div>-</div>" * 1000, "<h2>News</h2><p>-</p></fieldset><h2>More</h2>"])
def test_what_was_open_before_something_left_out_says_nothing_of_what_comes_after(between: str) -> None:
    news = "<main><input type=checkbox name=b><input type=email name=n placeholder=E></main>"
    first, last = read_page(f"<fieldset><legend>The rape</legend>{FREE}{between}{news}", BASE).groups
    assert first.form.legends == ["The rape"]
    assert (last.form.legends, [one.label for one in last.form.fields]) == ([], ["-" if "-" in between[-20:] else "More", ""])


def test_words_before_something_left_out_name_no_field_after_it() -> None:
    far = "<div></div>" * 1000
    labelled = f"<label>The rape {FREE}{far}</label>{far}<textarea name=b></textarea>"
    assert [one.label for one in read_page(labelled, BASE).groups[0].form.fields] == ["The rape", ""]
    assert [one.label for one in read_page(f"{FREE}The rape{far}<textarea name=b></textarea>", BASE).groups[0].form.fields] == ["", ""]


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
        "<iframe",
        "<iframe srcdoc='",
        "<iframe srcdoc='<form>'>",
        "<iframe a=",
        "<div contenteditable>",
        "<a contenteditable",
        "<a =contenteditable ",
        "<template shadowrootmode",
    ],
)
def test_a_page_made_to_hurt_comes_to_an_end(before: str, unit: str) -> None:
    """The suite's patience is what fails: one of these took a minute before."""
    read_page(before + unit * (2_000_000 // len(unit)), BASE)
