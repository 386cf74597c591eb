"""What a copy made from open pages says besides: what could not be seen of them (docs/WORDS.md, "Sentences")."""

from netcurtain.core.translation import _

ELSEWHERE = _("Sites can also pass things on where nobody's browser can see.")
MISSED_A_START = _("Netcurtain was not looking all the time these pages were open, so there may be more.")
NOT_ALL_OF_IT = _("There was so much that not all of it is in this copy.")
NOT_WHOLE = _("Some requests were too large to remember whole, so of these only what they told is in this copy.")
