"""What one request told, as a sentence: the button's own words first, then all else, each kind once (docs/WORDS.md, "Sentences")."""

from collections.abc import Mapping, Sequence

from netcurtain.core.consent import Consent
from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, Typed, What, Written
from netcurtain.core.told_events import PRESSED, SOMETHING_PRESSED, event_words
from netcurtain.core.translation import _, plural
from netcurtain.core.wording import HASHED, OWN_ADDRESS, company_first, contacted, listed, quoted

MOST_NAMES = 3
"""Names of an event that a sentence quotes."""

_PEOPLE: Mapping[IdentityKind, str] = {
    IdentityKind.EMAIL: _("an e-mail address"),
    IdentityKind.PHONE: _("a phone number"),
    IdentityKind.FIRST_NAME: _("a first name"),
    IdentityKind.LAST_NAME: _("a last name"),
    IdentityKind.GENDER: _("a gender"),
    IdentityKind.BIRTH_DATE: _("a date of birth"),
    IdentityKind.CITY: _("a town"),
    IdentityKind.COUNTY: _("a county"),
    IdentityKind.POSTCODE: _("a postcode"),
    IdentityKind.COUNTRY: _("a country"),
    IdentityKind.EXTERNAL_ID: _("the site's own number for a person"),
}

_WORDS: Mapping[What, str] = {
    What.PAGE_ADDRESS: _("this page's address"),
    What.PAGE_TITLE: _("this page's title"),
    What.REFERRER: _("which page came before it"),
    What.LINK_ADDRESS: _("where a link leads"),
    What.FORM_ID: _("which form it is"),
    What.FORM_FIELDS: _("which questions are on it"),
    What.VISITOR_ID: _("a number for this browser"),
    What.CONSENT: _("what the site says was chosen about cookies"),
    What.OTHER: _("which site this is"),
}
"""All kinds but the event, the button, the identity and the account, in the order a sentence names them."""

_PAGE = (What.PAGE_ADDRESS, What.PAGE_TITLE, What.REFERRER, What.LINK_ADDRESS, What.FORM_ID, What.FORM_FIELDS)
"""Those of them that are about the page."""

_OTHERS: Mapping[str, str] = {
    "": _("something else about this page"),
    "tag": _WORDS[What.OTHER],
    "search": _("what somebody searched for here"),
}
_ABOUT = _("what this page is about")
"""Words for what is told as "other": the site's number with the company, a search, and what the site says of its page."""

_Told = Mapping[What, Sequence[DecodedField]]
"""The facts of one event by their kind, in their order."""

_ADDRESS_AND_TITLE = _("this page's address and title")
_FORM_GOES = _("where a form goes")
"""Said instead of where a link leads, of a parameter that is called after a form."""

BUTTON = _("which button was pressed on this page")
BUTTON_WORDS = _("which button was pressed on this page: {words}")
_NAMED = _("how the site names it")
NAMED_SO = _("how the site names it: {names}")
"""Said of a button and of an event's own name, whose words follow where they were kept."""

_KNOWN_AS: Mapping[str, str] = {"Meta (Facebook)": "Facebook", "Snap (Snapchat)": "Snapchat", "X (Twitter)": "X"}
"""By company, whose account it is in people's words, where that is not the company's name."""

_READABLE = frozenset({IdentityForm.PLAIN, IdentityForm.MASKED})
_REWRITTEN = frozenset({Written.BASE64, Written.HEX})

_CONSENT: Mapping[Consent, str] = {
    Consent.BEFORE_CHOICE: _("This was before anything was chosen about cookies."),
    Consent.REFUSED: _("This was after cookies had been turned down."),
    Consent.ACCEPTED: _("This was after cookies had been agreed to."),
}
_CONSENT_TRIED: Mapping[Consent, str] = {
    Consent.BEFORE_CHOICE: _("The page tried this before anything was chosen about cookies."),
    Consent.REFUSED: _("The page tried this after cookies had been turned down."),
    Consent.ACCEPTED: _("The page tried this after cookies had been agreed to."),
}

_TOLD, _ALSO_TOLD = _("{company} was told {what}."), _("It was also told {what}.")
_TRIED, _ALSO_TRIED = _("This page tried to tell {company} {what}."), _("It also tried to tell it {what}.")


def event_sentence(event: DecodedEvent, went_out: bool = True) -> str:
    """One event: what the company was told, or what the page tried to tell it."""
    parts = _parts(event)
    company = event.organisation
    if not parts:
        return contacted(company, went_out)
    first, rest = parts[0], parts[1:]
    if went_out:
        sentence, also = _TOLD, _ALSO_TOLD
    else:
        sentence, also = _TRIED, _ALSO_TRIED
    said = company_first(sentence.format(company=company, what=first))
    return f"{said} {also.format(what=listed(rest))}" if rest else said


def identity_words(identity: Identity) -> str:
    """A scrambled copy of an e-mail address; an e-mail address with stars in it; an e-mail address."""
    what = _PEOPLE[identity.kind]
    match identity.form:
        case IdentityForm.PLAIN:
            return what
        case IdentityForm.MASKED:
            return _("{what} with stars in it").format(what=what)
        case IdentityForm.SHA256 | IdentityForm.SHA1 | IdentityForm.MD5:
            return _("a scrambled copy of {what}").format(what=what)


