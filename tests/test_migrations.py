"""The database changes only by migrations, up and down, all or nothing."""

from pathlib import Path

import pytest
from flask_migrate import check, downgrade, upgrade
from sqlalchemy import inspect, text
from sqlalchemy.exc import DatabaseError

from studio import create_app
from studio.clock import utcnow
from studio.extensions import db
from studio.models.database import write
from studio.operations.health import look

from .conftest import settings_for


def test_the_models_and_the_migrations_agree(tmp_path: Path) -> None:
    with create_app(settings_for(tmp_path)).app_context():
        upgrade()
        check()  # exits when a model has something that no migration makes
        db.engine.dispose()


def test_every_migration_goes_down_and_up_again(tmp_path: Path) -> None:
    with create_app(settings_for(tmp_path)).app_context():
        upgrade()
        tables = set(inspect(db.engine).get_table_names())
        downgrade(revision="base")
        assert set(inspect(db.engine).get_table_names()) == {"alembic_version"}
        upgrade()
        assert set(inspect(db.engine).get_table_names()) == tables
        assert look().ok
        db.engine.dispose()


def test_a_migration_that_fails_leaves_the_old_database(tmp_path: Path) -> None:
    with create_app(settings_for(tmp_path)).app_context():
        with db.engine.begin() as connection:
            connection.execute(text("CREATE TABLE papers (id INTEGER)"))  # in the way of one of the last steps
        with pytest.raises(DatabaseError):
            upgrade()
        assert set(inspect(db.engine).get_table_names()) == {"papers"}
        db.engine.dispose()


def test_the_audit_trail_cannot_be_changed(app: object) -> None:
    with write() as session:
        session.execute(
            text("INSERT INTO events (at, kind, subject, summary, particulars) VALUES (:at, 'x', '', 'x', '{}')"),
            {"at": utcnow().replace(tzinfo=None).isoformat(" ")},
        )
    for statement in ("UPDATE events SET summary = 'y'", "DELETE FROM events"):
        with pytest.raises(DatabaseError, match="append-only"), write() as session:
            session.execute(text(statement))
