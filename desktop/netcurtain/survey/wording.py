"""What a survey says while it is made, and of what went wrong with a page. Report and comparison have sentences of their own."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from netcurtain.survey.tries import UNKNOWN
from netcurtain.survey.trouble import Trouble

TROUBLES: Mapping[Trouble, str] = {
    Trouble.NO_ADDRESS: "This line of the list is not the address of a web page.",
    Trouble.ROBOTS: "The site asks programs not to visit this page, so it was not visited.",
    Trouble.NOT_FOUND: "Nobody answers at this address.",
    Trouble.STATUS: "The site answered with an error.",
    Trouble.NOT_A_PAGE: "This is not a web page, but a picture, a document or the like.",
    Trouble.DOWNLOAD: "This is a file to download, and was not taken.",
    Trouble.PASSWORD: "The page asks for a name and a password.",
    Trouble.CERTIFICATE: "The site could not show that it is who it says it is: its certificate is not in order.",
    Trouble.REDIRECTS: "The address leads to another, and that to another, on and on.",
    Trouble.TIMED_OUT: "The page did not come up in time.",
    Trouble.BUSY: "The page kept the browser busy without an end, so it was stopped.",
    Trouble.TOO_LARGE: "The page sent more than a survey takes, so it was stopped.",
    Trouble.TOO_MUCH_MEMORY: "The page took more memory than a survey gives, so it was stopped.",
    Trouble.CRASHED: "The browser closed by itself on this page.",
    Trouble.WINDOWS: "The page opened window after window, so it was stopped.",
    Trouble.NO_LINK: "The browser extension did not connect, or was gone in the middle. This is a fault of the computer, not of the page.",
    Trouble.COMPUTER: "The computer that looked was offline, or its browser or its disk failed. This is no fault of the page.",
    Trouble.NO_ANSWER: "Nobody answered. The site may be gone, or the computer that looked may have been offline.",
    Trouble.WORKER_LOST: "The computer that looked at this page was lost, again and again.",
    Trouble.OURS: "Netcurtain made a mistake here. Nothing is said of this page.",
}

NO_ROOM = (
    "The disk is full, or nearly: 200 MB have to be free, for the results and for what browsers need meanwhile. "
    "Free some space, then run the same command again: it goes on where it stopped."
)
COMPUTER_AT_FAULT = (
    "No site can be looked at. This computer may be offline or cannot open its browser, or the sites that are left are gone. "
    "What is done is kept. See whether other pages open here, then run the same command again: it goes on where it stopped. "
    "If it ends like this twice, the third run writes down where nobody answered, and is done."
)
COMPUTER_RESTS = (
    "No site can be looked at now: this computer may be offline, or these sites are gone. It is tried again every minute, "
    "for about ten minutes. What is done is kept."
)
NOT_WRITTEN = "The folder for the results cannot be written. Choose another one with --output."
IN_USE = "Another survey is writing to this folder. Wait until it has ended, or choose another folder."
OTHER_LIST = "This folder holds a survey of another list of sites. Choose another folder with --output."
OTHER_FORMAT = "This folder was made by another version of Netcurtain. Choose another folder with --output."

SPREADSHEET = "The list of sites is a spreadsheet's own file. Save it as CSV there, then give that one."
NO_LIST = "The list of sites cannot be read. Give a CSV file with an address on each line."
TOO_MANY = "The list of sites is too long: 100,000 lines and 50 MB at most. Cut it in parts."
NOTHING_LISTED = "There is no address in the list of sites. Put one on each line, such as https://www.example.org/report"
OPEN_QUOTE = 'A quotation mark (") in the list of sites is never closed. Delete it, or put the second one behind the same cell.'
LINES_IN_A_CELL = (
    'A cell in the list of sites goes over several lines, with an address in them: perhaps a quotation mark (") is never closed. '
    "Close it behind its own cell, or put the cell on one line."
)

BAD_CONTACT = "--contact is one line of at most 200 plain letters, such as an e-mail address: browsers take no others in their name."
NO_EXTENSION = "Netcurtain's browser extension was not found. Say where it is: --extension FOLDER (the folder with manifest.json in it)."
NO_SUCH_EXTENSION = "There is no browser extension in this folder. Give the one with manifest.json in it: --extension FOLDER"
NO_CHROMIUM = "Chromium was not found. Please install it, then run the same command again."
NOT_COMPARED = "The comparison could not be written. Choose another place, or free some space."
NO_PACKAGES = "A survey needs Netcurtain's extra 'survey'. To install it, in the folder of Netcurtain's source: pip install '.[survey]'"
NOT_IN_BUNDLE = "Surveys are not in this Netcurtain, which came as one folder. Install it from its source, with its extra 'survey'."
NO_SANDBOX = "This is the account of the system's keeper (root), and Chromium has no sandbox there: better run surveys as an ordinary user."
WRITING = "Writing the results."

NO_SCHEDULER = "The Dask scheduler does not answer. Check its address and that it is running."
NO_WORKER_YET = "The Dask scheduler has no workers yet. Waiting for the first."
NO_WORKER_LEFT = "The Dask scheduler has no workers left. Waiting for the next."
SCHEDULER_GONE = "The Dask scheduler has gone. What is done is kept: run the same command again and it goes on."
OTHER_WORKER = (
    "A Dask worker has another version of Netcurtain or of its extension than this computer. Install the same on all of them, "
    "then run the same command again."
)
BARE_WORKER = (
    "A Dask worker could not begin: it needs Netcurtain's extra 'survey' and Chromium. Install both, then run the same command again."
)

STOPPED = "Stopped. What is done is kept: run the same command again and it goes on."
STOPPING = "Stopping. Press Ctrl+C again to end at once."
LISTS_CHANGED = "The filter lists are not those that this survey began with. Each page says which it was checked with."

DONE, FAILED, LEFT = "done", "with trouble", "left"


def not_a_survey(folder: str) -> str:
    """A folder that is no survey's."""
    return f"{folder} holds no survey, and is not empty. Choose another folder."


