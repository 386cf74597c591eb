"""Sixty pages, and what is planted on each: pure data. planted_facts.py says what follows, planted_pages.py serves them."""

from collections.abc import Callable

from tests.end_to_end.survey import planted_banners as banners
from tests.end_to_end.survey import planted_trackers as sent
from tests.end_to_end.survey.planted_banners import Banner
from tests.end_to_end.survey.planted_facts import Form, On, Page, Plant, Robots, When
from tests.end_to_end.survey.planted_trackers import How, Sent

_NOT_TO_BE_VISITED = frozenset({("elmstead-council", "/private")})


def _accepting(*sents: Sent) -> tuple[Plant, ...]:
    return tuple(Plant(one, When.ONCE_ACCEPTED) for one in sents)


def _unless_refused(*sents: Sent) -> tuple[Plant, ...]:
    return tuple(Plant(one, When.UNLESS_REFUSED) for one in sents)


def _touching(*sents: Sent) -> tuple[Plant, ...]:
    return tuple(Plant(one, on=On.TOUCH) for one in sents)


def _row(
    site: str, path: str, heading: str, *plants: Plant | Sent, banner: Banner | None = None, form: Form = Form.REPORT
) -> Callable[[int], Page]:
    """A page but for its number. What is only named is sent always, as the page opens."""
    robots = Robots.NOT_THIS if (site, path) in _NOT_TO_BE_VISITED else Robots.NOTHING
    planted = tuple(Plant(one) if isinstance(one, Sent) else one for one in plants)
    return lambda number: Page(number, site, path, heading, form, banner, planted, robots)