def typed_words(typed: Typed) -> str:
    """What you wrote in "Email"; a scrambled copy of what you wrote in a field. Never the text itself."""
    if typed.written in HASHED:
        words = _("a scrambled copy of what you wrote in {field}") if typed.label else _("a scrambled copy of what you wrote in a field")
    elif typed.written in _REWRITTEN:
        words = (
            _("what you wrote in {field} (written another way)") if typed.label else _("what you wrote in a field (written another way)")
        )
    else:
        words = _("what you wrote in {field}") if typed.label else _("what you wrote in a field")
    return words.format(field=quoted(typed.label))


def other_words(fact: DecodedField) -> str:
    """Which site this is; what somebody searched for here: what is told as "other", in words that follow "was told"."""
    return _OTHERS.get(fact.text.partition(" ")[0], _ABOUT)


def consent_sentence(consent: Consent | None, went_out: bool) -> str:
    """How the page's question about cookies stood at that moment; empty where that is not known."""
    if consent is None:
        return ""
    return (_CONSENT if went_out else _CONSENT_TRIED)[consent]


def gives_away_sentence(words: Sequence[str]) -> str:
    """Words of an address, a title or a button that alone say what a page is about; empty without any."""
    if not words:
        return ""
    one = len(words) == 1 and " " not in words[0]
    # Words from two parts of an address: as they stand there.
    said = listed([quoted(word.replace(" / ", "/")) for word in words])
    sentence = plural("The word {words} alone says what this is about.", "The words {words} alone say what this is about.", 1 if one else 2)
    return sentence.format(words=said)


def _parts(event: DecodedEvent) -> list[str]:
    told = _by_kind(event.told)
    button = next((fact.text for fact in told.get(What.BUTTON_TEXT, ()) if fact.text), "")
    parts = [BUTTON_WORDS.format(words=quoted(button)) if button else BUTTON] if What.BUTTON_TEXT in told else []
    happened = event_words(event.event) if event.event else ""
    if happened and not (parts and happened in (PRESSED, SOMETHING_PRESSED)):
        parts.append(happened)
    names = [fact.text for fact in told.get(What.EVENT, ()) if not fact.text or fact.text not in (button, event.event)]
    if kept := [quoted(name) for name in dict.fromkeys(names) if name]:
        parts.append(NAMED_SO.format(names=listed(kept[:MOST_NAMES])))
    elif names:
        parts.append(_NAMED if parts else _("how the site names what was done here"))
    parts.extend(dict.fromkeys(typed_words(fact.value) for fact in told.get(What.TYPED, ()) if isinstance(fact.value, Typed)))
    parts.extend(_about_the_page(told))
    parts.extend(_about_the_person(told, event.organisation))
    parts.extend(_WORDS[what] for what in (What.VISITOR_ID, What.CONSENT) if what in told)
    others = map(other_words, told.get(What.OTHER, ()))
    # A list within the list is understood at its end only.
    return [*parts, *dict.fromkeys(others), *_scrambled(told)]


def _by_kind(told: Sequence[DecodedField]) -> _Told:
    kinds: dict[What, list[DecodedField]] = {}
    for fact in told:
        kinds.setdefault(fact.what, []).append(fact)
    return kinds


def _about_the_page(told: _Told) -> list[str]:
    words = [called for what in _PAGE if what in told for called in dict.fromkeys(map(_place_words, told[what]))]
    if words[:2] == [_WORDS[What.PAGE_ADDRESS], _WORDS[What.PAGE_TITLE]]:
        words[:2] = [_ADDRESS_AND_TITLE]
    return words


def _place_words(fact: DecodedField) -> str:
    return _FORM_GOES if fact.what is What.LINK_ADDRESS and "form" in fact.parameter.lower() else _WORDS[fact.what]


def _about_the_person(told: _Told, company: str) -> list[str]:
    people = [identity_words(identity) for identity in _identities(told) if identity.form in _READABLE]
    accounts = [_account_words(company)] if What.ACCOUNT in told else []
    return list(dict.fromkeys([*people, *accounts]))


def _identities(told: _Told) -> list[Identity]:
    return [fact.value for fact in told.get(What.IDENTITY, ()) if isinstance(fact.value, Identity)]


def _scrambled(told: _Told) -> list[str]:
    """A scrambled copy of an e-mail address; scrambled copies of a first name and a last name."""
    scrambled = [identity for identity in _identities(told) if identity.form not in _READABLE]
    people = list(dict.fromkeys(_PEOPLE[identity.kind] for identity in scrambled))
    if len(people) > 1:
        return [_("scrambled copies of {list}").format(list=listed(people))]
    return list(dict.fromkeys(map(identity_words, scrambled)))


def _account_words(company: str) -> str:
    if company.startswith(OWN_ADDRESS):
        return _("a code for an account signed in on this browser (which may not be yours)")
    known = _KNOWN_AS.get(company, company)
    return _("a code for the {company} account signed in on this browser (which may not be yours)").format(company=known)
