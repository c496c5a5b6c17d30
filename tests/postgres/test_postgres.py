"""The same house on PostgreSQL: migrations both ways, and a person's way through the pages."""

import pytest
from flask import Flask
from flask_migrate import check, downgrade, upgrade
from sqlalchemy import inspect, text
from sqlalchemy.exc import DatabaseError

from studio.extensions import db
from studio.models.database import write
from studio.operations.health import look

from ..browse import Browser
from ..people import Cast, move_in

pytestmark = pytest.mark.postgres


def test_migrations_go_up_down_and_up_again(postgres_app: Flask) -> None:
    upgrade()
    check()
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) == {"alembic_version"}
    upgrade()
    assert look().ok


def test_the_audit_trail_cannot_be_changed(postgres_app: Flask) -> None:
    upgrade()
    move_in()
    Browser(postgres_app, Cast().owner).get("today.show")
    with write() as session:
        session.execute(
            text(
                "INSERT INTO events (at, kind, subject, summary, particulars) "
                "VALUES (now() at time zone 'utc', 'x', '', 'x', '{}')"
            )
        )
    for statement in ("UPDATE events SET summary = 'y'", "DELETE FROM events"):
        with pytest.raises(DatabaseError, match="append-only"), write() as session:
            session.execute(text(statement))
