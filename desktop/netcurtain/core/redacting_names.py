"""Which names may stand in a request that leaves us: of parameters, of what is in JSON, and of the folders of an address. Pure.

An allow-list, for a page can use as a name what somebody has typed. A name stays where it is one of a vendor's (redacting_vendors.py),
one of the page's own questions, or made up of the words below alone, as trackers name things; any other becomes ``CUT``.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from netcurtain.core.redacting_vendors import VENDORS_NAMES

CUT = "cut"
"""What stands in place of a name, or of a folder, that may not."""

MAX_NAME = 60
"""Characters of a name that is looked at."""

_SHAPE = re.compile(r"[$\w.:\[\]/-]+", re.ASCII)
_PIECES = re.compile(r"([.\[\]:/])")
_PARTS = re.compile(r"[\W_]+", re.ASCII)
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SHORT = re.compile(r"[A-Za-z]{1,2}|[a-z]\d|v\d\d", re.ASCII)
"""A letter or two, or one and a digit, as the parameters of most vendors are: too short to tell anything alone."""
_SHORTEST, _MOST_SHORT, _MOST_DIGITS = 2, 2, 1
_SPELT_WORDS = "am as at be by do ex go gp he hi if in it me ms mr mx my no of oh ok on or pa so to up us we"
_SPELT = frozenset(_SPELT_WORDS.split())
"""Words of two letters that say something to people: they stand only where the whole name is a vendor's."""
_SIGNS = re.compile(r"[.\[\]:/_-]+")
_NUMBERED = re.compile(r"([A-Za-z]{2,})\d{1,2}", re.ASCII)

_TECHNICAL = """
acc account acquire act action action-uet action0 actionp actions activity activityi ad adn adobe ads adsct adv advanced agent aip ajax
alias all amp amplitude analytic analytics anonymous api app arch architecture args array asp aspx assets async attr attributes audience
auid auto automatic aux backend batch bcn beacon beacons begin bid bin bing bit bitness body bot bounce brand brands browser bundle button
buttons cache cad call callback campaign canonical category ccm cdn cfg cgi channel charset checksum cksync clarity class classes cli
click clicked clicks client clients clock cmd cmp cms code codes collect collected collector color colour column common conf confid config
configuration connection consent container content context controltag conv conversion conversions cookie cookies core cors count counter
country creatives crumbs csp css cst ctx cur currency current custom customer data date datetime dcs dcsdat dcssip dcsuri ddm debug
default delay delta demdex depth desc description destination detail details device devices diagnostic diagnostics dimension dimensions
display dist dl dmp dnt doc document dom domain doubleclick dpo dpr dps dsp duration edge element elements embed enabled encoded encoding
end endpoint engaged engagement entries entry env environment epn error errors et event events exp experience experiment ext external
extra facebook failed fbc fbclid fbp features fetch field fields file first flag flags flash fls flush fmt focus folder font footer form
form-data format forms fp frame frames from full fullstory function ga ga-audiences gac gads gcd gclid gcs gdpr gen general get gif global
gmp goal google gpp group groups gtag gtm guid handler has hash head header headers heartbeat height hidden hint hints host hostname
hotjar href htm html http httpapi https hubspot icon id identifier identify identity idx iframe image images img imp import impression
impressions index info init initial inner input insight install instance integration integrations interact interaction interactions
interval ipv6 is item items java javascript javascripts jid jpeg jpg js json jsonp jsp jsver key keys kind label landing lang language
languages last latency layer layout lead length level lib library libs limit line link linkedin links list listener live load loaded
loader loc local locale location log logger logging login logs lookup lsid main map mapping mark marketing match matomo max mbox media
member message messages messaging meta metadata method metric metrics metrika microdata min mixpanel mjs mobile mode model module modules
monitor mouseflow msg multi name names nav navigation navigator network new next nid node nodes nonce npa nr null num number object offset
old onload onsite op open opt option options optout ord order org organisation organization origin os out outer output own owner package
page pagead pageid pages pageview param parameter parameters params parent part partner parts path pathname payload perf performance pgid
php ping pinterest piwik pixel pixelid pixelratio pixels pl platform plugin plugins png pod pos position post pr pref preferences prefix
prev preview previous privacy privacy_sandbox prod product products profile project prop properties property props protocol provider proxy
prum ptbe ptc ptq pub public publisher push pvid px quality quant query queue rand random rate ratio raw read ready realtime rec received
record recorder recording records reddit redir ref refer referer referrer regclk region register release reload remarketing remote render
replay report reporting reports req request requests res resolution resource resources response result results ret retry revision rmkt rnd
role root route router rp rul rule rules rum run runtime sandbox schema scope screen script scripts scroll sdk search sec section secure
seg segment select selector send sent seq sequence series server service services session sessions set settings setup sha share shared
shop show site sites size sizes slot snapchat snippet snoo source sourceid sources src srv ss ssl ssp stack stage standard start stat
state static stats status step storage store stream string style submit subtype success support svc svg sync system tag tagged tagging
tags target tcf td temp template test text theme themes thirdparty tiktok time timeout timer times timestamp timezone timing title token
tool top topic total touch tp tr trace track tracker trackers tracking traffic traits trans transaction transport tree trigger triggers
twitter txn type types tz ua uat ui uid uids unique unit unix update updated upload uploads uri url urls usage user user-list user-lists
userdata users usersync using utc utm uuid val value values var variable variables variant vendor vendors ver version versions vid video
view viewed viewport views viewthroughconversion vis visibility visible visit visitor visits vitals watch web webp webpage website
webvitals widget width window windows wmode wow64 write www xhr xml zone
"""
"""Words that trackers name things with, in small letters."""