_ROWS = (
    # ---------- Nothing that may be claimed
    _row("alderford-police", "/report", "Report a burglary"),
    _row("alderford-police", "/contact", "Write to your officer", sent.FONTS, sent.LIBRARY),
    _row("alderford-police", "/find", "Find a police station", sent.MAP, sent.TILE, sent.ROBOT_TEST, form=Form.SEARCH),
    _row("birchham-council", "/complain", "Complain about a service", sent.UNKNOWN_VIEW, sent.UNKNOWN_IMAGE),
    _row("birchham-council", "/pay", "Pay a parking fine", sent.PAYMENT, sent.OWN_VIEW, sent.PICTURE),
    _row("cedarby-police", "/report", "Report a hate crime", banner=banners.GOVUK),
    _row("dunmoor-clinic", "/refer", "Refer yourself for counselling", *_accepting(sent.UNKNOWN_VIEW), sent.FONTS, banner=banners.ONETRUST),
    _row("elmstead-council", "/private", "Tell us what happened", sent.META_VIEW, sent.GA_VIEW),
    # ---------- Told on arrival, without a question about cookies
    _row("fernley-refuge", "/help", "Ask for help at home", sent.META_VIEW),
    _row("fernley-refuge", "/talk", "Talk to somebody today", sent.META_BY_FORM),
    _row("fernley-refuge", "/leave", "Make a plan to leave", sent.GA_VIEW, form=Form.NONE),
    _row("gorsely-police", "/report", "Report domestic abuse", sent.GA_BATCH),
    _row("gorsely-police", "/stalking", "Report stalking or harassment", sent.TIKTOK_VIEW),
    _row("hazelton-helpline", "/chat", "Chat with a listener", sent.TIKTOK_PACKED),
    _row("ivybridge-clinic", "/test", "Order a test to your home", sent.SNAP_VIEW),
    _row("juniper-advice", "/debt", "Talk to us about debt", sent.UET_VIEW),
    _row("kestrel-advice", "/housing", "Tell us about your home", sent.CLARITY_SCRIPT, sent.CLARITY_VIEW),
    _row("larchfield-college", "/support", "Report a student's conduct", sent.HOTJAR_SCRIPT),
    _row("maplewood-college", "/consent", "Report something that happened", sent.LINKEDIN_VIEW),
    _row("nettleham-hospital", "/refer", "Refer yourself for therapy", sent.X_VIEW),
    _row("oakhurst-hospital", "/book", "Book a blood test with us", sent.PINTEREST_VIEW),
    _row("pinewick-union", "/bullying", "Report bullying at work", sent.REDDIT_VIEW),
    _row("quarrydale-union", "/join", "Join us without your employer", sent.ADS_VIEW),
    _row("rowanby-council", "/benefits", "Ask for help with money", sent.ADOBE_VIEW),
    _row("rowanby-council", "/carers", "Tell us that you are a carer", sent.SEGMENT_VIEW),
    # ---------- By other ways
    _row("sedgewick-police", "/report", "Report a sexual assault", sent.META_VIEW.by(How.IN_A_FRAME)),
    _row("thornbury-police", "/report", "Report a rape in confidence", sent.META_VIEW.by(How.IN_TWO_FRAMES)),
    _row("umberleigh-charity", "/grief", "Write to us about your loss", sent.META_VIEW.by(How.LED_ON)),
    _row("velwood-charity", "/listen", "Let somebody listen to you", sent.UET_VIEW.by(How.LED_ON_ELSEWHERE)),
    _row("willowby-charity", "/gambling", "Ask for help with gambling", sent.GA_OWN),
    _row("yarrowdale-charity", "/drink", "Ask for help with drinking", sent.HOTJAR_SOCKET),
    _row("ashdown-charity", "/young", "Write to us if you are young", sent.X_VIEW.by(How.BY_A_SCRIPT)),
    _row("bramley-charity", "/eating", "Talk to us about eating", sent.FULLSTORY_VIEW, sent.MOUSEFLOW_VIEW),
    _row("clover-charity", "/carers", "Ask for a call from a carer", sent.TAG_MANAGER, sent.META_SCRIPT),
    # ---------- Who somebody is
    _row("damson-clinic", "/account", "Sign in to your appointments", sent.META_PERSON),
    _row("damson-clinic", "/order", "Order your medicine again", sent.ADS_PERSON),
    _row("elder-clinic", "/account", "See the letters to your doctor", sent.TIKTOK_PERSON),
    _row("foxglove-clinic", "/report", "Report how you were treated", sent.META_ACCOUNT),
    _row("gentian-clinic", "/report", "Tell us about a mistake", sent.META_NUMBERED),
    _row("heather-clinic", "/report", "Tell us about your symptoms", sent.UET_PERSON, sent.REDDIT_PERSON),
    # ---------- At the first touch of a field
    _row("iris-police", "/report", "Report online abuse", *_touching(sent.GA_FORM_START)),
    _row("jasmine-police", "/report", "Report a missing person", *_touching(sent.META_PRESSED)),
    _row("kalmia-police", "/report", "Report an assault to us", *_touching(sent.TIKTOK_FIELD)),
    _row("lavender-police", "/report", "Report what you have seen", *_touching(sent.LINKEDIN_PRESSED)),
    _row("mallow-police", "/report", "Report a theft from a car", sent.META_VIEW, *_touching(sent.GA_FORM_START)),
    _row("nigella-police", "/report", "Report abuse of a child", *_touching(sent.UET_VIEW), form=Form.IN_SHADOW),
    _row("orchid-police", "/report", "Report abuse of a parent", *_touching(sent.SNAP_VIEW), form=Form.IN_FRAME),
    _row("primrose-police", "/report", "Report slavery or trafficking", *_touching(sent.PINTEREST_VIEW, sent.UNKNOWN_VIEW), form=Form.LATE),
    # ---------- Before and after a choice about cookies
    _row("quince-council", "/report", "Report a danger to a child", *_accepting(sent.META_VIEW, sent.GA_VIEW), banner=banners.ONETRUST),
    _row("rosemary-council", "/report", "Report a worry about an adult", sent.META_VIEW, sent.HOTJAR_SCRIPT, banner=banners.CIVIC),
    _row(
        "saffron-council",
        "/report",
        "Report a neighbour to us",
        *_unless_refused(sent.META_VIEW, sent.TIKTOK_VIEW),
        banner=banners.COOKIEBOT,
    ),
    _row("tansy-council", "/report", "Report a landlord to us", *_accepting(sent.GA_VIEW), banner=banners.GOVUK),
    _row("umbel-council", "/report", "Report an empty house", sent.GA_VIEW, banner=banners.GOVUK_FORM),
    _row(
        "violet-council",
        "/report",
        "Report a noise at night",
        Plant(sent.GA_REFUSED, When.ONCE_REFUSED),
        *_accepting(sent.GA_GRANTED),
        banner=banners.COOKIEBOT_RELOADING,
    ),
    _row(
        "wisteria-council",
        "/report",
        "Report a broken promise",
        *_unless_refused(sent.LINKEDIN_VIEW),
        Plant(sent.UET_VIEW, When.ONCE_CHOSEN),
        banner=banners.ONETRUST_SETTINGS,
    ),
    _row("yucca-council", "/report", "Report a business to us", sent.ADS_VIEW, *_accepting(sent.META_VIEW), banner=banners.ACCEPT_ONLY),
    _row("zinnia-council", "/report", "Report fly tipping to us", sent.META_VIEW, *_accepting(sent.GA_VIEW), banner=banners.UNKNOWN),
    _row(
        "anemone-clinic",
        "/report",
        "Report a worry about a ward",
        *_accepting(sent.SNAP_VIEW),
        Plant(sent.META_PRESSED, When.ONCE_ACCEPTED, On.TOUCH),
        banner=banners.USERCENTRICS,
    ),
    _row(
        "bluebell-clinic",
        "/report",
        "Report a side effect to us",
        sent.REDDIT_VIEW,
        *_accepting(sent.PINTEREST_VIEW),
        banner=banners.SOURCEPOINT,
    ),
    _row(
        "campion-police",
        "/report",
        "Report a crime in confidence",
        sent.FONTS,
        sent.UNKNOWN_IMAGE,
        sent.GA_VIEW,
        sent.CLARITY_VIEW,
        *_unless_refused(sent.TIKTOK_VIEW),
        *_touching(sent.LINKEDIN_PRESSED),
        Plant(sent.X_VIEW, When.ONCE_CHOSEN),
        Plant(sent.META_PRESSED, When.ONCE_ACCEPTED, On.TOUCH),
        Plant(sent.META_NUMBERED, When.ONCE_ACCEPTED),
        banner=banners.CIVIC,
    ),
)
PAGES = tuple(row(number) for number, row in enumerate(_ROWS, start=1))

_FIRST = (49, 9, 45, 52, 38, 4, 26, 50, 30, 8, 55, 53, 60, 36, 28, 58)
FIRST = tuple(PAGES[number - 1] for number in _FIRST)
"""Some of every kind, each a site of its own: those that `make test` visits; the first nine of them more than once."""
