"""What a pixel is set up to take, read from scripts of the shapes that Meta and TikTok serve; all numbers are invented."""

import pytest

from netcurtain.core.decoders.set_up import taken
from netcurtain.core.finding import IdentityKind

META, TIKTOK = "connect.facebook.net", "analytics.tiktok.com"
EMAIL, PHONE, FIRST = IdentityKind.EMAIL, IdentityKind.PHONE, IdentityKind.FIRST_NAME

ON = 'instance.optIn("11", "AutomaticMatching", true);'
KEYS = 'config.set("11", "automaticMatching", {"selectedMatchKeys":["ph","em","fn"]});'


@pytest.mark.parametrize(
    ("host", "text", "expected"),
    [
        pytest.param(META, f'{KEYS}\nfbq.loadPlugin("identity");\n{ON}', (EMAIL, PHONE, FIRST), id="Meta's matching is on"),
        pytest.param(META, KEYS, (), id="keys without the matching"),
        pytest.param(META, KEYS + ON.replace("true", "false"), (), id="matching that is off"),
        pytest.param(META, KEYS + ON.replace("11", "12"), (), id="matching that is on for another pixel"),
        pytest.param(META, ON, (), id="matching without keys"),
        pytest.param(
            META, KEYS + ON.replace('"AutomaticMatching"', '"AutomaticMatchingForPartnerIntegrations"'), (), id="another matching"
        ),
        pytest.param(META, KEYS.replace('"em"', '"zz"') + ON, (PHONE, FIRST), id="a key that nobody knows"),
        pytest.param(META, (KEYS + ON).replace('"', "'"), (EMAIL, PHONE, FIRST), id="other quotes"),
        pytest.param(
            TIKTOK,
            '"plugins": {"AdvancedMatching": {"email": true}, "AutoAdvancedMatching": {"auto_email": true, "auto_phone_number": false}}',
            (EMAIL,),
            id="TikTok's matching is on for one",
        ),
        pytest.param(TIKTOK, "AutoAdvancedMatching:{auto_email:!0,auto_phone_number:!0}", (EMAIL, PHONE), id="TikTok's, made short"),
        pytest.param(TIKTOK, "map:{AutoAdvancedMatching:!0,Shopify:!1}", (), id="only which script comes next"),
        pytest.param(TIKTOK, '"AdvancedMatching": {"email": true, "phone_number": true}', (), id="what the site hands over"),
        pytest.param(TIKTOK, KEYS + ON, (), id="Meta's in TikTok's script"),
        pytest.param("example.org", KEYS + ON, (), id="another host"),
        pytest.param(META, "", (), id="nothing"),
    ],
)
def test_what_a_pixel_takes_by_itself(host: str, text: str, expected: tuple[IdentityKind, ...]) -> None:
    assert taken(host, text) == expected


def test_of_a_script_of_very_many_pixels_some_are_read() -> None:
    assert taken(META, "".join((KEYS + ON).replace("11", str(number)) for number in range(5000))) == (EMAIL, PHONE, FIRST)


@pytest.mark.parametrize("host", [META, TIKTOK])
@pytest.mark.parametrize(
    "piece", ['optIn("1",', 'config.set("1","automaticMatching",{"selectedMatchKeys":[', "AutoAdvancedMatching:{", '"', "{", " "]
)
def test_a_script_that_is_made_to_be_slow_is_read_to_its_end(host: str, piece: str) -> None:
    assert taken(host, piece * (262_144 // len(piece))) == ()
