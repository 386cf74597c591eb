"""What the vendors' standard events mean: each row of the table, read in a whole sentence."""

import re

import pytest

from netcurtain.core.finding import DecodedEvent
from netcurtain.core.told_events import EVENTS, NAMES, event_words, is_standard
from netcurtain.core.told_wording import event_sentence

BEGINNING = re.compile(
    r"that (?:somebody(?:'s)?|something|this page|an? [a-z]+|what somebody|the site) "
    r"|(?:what|which|how|who) "
)
"""A sentence goes on in one of these ways after "was told"."""
NEVER_USED = re.compile(
    r"warning|danger|attack|spy|hacked|leak|victim|safe|protected|threat|!|\byour?\b|user|lead\b|checkout", re.IGNORECASE
)

VENDORS = {
    "Meta": (
        "PageView AddPaymentInfo AddToCart AddToWishlist CompleteRegistration Contact CustomizeProduct Donate FindLocation "
        "InitiateCheckout Lead Purchase Schedule Search StartTrial SubmitApplication Subscribe ViewContent SubscribedButtonClick "
        "Microdata"
    ),
    "Google Analytics 4": (
        "page_view click file_download first_visit form_start form_submit scroll session_start user_engagement video_start "
        "video_progress video_complete view_search_results exception screen_view timing_complete ad_impression add_payment_info "
        "add_shipping_info add_to_cart add_to_wishlist begin_checkout generate_lead qualify_lead disqualify_lead working_lead "
        "close_convert_lead close_unconvert_lead join_group login purchase refund remove_from_cart search select_content select_item "
        "select_promotion share sign_up spend_virtual_currency earn_virtual_currency tutorial_begin tutorial_complete view_cart "
        "view_item view_item_list view_promotion level_up post_score unlock_achievement"
    ),
    "Google tags": "gtag.config gtm.js gtm.dom gtm.load gtm.click gtm.linkClick gtm.formSubmit gtm.historyChange conversion",
    "TikTok": (
        "Pageview AddPaymentInfo AddToCart AddToWishlist ApplicationApproval ClickButton CompletePayment CompleteRegistration Contact "
        "CustomizeProduct Download FindLocation InitiateCheckout Lead PlaceAnOrder Purchase Schedule Search StartTrial "
        "SubmitApplication SubmitForm Subscribe ViewContent Click"
    ),
    "Snap": (
        "PAGE_VIEW VIEW_CONTENT ADD_CART SIGN_UP SAVE START_CHECKOUT ADD_BILLING PURCHASE SEARCH SUBSCRIBE AD_CLICK AD_VIEW "
        "COMPLETE_TUTORIAL LEVEL_COMPLETE INVITE LOGIN SHARE RESERVE ACHIEVEMENT_UNLOCKED ADD_TO_WISHLIST SPENT_CREDITS RATE "
        "START_TRIAL LIST_VIEW APP_INSTALL APP_OPEN CUSTOM_EVENT_1 CUSTOM_EVENT_5"
    ),
    "Pinterest": "init pagevisit viewcategory search addtocart checkout watchvideo signup lead custom partner_defined",
    "Reddit": "PageVisit ViewContent Search AddToCart AddToWishlist Purchase Lead SignUp Custom",
    "LinkedIn": "PAGE_VISIT CLICK conversion",
    "X": (
        "pageview autobuttonclick Purchase AddToCart AddToWishlist AddedPaymentInfo CheckoutInitiated ContentView ProductCustomization "
        "Download"
    ),
    "Microsoft UET": (
        "pageLoad pageHide custom consent purchase add_to_cart begin_checkout subscribe submit_lead_form book_appointment signup "
        "request_quote get_directions outbound_click contact page_view download other"
    ),
    "Adobe": (
        "lnk_o lnk_d lnk_e prodView scView scOpen scAdd scRemove scCheckout purchase web.webpagedetails.pageViews "
        "web.webinteraction.linkClicks web.formFilledOut commerce.purchases commerce.productViews commerce.productListAdds "
        "commerce.checkouts advertising.clicks decisioning.propositionFetch decisioning.propositionDisplay "
        "decisioning.propositionInteract userAccount.login"
    ),
    "Matomo": "link download search idgoal ping fa_vid",
    "Segment": (
        "page screen identify track group alias Page_Viewed Products_Searched Product_List_Viewed Product_Viewed Product_Clicked "
        "Product_Added Product_Removed Cart_Viewed Checkout_Started Checkout_Step_Viewed Checkout_Step_Completed Payment_Info_Entered "
        "Order_Completed Order_Refunded Order_Cancelled Promotion_Viewed Promotion_Clicked Coupon_Entered Signed_Up Signed_In "
        "Signed_Out Trial_Started Invite_Sent"
    ),
    "Amplitude": (
        "session_start session_end $identify Page_Viewed [Amplitude]PageViewed [Amplitude]ElementClicked [Amplitude]ElementChanged "
        "[Amplitude]FormStarted [Amplitude]FormSubmitted [Amplitude]FileDownloaded [Amplitude]RageClick [Amplitude]DeadClick"
    ),
    "Mixpanel": (
        "$mp_web_page_view $mp_click $mp_submit $mp_input_change $mp_scroll $mp_rage_click $mp_dead_click $mp_page_leave $identify "
        "$create_alias"
    ),
    "HubSpot": "collected_form click",
}


@pytest.mark.parametrize("words", sorted(set(EVENTS.values())))
def test_every_meaning_reads_as_a_sentence(words: str) -> None:
    assert BEGINNING.match(words)
    assert not NEVER_USED.search(words)
    assert words == words.strip().rstrip(".,")
    name = next(name for name, meaning in EVENTS.items() if meaning == words)
    event = DecodedEvent("Meta Pixel", "Meta (Facebook)", name, ())
    assert event_sentence(event) == f"Meta (Facebook) was told {words}."
    assert event_sentence(event, went_out=False) == f"This page tried to tell Meta (Facebook) {words}."


@pytest.mark.parametrize("vendor", VENDORS)
def test_what_a_vendor_documents_has_a_meaning(vendor: str) -> None:
    assert [name for name in VENDORS[vendor].split() if not is_standard(name)] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("PageView", "that this page was opened"),
        ("page_view", "that this page was opened"),
        ("PAGE_VIEW", "that this page was opened"),
        ("pageLoad", "that this page was opened"),
        ("form_start", "that somebody began to fill in a form"),
        ("SubmitForm", "that a form was sent"),
        ("Lead", "that somebody got in touch"),
        ("purchase", "that something was bought"),
        ("step_3_done", "that something happened here, called \u201cstep_3_done\u201d"),
    ],
)
def test_standard_events_have_a_meaning_and_others_a_name(name: str, words: str) -> None:
    assert event_words(name) == words
    assert is_standard(name) is (name != "step_3_done")


def test_the_table_is_written_as_names_are_looked_up() -> None:
    assert [key for key in EVENTS if re.sub(r"[^a-z0-9]", "", key) != key] == []


def test_no_name_has_two_meanings() -> None:
    names = [name for names in NAMES.values() for name in names.split()]
    assert len(names) == len(set(names))
