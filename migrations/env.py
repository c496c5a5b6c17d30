"""All migrations run in one transaction: a killed upgrade leaves the old database or the new one, never half."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from studio.extensions import db
from studio.models.base import UTCDateTime
from studio.models.database import write

# Alembic believes that SQLite cannot roll back DDL, because the driver used to commit before it. Ours does not:
# `studio.models.database` opens every transaction itself, so all steps and the version row land together or not at all.


def render_item(kind: str, item: Any, _autogen: AutogenContext) -> str | bool:
    """Write our own column types as the plain types they are stored as."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime()"
    if kind == "type" and isinstance(item, sa.Enum):
        return f"sa.String({item.length})"
    return False


@contextmanager
def references_checked_at_the_end(engine: sa.Engine) -> Iterator[None]:
    """Let SQLite rebuild a table that others refer to: batch mode copies it, drops it and renames the copy.

    Enforced foreign keys count the dropped rows as missed, even when deferred, and can be switched off outside a
    transaction only. `check_references` looks at all of them before the commit.
    """
    if engine.dialect.name != "sqlite":
        yield
        return
    sa.event.listen(engine, "checkout", switch_references_off)
    try:
        yield
    finally:
        sa.event.remove(engine, "checkout", switch_references_off)
        engine.dispose()  # a new connection enforces them again


def switch_references_off(connection: Any, *_pool: object) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")


def check_references(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if lost:
            raise RuntimeError(
                f"nothing was changed: {len(lost)} rows would refer to nothing, the first in {lost[0][0]}. "
                "Restore a backup, or look what studio doctor says"
            )


def run() -> None:
    engine = db.engine
    with references_checked_at_the_end(engine), write() as session:
        connection = session.connection()
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_as_batch=True,
            compare_type=True,
            transactional_ddl=True,
            transaction_per_migration=False,
            render_item=render_item,
            dialect_opts={"paramstyle": engine.dialect.paramstyle},
        )
        context.run_migrations()
        check_references(connection)


run()
