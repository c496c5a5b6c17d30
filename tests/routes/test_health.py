"""The machine's own check of the house."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import text

from studio.extensions import db

from ..browse import Browser


def test_a_migrated_studio_is_healthy(app: Flask) -> None:
    answer = app.test_client().get("/health")
    assert answer.status_code == 200
    assert answer.get_json() == {"status": "ok", "database": "ok", "migrated": True}


def test_health_answers_before_the_wizard_is_done(bare_browse: Callable[[], Browser]) -> None:
    assert bare_browse().http.get("/health").status_code == 200


def test_an_old_database_is_not_healthy(app: Flask) -> None:
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    answer = app.test_client().get("/health")
    assert answer.status_code == 503
    assert answer.get_json()["migrated"] is False