def no_survey(folder: str) -> str:
    """A survey is to be read where none is."""
    return f"{folder} holds no survey, or is not there. Give a folder that a survey has written."


def too_many_of(site: str, most: int) -> str:
    """One site has more addresses than it may."""
    return f"The list has more than {most:,} addresses of one site ({site}). Cut it in parts."


_CHROMIUMS = re.compile(r"net::ERR_[A-Z0-9_]{1,60}")
WHY: Mapping[Trouble, str] = {
    Trouble.NO_LINK: "its browser extension did not connect",
    Trouble.COMPUTER: "it is offline, or its browser or its disk fails",
    Trouble.NO_ANSWER: "no site answers",
}


def why(kind: Trouble, detail: str) -> str:
    """Why a computer cannot look at sites: Chromium's own word, where there is one, or ours."""
    return detail if _CHROMIUMS.fullmatch(detail) else WHY[kind]


def rests(worker: str, why: str) -> str:
    """Nothing works on this computer (""), or on a worker of a cluster, and it is tried again."""
    if not worker:
        return COMPUTER_RESTS
    which = "A Dask worker" if worker == UNKNOWN else f"The Dask worker at {worker}"
    return f"{which} cannot look at sites now ({why}). It is tried again every minute; others go on meanwhile."


def silent(sites: int) -> str:
    """At the end of a run: where nobody answered it is looked once more."""
    return (
        f"Nobody answered at {_many(sites, 'site', 'sites')}. {'It' if sites == 1 else 'Each'} is tried once more, "
        "a minute after its first try or later, in case the network was away."
    )


def tried_once_more(tries: int, of: int, answered: int) -> str:
    """How far that is."""
    return f"{tries:,} of {_many(of, 'site', 'sites')} tried once more, {answered:,} answered"


