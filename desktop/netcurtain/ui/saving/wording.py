"""Every sentence of the windows that save a copy and write a letter. What a copy itself says is worded in evidence/."""

from netcurtain.core import wording as core_wording
from netcurtain.core.evidence import Source
from netcurtain.core.saved_copy import CopyStep
from netcurtain.core.translation import _, plural
from netcurtain.ui import wording as ui_wording

SAVE_A_COPY = _("Save a copy")
WHAT_IT_IS = _(
    "A copy is a file with what this page told others, in words and as data. You can keep it, or give it to somebody who can help. "
    "The times in it show which time zone this computer is set to."
)
SOURCES: dict[Source, str] = {
    Source.OPEN: _("This page is still open, so the copy can show each request."),
    Source.KEPT: _("The page was left. The copy says who was told what, not the requests themselves."),
}
LOOKING = _("Just a moment.")
GONE = _("This visit is no longer here, so there is nothing to copy.")

FOR_WHOM = _("Who is it for?")
ORGANISATION = _("The organisation whose site it is")
ORGANISATION_MORE = _("Without a name, words of buttons or numbers for this browser, unless you turn them on.")
SOLICITOR = _("A solicitor, or somebody else you trust")
SOLICITOR_MORE = _("Words of buttons and numbers for this browser can be in it. It opens only with a passphrase.")
CHOOSE_FOR_WHOM = _("Please choose who it is for.")

WHICH = _("What shall be in it?")
THIS_VISIT = _("This visit")
EVERY_VISIT_MORE = _("As far as Netcurtain still knows of them. Of pages that were left, it says who was told what.")

TURN_ON = _("Only if you want it in the copy:")
BUTTON_WORDS = _("Words of buttons")
BUTTON_WORDS_MORE = _("They can show what you were about to do.")
BROWSER_NUMBERS = _("Numbers that stand for this browser")
BROWSER_NUMBERS_MORE = _("With them, the organisation and these companies can find what they hold. They can also tell it was you.")
NAME = _("A name")
NAME_MORE = _("It is printed on the copy.")
NAME_FIELD = _("The name to print")
TYPE_A_NAME = _("Please type the name, or turn \u201cA name\u201d off.")

PASSPHRASE = _("Passphrase for this copy")
TELL_IT_ANOTHER_WAY = _("Tell it to them another way than by e-mail, such as on the telephone.")
NOBODY_CAN_OPEN = _("Netcurtain does not keep it. Without it nobody can open the copy, not even us.")
TOO_LONG_FOR_A_COPY = _("This is longer than such a file can take. Please use a shorter passphrase.")

WHERE = _("Where it is saved")
WHERE_MORE = _(
    "Others who use this computer may see the file. A USB stick, or a device that they cannot reach, is better. "
    "This computer may also list it among the files used last."
)
CHOOSE_PLACE = _("Choose where to save it")
CHOOSE_ANOTHER = _("Another place")
SAVE_HERE = _("Save it there")
SHARED_PLACE = _("Others may be able to open the folder you chose.")
THERE_QUESTION = _("Do you want it saved there?")
ALREADY_THERE = _("A file of that name is there already. Please choose another name.")

SAVING = _("Saving the copy")
STEPS: dict[CopyStep, str] = {
    CopyStep.GATHERING: _("Reading what Netcurtain knows of it."),
    CopyStep.DRAWING: _("Drawing the pages."),
    CopyStep.WRITING: _("Writing the file."),
}
STOP = _("Stop")
STOPPING = _("Stopping. Nothing of it will be left.")

SAVED = _("The copy is saved")
NOT_SAVED = _("No copy was saved")
STOPPED = _("You stopped it")
NOTHING_WRITTEN = _("Nothing was written.")
YOU_FIND_IT = _("You will find it here:")
NOT_OPENED = _("Netcurtain does not open it for you: the program that shows it may list it afterwards. Deleting it is up to you as well.")
WRITE_A_LETTER = _("Write a letter to them")
TRY_AGAIN = _("Back")
DONE = _("Done")
CLOSE = _("Close")

LETTER = _("A letter to the organisation")
LETTER_MORE = _(
    "These are words to start from. Change what you like. Netcurtain does not send it and does not keep it: copy it, or save it. "
    "Once this window closes, it is gone. It closes by itself when Netcurtain is hidden or locks what is kept."
)
LETTER_FIELD = _("Your letter")
LETTER_GONE = _("This visit is no longer here, so there is nothing to start a letter from.")
NO_BLANKS = _("No blanks are left.")
NEXT_BLANK = _("Go to the next blank")
COPY = _("Copy the text")
COPIED = _("Copied. You can paste it now. It is taken back when this window closes.")
SAVE_TEXT = _("Save as text")
TEXT_SAVED = _("Saved. Others who use this computer may see the file.")
TEXT_NOT_SAVED = _("It could not be saved there. Please choose another place.")
CLOSE_QUESTION = _("Close it? What you changed is not kept.")
GO_ON_WRITING = _("Go on writing")
CLOSE_IT = _("Close it")

HAVE_THEY_ANSWERED = _("Have they answered your letter?")
ANSWERED = _("They have answered")
THIRTY_DAYS = _("30 days have passed")
NOT_YET = _("Not yet")
NOT_YET_MORE = _("They have 30 days to say that your letter has arrived. After an answer, or after that time, you can go to the ICO.")
ICO = _("A statement for the ICO")
ICO_MORE = _(
    "The Information Commissioner\u2019s Office looks at complaints about data. Its form takes 2,000 characters. You can paste this there."
)
ICO_FIELD = _("Your statement")
IT_STAYS = _("What you wrote stays. Please check that it still says what happened.")

ZIP_FILES = _("ZIP files")
PDF_FILES = _("PDF files")
TEXT_FILES = _("Text files")


def visit_day(time: float) -> str:
    """When the visit was; milliseconds since 1970."""
    return _("{day}, {time}").format(day=ui_wording.day(time), time=ui_wording.clock(time))


def every_visit(site: str) -> str:
    """The choice of all there is of a site."""
    return _("Every visit to {site}").format(site=site)


def syncs(service: str) -> str:
    """The folder that was chosen has a name that such a service gives to its folders."""
    return _("The folder you chose looks like a {service} folder. What is in it goes to other places, and may stay there.").format(
        service=service
    )


def blanks_left(count: int) -> str:
    """How many places of a letter are still to be filled."""
    left = plural(
        "{count} blank is left, in square brackets.", "{count} blanks are left, in square brackets.", count
    )  # the count comes first: capitalised where it is a word
    return left.format(count=core_wording.number(count).capitalize())


def characters(used: int, most: int) -> str:
    """How much of a limit is used."""
    if used <= most:
        return _("{used} of {most} characters").format(used=f"{used:,}", most=f"{most:,}")
    return plural("{used} of {most} characters: {count} too many", "{used} of {most} characters: {count} too many", used - most).format(
        used=f"{used:,}", most=f"{most:,}", count=f"{used - most:,}"
    )