_WORDS = frozenset(_TECHNICAL.split())


@dataclass(slots=True)
class Room:
    """How many short words may still stand in one name, path or host: one after another they could spell anything."""

    words: int = _MOST_SHORT
    digits: int = _MOST_DIGITS

    def takes(self, words: Sequence[str]) -> bool:
        """Whether there is room for these words of a part; then it is taken."""
        short = [word for word in words if len(word) <= _SHORTEST]
        digits = sum(word.isdigit() for word in short)
        if len(short) - digits > self.words or digits > self.digits:
            return False
        self.words -= len(short) - digits
        self.digits -= digits
        return True


def name_of(name: str, own: Collection[str] = (), room: Room | None = None) -> str:
    """The name, or as much of it as may stand. ``own`` are the page's and the filter's own names; ``room`` is given for a part of a longer
    one, such as a path.
    """
    if not name or (name in VENDORS_NAMES and (room is None or len(name) > _SHORTEST)):
        return name
    if len(name) > MAX_NAME or not _SHAPE.fullmatch(name):
        return CUT
    if name in own:
        return name
    room = room or Room()
    return "".join(
        piece if _SIGNS.fullmatch(piece) or piece in own or piece.lower() in own or _is_technical(piece, room) else CUT
        for piece in filter(None, _PIECES.split(name))
    )


def _is_technical(piece: str, room: Room) -> bool:
    """Whether a part of a name is made of words that trackers name things with."""
    words = [piece] if piece in VENDORS_NAMES else [word for part in _PARTS.split(piece) if part for word in _CAMEL.split(part)]
    return all(map(_is_word, words)) and room.takes(words)


def _is_word(word: str) -> bool:
    if len(word) <= _SHORTEST:
        return word.lower() in _WORDS or (_SHORT.fullmatch(word) is not None and word.lower() not in _SPELT)
    if word.lower() in _WORDS or word in VENDORS_NAMES or _SHORT.fullmatch(word):
        return True
    numbered = _NUMBERED.fullmatch(word)
    return numbered is not None and numbered[1].lower() in _WORDS
