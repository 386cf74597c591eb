"""Ways of sending in which a form leaves as forms do: the browser raises `submit`, or the page calls `form.submit()`."""

from tests.end_to_end.matrix.way import (
    ANY,
    ENTER,
    FILE_NAME,
    FILE_TEXT,
    FILL,
    PRESS,
    TYPED,
    Deed,
    Inside,
    Kind,
    Step,
    Way,
)

QUESTION = '<label for="what">What happened when you were raped?</label><textarea id="what" name="what" rows="2"></textarea>'
LINE = '<label for="what">When were you raped?</label><input id="what" name="what">'
BUTTON = '<button id="go">Send report</button>'
PLAIN_BUTTON = '<button id="go" type="button">Send report</button>'
FILE = '<label for="file">A photo of the injuries</label><input id="file" name="file" type="file">'
DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
CHOOSE = Step(Deed.CHOOSE, "#file")


def form(inside: str, attributes: str = "", question: str = QUESTION) -> str:
    """A form that posts to where arrivals are counted."""
    return f'<form method="post" action="%TAKE%" {attributes}>{question}{inside}</form>'


def pressed(code: str) -> str:
    """A script whose button does this."""
    return f"q('#go').onclick = () => {{ {code} }};"


def by_form(code: str) -> str:
    """A script that sends the form itself, instead of the browser."""
    return f"q('form').addEventListener('submit', (event) => {{ event.preventDefault(); {code} }});"


WITH_BUTTON = {"what": TYPED, "go": "on"}
NAMED_BUTTON = '<button id="go" name="go" value="on">Send report</button>'
OF_A_FRAME = """const frame = document.body.appendChild(document.createElement('iframe'));
frame.contentWindow.HTMLFormElement.prototype.submit.call(q('form'));"""
CLOSED_ROOTS = """const outer = q('outer-box').attachShadow({ mode: 'closed' });
outer.innerHTML = '<inner-box></inner-box>';
const html = q('template').innerHTML;
root = outer.firstChild.attachShadow({ mode: 'closed' });
root.innerHTML = html;"""
SEND_BUTTON = """customElements.define('send-button', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<button>Send report</button>'; }
});
q('#go').addEventListener('click', () => q('form').requestSubmit());"""

