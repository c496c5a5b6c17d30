"""The audit trail: one line for every change, print and view of health data. Lines are never changed."""

from sqlalchemy import DDL, ForeignKey, Index, String, event
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.schema import ExecutableDDLElement

from .base import Id, Json, Model, Moment
from .users import User

PILED = "pile.printed"
"""Printed together with the papers of others: that somebody worked on this client it does not tell."""


class Event(Model):
    """Who did what when. `particulars` names fields and numbers, never the values of health data."""

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_client_id_id", "client_id", "id"),)

    id: Mapped[Id]
    at: Mapped[Moment]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"))
    kind: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(60), default="")
    summary: Mapped[str] = mapped_column(String(300))
    particulars: Mapped[Json] = mapped_column(default=dict)

    user: Mapped[User | None] = relationship(lazy="joined")


# Append-only is the database's business, not only ours. The migration holds the same statements;
# these serve the databases that tests make straight from the models.
SQLITE_GUARDS = [
    f"CREATE TRIGGER events_no_{verb} BEFORE {verb} ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END"
    for verb in ("update", "delete")
]
POSTGRES_GUARDS = [
    "CREATE FUNCTION events_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$",
    "CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events "
    "FOR EACH ROW EXECUTE FUNCTION events_append_only()",
]
GUARDS = {"sqlite": SQLITE_GUARDS, "postgresql": POSTGRES_GUARDS}
UNGUARD = {
    "sqlite": ["DROP TRIGGER events_no_update", "DROP TRIGGER events_no_delete"],
    "postgresql": ["DROP TRIGGER events_append_only ON events", "DROP FUNCTION events_append_only"],
}
for _dialect, _statements in GUARDS.items():
    for _statement in _statements:
        _guard: ExecutableDDLElement = DDL(_statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
        event.listen(Event.__table__, "after_create", _guard.execute_if(dialect=_dialect))
