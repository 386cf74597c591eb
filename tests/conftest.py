"""Set before any test imports Qt."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# No test asserts a wall-clock time: a slow computer that draws its first example for a second has found nothing.
settings.register_profile("without a clock", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("without a clock")

# A window needs a screen; where none is asked for by name, Qt draws into memory.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browsers' tests come last: their driver keeps a loop running in this thread to the end, where others run loops of their own."""
    items.sort(key=lambda item: "end_to_end" in item.path.parts)


@pytest.fixture(autouse=True, scope="session")
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the lists mean is kept in the cache folder; a test leaves nothing in the person's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
