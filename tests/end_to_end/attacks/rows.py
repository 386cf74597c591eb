"""The table as pytest takes it: in every run a row or two for each thing that stands in the way, and all of them by `make attacks`, which
sets NETCURTAIN_ATTACKS=1.
"""

import os

import pytest
from _pytest.mark import ParameterSet
from tests.end_to_end.attacks.attacks import ATTACKS

WHOLE = os.environ.get("NETCURTAIN_ATTACKS") == "1"
_IN_EVERY_RUN = """
    popover popover_in_closed_root popover_over_the_words toggle_swallowed dialog frame_over_all view_transition
    removed_again moved_into_inert moved_into_a_frame moved_in_place attributes host_style_display html_inert document_opened root_replaced
    emptied dialog_closed registered_names names_registered html_filtered html_not_rendered
    forged_presses forged_keys forged_submit submit_again native_of_a_srcdoc form_out_and_in time_patched focus_stolen enter_held escape
    busy_in_the_observer
    secret_listened_for words_read words_searched presses_watched keys_watched
    sends_in_its_handlers double_press
"""
IN_EVERY_RUN = frozenset(_IN_EVERY_RUN.split())


def rows() -> list[ParameterSet]:
    """Each attack, named."""
    return [pytest.param(attack, id=attack.name) for attack in ATTACKS if WHOLE or attack.name in IN_EVERY_RUN]
