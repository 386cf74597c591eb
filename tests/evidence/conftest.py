"""A copy for an organisation, one for a solicitor, and the first one taken apart."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.evidence import samples
from tests.evidence.copies import PASSPHRASE

from netcurtain.core.saved_copy import CopyKind
from netcurtain.evidence.bundle import copy_of


@pytest.fixture(scope="module")
def made() -> bytes:
    return copy_of(samples.evidence(), CopyKind.ORGANISATION, zone=samples.ZONE)


@pytest.fixture(scope="module")
def locked() -> bytes:
    return copy_of(samples.evidence(), CopyKind.SOLICITOR, passphrase=PASSPHRASE, zone=samples.ZONE)


@pytest.fixture
def taken_apart(tmp_path: Path, made: bytes) -> Path:
    with zipfile.ZipFile(BytesIO(made)) as archive:
        archive.extractall(tmp_path)
    return tmp_path
