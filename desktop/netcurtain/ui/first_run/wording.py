"""Every sentence of the first run. The answers' words are also those of the settings, where the same questions can be answered anew."""

BACK = "Back"
NEXT = "Next"
SKIP = "Skip these steps"
DONE = "Done"

WHAT = "What Netcurtain does"
WHAT_SENTENCES = (
    "It shows which companies a page tells about your visit.",
    "Before a form that asks for something personal goes out, it tells you which of them are there. You can then go on without them.",
    "It does not see everything, and it does not hide you from people who use this computer.",
)
WHO_MAY_NOTICE = "Who may notice it"
WHO_MAY_NOTICE_SENTENCE = (
    "Anyone who uses this computer, or another device signed in to the same browser account, may see Netcurtain. "
    "If someone checks what you do, use a device they cannot reach, such as a library\u2019s."
)
OTHER_WAYS_HINT = "You may not need a form at all."
OTHER_WAYS = "Other ways, some without speaking"

REMEMBER = "Should Netcurtain remember pages after you leave them?"
REMEMBER_MORE = "Either way, Netcurtain writes no page to this computer\u2019s disk."
FORGET_SOON = "No, forget them soon"
FORGET_SOON_MORE = "Ten minutes after you leave a site, it is gone from History."
UNTIL_CLOSE = "Until I close Netcurtain"
UNTIL_CLOSE_MORE = "You can look back under History. When Netcurtain ends, all of it is gone."
REMEMBER_UNANSWERED = "Without an answer: until you close it."
REMEMBER_LATER = "Keeping pages longer, behind a passphrase, will come later."

HOW = "How should it work?"
FROM_THE_START = "On pages where people report something or ask for help, shall we leave these companies out?"
FROM_THE_START_MORE = (
    "These are companies that we know well. Your browser leaves them out on pages of the police, the NHS, public services and many "
    "charities, even while Netcurtain is closed. Anything else is asked as usual."
)
ALWAYS = "Yes, always"
ASK = "Ask me each time"
AT_LOGIN = "Start Netcurtain when you log in to this computer?"
AT_LOGIN_MORE = "Others can then see it in this computer\u2019s list of programs that start by themselves."
STAY_ON = "Keep it running after you close its window?"
STAY_ON_MORE = "Forms then go on being checked. To bring the window back, start Netcurtain again."
STAY_ON_UNANSWERED = "Without an answer: only where this computer shows its icon in a tray."
YES = "Yes"
NO = "No"

CONNECT = "Connect your browser"
CONNECT_ANOTHER = "Connect another browser"
PRIVATE = "Private windows leave less behind. Netcurtain works there only if you allow it."
SHOW_HOW = "Show me how"
HIDE_HOW = "Show less"
PRIVATE_STEPS = (
    (
        "Chrome, Chromium",
        "Type chrome://extensions where the address goes. Beside Netcurtain press Details, then turn on Allow in Incognito.",
    ),
    ("Edge", "Type edge://extensions where the address goes. Beside Netcurtain press Details, then tick Allow in InPrivate."),
    ("Firefox", "Type about:addons where the address goes. Press Netcurtain, and for Run in Private Windows choose Allow."),
)
PRIVATE_NEVER_KEPT = "What happens in private windows is never kept, whatever you have chosen."

THEN_FORGET_SOON = "From now on, a site is gone from History ten minutes after you leave it. Those you left longer ago are gone now."
THEN_UNTIL_CLOSE = "From now on, pages stay under History until Netcurtain ends."
THEN_ALWAYS = "From now on, connected browsers leave them out on those pages. The button there says so, and can let them in for a visit."
THEN_ASK = "You are asked each time."
THEN_AT_LOGIN = "Netcurtain starts the next time you log in."
THEN_NOT_AT_LOGIN = "Netcurtain does not start by itself."
THEN_STAY_ON = "When you close the window, Netcurtain goes on. Start it again to see the window."
THEN_NOT_STAY_ON = "When you close the window, Netcurtain ends. Nothing is checked until you start it again."
NOT_ARRANGED = "This could not be arranged on this computer. Nothing has changed."


def step(number: int, of: int) -> str:
    """Where one is."""
    return f"Step {number} of {of}"


def connected(names: tuple[str, ...]) -> str:
    """Which browsers are connected now."""
    if len(names) == 1:
        return f"{names[0]} is connected."
    return f"{', '.join(names[:-1])} and {names[-1]} are connected."
