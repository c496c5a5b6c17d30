"""Shared fixtures: an app on a migrated database of its own, and the cast of people in it."""

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade

from studio import create_app
from studio.config import Settings
from studio.extensions import db

from .browse import Apart, Browser
from .people import Cast, move_in

# The catalogue and the modules stay for the whole run: looking through them for garbage again and again costs a fifth.
gc.set_threshold(100_000, 50, 100)


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
def only_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The one app of this run: its routes, templates and statements are compiled once, its data is a test's own."""
    folder = tmp_path_factory.mktemp("studio") / "data"
    folder.mkdir()
    app = create_app(settings_for(folder))
    app.test_client_class = Apart
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def migrated(only_app: Flask, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the migrations make it, to copy from."""
    with empty(only_app):
        upgrade()
    return kept(only_app, tmp_path_factory)


@pytest.fixture(scope="session")
def moved_in(only_app: Flask, migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a studio and its people in it."""
    with empty(only_app, migrated):
        move_in()
    return kept(only_app, tmp_path_factory)


@contextmanager
def empty(app: Flask, database: Path | None = None) -> Iterator[Flask]:
    """The app on an empty data folder but for a copy of `database`; the folder stays until the next one."""
    settings: Settings = app.config["SETTINGS"]
    shutil.rmtree(settings.data)
    settings.data.mkdir()
    if database:
        shutil.copy(database, settings.data / "studio.sqlite")
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def kept(app: Flask, folders: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(app.config["SETTINGS"].data / "studio.sqlite", folders.mktemp("kept")))


@pytest.fixture
def bare_app(only_app: Flask, migrated: Path) -> Iterator[Flask]:
    """An app on an empty database: the first-run wizard is still to do."""
    with empty(only_app, migrated):
        yield only_app


@pytest.fixture
def app(only_app: Flask, moved_in: Path) -> Iterator[Flask]:
    """An app with a studio and its people (see `tests/people.py`)."""
    with empty(only_app, moved_in):
        yield only_app


@pytest.fixture
def data(app: Flask) -> Path:
    """The data folder of the app."""
    folder: Path = app.config["SETTINGS"].data
    return folder


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
