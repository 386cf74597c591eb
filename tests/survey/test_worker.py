"""What runs on a worker of a Dask cluster, without one."""

import socket
from pathlib import Path

import pytest
from tests.survey.stand_in import LISTS, on_worker, result_of, task

from netcurtain import __version__
from netcurtain.survey import worker
from netcurtain.survey.asked import Asked, SiteTask
from netcurtain.survey.parcel import unpack
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.worker import Carried, OtherWorkerError, surveyor_on


def carried(tmp_path: Path) -> Carried:
    return Carried(__version__, "hash", Asked(contact=str(tmp_path)), LISTS, (("Test list", "Test list", "||t.example^"),))


def test_another_extension_is_another_version(tmp_path: Path) -> None:
    with pytest.raises(OtherWorkerError):
        surveyor_on(worker.packed(carried(tmp_path)))


def test_lists_become_knowledge_once_in_a_process() -> None:
    texts = (("Test list", "Test list", "||t.example^"),)
    assert worker._knowledge(texts) is worker._knowledge(texts)
    assert worker._knowledge(texts).lists == ("Test list",)


SITE = task("site1.example", 1)


def test_what_a_worker_packs_is_the_result(tmp_path: Path) -> None:
    looked = worker.look(worker.packed(SITE), worker.packed(carried(tmp_path)), on_worker)
    assert looked.worker == socket.gethostname()
    assert unpack(looked.packed, SITE, tmp_path) == result_of(SITE)
    assert (tmp_path / "0001-01.har").is_file()


def test_a_worker_remembers_in_one_run_whom_it_has_reached(tmp_path: Path) -> None:
    gone = task("gone-9.example", 2)

    def trouble_of(site: SiteTask, run: bytes) -> Trouble | None:
        return unpack(worker.look(worker.packed(site), run, on_worker).packed, site, tmp_path).pages[0].trouble

    one, other = worker.packed(carried(tmp_path)), worker.packed(carried(tmp_path))
    assert trouble_of(gone, one) is Trouble.NO_ANSWER
    assert trouble_of(SITE, one) is None
    assert trouble_of(gone, one) is Trouble.NOT_FOUND
    assert trouble_of(gone, other) is Trouble.NO_ANSWER
