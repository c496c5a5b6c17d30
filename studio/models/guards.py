"""Tables whose rows stay as they were written: the database itself refuses to change or delete them.

The migration that makes a table holds the same statements; these serve the databases that tests make from the models.
"""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import DDL, event
from sqlalchemy.schema import ExecutableDDLElement

from ..extensions import Base

MOVABLE: Final = ("client_id", "enrolment_id")
"""Whose row it is may change, when two records of one person become one."""
VERBS: Final = ("update", "delete")
GUARDED: Final[dict[str, list[str]]] = {}
"""Every table that is append-only, with the columns that stay as written."""


def statements(table: str, columns: Iterable[str], dialect: str) -> list[str]:
    """The statements that make a table append-only but for columns not named."""
    named = ", ".join('"on"' if column == "on" else column for column in columns)  # a word of SQL
    if dialect == "sqlite":
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
        return [
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {named} ON {table} {refuse}",
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        ]
    body = f"$$ BEGIN RAISE EXCEPTION '{table} are append-only'; END $$"
    run = f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
    return [
        f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS {body}",
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {named} ON {table} {run}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {run}",
    ]


def append_only(model: type[Base], *, but: Iterable[str] = ()) -> None:
    """Let the database refuse changes and deletes; `but` names columns that may be changed or emptied."""
    table = Base.metadata.tables[model.__tablename__]
    open_columns = {*MOVABLE, *but}
    fixed = [column.name for column in table.columns if column.name not in open_columns]
    GUARDED[table.name] = fixed
    for dialect in ("sqlite", "postgresql"):
        for statement in statements(table.name, fixed, dialect):
            guard: ExecutableDDLElement = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", guard.execute_if(dialect=dialect))


def put_up(dialect: str) -> list[str]:
    """The statements that guard every table."""
    return [one for table, fixed in GUARDED.items() for one in statements(table, fixed, dialect)]


def take_down(dialect: str) -> list[str]:
    """The statements that take the guards away, for a made-up studio that is thrown away as a whole."""
    of_one = "" if dialect == "sqlite" else " ON {table}"
    found = [f"DROP TRIGGER {table}_no_{verb}{of_one.format(table=table)}" for table in GUARDED for verb in VERBS]
    return found if dialect == "sqlite" else [*found, *(f"DROP FUNCTION {table}_append_only" for table in GUARDED)]
