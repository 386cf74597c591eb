"""What every decoder reads: the parameters of a request, from its address and its body."""

from collections.abc import Mapping, Sequence

Parameters = Mapping[str, Sequence[str]]
"""Each name with its values, in order."""

MAX_VALUE = 500
"""Characters of one told value that are kept."""
