"""Plumbline runs one corrective-exercise studio."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from .config import Settings, settings_from

MIB = 1024 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    """The application, ready to serve; raises BadSetting, OldSQLite or MissingFiles with what to do."""
    settings = settings or settings_from()
    app = Flask(__name__, instance_path=str(settings.data))
    _configure(app, settings)
    _extend(app)
    _register(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    from .models.database import sqlite_module

    app.config.update(
        SETTINGS=settings,
        ALLOW_OLD_SQLITE=settings.allow_old_sqlite,
        SECRET_KEY=settings.secret_key,
        TESTING=settings.testing,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS={"module": sqlite_module()} if settings.sqlite else {"pool_pre_ping": True},
        # The __Host- name binds the cookie to this host over TLS; plain http (a tablet in the house) cannot use it.
        SESSION_COOKIE_NAME="__Host-plumbline" if settings.secure_cookies else "plumbline",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # A tablet may stand open for a day: the token lives as long as the sign-in.
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=2 * MIB,
        MAX_FORM_MEMORY_SIZE=MIB,
        MAX_FORM_PARTS=500,
        **settings.overrides,
    )
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]


def _extend(app: Flask) -> None:
    from . import extensions, models  # noqa: F401  (importing models makes the tables known)
    from .models import database
    from .web import uploads

    uploads.init_app(app)
    extensions.db.init_app(app)
    extensions.migrate.init_app(app, extensions.db, directory=str(_migrations()))
    extensions.csrf.init_app(app)
    extensions.login_manager.init_app(app)
    extensions.htmx.init_app(app)
    with app.app_context():
        database.prepare(app)


def _register(app: Flask) -> None:
    from .routes import register
    from .web import (
        access,
        assets,
        converters,
        errors,
        filters,
        finding_cards,
        handed,
        navigation,
        payments,
        pictures,
        prices,
        security,
        setup_first,
        square_codes,
        tablets,
    )
    from .web import withdrawn as taken_back

    parts = (
        converters,
        assets,
        security,
        setup_first,
        access,
        errors,
        filters,
        handed,
        navigation,
        payments,
        pictures,
        prices,
        square_codes,
        tablets,
    )
    for part in (*parts, finding_cards, taken_back):
        part.init_app(app)
    register(app)


def _migrations() -> object:
    from pathlib import Path

    return Path(__file__).parent.parent / "migrations"
