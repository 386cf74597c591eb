"""What the recording of a surveyed page says of its parts: of each the state of the choice about cookies, and what is not in it."""

from netcurtain.survey.result import Stage

BEFORE = "Before any choice about cookies"
AFTER_REFUSING = "From the press on the banner's way to refuse on"
AFTER_ACCEPTING = "From the press on the banner's way to accept on"
ONCE_MORE = "Loaded once more, before any choice about cookies"
"""A fresh browser on its way to accept. What it sees until then is not counted: it was seen before."""

BY_STAGE: dict[Stage | None, str] = {
    Stage.ARRIVED: BEFORE,
    Stage.TOUCHED: BEFORE,
    Stage.REFUSED: AFTER_REFUSING,
    Stage.ACCEPTED: AFTER_ACCEPTING,
    None: ONCE_MORE,
}

ABOUT = "The requests of a page as a browser made them, by how the question about cookies stood. Windows that the page opened are left out."
NOT_ALL = "There were more requests than a recording takes: the rest is left out."
