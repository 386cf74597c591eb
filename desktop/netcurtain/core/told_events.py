"""What the vendors' standard events mean, in words that follow "was told". An event that is in no vendor's own list is told by its name."""

import re
from collections.abc import Mapping

from netcurtain.core.translation import _
from netcurtain.core.wording import quoted

_SIGNS = re.compile(r"[\W_]")

PRESSED = _("that a button was pressed")
SOMETHING_PRESSED = _("that something was pressed")

NAMES: Mapping[str, str] = {
    _("that this page was opened"): (
        "pageview pagevisit pageload page viewpage pageviewed amplitudepageviewed mpwebpageview mppageview init"
        " webwebpagedetailspageviews gtmjs gtmdom gtmload gtagconfig visit landingpage"
    ),
    _("which part of this page was opened"): "screenview screen virtualpageview historychange gtmhistorychange",
    _("that this page was left"): "pagehide pageleave pageleft mppageleave",
    _("that this page is still open"): "ping",
    _("how far down this page somebody went"): "scroll mpscroll scrolldepth gtmscrolldepth",
    _("how long somebody stayed on this page"): "userengagement gtmtimer",
    _("that somebody came here for the first time"): "firstvisit",
    _("that a visit began"): "sessionstart sessionstarted startsession amplitudestartsession",
    _("that a visit ended"): "sessionend sessionended endsession amplitudeendsession",
    _("how fast this page was"): "timing timingcomplete webvitals amplitudewebvitals amplitudenetworkrequest",
    _("that something went wrong here"): "exception error",
    _("what this page says about itself"): "microdata metadata",
    SOMETHING_PRESSED: (
        "click mpclick gtmclick mprageclick mpdeadclick rageclick deadclick errorclick"
        " amplituderageclick amplitudedeadclick amplitudeerrorclick"
    ),
    PRESSED: "clickbutton buttonclick subscribedbuttonclick autobuttonclick elementclicked amplitudeelementclicked",
    _("that a link was pressed"): "linkclick linkclicked gtmlinkclick webwebinteractionlinkclicks",
    _("that a link or a button was pressed"): "lnko",
    _("that a link to another site was pressed"): "outboundclick outboundlink lnke link",
    _("that something on this page was chosen"): "selectcontent",
    _("that somebody began to fill in a form"): "formstart formstarted amplitudeformstarted mpstartform",
    _("how a form was filled in"): "favid",
    _("that somebody changed an answer in a form"): "mpinputchange elementchanged amplitudeelementchanged",
    _("that a form was sent"): (
        "submitform formsubmit formsubmitted formsubmission amplitudeformsubmitted mpsubmit gtmformsubmit submit"
        " collectedform webformfilledout"
    ),
    _("that somebody got in touch"): "lead generatelead contact submitleadform requestquote leadoperationnewlead phonecalllead",
    _("what became of somebody who had got in touch"): (
        "workinglead qualifylead qualifiedlead disqualifylead closeconvertlead closeunconvertlead convertedlead"
    ),
    _("that somebody signed up"): "completeregistration signup signedup accountcreated useraccountcreateprofile",
    _("that somebody signed in"): "login signedin useraccountlogin",
    _("that somebody signed out"): "logout signedout useraccountlogout",
    _("that an account was closed"): "accountdeleted useraccountdeleteprofile",
    _("that somebody joined a group"): "joingroup",
    _("that somebody subscribed"): "subscribe subscribepaid",
    _("that somebody began a trial"): "starttrial trialstarted",
    _("that somebody's trial ended"): "trialended",
    _("that somebody applied for something"): "submitapplication",
    _("that what somebody applied for was granted"): "applicationapproval",
    _("that somebody booked a time"): "schedule bookappointment",
    _("that somebody booked something"): "reserve",
    _("that somebody gave money"): "donate",
    _("that somebody looked for a place"): "findlocation getdirections",
    _("that something was bought"): "purchase completepayment ordercompleted transaction item commercepurchases",
    _("that something was ordered"): "placeanorder placeorder orderupdated",
    _("that an order was taken back"): "refund orderrefunded ordercancelled",
    _("that something was put in a basket"): (
        "addtocart addcart addtobasket productadded commerceproductlistadds commerceproductlistopens scadd scopen"
    ),
    _("that something was taken out of a basket"): "removefromcart productremoved commerceproductlistremovals scremove",
    _("that somebody looked at a basket"): "viewcart cartviewed commerceproductlistviews scview",
    _("that something was put on a list of wishes"): "addtowishlist productaddedtowishlist commercesaveforlaters",
    _("that somebody began to pay"): (
        "initiatecheckout begincheckout startcheckout checkout checkoutstarted checkoutinitiated initiatedcheckout checkoutprogress"
        " checkoutstepviewed checkoutstepcompleted setcheckoutoption commercecheckouts sccheckout"
    ),
    _("that somebody chose a way to pay"): "addpaymentinfo addedpaymentinfo addbilling paymentinfoentered",
    _("that somebody wrote where to send something"): "addshippinginfo",
    _("that somebody changed what they want to buy"): "customizeproduct productcustomization",
    _("that somebody gave a code for a lower price"): "couponentered couponapplied",
    _("what somebody looked at"): (
        "viewcontent contentview viewitem viewproduct viewcategory viewitemlist listview itemview productviewed productlistviewed"
        " productlistfiltered commerceproductviews prodview"
    ),
    _("what somebody chose to look at"): "selectitem productclicked",
    _("which offer somebody was shown"): "viewpromotion promotionviewed",
    _("which offer somebody chose"): "selectpromotion promotionclicked",
    _("that somebody searched here"): "search viewsearchresults sitesearch productssearched",
    _("that somebody watched a video"): (
        "watchvideo videostart videoprogress videocomplete gtmvideo videoplaybackstarted videoplaybackcompleted videocontentstarted"
    ),
    _("that somebody fetched a file"): "filedownload filedownloaded amplitudefiledownloaded download lnkd",
    _("that somebody passed this page on"): "share productshared cartshared",
    _("that somebody asked others to come here"): "invite invitesent",
    _("that somebody kept something for later"): "save",
    _("that somebody gave marks to something"): "rate productreviewed",
    _("that an advert was shown"): "adview adimpression advertisingimpressions",
    _("that an advert was pressed"): "adclick advertisingclicks",
    _("that somebody began to learn how this works"): "tutorialbegin",
    _("that somebody learned how this works"): "tutorialcomplete completetutorial",
    _("that somebody got further in a game"): "levelstart levelend levelup levelcomplete postscore unlockachievement achievementunlocked",
    _("that somebody got or spent points"): "earnvirtualcurrency spendvirtualcurrency spentcredits",
    _("that an app was put on a device"): "appinstall applicationinstalled",
    _("that an app was opened"): "appopen applicationopened",
    _("who is here, as far as the site knows"): "identify alias createalias group",
    _("that a choice about cookies was made"): "consent",
    _("that the site asked what to show here"): "decisioningpropositionfetch",
    _("what the site chose to show here"): "decisioningpropositiondisplay experimentviewed",
    _("that somebody used what the site chose to show here"): "decisioningpropositioninteract",
    _("that somebody did something that the site counts"): (
        "conversion custom event track idgoal other partnerdefined customevent1 customevent2 customevent3 customevent4 customevent5"
    ),
}
"""By meaning, the names of the events, in small letters and without what is neither letter nor digit (``form_start`` is ``formstart``).

From what the vendors document: Meta, Google Analytics, Ads and Tag Manager, TikTok, Snap, Pinterest, Reddit, LinkedIn, X, Microsoft, Adobe,
Matomo, Segment, Amplitude, Mixpanel and HubSpot.
"""

EVENTS: Mapping[str, str] = {name: words for words, names in NAMES.items() for name in names.split()}
"""What each standard event means, by its folded name."""


def event_words(name: str) -> str:
    """What an event means; one that is no standard event is told by its name."""
    return EVENTS.get(_folded(name)) or _("that something happened here, called {name}").format(name=quoted(name))


def is_standard(name: str) -> bool:
    """Whether an event is one of those that vendors name, and not a site's own word."""
    return _folded(name) in EVENTS


def _folded(name: str) -> str:
    """Letters of other alphabets stay: what somebody typed in one must not come out as the one English word in it."""
    lower = name.lower()
    return lower if lower.isalnum() else _SIGNS.sub("", lower)
