"""What is known of a page while visiting.py looks at it, and its row at the end of that: result.py's PageSurveyed."""

from dataclasses import dataclass, field

from netcurtain.core.domains import without_query
from netcurtain.survey.asked import Address
from netcurtain.survey.hearing.gathering import Gathered, joined
from netcurtain.survey.hearing.recording import RunRecording
from netcurtain.survey.looking import limits
from netcurtain.survey.looking.choosing import Choice
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.result import Choosing, PageSurveyed


@dataclass(frozen=True, slots=True, repr=False)
class ToLook:
    """A page that is to be looked at. ``name`` is as in PageSurveyed; ``url`` is ``clicks`` away from the address of the list."""

    name: str
    address: Address
    site: str
    url: str
    clicks: int = 0


@dataclass(slots=True, repr=False)
class Notes:
    """What is known of the page so far. Whatever goes wrong later, this is not lost."""

    url: str
    title: str = ""
    status: int = 0
    forms: int | None = None
    touched: bool = False
    marker_typed: bool = False
    banner: str = ""
    became: dict[Choice, Choosing | None] = field(default_factory=lambda: dict.fromkeys(Choice))
    """None until it was seen whether there is a banner."""
    screenshot: str = ""
    gathered: list[Gathered] = field(default_factory=list)
    recordings: list[RunRecording] = field(default_factory=list)

    def row(self, page: ToLook, started: float, seconds: float, failed: Failed | None, recording: str) -> PageSurveyed:
        """All of it. ``started`` is milliseconds since 1970; ``failed`` is what went wrong, if anything did."""
        gathered = self.gathered[0] if self.gathered else Gathered()
        for more in self.gathered[1:]:
            gathered = joined(gathered, more)
        return PageSurveyed(
            name=page.name,
            number=page.address.number,
            site=page.site,
            label=page.address.label,
            asked=page.address.url,
            url=without_query(self.url)[: limits.MAX_URL],
            clicks=page.clicks,
            started=started,
            title=self.title,
            status=self.status,
            forms=self.forms,
            touched=self.touched,
            marker_typed=self.marker_typed,
            banner=self.banner,
            refused=self.became[Choice.REFUSE],
            accepted=self.became[Choice.ACCEPT],
            trouble=failed.trouble if failed else None,
            detail=failed.detail if failed else "",
            seconds=round(seconds, 3),
            seen=gathered.seen,
            companies=gathered.companies,
            recording=recording,
            screenshot=self.screenshot,
        )
