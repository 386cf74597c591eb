"""A charity's own words beside ours: what a partner's file adds. There is nothing in it that could replace anything of ours.

partner/ reads, checks and keeps the files.
"""

import msgspec


class PartnerWay(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One way to be heard that a partner offers: what it is called, how to reach it, a line about it, and whether nobody has to speak."""

    name: str
    call: str
    note: str = ""
    without_speaking: bool = False


class Partner(msgspec.Struct, frozen=True, omit_defaults=True):
    """A partner as its file says, signed by it. ``expires`` is its last day, such as 2027-06-30; ``fingerprint`` is how a person compares
    its key.
    """

    name: str
    ways: tuple[PartnerWay, ...]
    expires: str
    fingerprint: str
    about: str = ""
