"""What the core judges by, as it is read from the files that ship with the app."""

from pathlib import Path

from netcurtain import knowledge


def test_the_first_second_knows_every_way_of_a_company_that_our_own_list_has(tmp_path: Path) -> None:
    starter = knowledge.first(knowledge.shelf_in(tmp_path)).starter
    assert {"||facebook.com/tr^", "||connect.facebook.net/signals/"} <= set(starter["Meta (Facebook)"])


def test_the_other_ways_ship_with_the_app() -> None:
    assert {"emergency_999", "samaritans"} <= {contact.key for contact in knowledge.support()}
