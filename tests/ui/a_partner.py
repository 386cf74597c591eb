"""A charity's file as the pictures and the walk through every window show it. There is no such charity."""

from pathlib import Path

from netcurtain.core.partner import Partner, PartnerWay

PARTNER = Partner(
    "Harbour Centre",
    (
        PartnerWay("Helpline", "0000 000 0000", "Every day from 9 to 21. You need not give a name."),
        PartnerWay("Chat", "https://chat.harbour-centre.example", "Somebody answers within ten minutes.", without_speaking=True),
    ),
    "2099-06-30",
    "3f2a 91bc 0d77 4e10 aa52 9c1f 6b30 e8d4",
    "For anybody in Northshire who was hurt or harassed.",
)
PARTNER_FILE = Path("/a-charitys-file.netcurtain")
