"""How the site's own numbers with the vendors look, and that what people type does not look so."""

import pytest

from netcurtain.core import decoders
from netcurtain.core.decoders import site_numbers
from netcurtain.core.decoders.site_numbers import has_shape

UUID = "1b2c3d4e-0a1b-4c2d-8e3f-123456789abc"


def test_every_vendor_has_a_shape() -> None:
    assert set(site_numbers._SHAPES) == {decoder.VENDOR for decoder in decoders.DECODERS}


@pytest.mark.parametrize(
    ("vendor", "number"),
    [
        ("Meta Pixel", "400000000000001"),
        ("Google Analytics 4", "G-ABCD123456"),
        ("Google Analytics (Universal)", "UA-1234567-1"),
        ("Google Tag Manager", "GTM-ABC123"),
        ("Google Tag Manager", "GT-ABC1234"),
        ("Google Ads", "AW-123456789"),
        ("Google Ads", "987654321"),
        ("Google Ads", "1071234567"),
        ("Google Ads", "16512345678"),
        ("Floodlight", "8812345"),
        ("TikTok Pixel", "C1ABC2DEF3GHI4JKL5MN"),
        ("Snap Pixel", UUID),
        ("X Pixel", "o1abc"),
        ("Pinterest Tag", "2612345678901"),
        ("Reddit Pixel", "t2_abc12def"),
        ("Adobe Experience Edge", UUID),
        ("Amplitude", "0123456789abcdef0123456789abcdef"),
        ("Microsoft Clarity", "3t0wl0gvdz"),
        ("FullStory", "o-1ABC2D-na1"),
        ("Hotjar", "3123456"),
        ("HubSpot", "7654321"),
        ("LinkedIn Insight", "1234567"),
        ("Microsoft UET", "187654321"),
        ("Segment", "aBcDeFgHiJkLmNoPqRsTuVwX12345678"),
    ],
)
def test_a_vendors_number_has_its_shape(vendor: str, number: str) -> None:
    assert has_shape(vendor, number)


@pytest.mark.parametrize("decoder", decoders.DECODERS, ids=lambda decoder: decoder.VENDOR)
@pytest.mark.parametrize(
    "typed",
    [
        "07700900123",
        "447700900123",
        "+447700900123",
        "7700900123",
        "1614960000",
        "QQ123456C",
        "qq123456c",
        "LE14MQ",
        "le14mq",
        "n11aa",
        "M11AE",
        "9434765919",
        "19900412",
        "12041990",
        "04121990",
        "120490",
        "900412",
        "12-04-1990",
        "CR-2291-77",
        "HELPME2",
        "anna1990",
        "midnight",
        "jack-smith",
        "G-HELPME2",
        "G-9434765919",
        "42",
    ],
)
def test_what_people_type_has_no_vendors_shape(decoder: decoders.Decoder, typed: str) -> None:
    assert not has_shape(decoder.VENDOR, typed)


def test_a_vendor_that_nobody_knows_has_no_numbers() -> None:
    assert not has_shape("", "400000000000001")
