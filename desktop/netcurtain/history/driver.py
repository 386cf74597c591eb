"""The database driver, put under sqlite_utils: SQLCipher everywhere, in memory and in a file alike, so that there is one kind of error.

sqlite_utils takes ``pysqlite3`` where there is one. Import this before anything else of sqlite_utils, and take its names from here.
"""

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

from sqlite_utils import Database, Migrations  # noqa: E402 - after the names above

__all__ = ["Database", "Migrations", "dbapi2"]
