"""The database changes only by migrations, up and down, all or nothing."""

from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import check, downgrade, upgrade
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DatabaseError

from studio import create_app
from studio.clock import utcnow
from studio.extensions import db
from studio.models.assessments import Answer
from studio.models.database import write
from studio.models.programmes import ProgrammeVersion
from studio.operations.health import look

from .builders import a_client
from .conftest import settings_for
from .programmes import KIT, a_draft


def test_the_models_and_the_migrations_agree(tmp_path: Path) -> None:
    with create_app(settings_for(tmp_path)).app_context():
        upgrade()
        check()  # exits when a model has something that no migration makes
        db.engine.dispose()


@pytest.mark.sweep
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


@pytest.mark.sweep
def test_a_database_of_the_first_publication_gets_what_it_lacks(app: Flask) -> None:
    drafts = [a_draft(a_client(equipment=KIT)) for _ in range(2)]
    with write():
        drafts[0].revision = 4  # somebody had changed it
    ids = [draft.id for draft in drafts]
    downgrade(revision="0001")
    with db.engine.begin() as connection:
        connection.execute(text("ALTER TABLE programme_versions DROP COLUMN touched"))
        connection.execute(text("DROP INDEX ix_clients_coach_id"))
    upgrade()
    check()
    assert [db.session.get_one(ProgrammeVersion, one).touched for one in ids] == [True, False]
    assert set(db.session.scalars(select(Answer.device))) == {""}


def test_a_migration_that_would_leave_rows_without_what_they_refer_to_changes_nothing(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    a_client()
    downgrade(revision="0001")
    with db.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("UPDATE clients SET coach_id = 999")
        raw.execute("PRAGMA foreign_keys=ON")
    with pytest.raises(SystemExit):
        upgrade()
    assert "1 rows would refer to nothing, the first in clients" in caplog.text
    assert not look().migrated


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
