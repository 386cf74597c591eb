"""har/page_groups.py: fields outside of every form are told of where they ask a person something, and not where they are the page's own."""

from pathlib import Path

import pytest
from tests.har.recording import PAGE, checked, document, har

from netcurtain.har.page_text import read_page

TITLE = "<title>Report rape or sexual assault</title><h1>Report rape or sexual assault</h1><p>If you were raped, tell us.</p>"
RADIOS = "<label><input type=radio name=r> Yes</label><label><input type=radio name=r> No</label>"


def groups(html: str) -> list[list[str]]:
    return [[one.name for one in group.form.fields] for group in read_page(f"{TITLE}{html}", PAGE).groups]


@pytest.mark.parametrize(
    "html",
    [
        "<label>Language <select name=l><option>English<option>Cymraeg</select></label>",
        "<input type=checkbox id=menu><label for=menu>Menu</label>",
        "<label>Dark mode <input type=checkbox role=switch></label><label>Text size <input type=range></label>",
        "<label>Captions <select><option>Off</select></label>",
        "<input type=checkbox id=a><label for=a>What happens after I report rape?</label><p>We call you.</p>",
        "<input name=website aria-label=Website style='display: none'>",
        "<input name=website aria-label=Website hidden>",
        "<input name=website aria-label=Website aria-hidden=true>",
        "<input aria-label=Link readonly><textarea disabled>x</textarea>",
        "<textarea name=g-recaptcha-response></textarea>",
        "<input type=search aria-label='Look here'><button>Go</button>",
        "<input role=searchbox aria-label='Look here'>",
        "<input name=q aria-label='Look here'>",
        "<input placeholder='Search this site'>",
        "<input name=t>",
        f"<fieldset><legend>Was this page helpful?</legend>{RADIOS}</fieldset><button>Send</button>",
        f"<p>Was this page helpful?</p>{RADIOS}<button>Send</button>",
        f"<p>Did this information help you?</p>{RADIOS}",
        f"<p>Was this useful?</p>{RADIOS}",
        f"<fieldset><legend>Do you accept analytics cookies?</legend>{RADIOS}</fieldset>",
        f"<fieldset><legend>Your choice</legend>{RADIOS}</fieldset><button>Save cookie settings</button>",
        "<fieldset><legend>Analytics</legend><label><input type=checkbox> On</label></fieldset>",
        f"<p>Theme</p>{RADIOS}",
        "<div contenteditable=false>Words</div>",
    ],
)
def test_what_is_the_pages_own_is_no_form(tmp_path: Path, html: str) -> None:
    assert groups(html) == []
    (page,) = checked(tmp_path, har([document(PAGE, TITLE + html)])).pages
    assert page.sensitive is False


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<textarea name=a></textarea>", [["a"]]),
        ("<label>When? <input name=a></label>", [["a"]]),
        ("<label for=i>When?</label><input type=date id=i name=a>", [["a"]]),
        ("<input name=a aria-label='Your name'>", [["a"]]),
        ("<input name=a placeholder='Your name'>", [["a"]]),
        ("<textarea name=a placeholder='Type your message'></textarea><button>Send</button>", [["a"]]),
        ("<input name=a aria-label='Chat with us'>", [["a"]]),
        ("<div contenteditable role=textbox aria-label='Message'></div><button>Send</button>", [[""]]),
        ("<textarea name=a></textarea><textarea name=g-recaptcha-response></textarea><input name=trap hidden>", [["a"]]),
        (f"<fieldset><legend>Were you raped?</legend>{RADIOS}</fieldset>", [["r"]]),
        (f"<p>Were you raped?</p>{RADIOS}", [["r"]]),
        (f"<fieldset><legend>Functional difficulties</legend>{RADIOS}</fieldset>", [["r"]]),
        (f"<p>How can this service help you?</p>{RADIOS}", [["r"]]),
        (f"<p>A gawsoch eich treisio?</p>{RADIOS}", [["r"]]),
        ("<fieldset><legend>What happened to you</legend><label><input type=checkbox name=c> Rape</label></fieldset>", [["c"]]),
        (f"<p>Was this page helpful?</p>{RADIOS}<button>Send</button><textarea name=a></textarea>", [["a"]]),
    ],
)
def test_what_asks_a_person_is(html: str, expected: list[list[str]]) -> None:
    assert groups(html) == expected
