"""Ways of sending that cannot be held: nobody presses anything that sends. Each says why, and what the person sees instead."""

from tests.end_to_end.matrix.forms import BUTTON, LINE, QUESTION, form
from tests.end_to_end.matrix.presses import CHAT, CHATTING, GROUP, on
from tests.end_to_end.matrix.way import FILL, TYPED, Deed, Inside, Kind, Step, Way

AS_TYPED = "It is sent while somebody writes. Holding every letter would be in the way of every form."
NO_PRESS = "No press and no key comes before it, so there is nothing that could wait."
ARRIVAL = "The line at arrival says who is told, before anything is written."
TYPED_SEEN = "The line at arrival says who is told; where a company gets what was written, the app says so as it is seen."
ONCE = "if (!window.sent) send(); window.sent = true;"
UNLOADING = "addEventListener('pagehide', () => navigator.sendBeacon(take, answers()));"
TAB = Step(Deed.KEY, "Tab")


def _way(name: str, body: str, script: str, act: tuple[Step, ...], cannot: str = NO_PRESS, **more: object) -> Way:
    return Way(name, Kind.AT_ONCE, body, script, act, cannot=cannot, **{"instead": ARRIVAL, **more})  # type: ignore[arg-type]


AT_ONCE = (
    _way("fetch on input", form(BUTTON), on("input", ONCE, "#what"), (FILL,), AS_TYPED, arrives={"what": TYPED[0]}, instead=TYPED_SEEN),
    _way("fetch on change", form(BUTTON, question=LINE), on("change", ONCE, "#what"), (FILL, TAB), AS_TYPED, instead=TYPED_SEEN),
    _way(
        "beacon on blur",
        form(BUTTON),
        on("blur", "navigator.sendBeacon(take, answers());", "#what"),
        (FILL, TAB),
        AS_TYPED,
        instead=TYPED_SEEN,
    ),
    _way(
        "beacon on pointing at the button",
        GROUP,
        on("pointerenter", "navigator.sendBeacon(take, answers());"),
        (FILL, Step(Deed.POINT, "#go")),
    ),
    _way("fetch on the first focus", form(BUTTON), on("focus", ONCE, "#what"), (Step(Deed.PRESS, "#what"),), arrives={"what": ""}),
    _way(
        "beacon as the page is left without a press",
        form(BUTTON),
        UNLOADING,
        (FILL, Step(Deed.GO_AWAY)),
        "The page is being left already; nothing can wait any more.",
    ),
    _way(
        "button of the page around, which messages the frame",
        QUESTION,
        "addEventListener('message', () => send());",
        (FILL, Step(Deed.PRESS_AROUND, "#around")),
        inside=Inside.FRAMED,
        cannot="The button belongs to another document, in which nothing is asked; that the frame sends because of it cannot be seen.",
    ),
    _way(
        "autosave by a timer",
        form(BUTTON),
        f"setInterval(() => {{ if (q('#what').value === '{TYPED}') {{ {ONCE} }} }}, 100);",
        (FILL,),
        instead=TYPED_SEEN,
    ),
    _way(
        "websocket message for every letter",
        CHAT,
        CHATTING + on("input", "chat.send(q('#what').value);", "#what"),
        (FILL,),
        AS_TYPED,
        arrives={"text": TYPED},
        each_letter=True,
        method="WS",
    ),
)
