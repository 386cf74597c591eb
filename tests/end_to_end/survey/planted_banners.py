"""Banners that ask about cookies, marked up as well-known ones are, for the planted pages. How they behave is in planted_page.js."""

from dataclasses import dataclass

from netcurtain.survey.result import Choosing


@dataclass(frozen=True, slots=True)
class Banner:
    """``refuse`` and ``accept`` are selectors of its buttons, "" where it has none; ``opens`` of the one behind which ``within`` is.

    ``refused`` and ``accepted`` are what a survey has to say became of each choice, and ``known`` whether it can know the banner.
    """

    markup: str
    refuse: str = ""
    accept: str = ""
    opens: str = ""
    within: str = ""
    gone: str = ""
    """What goes away after a choice; ``thanks`` comes in its place."""
    thanks: str = ""
    place: str = "page"
    """Or "shadow" for an open shadow root in the element of the markup, or "frame" for a frame of the site's own."""
    refused: Choosing = Choosing.DONE
    accepted: Choosing = Choosing.DONE
    known: bool = True
    reloads: bool = False
    late: int = 0
    """Milliseconds until it comes up."""

    @property
    def can_be_refused(self) -> bool:
        return self.refused is Choosing.DONE

    @property
    def can_be_accepted(self) -> bool:
        return self.accepted is Choosing.DONE


