"""How to leave a company out: one rule a flagged filter, never a whole site, never the page's own.

The extension turns a rule into a ``declarativeNetRequest`` session rule for one tab; the fields are that interface's conditions.
"""

import msgspec


class BlockRule(msgspec.Struct, frozen=True, omit_defaults=True):
    """One rule: ``domains`` for a bare ``||host^``, otherwise ``url_filter`` (same anchors as the list's) or ``regex``.

    ``types`` and ``excluded_types`` are webRequest's names; ``third_party`` None means either. ``allow`` is an exception that lets through.
    ``organisation`` is who the rule leaves out, for counting.
    """

    organisation: str = ""
    domains: list[str] = []
    url_filter: str = ""
    regex: str = ""
    types: list[str] = []
    excluded_types: list[str] = []
    excluded_domains: list[str] = []
    third_party: bool | None = None
    match_case: bool = False
    allow: bool = False
