"""Ways of sending in which the page's own code sends, because something was pressed or a key was."""

from tests.end_to_end.matrix.forms import BUTTON, LINE, PLAIN_BUTTON, QUESTION, by_form, form, pressed
from tests.end_to_end.matrix.way import ENTER, FILL, PRESS, TYPED, Deed, Kind, Step, Way

GROUP = QUESTION + PLAIN_BUTTON
"""Fields that stand in no form."""
ASKED = "Tell us what happened when you were raped"
CHAT = f'<div role="log"></div><label for="what">{ASKED}</label><textarea id="what" name="what"></textarea>'
EDITABLE = f'<p id="asked">{ASKED}</p><div id="what" contenteditable="true" role="textbox" aria-labelledby="asked"></div>'
EMPTY = "const box = q('#what'); if ('value' in box) box.value = ''; else box.textContent = '';"
SAY = f"send(); {EMPTY}"


def on(event: str, code: str = "send();", at: str = "#go") -> str:
    """A script that does this on an event."""
    return f"q('{at}').addEventListener('{event}', (event) => {{ {code} }});"


def on_enter(event: str) -> str:
    return on(event, f"if (event.key === 'Enter' && !event.shiftKey) {{ event.preventDefault(); {SAY} }}", "#what")


LINK = QUESTION + '<a id="go" href="#">Send report</a>'
ROLE_BUTTON = QUESTION + '<div id="go" role="button" tabindex="0">Send report</div>'
DELEGATED = "root.addEventListener('click', (event) => event.target.id === 'go' && send());"
XHR = "const call = new XMLHttpRequest(); call.open('POST', take); call.send(answers());"
CHATTING = "const chat = new WebSocket(take.replace('https', 'wss').replace(/take$/, 'chat')); ready = () => chat.readyState === 1;\n"

PRESSES = (
    Way("fetch from a button", Kind.PRESS, GROUP, pressed("send();")),
    Way("fetch from a button of a form", Kind.PRESS, form(PLAIN_BUTTON), pressed("send();")),
    Way("XMLHttpRequest from a button", Kind.PRESS, GROUP, pressed(XHR)),
    Way("sendBeacon from a button", Kind.PRESS, GROUP, pressed("navigator.sendBeacon(take, answers());")),
    Way(
        "websocket message from a button",
        Kind.PRESS,
        CHAT + PLAIN_BUTTON,
        CHATTING + pressed("chat.send(q('#what').value);"),
        arrives={"text": TYPED},
        method="WS",
    ),
    Way("link with a handler", Kind.PRESS, LINK, on("click", "event.preventDefault(); send();")),
    Way("element that can be pressed", Kind.PRESS, QUESTION + '<div id="go" style="cursor: pointer">Send report</div>', on("click")),
    Way("listener on the whole page", Kind.PRESS, GROUP, DELEGATED),
    Way("pointerdown handler", Kind.PRESS, GROUP, on("pointerdown")),
    Way("mousedown handler", Kind.PRESS, GROUP, on("mousedown")),
    Way("pointerup handler", Kind.PRESS, GROUP, on("pointerup")),
    Way("touchstart handler", Kind.PRESS, GROUP, on("touchstart"), act=(FILL, Step(Deed.TOUCH, "#go"))),
    Way("tap on a button", Kind.PRESS, GROUP, on("click"), act=(FILL, Step(Deed.TOUCH, "#go"))),
    Way("location.href from a press", Kind.PRESS, GROUP, pressed("location.href = take + '?' + answers();"), method="GET"),
    Way("window.open from a press", Kind.PRESS, GROUP, pressed("window.open(take + '?' + answers());"), method="GET"),
    Way(
        "beacon as the page is left by a press",
        Kind.PRESS,
        GROUP,
        pressed(
            "addEventListener('pagehide', () => navigator.sendBeacon(take, answers())); location.href = take.replace(/take$/, 'thanks');"
        ),
    ),
    Way("contenteditable with a button", Kind.PRESS, EDITABLE + PLAIN_BUTTON, pressed(SAY)),
    Way(
        "two quick presses on a button with fetch",
        Kind.COURSE,
        GROUP,
        pressed("if (!window.sent) send(); window.sent = true;"),
        act=(FILL, Step(Deed.PRESS_TWICE, "#go")),
    ),
    Way(
        "double click on a button with fetch",
        Kind.COURSE,
        GROUP,
        pressed("if (!window.sent) send(); window.sent = true;"),
        act=(FILL, Step(Deed.DOUBLE, "#go")),
    ),
    Way(
        "button with fetch drawn anew while it is held",
        Kind.COURSE,
        GROUP,
        DELEGATED,
        meanwhile="q('#go').replaceWith(q('#go').cloneNode(true))",
    ),
    Way("handler that heeds only a person's own press", Kind.COURSE, GROUP, on("click", "if (event.isTrusted) send();"), second_press=True),
    Way(
        "required form whose button's handler sends",
        Kind.COURSE,
        form(BUTTON).replace("<textarea", "<textarea required"),
        by_form("send();"),
        act=(PRESS, Step(Deed.NOTHING_COMES), FILL, PRESS),
    ),
)

KEYS = (
    Way("keydown handler of Enter, no form", Kind.KEY, LINE, on_enter("keydown"), act=(FILL, ENTER)),
    Way("keyup handler of Enter, no form", Kind.KEY, LINE, on_enter("keyup"), act=(FILL, ENTER)),
    Way("chat by Enter", Kind.KEY, CHAT, on_enter("keydown"), act=(FILL, ENTER)),
    Way("chat by Enter, contenteditable", Kind.KEY, EDITABLE, on_enter("keydown"), act=(FILL, ENTER)),
    Way(
        "websocket message by Enter",
        Kind.KEY,
        CHAT,
        CHATTING + on("keydown", "if (event.key === 'Enter') { event.preventDefault(); chat.send(q('#what').value); }", "#what"),
        act=(FILL, ENTER),
        arrives={"text": TYPED},
        method="WS",
    ),
    Way(
        "space on an element that can be pressed",
        Kind.KEY,
        ROLE_BUTTON,
        on("keydown", "if (event.key === ' ') { event.preventDefault(); send(); }"),
        act=(FILL, Step(Deed.KEY, "Tab"), Step(Deed.KEY, "Space")),
    ),
    Way("Enter on a button with fetch", Kind.KEY, GROUP, pressed("send();"), act=(FILL, Step(Deed.KEY, "Tab"), ENTER)),
)