_ONETRUST = """<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" class="otFlat bottom" role="region" aria-label="Cookie banner">
<h2 id="onetrust-policy-title">We value your privacy</h2><div id="onetrust-policy-text">We use cookies to make this site work.</div>
<div id="onetrust-button-group-parent"><div id="onetrust-button-group">{buttons}
<button id="onetrust-accept-btn-handler">Accept All Cookies</button></div></div></div>{settings}</div>"""
ONETRUST = Banner(
    _ONETRUST.format(buttons='<button id="onetrust-reject-all-handler">Reject All</button>', settings=""),
    "#onetrust-reject-all-handler",
    "#onetrust-accept-btn-handler",
    gone="#onetrust-consent-sdk",
)
ONETRUST_SETTINGS = Banner(
    _ONETRUST.format(
        buttons='<button id="onetrust-pc-btn-handler">Cookies Settings</button>',
        settings="""<div id="onetrust-pc-sdk" class="otPcCenter" role="dialog" aria-label="Preference center" hidden>
<h2 id="ot-pc-title">Privacy Preference Center</h2><button id="accept-recommended-btn-handler">Allow All</button>
<div class="ot-pc-footer"><div class="ot-btn-container"><button class="ot-pc-refuse-all-handler">Reject All</button>
<button class="save-preference-btn-handler onetrust-close-btn-handler">Confirm My Choices</button></div></div></div>""",
    ),
    ".ot-pc-refuse-all-handler",
    "#onetrust-accept-btn-handler, #accept-recommended-btn-handler",
    opens="#onetrust-pc-btn-handler",
    within="#onetrust-pc-sdk",
    gone="#onetrust-consent-sdk",
)
"""To refuse takes two presses: its settings, then "Reject All"."""
CIVIC = Banner(
    """<div id="ccc" class="bar dark" role="region" aria-label="Cookie control"><div id="ccc-notify" role="dialog" aria-modal="false">
<div id="ccc-notify-content"><h2 id="ccc-notify-title">Our use of cookies</h2><p>We use necessary cookies to make our site work.</p></div>
<div class="ccc-notify-buttons"><button id="ccc-notify-accept" class="ccc-notify-button ccc-accept-button"><span>I Accept</span>
</button><button id="ccc-notify-reject" class="ccc-notify-button ccc-reject-button"><span>I Do Not Accept</span></button>
<button id="ccc-notify-settings" class="ccc-notify-button ccc-notify-link">Settings</button></div></div></div>""",
    "#ccc-notify-reject",
    "#ccc-notify-accept",
    gone="#ccc",
)
_GOVUK = """<div class="govuk-cookie-banner" data-nosnippet role="region" aria-label="Cookies on this service">
<div class="govuk-cookie-banner__message govuk-width-container"><h2 class="govuk-cookie-banner__heading">Cookies on this service</h2>
<div class="govuk-cookie-banner__content"><p>We use some essential cookies to make this service work.</p></div>
<div class="govuk-button-group">{buttons}<a class="govuk-link" href="/cookies">View cookies</a></div></div></div>"""
GOVUK = Banner(
    _GOVUK.format(
        buttons="""<button type="button" class="govuk-button" data-accept-cookies="true">Accept additional cookies
</button><button type="button" class="govuk-button" data-reject-cookies="true">Reject additional cookies</button>"""
    ),
    "[data-reject-cookies]",
    "[data-accept-cookies]",
    gone=".govuk-cookie-banner__message",
    thanks="""<div class="govuk-cookie-banner__message govuk-width-container" role="alert"><p>You have
answered. You can change your cookie settings at any time.</p><button type="button"
class="govuk-button" data-hide-cookie-banner="true">Hide this message</button></div>""",
)
GOVUK_FORM = Banner(
    '<form method="post" action="/cookies" id="cookies-form">'
    + _GOVUK.format(
        buttons="""<button value="accept" type="submit" name="cookies" class="govuk-button" data-accept-cookies="true">
Accept additional cookies
</button><button value="reject" type="submit" name="cookies" class="govuk-button" data-reject-cookies="true">
Reject additional cookies</button>"""
    )
    + "</form>",
    refused=Choosing.NO_WAY,
    accepted=Choosing.NO_WAY,
)
"""As services without scripts have it: each answer would send a form, which a survey never does."""
_COOKIEBOT = """<div id="CybotCookiebotDialog" name="CybotCookiebotDialog" role="dialog" aria-modal="true" class="CybotEdge">
<div id="CybotCookiebotDialogBody"><h2 id="CybotCookiebotDialogBodyContentTitle">This website uses cookies</h2>
<div id="CybotCookiebotDialogBodyButtons"><button id="CybotCookiebotDialogBodyButtonDecline"
class="CybotCookiebotDialogBodyButton">Deny</button>
<button id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll"
class="CybotCookiebotDialogBodyButton">Allow all</button></div></div></div>"""
COOKIEBOT = Banner(
    _COOKIEBOT,
    "#CybotCookiebotDialogBodyButtonDecline",
    "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll",
    gone="#CybotCookiebotDialog",
    late=300,
)
COOKIEBOT_RELOADING = Banner(COOKIEBOT.markup, COOKIEBOT.refuse, COOKIEBOT.accept, gone=COOKIEBOT.gone, reloads=True)
"""The page loads itself again after each choice."""
ACCEPT_ONLY = Banner(
    """<div id="cookie-notice" role="dialog" class="cookie-notice-visible cn-position-bottom" aria-label="Cookie Notice">
<div class="cookie-notice-container"><span id="cn-notice-text" class="cn-text-container">We use cookies to give you the best.</span>
<span id="cn-notice-buttons" class="cn-buttons-container"><a href="#" id="cn-accept-cookie" data-cookie-set="accept"
class="cn-set-cookie cn-button" aria-label="Ok">Ok</a></span></div></div>""",
    accept="#cn-accept-cookie",
    gone="#cookie-notice",
    refused=Choosing.NO_WAY,
)
USERCENTRICS = Banner(
    """<div data-testid="uc-default-wall" role="dialog" aria-label="Privacy Settings"><div data-testid="uc-container"><p>We use cookies.</p>
<div data-testid="uc-buttons-container"><button role="button" data-testid="uc-deny-all-button">Deny</button>
<button role="button" data-testid="uc-accept-all-button">Accept All</button></div></div></div>""",
    '[data-testid="uc-deny-all-button"]',
    '[data-testid="uc-accept-all-button"]',
    gone="#usercentrics-root",
    place="shadow",
)
SOURCEPOINT = Banner(
    """<div class="message type-modal"><div class="message-component message-row"><p>We use cookies.</p>
<button title="Accept all" class="message-component message-button no-children sp_choice_type_11">Accept all</button>
<button title="Reject all" class="message-component message-button no-children sp_choice_type_13">Reject all</button></div></div>""",
    ".sp_choice_type_13",
    ".sp_choice_type_11",
    gone="#sp_message_container_900001",
    place="frame",
)
UNKNOWN = Banner(
    """<div class="our-own-question" role="dialog" aria-label="Biscuits"><p>May we hand out biscuits?</p>
<button class="our-no" type="button">Not today</button><button class="our-yes" type="button">Go on then</button></div>""",
    ".our-no",
    ".our-yes",
    gone=".our-own-question",
    refused=Choosing.NO_BANNER,
    accepted=Choosing.NO_BANNER,
    known=False,
)
"""A site's own: nobody's table has it."""
