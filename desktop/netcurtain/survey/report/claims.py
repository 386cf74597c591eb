"""The report's last two sections: what can be said from it and what cannot, and how anybody can check it."""

from netcurtain.survey.asked import Asked
from netcurtain.survey.report import claims_wording as wording
from netcurtain.survey.report.document import address_of, list_of, shown, text


def may() -> str:
    """What can be said, and what cannot."""
    return (
        f"<h3>{text(wording.MAY_HEAD)}</h3>{list_of(map(text, wording.MAY_SAY))}"
        f"<h3>{text(wording.MAY_NOT_HEAD)}</h3>{list_of(map(text, wording.MAY_NOT_SAY))}"
    )


def check(asked: Asked | None) -> str:
    """How to check it: by hand, in the files beside the report, and with the same options."""
    files = list_of(f'<a href="{text(address_of(name))}">{text(name)}</a>: {text(words)}' for name, words in wording.CHECK_FILES.items())
    options = f"<h3>{text(wording.OPTIONS_HEAD)}</h3>{list_of(map(shown, wording.options(asked)))}" if asked else ""
    return f"{list_of(map(text, wording.CHECK_SAY))}<h3>{text(wording.CHECK_FILES_HEAD)}</h3>{files}{options}"
