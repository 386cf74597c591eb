"""What the vendors' standard events mean, in words that follow "was told". An event that is in no vendor's own list is told by its name."""

import re
from collections.abc import Mapping

from netcurtain.core.wording import quoted

_SIGNS = re.compile(r"[\W_]")

PRESSED = "that a button was pressed"
SOMETHING_PRESSED = "that something was pressed"

NAMES: Mapping[str, str] = {
    "that this page was opened": (
        "pageview pagevisit pageload page viewpage pageviewed amplitudepageviewed mpwebpageview mppageview init"
        " webwebpagedetailspageviews gtmjs gtmdom gtmload gtagconfig visit landingpage"
    ),
    "which part of this page was opened": "screenview screen virtualpageview historychange gtmhistorychange",
    "that this page was left": "pagehide pageleave pageleft mppageleave",
    "that this page is still open": "ping",
    "how far down this page somebody went": "scroll mpscroll scrolldepth gtmscrolldepth",
    "how long somebody stayed on this page": "userengagement gtmtimer",
    "that somebody came here for the first time": "firstvisit",
    "that a visit began": "sessionstart sessionstarted startsession amplitudestartsession",
    "that a visit ended": "sessionend sessionended endsession amplitudeendsession",
    "how fast this page was": "timing timingcomplete webvitals amplitudewebvitals amplitudenetworkrequest",
    "that something went wrong here": "exception error",
    "what this page says about itself": "microdata metadata",
    SOMETHING_PRESSED: (
        "click mpclick gtmclick mprageclick mpdeadclick rageclick deadclick errorclick"
        " amplituderageclick amplitudedeadclick amplitudeerrorclick"
    ),
    PRESSED: "clickbutton buttonclick subscribedbuttonclick autobuttonclick elementclicked amplitudeelementclicked",
    "that a link was pressed": "linkclick linkclicked gtmlinkclick webwebinteractionlinkclicks",
    "that a link or a button was pressed": "lnko",
    "that a link to another site was pressed": "outboundclick outboundlink lnke link",
    "that something on this page was chosen": "selectcontent",
    "that somebody began to fill in a form": "formstart formstarted amplitudeformstarted mpstartform",
    "how a form was filled in": "favid",
    "that somebody changed an answer in a form": "mpinputchange elementchanged amplitudeelementchanged",
    "that a form was sent": (
        "submitform formsubmit formsubmitted formsubmission amplitudeformsubmitted mpsubmit gtmformsubmit submit"
        " collectedform webformfilledout"
    ),
    "that somebody got in touch": "lead generatelead contact submitleadform requestquote leadoperationnewlead phonecalllead",
    "what became of somebody who had got in touch": (
        "workinglead qualifylead qualifiedlead disqualifylead closeconvertlead closeunconvertlead convertedlead"
    ),
    "that somebody signed up": "completeregistration signup signedup accountcreated useraccountcreateprofile",
    "that somebody signed in": "login signedin useraccountlogin",
    "that somebody signed out": "logout signedout useraccountlogout",
    "that an account was closed": "accountdeleted useraccountdeleteprofile",
    "that somebody joined a group": "joingroup",
    "that somebody subscribed": "subscribe subscribepaid",
    "that somebody began a trial": "starttrial trialstarted",
    "that somebody's trial ended": "trialended",
    "that somebody applied for something": "submitapplication",
    "that what somebody applied for was granted": "applicationapproval",
    "that somebody booked a time": "schedule bookappointment",
    "that somebody booked something": "reserve",
    "that somebody gave money": "donate",
    "that somebody looked for a place": "findlocation getdirections",
    "that something was bought": "purchase completepayment ordercompleted transaction item commercepurchases",
    "that something was ordered": "placeanorder placeorder orderupdated",
    "that an order was taken back": "refund orderrefunded ordercancelled",
    "that something was put in a basket": (
        "addtocart addcart addtobasket productadded commerceproductlistadds commerceproductlistopens scadd scopen"
    ),
    "that something was taken out of a basket": "removefromcart productremoved commerceproductlistremovals scremove",
    "that somebody looked at a basket": "viewcart cartviewed commerceproductlistviews scview",
    "that something was put on a list of wishes": "addtowishlist productaddedtowishlist commercesaveforlaters",
    "that somebody began to pay": (
        "initiatecheckout begincheckout startcheckout checkout checkoutstarted checkoutinitiated initiatedcheckout checkoutprogress"
        " checkoutstepviewed checkoutstepcompleted setcheckoutoption commercecheckouts sccheckout"
    ),
    "that somebody chose a way to pay": "addpaymentinfo addedpaymentinfo addbilling paymentinfoentered",
    "that somebody wrote where to send something": "addshippinginfo",
    "that somebody changed what they want to buy": "customizeproduct productcustomization",
    "that somebody gave a code for a lower price": "couponentered couponapplied",
    "what somebody looked at": (
        "viewcontent contentview viewitem viewproduct viewcategory viewitemlist listview itemview productviewed productlistviewed"
        " productlistfiltered commerceproductviews prodview"
    ),
    "what somebody chose to look at": "selectitem productclicked",
    "which offer somebody was shown": "viewpromotion promotionviewed",
    "which offer somebody chose": "selectpromotion promotionclicked",
    "that somebody searched here": "search viewsearchresults sitesearch productssearched",
    "that somebody watched a video": (
        "watchvideo videostart videoprogress videocomplete gtmvideo videoplaybackstarted videoplaybackcompleted videocontentstarted"
    ),
    "that somebody fetched a file": "filedownload filedownloaded amplitudefiledownloaded download lnkd",
    "that somebody passed this page on": "share productshared cartshared",
    "that somebody asked others to come here": "invite invitesent",
    "that somebody kept something for later": "save",
    "that somebody gave marks to something": "rate productreviewed",
    "that an advert was shown": "adview adimpression advertisingimpressions",
    "that an advert was pressed": "adclick advertisingclicks",
    "that somebody began to learn how this works": "tutorialbegin",
    "that somebody learned how this works": "tutorialcomplete completetutorial",
    "that somebody got further in a game": "levelstart levelend levelup levelcomplete postscore unlockachievement achievementunlocked",
    "that somebody got or spent points": "earnvirtualcurrency spendvirtualcurrency spentcredits",
    "that an app was put on a device": "appinstall applicationinstalled",
    "that an app was opened": "appopen applicationopened",
    "who is here, as far as the site knows": "identify alias createalias group",
    "that a choice about cookies was made": "consent",
    "that the site asked what to show here": "decisioningpropositionfetch",
    "what the site chose to show here": "decisioningpropositiondisplay experimentviewed",
    "that somebody used what the site chose to show here": "decisioningpropositioninteract",
    "that somebody did something that the site counts": (
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
    return EVENTS.get(_folded(name)) or f"that something happened here, called {quoted(name)}"


def is_standard(name: str) -> bool:
    """Whether an event is one of those that vendors name, and not a site's own word."""
    return _folded(name) in EVENTS


def _folded(name: str) -> str:
    """Letters of other alphabets stay: what somebody typed in one must not come out as the one English word in it."""
    lower = name.lower()
    return lower if lower.isalnum() else _SIGNS.sub("", lower)
