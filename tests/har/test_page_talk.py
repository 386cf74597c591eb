"""har/page_talk.py: what people said to each other is no question of the page's; all else around a box is read."""

import pytest

from netcurtain.har.page_text import read_page

BASE = "https://a.example/dir/page?step"


@pytest.mark.parametrize("talk", ["class='live-chat'", "role=log", "class='b Messages'", "role=feed"])
def test_what_stands_around_the_box_of_a_conversation_is_not_read(talk: str) -> None:
    box = f"<div {talk}><p>I was hurt</p></div><textarea placeholder='Write here'></textarea>"
    (described,) = read_page(f"<h1>Talk to us</h1>{box}<button>Send</button>", BASE).groups
    assert (described.headings, described.text_near, described.form.fields[0].label) == (["Talk to us"], "", "")
    for more in ("<input type=email placeholder=E-mail>", "<input name=a><input name=b>"):
        (other,) = read_page(f"{box}{more}<button>Send</button>", BASE).groups
        assert other.text_near == "I was hurt"


@pytest.mark.parametrize(
    "talk",
    [
        "<main class=chat><p>I was hurt</p>{}</main>",
        "<div class=conversation><div>x</div><ul><li>I was hurt</ul></div>{}",
        "<p>Words<div class=transcript>I was hurt</div></p>{}",
    ],
)
def test_what_was_said_does_not_name_the_box(talk: str) -> None:
    (described,) = read_page(talk.format("<textarea placeholder='Write here'></textarea>"), BASE).groups
    assert "hurt" not in described.text_near
    assert [(one.label, one.placeholder) for one in described.form.fields] == [("", "Write here")]


@pytest.mark.parametrize("talk", ["<div class=chat>{}</div>", "<body class=chat>{}", "<div class=chat><p>I was hurt</p>{}"])
def test_what_stands_in_a_form_is_the_pages_wherever_the_form_is(talk: str) -> None:
    asks = "<form><p>Tell us about your HIV status.</p>Here:<textarea placeholder='Write here'></textarea></form>"
    (described,) = read_page(talk.format(asks), BASE).forms
    assert (described.text_near, described.form.fields[0].label) == ("Tell us about your HIV status.", "Here:")


def test_a_whole_page_is_no_conversation() -> None:
    (described,) = read_page("<body class=chat><p>Tell us about your HIV status.</p><textarea name=a></textarea>", BASE).groups
    assert described.text_near == "Tell us about your HIV status."


@pytest.mark.parametrize(
    "box", ["<textarea placeholder='Type here'></textarea>", "<div contenteditable aria-placeholder='Type here'></div>"]
)
@pytest.mark.parametrize(
    "before", ["<div>What is your HIV status?</div>", "<td>What is your HIV status?</td>", "What is your HIV status?<br>"]
)
def test_what_a_page_asks_names_a_box_with_a_placeholder(before: str, box: str) -> None:
    (described,) = read_page(f"<form>{before}{box}</form>", BASE).forms
    assert [one.label for one in described.form.fields] == ["What is your HIV status?"]


@pytest.mark.parametrize(
    "other",
    [
        "<div class=error-messages></div>",
        "<ul class=messages><li>Saved</li></ul>",
        "<a class='btn btn-chat'>Chat</a>",
        "<div class=chateau></div>",
        "<img class=chat src=a>",
        "<p class=chat>Talk to us",
        "<button class=livechat>Talk to us</button>",
        "<div role=log></div>",
    ],
)
@pytest.mark.parametrize("form", ["{other}<form>{asks}</form>", "<form>{other}{asks}</form>", "<form>{asks}{other}</form>"])
def test_somebody_to_talk_to_on_the_page_takes_no_words_from_its_form(form: str, other: str) -> None:
    asks = "<p>Tell us about your HIV status.</p><label>Your message <textarea name=a></textarea></label>"
    (described,) = read_page(form.format(other=other, asks=asks), BASE).forms
    assert "Tell us about your HIV status." in described.text_near
    assert [one.label for one in described.form.fields] == ["Your message"]
