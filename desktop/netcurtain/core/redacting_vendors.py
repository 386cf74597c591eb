"""Names that vendors write in their requests: of parameters, and in JSON. Written out, so that a decoder's new table widens nothing. Pure.

Names that stand here may stand in a request that leaves us whatever it told; what a decoder read a fact at may in that request as well.
"""

from collections.abc import Mapping

_BY_VENDOR: Mapping[str, str] = {
    "Meta": """
        dl rl fbp fbc dpo cd[content_name] cd[content_category] em ph fn ln ge db ct st zp country external_id ud aud udff cud
        cudff ncud ncudff cd pmd buttonText buttonFeatures formFeatures pageFeatures innerText inputType ev it eid rqm coo cdl ler
    """,
    "TikTok": """
        action auto_collected_properties page_trigger event event_name context.pixel.code context.pixel.codes pixel_code sdkid
        og:title title batch data events context user anonymous_id ttp user_id device_id email auto_email eb_email phone
        phone_number auto_phone_number eb_phone_number first_name last_name city state zip_code country external_id
        trigger_element inner_text
    """,
    "Snap": """
        pl url rf referrer btx u_c1 u_sclid u_scsid du e_desc u_hem u_hpn u_fn u_ln l_city l_gr l_gpc l_gc pid pids
    """,
    "X": """
        tw_document_href tw_document_referrer pt twclid twpid tw_session_id email_address phone_number p_user_id p_id txn_id
        tw_sale_amount tw_order_quantity
    """,
    "Pinterest": """
        ad[loc] ad[ref] ad[title] ed[page_title] pd[pin_unauth] pd[epik] pd[em] pd[ph] pd[fn] pd[ln] pd[ge] pd[db] pd[ct] pd[st]
        pd[zp] pd[country] pd[external_id] ad ed pd tid pin_unauth epik
    """,
    "Reddit": """
        esurl url m.customEventName customEventName uuid click_id aaid idfa dpm em auto_em pn auto_pn external_id
    """,
    "Google": """
        dl dp dt dr cid ecid sid auid gcs gcd uid tid tids en ep epn up upn ul sr sct seg _p _s _et cx are dma dma_cps gcu npa frm
        pscdl uaa uab uafvl uamb uam uap uapv uaw tag_exp tfd sst gtm gtm_up uip ep.page_location ep.page_title ep.page_referrer
        ep.link_text ep.button_text ep.click_text ep.form_submit_text ep.link_url ep.form_destination ep.form_id ep.form_name
        ep.event_category ep.event_action ep.event_label email email_address phone phone_number first_name last_name city region
        postal_code country cd ec ea el _gid gclid utmdt utmcc utmp utmhn utmr utmac utmt url tiba ref label gacid ecsid gclaw
        gcldc gac gbraid wbraid em pn fn ln ct rg pc co ~oref oref type cat auiddc dc_rdid
    """,
    "Adobe": """
        pageName gn r events pev1 pev2 mid aid fid vid pe oid ot g AQB AQE ndh activitymap xdm web webPageDetails webReferrer
        webInteraction URL __adobe pageURL linkName linkURL configId dataStreamId requestId identityMap AAID AdCloud CORE ECID
        FPID TNTID Email Email_LC_SHA256 Phone Phone_E.164 Phone_SHA256 Phone_SHA256_E.164 eventType
    """,
    "Amplitude": "referrer e event_type event_properties user_properties device_id user_id api_key",
    "Comscore": "c1 c2 c7 c8 c9",
    "FullStory": "Url Referrer UserId SessionId OrgId",
    "HubSpot": """
        pu t r _hs_element_text _hs_link_href vi u pageUrl pageTitle formSelectorId utk email phone mobilephone firstname lastname
        gender date_of_birth city state zip country portalId contactFields formValues formSubmission cts i k a n
    """,
    "LinkedIn": """
        url pageUrl ref liFatId li_fat_id liGiant li_giant li_adsId gdpr_consent conversionId pageTitle innerText href formAction
        pid pids hem signalType domAttributes elementValue elementTitle elementType elementCrumbsTree isTranslated isLinkedInApp
        websiteSignalRequestId tagName
    """,
    "Matomo": """
        url action_name urlref link e_c e_a e_n c_n c_p c_t c_i fa_id fa_vid fa_fields fa_fn _id cid idgoal idsite ping search rec
        h m s
    """,
    "Microsoft": "p tl r ec ea el vid sid asc em ph fn ln ti evt kw pid msclkid v e",
    "Mixpanel": """
        $current_url replay_start_url $device_id distinct_id current_page_title $title $referrer $el_text $el_attr__href $email
        $phone $first_name $last_name $city $region $country_code $distinct_id $user_id $token $set $set_once
    """,
    "Mouseflow": "session user website",
    "Outbrain": "unifiedPixel cachedClickId marketerId obClickId",
    "Piwik PRO": "ppms",
    "PostHog": "$elements $external_click_url $is_identified $session_id capture",
    "Segment": """
        url title referrer anonymousId email phone firstName lastName gender address city state postalCode country writeKey
        messageId userId traits
    """,
    "Siteimprove": "luid accountid",
    "Taboola": "unip tblci item-url",
    "The Trade Desk": "evnt pxl cei realtimeconversion adv upid",
    "Xandr": "pixie",
    "Yandex": "page-url page-ref webvisor",
    "of the browser, which all of them ask for": "chmd chpv chfv us_privacy",
}
_WITH_SPACES = """
[Amplitude] Page Location
[Amplitude] Page URL
[Amplitude] Page Title
[Amplitude] Previous Page Location
[Amplitude] Element Text
[Amplitude] Link Text
[Amplitude] Element Href
[Amplitude] Link URL
[Amplitude] Form ID
[Amplitude] Form Name
[Amplitude] Form Destination
"""

VENDORS_NAMES = frozenset(name for names in _BY_VENDOR.values() for name in names.split()) | frozenset(_WITH_SPACES.strip().split("\n"))
"""All of them."""
