"""Stands between SQLite and its files: every write, sync and delete of the database and its log is heard first, and may be refused.

    SQLite -> our table of methods -> Listener -> the system's own methods

It is a copy of the system's own way to files (a "VFS") with six methods changed, registered as the default while the context lasts.
Every connection of the process that is opened meanwhile goes through it, without knowing.
"""

import ctypes as c
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlcipher3 import _sqlite3

SQLITE_OK, SQLITE_IOERR = 0, 10
SQLITE_OPEN_CREATE, SQLITE_OPEN_LOG, SQLITE_OPEN_JOURNAL = 0x4, 0x80000, 0x800

_OPEN = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_void_p, c.c_int, c.POINTER(c.c_int))
_DELETE = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_char_p, c.c_int)
_CLOSE = c.CFUNCTYPE(c.c_int, c.c_void_p)
_WRITE = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_int, c.c_int64)
_TRUNCATE = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int64)
_SYNC = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int)


class _Vfs(c.Structure):
    """``sqlite3_vfs``, the third version; methods that we leave alone are plain pointers."""

    _fields_ = (
        ("version", c.c_int),
        ("file_size", c.c_int),
        ("longest_path", c.c_int),
        ("next", c.c_void_p),
        ("name", c.c_char_p),
        ("app_data", c.c_void_p),
        ("open", c.c_void_p),
        ("delete", c.c_void_p),
        ("others", c.c_void_p * 13),
    )


class _Methods(c.Structure):
    """``sqlite3_io_methods``, the third version."""

    _fields_ = (
        ("version", c.c_int),
        ("close", c.c_void_p),
        ("read", c.c_void_p),
        ("write", c.c_void_p),
        ("truncate", c.c_void_p),
        ("sync", c.c_void_p),
        ("others", c.c_void_p * 13),
    )


class _File(c.Structure):
    """``sqlite3_file``: what the system's own methods add stands behind it."""

    _fields_ = (("methods", c.c_void_p),)


class Listener(Protocol):
    """Hears what SQLite is about to do. The answer is 0 to let it happen, or the code of an error to refuse it."""

    def opening(self, path: Path, flags: int) -> int: ...

    def write(self, path: Path, offset: int, data: bytes) -> int: ...

    def truncate(self, path: Path, size: int) -> int: ...

    def sync(self, path: Path) -> int:
        """Heard in place of the real one: who simulates a disk need not wait for another."""

    def deleting(self, path: Path, *, synced: bool) -> int:
        """``synced``: its folder is synced as well."""


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Connections opened within are heard; they must be closed within, too."""
    library = c.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = c.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = (c.c_char_p,)
    library.sqlite3_vfs_register.argtypes = (c.POINTER(_Vfs), c.c_int)
    library.sqlite3_vfs_unregister.argtypes = (c.POINTER(_Vfs),)
    system = library.sqlite3_vfs_find(None)
    between = _Between(system.contents, listener)
    library.sqlite3_vfs_register(c.byref(between.vfs), 1)
    try:
        yield
    finally:
        library.sqlite3_vfs_unregister(c.byref(between.vfs))
        library.sqlite3_vfs_register(system, 1)


class _Between:
    """The six methods, and which file is which. Holds everything that SQLite has pointers to."""

    def __init__(self, system: _Vfs, listener: Listener) -> None:
        self._listener = listener
        self._system_open = _OPEN(system.open)
        self._system_delete = _DELETE(system.delete)
        self._open_files: dict[int, Path] = {}
        self._system_methods: dict[int, _Methods] = {}
        self._our_methods: dict[int, _Methods] = {}
        self._methods_of: dict[int, int] = {}
        self._callbacks = (
            _OPEN(_careful(self._open)),
            _DELETE(_careful(self._delete)),
            _CLOSE(_careful(self._close)),
            _WRITE(_careful(self._write)),
            _TRUNCATE(_careful(self._truncate)),
            _SYNC(_careful(self._sync)),
        )
        self.vfs = _Vfs.from_buffer_copy(system)
        self.vfs.name = b"netcurtain-faults"
        self.vfs.open, self.vfs.delete, *_ = (c.cast(callback, c.c_void_p).value for callback in self._callbacks)

    def _open(self, vfs: int, name: int | None, file: int, flags: int, out_flags: object) -> int:
        path = Path(c.string_at(name).decode()) if name else None
        if path and (refused := self._listener.opening(path, flags)):
            _File.from_address(file).methods = None
            return refused
        code: int = self._system_open(vfs, name, file, flags, out_flags)
        if code == SQLITE_OK and path:
            self._open_files[file] = path
            self._methods_of[file] = system = _File.from_address(file).methods
            _File.from_address(file).methods = c.addressof(self._ours(system))
        return code

    def _ours(self, system: int) -> _Methods:
        """Our copy of one of the system's tables of methods."""
        if system not in self._our_methods:
            self._system_methods[system] = _Methods.from_address(system)
            ours = self._our_methods[system] = _Methods.from_buffer_copy(_Methods.from_address(system))
            ours.close, ours.write, ours.truncate, ours.sync = (c.cast(callback, c.c_void_p).value for callback in self._callbacks[2:])
        return self._our_methods[system]

    def _theirs(self, file: int) -> _Methods:
        return self._system_methods[self._methods_of[file]]

    def _delete(self, vfs: int, name: bytes, synced: int) -> int:
        code: int = self._listener.deleting(Path(name.decode()), synced=bool(synced)) or self._system_delete(vfs, name, synced)
        return code

    def _close(self, file: int) -> int:
        code: int = _CLOSE(self._theirs(file).close)(file)
        del self._open_files[file], self._methods_of[file]
        return code

    def _write(self, file: int, data: int, size: int, offset: int) -> int:
        code = self._listener.write(self._open_files[file], offset, c.string_at(data, size))
        return code or _WRITE(self._theirs(file).write)(file, data, size, offset)

    def _truncate(self, file: int, size: int) -> int:
        code = self._listener.truncate(self._open_files[file], size)
        return code or _TRUNCATE(self._theirs(file).truncate)(file, size)

    def _sync(self, file: int, _how: int) -> int:
        code: int = self._listener.sync(self._open_files[file])
        return code


def _careful(method: Callable[..., int]) -> Callable[..., int]:
    """An exception cannot go through SQLite: it is printed, and SQLite is told that the disk failed."""

    def called(*arguments: object) -> int:
        try:
            return method(*arguments)
        except BaseException:
            traceback.print_exc()
            return SQLITE_IOERR

    return called
