"""What each column of a survey's tables means: written beside them as columns.csv, and into the Parquet files themselves."""

from collections.abc import Mapping

from netcurtain.har.wording import OUR_TABLE as OUR_TABLE

COLUMNS = ("table", "column", "holds", "meaning")
"""The columns of columns.csv itself."""

_STATES: Mapping[str, str] = {
    "before": "before any choice about cookies",
    "after_refusing": "after refusing cookies",
    "after_accepting": "after accepting cookies",
}
_EMPTY = "Empty: nobody can say, because the page was not seen so, or not wholly."
_SAID_EMPTY = "empty, nobody can say, because the page was not seen wholly."
_EMPTY_OR_NONE = "Empty: none was seen. That there was none nobody can say where seen_wholly is not TRUE, or a choice failed."
_AT_LEAST = "Where seen_wholly is not TRUE, it is what was seen, and there may be more."
_EVER = (
    "That is before a choice about cookies, or after one that was made. What came after a choice that failed is in no table: it may have "
    "been another page's."
)
_CHOICES = (
    "done, no_banner, no_way (no button that may be pressed), failed (the banner stayed, or the page did not come up again), not_tried "
    "(there was a banner, and nothing was pressed). Empty: nobody can say, because the page had trouble, or did not answer when we looked."
)
_FROM_THE_PRESS = (
    "That is from the press on the banner's shortest way on, and on the page loaded again. What a page gathered before the press and sent "
    "after it counts here too."
)
_LOOKED = {"before": "", "after_refusing": f" {_FROM_THE_PRESS}", "after_accepting": f" {_FROM_THE_PRESS}"}

MEANINGS: Mapping[str, str] = {
    "page": "The page's name in the survey: the line of the list, then the page. Its files have the same name.",
    "number": "The line of the list that the page comes from.",
    "site": "The part of the address that somebody can register, such as police.uk.",
    "label": "What the list calls it.",
    "asked": "The address in the list.",
    "url": "Where the page was in the end. Values in the address are left out.",
    "clicks": "How many links away from the address in the list. 0 is the address itself.",
    "title": "The page's own title.",
    "repeat_of": (
        "The page that this row repeats, because an earlier line of the list asks for the same address. It was looked at once: leave such "
        "rows out to count pages. Empty: it repeats none."
    ),
    "trouble": "What went wrong, in a word. Empty: nothing. What such a page was not seen to do says nothing about it.",
    "seen_wholly": (
        "Whether the page was seen from its start and without trouble, before a choice about cookies and after each one that was made. If "
        "not, what it was not seen to do says nothing about it."
    ),
    "trouble_in_words": "The same as a sentence.",
    "status": "The web server's answer. 200 is a page.",
    "search_broke_off": (
        "Whether the search for other pages of the site, from this address, was cut short, by its limits or by trouble. Pages may then be "
        "missing. Empty: none was made."
    ),
    "sensitive": f"Whether a form on the page was judged to ask for something personal. {_EMPTY}",
    "categories": f"What it asks about, the strongest first. {_EMPTY_OR_NONE}",
    "forms": "How many forms were seen on the page. Empty: none was, and nobody can say that there is none.",
    "touched": "Whether a field of a form was touched.",
    "marker_typed": "Whether a made-up word was typed in it. Nothing else is ever typed.",
    "banner": "Which cookie banner was recognised. Empty: none that we know, or nobody can say: see refused.",
    "refused": f"What became of refusing cookies: {_CHOICES}",
    "accepted": "What became of accepting cookies, in the same words.",
    **{f"looked_{state}": f"Whether the page was looked at {words}.{_LOOKED[state]}" for state, words in _STATES.items()},
    **{
        f"companies_{state}": f"How many companies on our lists were contacted {words}. {_AT_LEAST} {_EMPTY}"
        for state, words in _STATES.items()
    },
    **{
        f"other_hosts_{state}": f"How many other places on the web the page asked, at least, {words}. {_EMPTY}"
        for state, words in _STATES.items()
    },
    **{
        f"level_{state}": f"What Netcurtain would show a person {words}: warning, notice, nothing_seen. {_EMPTY}"
        for state, words in _STATES.items()
    },
    "companies": f"The companies on our lists that the page contacted, or tried to contact, at any time. {_EVER} {_EMPTY_OR_NONE}",
    "seconds": "How long the page was looked at.",
    "page_started_utc": "When that began.",
    "har": "The page's requests, without those of windows that it opened, as a file in the survey's folder. `netcurtain check` reads it.",
    "screenshot": "A picture of the page, as a file in the survey's folder.",
    "lists": "The filter lists that the page was checked with, with versions.",
    "browser": "The browser and its version.",
    "netcurtain": "The version of Netcurtain.",
    "company": "The company. One that is not known by name is called after its address on the web.",
    "category": "What kind of company it is in Netcurtain's own table. It says nothing of what it does with what it was told here.",
    **{state: f"Whether a request to the company was seen to leave {words}. {_EMPTY}" for state, words in _STATES.items()},
    "only_tried": "When the page tried to contact the company, and no request was seen to leave.",
    **{f"requests_{state}": f"How many requests {words}. {_AT_LEAST} {_EMPTY}" for state, words in _STATES.items()},
    "told": f"What the company was told, or what the page tried to tell it, in plain words, at any time. {_EVER}",
    "told_kinds": f"Which kinds of facts were in requests that were seen to leave, at any time. {_EMPTY_OR_NONE}",
    **{f"told_kinds_{state}": f"The same {words}. {_EMPTY_OR_NONE}" for state, words in _STATES.items()},
    "tried_kinds": f"Which kinds of facts were only in requests that were not seen to leave. {_EMPTY_OR_NONE}",
    "page_address_told": (
        f"Whether the company was told the page's address, at any time that we looked. In this column and the next ones: {_SAID_EMPTY}"
    ),
    "page_title_told": "Whether it was told the page's title.",
    "button_told": "Whether it was told which button was pressed. Only ours were, on the question about cookies.",
    "form_fields_told": "Whether it was told which questions are on the form.",
    "identity_told": (
        "Whether it was told a detail about a person, such as a number, a country or a scrambled e-mail address. Nobody was signed in: "
        "this need not be anybody's."
    ),
    "typed_told": "Whether it was told what was typed in a field before anything was sent.",
    "visitor_number_told": "Whether it was told a number for this browser.",
    "account": "Whether a code for an account that is signed in on this browser went along.",
    "hosts": "The addresses on the web that the requests went to.",
    "filters": "The filters that flagged the requests, word for word, each with its list and the list's version.",
    **{
        f"filters_{state}": f"Those of them that flagged requests {words}. Empty: none was, or nobody can say: see {state}."
        for state, words in _STATES.items()
    },
    "first_seen_utc": "When the first of the requests began.",
    **{
        f"first_seen_{state}_utc": f"When the first request {words} began. Empty: none was seen, or nobody can say: see {state}."
        for state, words in _STATES.items()
    },
}
"""By column. Those of both tables mean the same in both."""
