"""Every sentence of a saved copy: facts in careful words. "Sent" only of what was seen to go out,
else "tried to send"; "may"; no law outside the letter, no motive.
"""

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import STOPPED, Source
from netcurtain.core.finding import What
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.core.translation import _, plural

LANGUAGE = _("en")
"""The code of the language that these sentences are in: a translation gives its own, such as ``cy``."""

NO_TIME = _("at a time that is not known")
NOT_KNOWN = _("not known")

# Page 1
ABOUT_SEEN = _(
    "This is a copy of what Netcurtain saw in one browser while pages of {site} were open. "
    "It says which requests the pages made to other companies, when, and what was in them; it does not say why, or what became of it."
)
FROM_OPEN = _("The pages were still open when this copy was made, so requests to such companies are in it, with other values cut out.")
FROM_KEPT = _(
    "The pages had been left when this copy was made. It is made from what Netcurtain had kept: who was told what, and when. "
    "The requests themselves are not in it."
)
FROM_BOTH = _(
    "Some of the pages were still open when this copy was made, so requests of these are in it, with other values cut out. "
    "Of the other pages it says what Netcurtain had kept: who was told what, and when."
)
FROM: dict[frozenset[Source], str] = {
    frozenset({Source.OPEN}): FROM_OPEN,
    frozenset({Source.KEPT}): FROM_KEPT,
    frozenset(Source): FROM_BOTH,
}
NOT_EACH = _("There was so much that not each request is in it.")
NO_PAGES = _("There is no page in this copy.")
NOBODY = _("Netcurtain saw no request to a company on its lists.")
SITE = _("Site")
GIVEN_BY = _("Given by")
SEEN = _("Seen")
MADE = _("Copy made")
SERVER_CLOCK = _("This computer's clock")
LISTS = _("Checked with")
PROGRAMS = _("Programs")
IN_SHORT = _("In short")
COMPANY = _("Company")
WENT_OUT = _("Sent")
TRIED = _("Tried only")
FIRST_SEEN = _("First (UTC)")
MORE = _("There is more in copy.json.")
COUNTED_ONCE = _("Of pages that are told from what was kept, several requests may be counted as one, so more may have been sent.")
MORE_COMPANIES = _("There are more companies than fit here; copy.json has them all.")
MORE_COMPANIES_LEFT_OUT = _("There are more companies than fit here; copy.json may not have them all.")
NO_LIST_BY_NAME = _("This copy does not name the lists.")
CHECKING = _("Is this copy as it was made?")
HOW_TO_CHECK_ZIP = _(
    "These files came with this one. “netcurtain verify FILE” says whether any of them was changed; "
    "so does “sha256sum --check SHA256SUMS” in their folder. The numbers above are printed here so that they can be compared by eye."
)
HOW_TO_CHECK_PDF = _(
    "These files are attached to this PDF, whose passphrase opens them too. “netcurtain verify FILE” says whether any of it was changed. "
    "The numbers above are printed here so that they can be compared by eye."
)
DELETIONS = _(
    "Entries can be deleted from Netcurtain before a copy is made, and this does not show it. "
    "The numbers show only that the files belong together and were not changed afterwards."
)
LEFT_OUT_OF_FILES = _("copy.json and copy.har leave out {count} requests that are like others in them, to stay under 3 MB.")
LEFT_OUT_UNLIKE = _(
    "To stay under 3 MB, copy.json and copy.har leave out {count} requests that are like no others in them. "
    "Where this PDF says that there is more in one of these files, it may not be there."
)

# Page by page
TOLD_TITLE = _("What was told, and to whom")
TOLD_LEAD = _(
    "Page by page, each company on its own. “Sent” is said only of a request that was seen to leave the browser; otherwise it says "
    "“tried to send”. Numbers such as {example} lead to the details."
)
ADDRESS = _("Address")
OPENED = _("Opened")
KNOWN_FROM = _("Told from")
SOURCES: dict[Source, str] = {
    Source.OPEN: _("The page itself, which was still open when this copy was made."),
    Source.KEPT: _("What Netcurtain had kept of it. The requests themselves are not in this copy."),
}
COOKIES = _("Question about cookies")
COOKIES_UNKNOWN = _("Netcurtain did not see how it stood.")
FORM = _("Forms")
FORM_SENT = _("A form went on its way")
WATCHED = _("Watched")
NOT_FROM_START = _("Netcurtain was not looking from the start or not all the time, so there may be more.")
MOMENTS = _("Also seen")
NOBODY_HERE = _("On this page Netcurtain saw no request to a company on its lists.")
MORE_PAGES = _("There are more pages than are printed here; copy.json has them.")
FORMS: dict[FormLevel, str] = {
    FormLevel.SENSITIVE: _("Netcurtain took a form on this page to ask for something personal."),
    FormLevel.POSSIBLY: _("Netcurtain took a form on this page to ask, perhaps, for something personal."),
}
CONSENTS: dict[Consent, str] = {
    Consent.BEFORE_CHOICE: _("nothing had been chosen yet"),
    Consent.REFUSED: _("only what is needed had been allowed"),
    Consent.ACCEPTED: _("something had been agreed to"),
}
CONSENTS_THEN: dict[Consent, str] = {
    Consent.BEFORE_CHOICE: _("Nothing had been chosen yet about cookies."),
    Consent.REFUSED: _("Of cookies, only what is needed had been allowed."),
    Consent.ACCEPTED: _("Something had been agreed to about cookies."),
}

