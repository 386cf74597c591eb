"""A small disk for one child alone: a tmpfs in a mount namespace of its own, which goes away with the child. Linux; no rights are needed
where the system lets everybody have namespaces.
"""

import ctypes
import errno
import os
from pathlib import Path

_NEW_NAMESPACE, _NEW_USER = 0x00020000, 0x10000000
_READ_ONLY, _REMOUNT, _PRIVATE, _RECURSIVE = 1, 32, 1 << 18, 1 << 14


class NoOwnDiskError(Exception):
    """This system does not let us have one."""


def mount(folder: Path, size: int) -> None:
    """Put an empty disk of ``size`` bytes on a folder; only this process and its children see it. Raises NoOwnDiskError."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "unshare"):
        raise NoOwnDiskError
    user, group, is_root = os.geteuid(), os.getegid(), os.geteuid() == 0
    if libc.unshare(_NEW_NAMESPACE if is_root else _NEW_NAMESPACE | _NEW_USER):
        raise NoOwnDiskError
    if not is_root:
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    if libc.mount(b"none", b"/", None, _PRIVATE | _RECURSIVE, None):
        raise NoOwnDiskError
    if libc.mount(b"none", os.fsencode(folder), b"tmpfs", 0, f"size={size},mode=700".encode()):
        raise NoOwnDiskError


def make_read_only(folder: Path) -> None:
    if ctypes.CDLL(None, use_errno=True).mount(b"none", os.fsencode(folder), None, _READ_ONLY | _REMOUNT, None):
        raise NoOwnDiskError


def fill(file: Path) -> None:
    """Write to a file until not one byte more fits on its disk."""
    with file.open("wb", buffering=0) as filler:
        for size in (65536, 4096, 1):
            try:
                while filler.write(bytes(size)):
                    pass
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
