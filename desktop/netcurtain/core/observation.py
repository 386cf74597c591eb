"""What a browser reports: the messages that enter core/session.py. link/protocol.py puts them on the wire as they are.

Every report names the page it speaks of; a page's name is unique within one browser.
"""

import enum
from typing import Annotated

import msgspec

from netcurtain.core.consent import Consent
from netcurtain.core.finding import Written
from netcurtain.core.request import Fate, Name, Request, Text

Address = Annotated[str, msgspec.Meta(max_length=8192)]
Time = Annotated[float, msgspec.Meta(ge=0)]
CookieName = Annotated[str, msgspec.Meta(max_length=64)]
MAX_OFFSET = 1e14
"""Milliseconds that two clocks can be apart."""


class Choice(enum.StrEnum):
    """The person's answer to a warning."""

    WITHOUT_COMPANIES = "without_companies"
    NOT_NOW = "not_now"
    AS_IT_IS = "as_it_is"
    LEAVE = "leave"

    @property
    def goes_on(self) -> bool:
        """Whether the form is sent with it."""
        return self in (Choice.WITHOUT_COMPANIES, Choice.AS_IT_IS)


class PageOpened(msgspec.Struct, frozen=True, tag="page", omit_defaults=True):
    """A document came up in a tab. ``from_start`` is false where requests before now were missed.

    ``paused`` and ``unkept``: the app has said before that its visit is paused, or is not to be kept; one that was started anew hears it
    so before it keeps anything.
    """

    page: Name
    tab: int
    url: Address
    private: bool
    time: Time
    title: Text = ""
    from_start: bool = True
    paused: bool = False
    unkept: bool = False

    def __repr__(self) -> str:
        """Name the page without its address and title."""
        return f"PageOpened({self.page!r})"


class PageChanged(msgspec.Struct, frozen=True, tag="page_changed", omit_defaults=True):
    """A page's address or title changed without a new document; None leaves it as it is."""

    page: Name
    url: Address | None = None
    title: Text | None = None

    def __repr__(self) -> str:
        """Name the page without its address and title."""
        return f"PageChanged({self.page!r})"


class PageClosed(msgspec.Struct, frozen=True, tag="page_closed", omit_defaults=True):
    """A page is gone: its tab was closed or another document took its place."""

    page: Name
    time: Time | None = None


class PageInFront(msgspec.Struct, frozen=True, tag="front", omit_defaults=True):
    """The page the person looks at; None when they look at something else."""

    page: Name | None = None


class Requests(msgspec.Struct, frozen=True, tag="requests"):
    """A batch of requests, oldest first."""

    requests: Annotated[list[Request], msgspec.Meta(max_length=1000)]


class RequestFate(msgspec.Struct, frozen=True, omit_defaults=True):
    """How far one request got; ``status`` is HTTP's, 0 where there was none.

    ``cookies`` are the names, of those we know, in the Cookie header it went out with: never a value.
    """

    request: Name
    page: Name
    fate: Fate
    status: int = 0
    cookies: Annotated[list[CookieName], msgspec.Meta(max_length=40)] = []


class Fates(msgspec.Struct, frozen=True, tag="fates"):
    """A batch of fates."""

    fates: Annotated[list[RequestFate], msgspec.Meta(max_length=2000)]


class Body(msgspec.Struct, frozen=True, tag="body", omit_defaults=True):
    """The body of a request that the app asked for: ``form`` as webRequest parsed it, or ``raw`` bytes (base64 on the wire).

    ``kind`` is its Content-Type, where that is known.
    """

    request: Name
    page: Name
    form: dict[str, list[str]] | None = None
    raw: bytes | None = None
    kind: Text = ""

    def __repr__(self) -> str:
        """Never show what it holds."""
        return f"Body({self.request!r})"


class Pressed(msgspec.Struct, frozen=True, tag="pressed"):
    """Somebody presses something that says this. Kept with the page alone, to know its own words when a tracker repeats them."""

    page: Name
    words: Text

    def __repr__(self) -> str:
        """Name the page without what was pressed."""
        return f"Pressed({self.page!r})"


class ConsentSeen(msgspec.Struct, frozen=True, tag="consent"):
    """How a page's question about cookies stands since ``time``."""

    page: Name
    consent: Consent
    time: Time


class ServerTime(msgspec.Struct, frozen=True, tag="server_clock"):
    """What the ``Date`` header of the page's own answer says: ``offset`` is how many milliseconds this computer was ahead of ``host``."""

    page: Name
    host: Text
    offset: Annotated[float, msgspec.Meta(ge=-MAX_OFFSET, le=MAX_OFFSET)]


