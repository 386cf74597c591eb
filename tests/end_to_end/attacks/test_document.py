"""docs/ATTACKS.md says what the table says, and the table has all the pages."""

from tests.end_to_end.attacks import website
from tests.end_to_end.attacks.attack import Attack, End
from tests.end_to_end.attacks.attacks import ATTACKS
from tests.end_to_end.attacks.document import FILE, text
from tests.end_to_end.attacks.rows import IN_EVERY_RUN

BAD_ENDS = {End.UNSEEN, End.STUCK, End.NOWHERE}


def test_the_document_is_made_from_the_table() -> None:
    assert FILE.read_text(encoding="utf-8") == text()


def test_every_page_is_an_attack_of_the_table_and_has_one_name() -> None:
    pages = sorted(file.stem for file in website.PAGES.iterdir() if file.name != "shared.js")
    assert pages == sorted(attack.name for attack in ATTACKS)


def test_every_run_plays_rows_of_the_table_and_not_too_many() -> None:
    assert {attack.name for attack in ATTACKS} >= IN_EVERY_RUN
    assert len(IN_EVERY_RUN) <= 40


def test_what_an_attack_can_still_do_is_said() -> None:
    def is_silent(attack: Attack) -> bool:
        return bool(BAD_ENDS & {*attack.ends} or attack.succeeds_in) and not attack.left

    assert [attack.name for attack in ATTACKS if is_silent(attack)] == []
