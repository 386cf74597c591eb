import pytest

from netcurtain.core.decoders.google_tag import tell_user_data
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import Identity

HEX = "0123456789abcdef" * 4
URL = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE"
NOTHING = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"


def told(*tokens: str) -> list[tuple[str, str]]:
    telling = Telling("", "")
    tell_user_data(telling, {"em": tokens})
    values = [fact.value for fact in telling.event(None).told]
    return [(value.kind.value, value.form.value) for value in values if isinstance(value, Identity)]


@pytest.mark.parametrize(
    ("token", "identities"),
    [
        (f"tv.1~em.{URL}", [("email", "sha256")]),
        (f"tv.1~em.{HEX}~pn.{HEX}", [("email", "sha256"), ("phone", "sha256")]),
        (f"tv.1~em.{URL}~em.{HEX}~em.{URL}", [("email", "sha256")]),
        (f"tv.1~fn0.{URL}~ln0.{URL}", [("first_name", "sha256"), ("last_name", "sha256")]),
        ("tv.1~ct0.exampleton~rg0.kent~pc0.AB12~co0.GB", [(kind, "plain") for kind in ("city", "county", "postcode", "country")]),
        ("tv.1~em.pat@mail.example~pn.07700900123", [("email", "plain"), ("phone", "plain")]),
        (f"tv.1~em.e1~pn.{HEX}", [("phone", "sha256")]),
        (f"tv.1~zz.1~foo~.~~em~sa0.{HEX}~em.{URL}", [("email", "sha256")]),
        ("tv.1~em.e1~pn.e23~fn0.e2", []),
        ("tv.1~ec.e3", []),
        (f"tv.1~em.~pn.0~fn0.undefined~ln0.{NOTHING}", []),
        ("tv.1", []),
        ("tv.1~em.", []),
        (f"em.{URL}", []),
        (f"other~em.{URL}", []),
        (URL, []),
        ("", []),
    ],
)
def test_the_parts_of_a_persons_data(token: str, identities: list[tuple[str, str]]) -> None:
    assert told(token) == identities


def test_only_so_many_parts_are_read() -> None:
    assert told("tv.1" + "~zz.1" * 200 + f"~em.{URL}") == []