class TypedSeen(msgspec.Struct, frozen=True, tag="typed", omit_defaults=True):
    """A request to a third party carries what was typed into a field, before the form was sent. Never the value: the field's label and how
    it was written.

    ``host``, ``kind`` and ``fate`` are the request's, which no filter need have flagged.
    """

    page: Name
    request: Name
    host: Text
    label: Text
    written: Written
    time: Time
    kind: Text = "other"
    fate: Fate = Fate.ATTEMPTED

    def __repr__(self) -> str:
        """Name the request; the label is the page's own."""
        return f"TypedSeen({self.request!r})"


class SetUpSeen(msgspec.Struct, frozen=True, tag="set_up", omit_defaults=True):
    """A script came that says what its pixel is set up to take: ``text`` is what matters of it, None where the browser does not show it."""

    page: Name
    request: Name
    text: Annotated[str, msgspec.Meta(max_length=262_144)] | None = None

    def __repr__(self) -> str:
        """Name the request without what the script says."""
        return f"SetUpSeen({self.request!r})"


class FormField(msgspec.Struct, frozen=True, omit_defaults=True):
    """One question of a form, as a person sees it. It has no room for a value."""

    tag: Text = ""
    type: Text = ""
    name: Text = ""
    id: Text = ""
    label: Text = ""
    placeholder: Text = ""
    aria_label: Text = ""
    autocomplete: Text = ""
    required: bool = False
    options: Annotated[list[Text], msgspec.Meta(max_length=60)] = []


class FormShape(msgspec.Struct, frozen=True, omit_defaults=True):
    """The form itself: where it goes, its questions, legends and buttons."""

    action: Address = ""
    method: Text = ""
    fields: Annotated[list[FormField], msgspec.Meta(max_length=300)] = []
    legends: Annotated[list[Text], msgspec.Meta(max_length=60)] = []
    buttons: Annotated[list[Text], msgspec.Meta(max_length=30)] = []

    def __repr__(self) -> str:
        """Say how many fields there are; the action is an address."""
        return f"FormShape({len(self.fields)} fields)"


class FormDescriptor(msgspec.Struct, frozen=True, omit_defaults=True):
    """A form and the words around it: what core/form.py judges."""

    page_url: Address = ""
    title: Text = ""
    headings: Annotated[list[Text], msgspec.Meta(max_length=40)] = []
    form: FormShape = FormShape()
    text_near: Annotated[str, msgspec.Meta(max_length=4000)] = ""
    language: Text = ""

    def __repr__(self) -> str:
        """Say how many fields there are, nothing of the page."""
        return f"FormDescriptor({self.form!r})"


class FormDescribed(msgspec.Struct, frozen=True, tag="form"):
    """A page has this form; sent again only when it changed."""

    page: Name
    form: Name
    descriptor: FormDescriptor


class FormGone(msgspec.Struct, frozen=True, tag="form_gone"):
    """A form is no longer on its page."""

    page: Name
    form: Name


class Submitted(msgspec.Struct, frozen=True, tag="submission"):
    """A form was sent, or is held until the person answers. Sent again until it is acknowledged; ``submission`` is a uuid."""

    submission: Name
    page: Name
    form: Name
    held: bool
    time: Time


class Chosen(msgspec.Struct, frozen=True, tag="choice"):
    """The person answered the card in the page."""

    submission: Name
    page: Name
    choice: Choice


class Departed(msgspec.Struct, frozen=True, tag="departed", omit_defaults=True):
    """What became of a submission: whether anything left within 10 s."""

    submission: Name
    page: Name
    left: bool


class PopupOpened(msgspec.Struct, frozen=True, tag="popup"):
    """The person looks at the popup: what is to be said of this page?"""

    page: Name


class Paused(msgspec.Struct, frozen=True, tag="pause"):
    """The person does not want this visit looked at, or wants it again."""

    page: Name
    paused: bool


class Corrected(msgspec.Struct, frozen=True, tag="correct", omit_defaults=True):
    """The person says that the forms of this visit are not sensitive, or that they want to be asked; None takes back what they said."""

    page: Name
    sensitive: bool | None = None


class NotToBeKept(msgspec.Struct, frozen=True, tag="dont_keep"):
    """The person does not want this page's visit kept. It needs no passphrase."""

    page: Name


class EraseWanted(msgspec.Struct, frozen=True, tag="erase"):
    """The person wants everything erased that was kept. It needs no passphrase, and speaks of no page."""


class AppWanted(msgspec.Struct, frozen=True, tag="open_app"):
    """The person asks for the app's window. It speaks of no page."""


Observation = (
    PageOpened
    | PageChanged
    | PageClosed
    | PageInFront
    | Requests
    | Fates
    | Body
    | Pressed
    | ConsentSeen
    | ServerTime
    | TypedSeen
    | SetUpSeen
    | FormDescribed
    | FormGone
    | Submitted
    | Chosen
    | Departed
    | PopupOpened
    | Paused
    | Corrected
    | NotToBeKept
    | EraseWanted
    | AppWanted
)