FORMS = (
    Way("plain form", Kind.FORM, form(BUTTON)),
    Way("button with a name and a value", Kind.FORM, form(NAMED_BUTTON), arrives=WITH_BUTTON),
    Way(
        "formaction and formmethod",
        Kind.FORM,
        f'<form action="/elsewhere">{QUESTION}<button id="go" formaction="%TAKE%" formmethod="post">Send report</button></form>',
    ),
    Way(
        "image button",
        Kind.FORM,
        form(f'<input type="image" id="go" name="go" src="{DOT}" alt="Send report" width="120" height="40">'),
        arrives={"what": TYPED, "go.x": ANY, "go.y": ANY},
    ),
    Way("button outside of its form", Kind.FORM, form("", 'id="form"') + '<button id="go" form="form">Send report</button>'),
    Way(
        "label around its button",
        Kind.FORM,
        form('<label for="go" id="words">Send the report now</label> <button id="go">Send report</button>'),
        act=(FILL, Step(Deed.PRESS, "#words")),
    ),
    Way("form that opens a tab", Kind.FORM, form(BUTTON, 'target="_blank"')),
    Way(
        "field called submit",
        Kind.FORM,
        form('<input type="hidden" name="submit" value="yes">' + BUTTON),
        arrives={"what": TYPED, "submit": "yes"},
    ),
    Way(
        "form with GET",
        Kind.FORM,
        f'<form action="%TAKE%">{QUESTION}{BUTTON}</form>',
        method="GET",
    ),
    Way("form.submit() from a press", Kind.FORM, form(PLAIN_BUTTON), pressed("q('form').submit();")),
    Way("form.submit() from a timer", Kind.FORM, form(PLAIN_BUTTON), pressed("setTimeout(() => q('form').submit(), 50);")),
    Way("form.requestSubmit() from a press", Kind.FORM, form(PLAIN_BUTTON), pressed("q('form').requestSubmit();")),
    Way("form.submit() taken from a frame", Kind.FORM, form(PLAIN_BUTTON), pressed(OF_A_FRAME)),
    Way("submit handler with fetch", Kind.FORM, form(BUTTON), by_form("send();")),
    Way(
        "submit handler that asks its server first",
        Kind.FORM,
        form(BUTTON),
        by_form("if (!window.asked) fetch(take + '/../asked').finally(() => { window.asked = true; q('form').submit(); });"),
    ),
    Way(
        "button that switches itself off",
        Kind.FORM,
        form(NAMED_BUTTON),
        "q('form').addEventListener('submit', () => setTimeout(() => { q('#go').disabled = true; }, 0));",
        arrives=WITH_BUTTON,
    ),
    Way(
        "form with a chosen file",
        Kind.FORM,
        form(FILE + BUTTON, 'enctype="multipart/form-data"'),
        act=(FILL, CHOOSE, PRESS),
        arrives={"what": TYPED, f"file {FILE_NAME}": FILE_TEXT},
    ),
    Way(
        "fetch with FormData and a chosen file",
        Kind.FORM,
        form(FILE + BUTTON),
        by_form("fetch(take, { method: 'POST', body: new FormData(event.target) });"),
        act=(FILL, CHOOSE, PRESS),
        arrives={"what": TYPED, f"file {FILE_NAME}": FILE_TEXT},
    ),
    Way(
        "dialog form whose close handler sends",
        Kind.FORM,
        f'<dialog open><form method="dialog">{QUESTION}<button id="go">Send report</button></form></dialog>',
        "q('dialog').addEventListener('close', () => send());",
    ),
    Way("Enter in a field, with a button", Kind.KEY, form(BUTTON, question=LINE), act=(FILL, ENTER)),
    Way("Enter in a field, without a button", Kind.KEY, form("", question=LINE), act=(FILL, ENTER)),
    Way("Enter on the button", Kind.KEY, form(BUTTON), act=(FILL, Step(Deed.KEY, "Tab"), ENTER)),
    Way("form in a srcdoc frame", Kind.FRAME, form(BUTTON), inside=Inside.SRCDOC),
    Way("form in an about:blank frame that is written to", Kind.FRAME, form(BUTTON), inside=Inside.WRITTEN),
    Way("form in a blob frame", Kind.FRAME, form(BUTTON), inside=Inside.BLOB),
    Way("form in a sandboxed frame", Kind.FRAME, form(BUTTON), inside=Inside.SANDBOX),
    Way("form in a sandboxed frame that may run no script", Kind.FRAME, form(BUTTON, "data-sealed"), inside=Inside.SEALED),
    Way(
        "button in a closed root in a closed root",
        Kind.FRAME,
        f"<outer-box></outer-box><template>{form(BUTTON)}</template>",
        CLOSED_ROOTS,
        senseless={"shadow root": "it stands in roots already"},
    ),
    Way("button of a custom element", Kind.FRAME, form('<send-button id="go"></send-button>'), SEND_BUTTON),
)

REDRAWN = "{ const form = q('form'), anew = form.cloneNode(true); anew.elements.what.value = q('#what').value; form.replaceWith(anew); }"
COURSES = (
    Way("form drawn anew while it is held", Kind.COURSE, form(NAMED_BUTTON), arrives=WITH_BUTTON, meanwhile=REDRAWN),
    Way(
        "button drawn anew while it is held",
        Kind.COURSE,
        form(NAMED_BUTTON),
        arrives=WITH_BUTTON,
        meanwhile="q('#go').replaceWith(q('#go').cloneNode(true))",
    ),
    Way(
        "two quick presses on a form's button",
        Kind.COURSE,
        form(BUTTON),
        act=(FILL, Step(Deed.PRESS_TWICE, "#go")),
        may_go_twice=True,
    ),
    Way("double click on a form's button", Kind.COURSE, form(BUTTON), act=(FILL, Step(Deed.DOUBLE, "#go")), may_go_twice=True),
    Way(
        "required field left empty, then filled in",
        Kind.COURSE,
        form(BUTTON).replace("<textarea", "<textarea required"),
        act=(PRESS, Step(Deed.NOTHING_COMES), FILL, PRESS),
    ),
    Way(
        "wizard: each Continue sends a step",
        Kind.COURSE,
        form('<input type="hidden" name="next" value="yes"><button id="go">Continue</button>'),
        arrives={"what": TYPED, "next": "yes"},
        then=(FILL, PRESS),
        then_arrives={"what": TYPED},
    ),
    Way(
        "back to a page that the browser kept",
        Kind.COURSE,
        form(BUTTON),
        then=(Step(Deed.BACK), PRESS),
        asked_again=True,
        then_arrives={"what": TYPED},
        senseless=dict.fromkeys(("iframe", "cross-origin iframe"), "a browser keeps whole pages, not frames"),
    ),
)