def at_fault(worker: str, why: str) -> str:
    """Nothing has worked for long on this computer (""), or on any worker of a cluster, the last of which is named."""
    if not worker:
        return COMPUTER_AT_FAULT
    last = "the last" if worker == UNKNOWN else f"the last at {worker}"
    return (
        f"The Dask workers fail one after another, {last} ({why}). See that they are online, and have room, memory and a browser "
        "that opens; or the sites that are left are gone. What is done is kept: run the same command again and it goes on."
    )


def begun_before(started: float) -> str:
    """Going on with a survey that began days ago, or in which nothing is left. ``started``: milliseconds since 1970."""
    day = datetime.fromtimestamp(started / 1000, UTC)
    return f"This survey is of {day.day} {day:%B %Y}. To look again at what is done, choose another folder."


def asked_otherwise(options: Sequence[str]) -> str:
    """Going on with other options than those it began with."""
    return f"The survey in this folder began with another {' and '.join(options)}. Give the same, or choose another folder with --output."


def unreadable_site(folder: str) -> str:
    """A result on disk that is none."""
    return f"{folder} cannot be read. Delete it, then run the survey again: it looks at this site once more."


def trouble(kind: Trouble, detail: str = "") -> str:
    """What went wrong with a page, with the browser's own word for it where there is one."""
    return f"{TROUBLES[kind]} ({detail})" if detail else TROUBLES[kind]


def begins(addresses: int, sites: int, left: int) -> str:
    """What is about to be done."""
    listed = f"{_many(addresses, 'address', 'addresses')} on {_many(sites, 'site', 'sites')}."
    return listed if left == sites else f"{listed} {_many(sites - left, 'site is', 'sites are')} done already, {left:,} to do."


def repeated(lines: int) -> str:
    """Lines of the list that repeat an earlier address."""
    return (
        f"{_many(lines, 'line repeats an address', 'lines repeat an address')} of an earlier one: it is looked at once, and has a row each."
    )


def mistaken(lines: int) -> str:
    """Lines of the list that hold no address."""
    rows = "has a row that says" if lines == 1 else "have rows that say"
    return f"{_many(lines, 'line is', 'lines are')} not the address of a web page, and {rows} so."


def progress(done: int, of: int, failed: int, seconds_left: float | None) -> str:
    """How far it is, as one line."""
    line = f"{done:,} of {of:,} sites done, {failed:,} {FAILED}, {of - done:,} {LEFT}"
    return line if seconds_left is None or done == of else f"{line}, {time_left(seconds_left)}"


def time_left(seconds: float) -> str:
    """How long it is going to take."""
    return f"{about(seconds)} {LEFT}"


def about(seconds: float) -> str:
    """A time that is still to come, no finer than one can know it."""
    if seconds < 90:
        return "about a minute"
    if seconds < 90 * 60:
        return f"about {round(seconds / 60)} minutes"
    return f"about {round(seconds / 3600)} hours"


def in_all(pages: int, with_companies: int, troubled: int) -> str:
    """The survey in one sentence."""
    told = (
        f"{_many(with_companies, 'page', 'pages')} contacted, or tried to contact, companies on our lists before any choice about cookies"
    )
    well = f"{_many(pages, 'page', 'pages')} in all; {told}."
    return f"{well} {_many(troubled, 'page', 'pages')} had trouble." if troubled else well


def troubles(kind: Trouble, pages: int) -> str:
    """How many pages had one kind of trouble."""
    return f"  {_many(pages, 'page', 'pages')}: {TROUBLES[kind]}"


def results(folder: Path) -> tuple[str, ...]:
    """Where the results are."""
    return (
        f"To read: {folder / 'report.html'}",
        f"As tables: {folder / 'results.csv'}, {folder / 'pages.csv'}, and the same as .parquet",
        f"For programs, as `netcurtain check` has it: {folder / 'check.json'}",
        f"Recordings and pictures of the pages: {folder / 'sites'}",
    )


def no_browser(detail: str) -> str:
    """Chromium is there, but does not start; with its own word for why, where it has one."""
    why = f" ({detail})" if _CHROMIUMS.fullmatch(detail) else ""
    return f"Chromium could not be started{why}. Check that it opens, then run the same command again."


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