# Each kind of request
DETAILS_TITLE = _("Each request in detail")
DETAILS_LEAD = _("Requests of one page that differ in nothing but their time stand together.")
MORE_DETAILS = _("There are more kinds of request than are printed here; copy.json has them.")
MORE_DETAILS_LEFT_OUT = _("There are more kinds of request than are printed here; copy.json may not have them all.")
WHEN = _("When")
HOW_MANY = _("How many")
HOW = _("How")
ASKED_BY = _("Asked for by")
REDIRECTED = _("Redirected from")
BECAME = _("What became of it")
TOLD = _("What was in it")
TAGS = _("The site's own numbers with this company")
COOKIES_SENT = _("Cookies, by name")
FILTER = _("Filter, word for word")
FILTER_LIST = _("List")
BY_VENDOR = _("No filter. The request is of a kind that is known of this company.")
BY_TYPED = _("No filter. It carried what had been written in a field of the page before the form was sent.")
CUT_ADDRESS = _("Address, values cut out")
CUT_BODY = _("Body, values cut out")
BODY_CUT_SHORT = _("(There is more of it in copy.har.)")
READS_DIFFERENT = _("With its values cut out it no longer reads the same to a program.")
FATES: dict[Fate, str] = {
    Fate.ATTEMPTED: _("The browser tried to send it. It was not seen to go out."),
    Fate.SENT: _("It went out. No answer was seen."),
    Fate.ANSWERED: _("It went out and was answered."),
    **dict.fromkeys(STOPPED, _("It was stopped in the browser and did not go out.")),
}
WITH_STATUS = _("Status {status}.")
FACTS: dict[What, str] = {
    What.PAGE_ADDRESS: _("the page's address"),
    What.PAGE_TITLE: _("the page's title"),
    What.REFERRER: _("the page before"),
    What.EVENT: _("what happened"),
    What.BUTTON_TEXT: _("the words on a button"),
    What.LINK_ADDRESS: _("where a link leads"),
    What.FORM_ID: _("the name of a form"),
    What.FORM_FIELDS: _("the names of a form's questions"),
    What.IDENTITY: _("part of who somebody is"),
    What.VISITOR_ID: _("a number for this browser"),
    What.ACCOUNT: _("a code for an account signed in on this browser, perhaps somebody else's"),
    What.CONSENT: _("what the site says of consent"),
    What.OTHER: _("the site's own number, or something about the page"),
    What.TYPED: _("what had been written in a field"),
}

# The end
REPEAT_TITLE = _("How anybody can look for themselves")
REPEAT = (
    _("Open a new browser profile without extensions, and its developer tools (F12), at “Network”."),
    _("Tick “Preserve log” (or “Persist logs”), then open {address}."),
    _("Answer the question about cookies as it stands with each request here, or not at all where nothing had been chosen."),
    _("Type the name of a host from this copy into the filter of the list: {hosts}."),
    _("Or save what the tools show as a HAR and run “netcurtain check FILE.har”, with the lists and versions named on page 1."),
)
REPEAT_DIFFERS = _("Sites change, and may show different people different things, so what is seen on another day may differ.")
NOT_SEEN_TITLE = _("What was not seen")
NOT_SEEN = (
    _("Requests to anybody else than companies on the lists, and requests of no kind that is known of trackers, are not in this copy."),
    _("Company names are those of Netcurtain's own table. Whose host it was on the day should be checked."),
    _("A request that was sent may not have been read or kept by whoever received it."),
)
NONE_STOPPED = _("No request was seen to be stopped in the browser.")
LEFT_OUT_PAGE = _("Page {number}: {count} more requests are not in this copy, because there were too many.")
GAPS_TITLE = _("When nothing was taken in")
GAP = _("From {since} until {until}.")
NO_GAPS = _("No such time is known.")
ABOUT_TITLE = _("About this copy")
NEVER = _(
    "It holds no answers, nothing that was typed, and nothing of what the person chose in Netcurtain. Addresses are without the values "
    "that may say who somebody is; in copy.har each value that may not be quoted is cut out."
)
FOR_ORGANISATION = _("Words of buttons and numbers that stand for this browser are left out unless the person chose to give them.")
TIMES = _("Times are this computer's. UTC comes first; the time at the place of this computer follows with its distance from UTC.")
FOOTER = _("What Netcurtain saw. Copy made {when} UTC.")
PAGE_OF = _("Page {page} of {pages}")
COPY_TITLE = _("What Netcurtain saw on {site}")

