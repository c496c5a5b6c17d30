"""Looking at the database from outside: does it answer, and does it fit this version of the program?"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import SQLAlchemyError

from ..extensions import db


@dataclass(frozen=True)
class Health:
    """`database` is "ok" or what is wrong with it."""

    database: str
    migrated: bool

    @property
    def ok(self) -> bool:
        return self.database == "ok" and self.migrated


def look() -> Health:
    try:
        with db.engine.connect() as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError as error:
        return Health(f"does not answer: {type(error).__name__}", migrated=False)
    return Health("ok", migrated=revision == newest())


@cache
def newest() -> str | None:
    """The newest revision this program knows."""
    return ScriptDirectory(str(Path(__file__).parents[2] / "migrations")).get_current_head()
