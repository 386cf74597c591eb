"""How a page's question about cookies stood when a request was made. Seen in the tab, or read from the request itself."""

import enum


class Consent(enum.StrEnum):
    """Nothing chosen yet; only what is needed; at least one purpose agreed to."""

    BEFORE_CHOICE = "before_choice"
    REFUSED = "refused"
    ACCEPTED = "accepted"
