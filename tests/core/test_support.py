import pytest

from netcurtain.core.support import Bill, Contact, Nation, choose, parse_contacts

HEAD = 'checked = "2026-11-24"\n'
REST = 'whom = ""\ncall = "1"\nwithout_speaking = []\ngrade = "A"\nsource = "https://x.example/"\ndate = "undated"\n'


def block(key: str, subjects: str, nations: str = '["uk"]', more: str = "") -> str:
    return f'[[contact]]\nkey = "{key}"\nname = "{key}"\nsubjects = {subjects}\nnations = {nations}\n{REST}{more}\n'


CONTACTS = parse_contacts(
    HEAD
    + block("999", '["crime_report"]', more="emergency = true")
    + block("specialist", '["sexual_offence"]', '["england", "wales"]')
    + block("scottish", '["sexual_offence", "domestic_abuse"]', '["scotland"]')
    + block("police", '["crime_report", "sexual_offence"]', more='fallback = ["safeguarding", "other"]')
    + block("men", '["domestic_abuse"]', '["not_stated"]')
    + block("medical", '["health"]', '["england"]', more='fallback = ["safeguarding", "other"]')
    + block("money", '["finance"]', '["england"]', more='fallback = ["identity_documents", "other"]')
    + block("child", '["safeguarding"]')
    + block("listening", '["mental_health"]')
)


def keys(contacts: tuple[Contact, ...]) -> list[str]:
    return [contact.key for contact in contacts]


@pytest.mark.parametrize(
    ("categories", "nation", "fitting", "general"),
    [
        pytest.param(("sexual_offence",), None, ["specialist", "scottish", "police"], [], id="anywhere: the file's order"),
        pytest.param(("sexual_offence",), Nation.ENGLAND, ["specialist", "police"], [], id="a nation's own line before the whole UK"),
        pytest.param(("sexual_offence",), Nation.SCOTLAND, ["scottish", "police"], [], id="never another nation's"),
        pytest.param(("sexual_offence",), Nation.NI, ["police"], [], id="a nation without a line of its own"),
        pytest.param(("domestic_abuse",), Nation.NI, ["men"], [], id="who does not state the nation is not ruled out"),
        pytest.param(("domestic_abuse", "sexual_offence"), Nation.SCOTLAND, ["scottish", "men", "police"], [], id="the primary one first"),
        pytest.param(("mental_health", "domestic_abuse"), Nation.SCOTLAND, ["listening", "scottish", "men"], [], id="file order gives way"),
        pytest.param(("benefits",), Nation.ENGLAND, [], ["police", "medical", "money"], id="no contact of its own"),
        pytest.param(("identity_documents",), Nation.ENGLAND, [], ["money", "police", "medical"], id="who stands in for it comes first"),
        pytest.param(("health",), Nation.WALES, [], ["police"], id="none in this nation"),
        pytest.param(("benefits", "mental_health"), None, ["listening"], [], id="the second category has one"),
        pytest.param(("safeguarding",), None, ["child"], ["police", "medical"], id="one, and not good enough"),
        pytest.param(("health", "safeguarding"), Nation.ENGLAND, ["medical", "child"], ["police"], id="nobody twice"),
        pytest.param(("unheard_of",), Nation.NI, [], ["police"], id="an unknown category"),
        pytest.param(
            (),
            None,
            ["police", "medical", "money", "specialist", "scottish", "men", "child", "listening"],
            [],
            id="anything: for anything first",
        ),
    ],
)
def test_who_fits_and_in_which_order(categories: tuple[str, ...], nation: Nation | None, fitting: list[str], general: list[str]) -> None:
    chosen = choose(CONTACTS, categories, nation)
    assert keys(chosen.emergency) == ["999"]
    assert keys(chosen.fitting) == fitting
    assert keys(chosen.general) == general
    assert keys(chosen.all) == ["999", *fitting, *general]


def test_what_is_left_out_of_a_block_is_not_claimed() -> None:
    contact = CONTACTS[1]
    assert (contact.hours, contact.free, contact.bill, contact.notes, contact.emergency) == (None, None, None, (), False)
    assert contact.nations == (Nation.ENGLAND, Nation.WALES)
    assert CONTACTS[4].nations == ()


def test_what_is_in_a_block_is_read() -> None:
    more = 'hours = ""\nfree = true\nbill = "on"\nnotes = ["A.", "B."]\nnotes_on_ways = ["C."]\nchecked = "2027-02-01"'
    (contact,) = parse_contacts(HEAD + block("a", '["health"]', more=more))
    assert (contact.hours, contact.free, contact.bill, contact.checked) == ("", True, Bill.ON, "2027-02-01")
    assert (contact.notes, contact.notes_on_ways) == (("A.", "B."), ("C.",))


@pytest.mark.parametrize(
    "text",
    [
        block("a", '["health"]'),
        HEAD + block("a", "[]"),
        HEAD + block("a", '["health"]', '["france"]'),
        HEAD + block("a", '["health"]', more='bill = "perhaps"'),
        HEAD + block("a", '["health"]') * 2,
        HEAD + block("a", '["health"]').replace('date = "undated"\n', ""),
    ],
    ids=["nothing on who checked", "no subject", "not a nation of the UK", "not a word for the bill", "a key twice", "no date"],
)
def test_a_wrong_file_is_our_bug(text: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        parse_contacts(text)
