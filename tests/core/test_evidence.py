"""What a copy is made of says nothing of itself in a log or an exception."""

from pathlib import Path

from tests.evidence import samples

from netcurtain.core.saved_copy import CopyKind, CopyWish, Letters


def test_no_fact_of_a_page_is_in_what_a_log_would_say() -> None:
    evidence = samples.evidence()
    page = evidence.pages[0]
    said = repr([evidence, page, *page.requests, *page.moments, *(one.redacted for one in page.requests)])
    assert "Evidence()" in said
    assert not any(word in said for word in (evidence.site, page.address, page.title, page.requests[0].host))


def test_nothing_that_a_person_wrote_or_chose_for_a_copy_is_either() -> None:
    wish = CopyWish(CopyKind.SOLICITOR, Path("/home/pat/copy.pdf"), "visit-1", "site.example", name="Pat", passphrase="a long walk")
    said = repr([wish, Letters("Dear Pat", "To whom", "To whom")])
    assert not any(word in said for word in ("pat", "Pat", "site.example", "walk", "Dear"))
