"""docs/ATTACKS.md says what the table says, and the table has all the pages."""

from tests.end_to_end.attacks import website
from tests.end_to_end.attacks.attack import Attack, End, Win
from tests.end_to_end.attacks.attacks import ATTACKS
from tests.end_to_end.attacks.document import FILE, text
from tests.end_to_end.attacks.rows import IN_EVERY_RUN

BAD_ENDS = {End.BY_ITSELF, End.SILENT, End.UNSEEN, End.STUCK, End.NOWHERE}
SECURITY = FILE.with_name("SECURITY.md")


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
        return bool(BAD_ENDS & {*attack.ends} or attack.succeeds_in or attack.never_in) and not attack.left

    assert [attack.name for attack in ATTACKS if is_silent(attack)] == []


def test_what_succeeds_says_what_it_does() -> None:
    assert [attack.name for attack in ATTACKS if bool(attack.succeeds_in) is not bool(attack.win)] == []
    assert [attack.name for attack in ATTACKS if (End.BY_ITSELF in attack.ends) is not (attack.win is Win.UNANSWERED)] == []


def test_what_sends_without_an_answer_is_named_where_it_is_said_what_is_not_protected() -> None:
    security = SECURITY.read_text(encoding="utf-8")
    assert [attack.name for attack in ATTACKS if attack.win is Win.UNANSWERED and f"`{attack.name}`" not in security] == []
