"""What the report says of what may be claimed from it, and of how anybody can check it. As wording.py: short, plain, no alarm."""

import re
from collections.abc import Mapping

from netcurtain.core.wording import listed
from netcurtain.survey.asked import Asked
from netcurtain.survey.report.wording import counted

MAY = "What can be said, and what cannot"
MAY_HEAD, MAY_NOT_HEAD = "Can be said", "Cannot be said"
MAY_SAY = (
    "“On this day this browser sent a request to this address, which stands in this list.” "
    "Day, time, addresses, filters and lists stand under each company, site by site.",
    "“This page told this company its address, before any choice about cookies was made.” Only where it says “was told”.",
    "“We looked on this day, and saw none of the companies on our lists.” Only of a page that was looked at as a whole.",
)
MAY_NOT_SAY = (
    "Anything about an organisation by its name, after one look only. Look on two days before anybody is named.",
    "That a person would be shown the same. The browser said that it was there for a survey, and a site can tell that a program looks. "
    "It may show a person something else, or more: look at the picture.",
    "That a company kept or used what it was told. Nobody can see that from here.",
    "That a company follows people, because it is here. A filter list, or Netcurtain's own table, names an address that a request went to. "
    "That says nothing of what the company does with it.",
    "That a company knows who somebody is, because it was told a detail about a person, or a number for this browser. "
    "Nobody was signed in: such a number or country need not be anybody's.",
    "That a company was told something, where it says “tried to”: the request was stopped, or was not seen to leave.",
    "That a site does not heed a refusal, because we saw a company after it. We pressed the banner's shortest way to refuse, "
    "and did not look for a more thorough one. All we know is that the banner went away. "
    "What was gathered before may have been sent after the press, and counts as after.",
    "That a page tells nobody, because we saw nobody. Sites can pass things on from their own computers, where no browser can see. "
    "What goes out as a hidden form is missing, too: a survey stops every form. "
    "And another day, place, browser or visitor may bring other companies.",
    "That this is what happens when a form is sent. No form was sent.",
    "That somebody meant it, or that it breaks a law. Ask a lawyer, and ask the site: it should be heard before anything is published.",
)

CHECK = "To check this"
CHECK_SAY = (
    "Open a page's recording (HAR) in the network tools of a browser, and look for the addresses that stand under a company. "
    "“netcurtain check FILE.har” reads it, too. Each page has a link to its recording, site by site.",
    "Look at the page's picture: is it the page that a person sees?",
    "Open the page by hand in a new private window, with its network tools open, and look for the same addresses.",
    "Find the filter, word for word, in the list and the version that stand beside it.",
    "Look again on another day, with the same options.",
)
CHECK_FILES: Mapping[str, str] = {
    "results.csv": "a row for each page and company",
    "pages.csv": "a row for each page, also where we saw nobody",
    "columns.csv": "what each column means",
    "check.json": "the same in the words of “netcurtain check”",
    "survey.json": "what was asked of this survey, and when",
}
"""Beside the report in the survey's folder."""
CHECK_FILES_HEAD, OPTIONS_HEAD = "All of it, in files beside this one", "What was asked of the survey"


_OPTION = re.compile(r"-{1,2}[\w-]+")
AN_OPTION = "one that has no name"


def options(asked: Asked) -> tuple[str, ...]:
    """What was asked. Of the options for the browser only the names: a value may hold a password."""
    searched = (
        f"Pages with a form were looked for up to {counted(asked.clicks, 'link')} away, {counted(asked.pages, 'page')} of a site at most."
    )
    names = sorted({found[0] if (found := _OPTION.match(option)) else AN_OPTION for option in asked.browser_options})
    return (
        searched if asked.clicks else "Only the addresses in the list were opened.",
        f"Between two loads of a site it waited {seconds(asked.delay)}. A page had {seconds(asked.patience)} to come up.",
        *(("A marker of ours was to be typed in a field of a form (--type-marker).",) if asked.type_marker else ()),
        *(("The browser named somebody whom sites can write to (--contact).",) if asked.contact else ()),
        *((f"The browser had options of its own: {listed(names)}.",) if names else ()),
    )


def seconds(count: float) -> str:
    """A time as it was asked for."""
    return "1 second" if count == 1 else f"{count:g} seconds"
