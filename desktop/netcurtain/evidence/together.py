"""What is known of pages that are open, and what is kept of those that were left, as one copy. Pure."""

from msgspec.structs import replace

from netcurtain.core import wording
from netcurtain.core.evidence import Evidence


def together(opened: Evidence | None, kept: Evidence | None) -> Evidence | None:
    """Both, oldest page first; None where there is neither. An open page is told by what is open, which knows more of it."""
    if opened is None or kept is None:
        return opened or kept
    known = {page.page for page in opened.pages}
    left = [page for page in kept.pages if page.page not in known]
    pages = sorted((*left, *opened.pages), key=lambda page: page.opened)
    seen = any(page.requests or page.left_out for page in pages)
    not_seen = dict.fromkeys((*opened.not_seen, *kept.not_seen))
    return replace(
        opened,
        pages=tuple(pages),
        not_seen=tuple(sentence for sentence in not_seen if not (seen and sentence == wording.NOTHING_SEEN)),
        gaps=tuple(sorted({*opened.gaps, *kept.gaps})),
    )
