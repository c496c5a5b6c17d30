"""Shared fixtures: an app on a migrated database of its own, and the cast of people in it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade

from studio import create_app
from studio.config import Settings
from studio.extensions import db

from .browse import Apart, Browser
from .people import Cast, move_in


def settings_for(folder: Path, **changes: object) -> Settings:
    """Settings of a test's own studio: cheap passwords, everything else as in use."""
    values: dict[str, object] = {
        "data": folder,
        "database_url": f"sqlite:///{folder / 'studio.sqlite'}",
        "secret_key": "a key for tests only",
        "testing": True,
        "argon2_cost": (1, 8, 1),
    } | changes
    return Settings(**values)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file as the migrations make it, to copy from."""
    folder = tmp_path_factory.mktemp("migrated")
    with create_app(settings_for(folder)).app_context():
        upgrade()
        db.engine.dispose()
    return folder / "studio.sqlite"


@pytest.fixture
def bare_app(tmp_path: Path, migrated: Path) -> Iterator[Flask]:
    """An app on an empty database: the first-run wizard is still to do."""
    shutil.copy(migrated, tmp_path / "studio.sqlite")
    app = create_app(settings_for(tmp_path))
    app.test_client_class = Apart
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def app(bare_app: Flask) -> Flask:
    """An app with a studio and its people (see `tests/people.py`)."""
    move_in()
    return bare_app


@pytest.fixture
def people(app: Flask) -> Cast:
    return Cast()


@pytest.fixture
def browse(app: Flask) -> Callable[..., Browser]:
    """`browse(people.coach)` is that person's browser; `browse()` a stranger's."""
    return lambda person=None: Browser(app, person)


@pytest.fixture
def bare_browse(bare_app: Flask) -> Callable[[], Browser]:
    """A stranger's browser before the first-run wizard."""
    return lambda: Browser(bare_app, None)