# In the files beside it
DATA_ABOUT = _("A copy of what Netcurtain saw. Times are in UTC and as they were at this computer. docs/EVIDENCE.md explains each word.")
RECORDING_ABOUT = _(
    "Made by Netcurtain. Only requests to companies on its lists and known kinds of them, values that may not be quoted cut out. "
    "Each page's own document is named without its content. Answers, sizes and durations are not in it."
)
THE_PAGE = _("The page itself. Nothing of its content or its answer is here.")
STANDS_FOR = _("Stands for {count} requests that are alike.")


def moment(day: str, clock: str, here: str, offset: str) -> str:
    """A moment in UTC and here."""
    return _("{day}, {clock} UTC ({here}, UTC{offset})").format(day=day, clock=clock, here=here, offset=offset)


def from_until(since: str, until: str) -> str:
    """From the first moment to the last."""
    return since if since == until else _("{since} to {until}").format(since=since, until=until)


def page(number: int, title: str = "") -> str:
    """The heading of a page: its title as somebody else's words, so that it is not taken for ours."""
    inside = title.replace("\u201c", '"').replace("\u201d", '"')
    return (_("Page {number}: “{title}”") if title else _("Page {number}")).format(number=number, title=inside)


def pages(count: int) -> str:
    """How many pages."""
    return plural("{count} page", "{count} pages", count).format(count=count)


def requests(count: int) -> str:
    """How many requests, in figures."""
    return plural("{count} request", "{count} requests", count).format(count=count)


def stopped(count: int) -> str:
    """Requests that were stopped before they went out, by Netcurtain or anything else."""
    if not count:
        return NONE_STOPPED
    return plural(
        "{count} request was stopped in the browser, such as by the browser itself or an extension, and did not go out.",
        "{count} requests were stopped in the browser, such as by the browser itself or an extension, and did not go out.",
        count,
    ).format(count=count)


def server_clock(seconds: int, host: str) -> str:
    """How this computer's clock stood beside a server's; ``seconds`` is how far it is ahead."""
    if not seconds:
        return _("agreed with the server {host} to about a second").format(host=host)
    ahead = plural("was about {count} second ahead of the server {host}", "was about {count} seconds ahead of the server {host}", seconds)
    behind = plural("was about {count} second behind the server {host}", "was about {count} seconds behind the server {host}", -seconds)
    return (ahead if seconds > 0 else behind).format(count=abs(seconds), host=host)


def programs(app: str, extension: str, browser: str) -> str:
    """What was looked with."""
    return _("Netcurtain {app}, its extension {extension}, {browser}").format(
        app=app or NOT_KNOWN, extension=extension or NOT_KNOWN, browser=browser or _("browser not known")
    )


def claim(day: str, clock: str, host: str, listed: str, *, went_out: bool) -> str:
    """The one form in which something is claimed of a request."""
    if went_out:
        sentence = _("On {day} at {clock} UTC this browser sent a request to {host}, {listed}.")
    else:
        sentence = _("On {day} at {clock} UTC this browser tried to send a request to {host}, {listed}.")
    return sentence.format(day=day, clock=clock, host=host, listed=listed)


def listed_as(company: str, filter_list: str, app: str) -> str:
    """As what a host is listed: the company by our own table, that it is a tracker by a filter list, named with its date."""
    if company and filter_list:
        sentence = _("listed as {company} in Netcurtain {app} and as a tracker in {filter_list}")
    elif filter_list:
        sentence = _("listed as a tracker in {filter_list}")
    elif company:
        sentence = _("listed as {company} in Netcurtain {app}")
    else:
        sentence = _("which is on no list")
    return sentence.format(company=company, filter_list=filter_list, app=app).replace("  ", " ")


def repeated(count: int, until: str) -> str:
    """There were more like it; ``until`` is "" where the time of the last is not known."""
    if not until:
        return plural("There was {count} more like it.", "There were {count} more like it.", count).format(count=count)
    return plural(
        "There was {count} more like it, until {until} UTC.", "There were {count} more like it, until {until} UTC.", count
    ).format(count=count, until=until)


def consent_then(consent: Consent | None) -> str:
    """How the page's question about cookies stood then."""
    return CONSENTS_THEN[consent] if consent else _("How the page's question about cookies stood then is not known.")


def see(numbers: str) -> str:
    """Where the details are."""
    return _("Details: {numbers}.").format(numbers=numbers)


def older_pages(count: int) -> str:
    """Pages that are not in a copy of very many."""
    return plural("{count} older page is not in this copy.", "{count} older pages are not in this copy.", count).format(count=count)


def fact(called: str, value: str, parameter: str) -> str:
    """One fact of a request, and the parameter it stood in."""
    if value and value != parameter:
        return _("{called}: {value} (in {parameter})").format(called=called, value=value, parameter=parameter)
    return _("{called} (in {parameter})").format(called=called, parameter=parameter)
