"""Every sentence of the first run. The answers' words are also those of the settings, where the same questions can be answered anew."""

from netcurtain.core.keeping import Kept
from netcurtain.core.settings import Retention
from netcurtain.core.translation import _, plural
from netcurtain.core.wording import listed

BACK = _("Back")
NEXT = _("Next")
SKIP = _("Skip these steps")
DONE = _("Done")

WHAT = _("What Netcurtain does")
WHAT_SENTENCES = (
    _("It shows which companies a page tells about your visit."),
    _("Before a form that asks for something personal goes out, it tells you which of them are there. You can then go on without them."),
    _("It does not see everything, and it does not hide you from people who use this computer."),
)
WHO_MAY_NOTICE = _("Who may notice it")
WHO_MAY_NOTICE_SENTENCE = _(
    "Anyone who uses this computer, or another device signed in to the same browser account, may see Netcurtain. "
    "If someone checks what you do, use a device they cannot reach, such as a library\u2019s."
)
OTHER_WAYS_HINT = _("You may not need a form at all.")
OTHER_WAYS = _("Other ways, some without speaking")

REMEMBER = _("Should Netcurtain remember pages after you leave them?")
REMEMBER_MORE = _("Someone who finds a kept history may ask you to open it.")
FORGET_SOON = _("No, forget them soon")
FORGET_SOON_MORE = _("A site is gone ten minutes after you leave it. Nothing is written to the disk.")
UNTIL_CLOSE = _("Until I close Netcurtain")
UNTIL_CLOSE_MORE = _("You can look back under History. Nothing is written to the disk.")
CHOSEN = _("Only the ones I choose, behind a passphrase")
CHOSEN_MORE = _("You press \u201cKeep\u201d on a visit. The others are gone when Netcurtain ends.")
DAYS_7 = _("All of them for 7 days, behind a passphrase")
DAYS_30 = _("All of them for 30 days, behind a passphrase")
DAYS_MORE = _("Kept while the history is open. It can lock by itself when it is not used.")
REMEMBER_UNANSWERED = _("Without an answer: until you close Netcurtain.")
WHAT_OF_THE_KEPT = _(
    "What was kept until now is still here, behind your passphrase. Should it stay, locked, or be erased? Erasing takes this session too."
)
LET_IT_STAY = _("Let it stay, locked")
ERASE_IT = _("Erase everything now")
STAYS_LOCKED = _(
    "It stays, locked. Under History you can open it, or erase it, at any time. "
    "What was kept before goes after 30 days at the latest, once it is opened."
)
SHORTEN_QUESTION = _(
    "Keep pages for 7 days? Older ones that were kept are deleted as soon as the history is open, and cannot be brought back. "
    "Those you pressed \u201cKeep\u201d on stay."
)
SHORTEN = _("Yes, 7 days")
LEAVE_AS_IT_WAS = _("Leave it as it was")
SESSION_STAYS = _("What is in this session stays in memory alone, but for visits you press \u201cKeep\u201d on.")
KEPT_GOES = _("What was kept before goes after 30 days at the latest, but for visits you pressed \u201cKeep\u201d on.")
LOCKED_NOW = _("It is locked just now: open it under History.")

HOW = _("How should it work?")
FROM_THE_START = _("On pages where people report something or ask for help, shall we leave these companies out?")
FROM_THE_START_MORE = _(
    "These are well-known companies that pages tell about a visit, such as Google, Meta (Facebook) and TikTok. Your browser leaves them "
    "out on pages of the police, the NHS, public services and many charities, even while Netcurtain is closed. "
    "Anything else is asked as usual."
)
ALWAYS = _("Yes, always")
ASK = _("Ask me each time")
AT_LOGIN = _("Start Netcurtain when you log in to this computer?")
AT_LOGIN_MORE = _("Others can then see it in this computer\u2019s list of programs that start by themselves.")
STAY_ON = _("Keep it running after you close its window?")
STAY_ON_MORE = _("Forms then go on being checked. To bring the window back, start Netcurtain again.")
STAY_ON_UNANSWERED = _("Without an answer: it goes on only if this computer shows its small icon, often near the clock.")
YES = _("Yes")
NO = _("No")

CONNECT = _("Connect your browser")
CONNECT_ANOTHER = _("Connect another browser")
PRIVATE = _("Private windows leave less behind. Netcurtain works there only if you allow it.")
SHOW_HOW = _("Show me how")
HIDE_HOW = _("Show less")
PRIVATE_STEPS = (
    (
        "Chrome, Chromium",
        _("Type chrome://extensions where the address goes. Beside Netcurtain press Details, then turn on Allow in Incognito."),
    ),
    ("Edge", _("Type edge://extensions where the address goes. Beside Netcurtain press Details, then tick Allow in InPrivate.")),
    ("Firefox", _("Type about:addons where the address goes. Press Netcurtain, and for Run in Private Windows choose Allow.")),
)
PRIVATE_NEVER_KEPT = _("What happens in private windows is never kept, whatever you have chosen.")

THEN_FORGET_SOON = _("From now on, a site is gone from History ten minutes after you leave it. Those you left longer ago are gone now.")
THEN_UNTIL_CLOSE = _("From now on, pages stay under History until Netcurtain ends.")
THEN_CHOSEN = _("From now on, a visit is kept once you press \u201cKeep\u201d on it. What you have not kept is gone when Netcurtain ends.")
_ONLY_WHILE_OPEN = _(
    "They are kept only while the history is open, and it locks when nobody presses anything in these windows for five minutes, "
    "unless you choose otherwise. Those you pressed \u201cKeep\u201d on stay longer."
)
THEN_DAYS_7 = _("From now on, pages are kept for 7 days.") + " " + _ONLY_WHILE_OPEN
THEN_DAYS_30 = _("From now on, pages are kept for 30 days.") + " " + _ONLY_WHILE_OPEN
THEN_ALWAYS = _("From now on, connected browsers leave them out on those pages. The button there says so, and can let them in for a visit.")
THEN_ASK = _("You are asked each time.")
THEN_AT_LOGIN = _("Netcurtain starts the next time you log in.")
THEN_NOT_AT_LOGIN = _("Netcurtain does not start by itself.")
THEN_STAY_ON = _("When you close the window, Netcurtain goes on. Start it again to see the window.")
THEN_NOT_STAY_ON = _("When you close the window, Netcurtain ends. Nothing is checked until you start it again.")
NOT_ARRANGED = _("This could not be arranged on this computer. Nothing has changed.")


def then_of_what_is_there(before: Retention, after: Retention, kept: Kept) -> str:
    """What a change of mind means for pages that are there already; "" where there is nothing to say."""
    if after.keeps_all:
        return "" if before.keeps_all else SESSION_STAYS
    return KEPT_GOES if after is Retention.CHOSEN and before is not Retention.CHOSEN and kept is not Kept.NONE else ""


def step(number: int, of: int) -> str:
    """Where one is."""
    return _("Step {number} of {all}").format(number=number, all=of)


def connected(names: tuple[str, ...]) -> str:
    """Which browsers are connected now."""
    return plural("{browsers} is connected.", "{browsers} are connected.", len(names)).format(browsers=listed(names))
