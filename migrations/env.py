"""All migrations run in one transaction: a killed upgrade leaves the old database or the new one, never half."""

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


def run() -> None:
    engine = db.engine
    with write() as session:
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
        # Rebuilding a table in batch mode drops the old one; foreign keys are checked at the end instead.
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        context.run_migrations()


run()
