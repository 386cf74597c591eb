"""Yandex Metrica: ``/watch/`` or ``/webvisor/`` and the site's number: the page, or a goal of the site that somebody has reached there."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling, where_web
from netcurtain.core.finding import DecodedEvent, What

VENDOR = "Yandex Metrica"
ORGANISATION = "Yandex"
HOSTS: tuple[str, ...] = ("mc.yandex.ru", "mc.yandex.com", "mc.yandex.by", "mc.yandex.kz")
MARKERS: tuple[str, ...] = ()

_PATH = re.compile(r"/(?:watch|webvisor)/(\d{1,12})(?:/\d{1,3})?/?")
_PAGE = {"page-url": What.PAGE_ADDRESS, "page-ref": What.REFERRER}
_ON_A_PAGE = {"page-ref": What.PAGE_ADDRESS}
_DONE = re.compile(r"(?!https?:)([a-z]+)://[^/?#]*/?([^?#]*)", re.IGNORECASE)
"""What stands for the page's address where something was done on it, such as ``goal://a.example/form_sent``."""


def claims(payload: Payload) -> bool:
    """Its telling requests, not its script."""
    return _PATH.fullmatch(payload.path) is not None


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """The one event."""
    telling = Telling(VENDOR, ORGANISATION)
    done = _DONE.match(payload.first("page-url"))
    if done:
        telling.tell(What.EVENT, done[2] or done[1], "page-url")
    telling.tell_by_table(payload.parameters, where_web(payload.parameters, _ON_A_PAGE if done else _PAGE))
    if in_path := _PATH.fullmatch(payload.path):
        telling.tell_tag(in_path[1], "path")
    return [telling.event(None)]
