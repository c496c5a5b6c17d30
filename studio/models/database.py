"""How we speak to the database: the connection's settings, and `write()`, the one way to change anything."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import scoped_session

from ..extensions import db

FIXED_SQLITE = (3, 51, 3)
BACKPORTS = {(3, 50): 7, (3, 44): 6}

_write_lock = threading.RLock()
_here = threading.local()


class OldSQLite(RuntimeError):
    """The SQLite library can lose committed writes (the WAL-reset bug, sqlite.org/wal.html)."""


def sqlite_module() -> Any:
    """The SQLite library to use: pysqlite3 where it has a wheel, else the system's."""
    try:
        import pysqlite3
    except ImportError:
        import sqlite3

        return sqlite3
    return pysqlite3


def refuse_old_sqlite(version: tuple[int, ...]) -> None:
    """Raise OldSQLite for a version with the WAL-reset bug (3.7.0 to 3.51.2, two back-ports apart)."""
    if version >= FIXED_SQLITE or version[2] >= BACKPORTS.get((version[0], version[1]), 1000):
        return
    found = ".".join(map(str, version))
    raise OldSQLite(
        f"SQLite {found} can lose saved data. Install pysqlite3 0.6.1 or newer, or a system SQLite from 3.51.3 on. "
        "To go on at your own risk, set PLUMBLINE_ALLOW_OLD_SQLITE=yes"
    )


def prepare(app: Flask) -> None:
    """Set every connection of this app's engine up (needs an application context)."""
    engine = db.engine
    if engine.dialect.name != "sqlite":
        return
    if not app.config["ALLOW_OLD_SQLITE"]:
        refuse_old_sqlite(sqlite_module().sqlite_version_info)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)


def _on_connect(connection: Any, _record: object) -> None:
    # The driver must not open transactions by itself: BEGIN is ours, deferred to read and immediate to write.
    connection.isolation_level = None
    for pragma in (
        "busy_timeout=5000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "cache_size=-16000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing() else "BEGIN")


def writing() -> bool:
    """Is this thread inside `write()`?"""
    return getattr(_here, "depth", 0) > 0


@contextmanager
def write() -> Iterator[scoped_session[Any]]:
    """One short write transaction: commits at the end, rolls back on any error.

    It starts with BEGIN IMMEDIATE, so that what is read inside is current, and behind a lock, so that the threads of
    one process queue fairly instead of sleeping in SQLite's busy handler. Inside another `write()` it joins that one.
    """
    if writing():
        yield db.session
        return
    if db.session.new or db.session.dirty or db.session.deleted:
        raise RuntimeError("Rows were changed outside write()")
    with _write_lock:
        db.session.rollback()  # ends the read transaction, whose snapshot may be old
        _here.depth = 1
        try:
            yield db.session
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise
        finally:
            _here.depth = 0


def dispose_after_fork() -> None:
    """Forget the parent's connections: SQLite's must never be used on both sides of a fork."""
    engine: Engine = db.engine
    engine.dispose(close=False)
