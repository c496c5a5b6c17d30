"""`studio doctor`: is everything there that the house needs? One line a check, and what to do where it is not."""

import os
import shutil
import stat
import sys
from collections.abc import Callable

import click
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from .. import create_app
from ..ces.catalogue import CatalogueError, catalogue
from ..config import BadSetting, data_folder, settings_from
from ..extensions import db
from ..mail.transport import Undelivered, knock
from ..models.database import OldSQLite, refuse_old_sqlite, sqlite_module
from ..operations import attachments, papers, photos, uploads
from ..operations.health import look
from ..web.assets import missing_vendor_files

GIB = 1024**3


class Ill(Exception):
    """A check that failed; the message says what to do."""


@click.command("doctor")
def command() -> None:
    """Check the machine, the data folder, the database and the papers."""
    if not _all_pass(_python, _settings, _sqlite, _folder, _browser_files, _catalogue, _mail):
        sys.exit(1)
    with create_app().app_context():
        sys.exit(0 if _all_pass(_migrated, _sound, _papers, _uploads) else 1)


def _all_pass(*checks: Callable[[], str]) -> bool:
    """Every check is made and told, whatever the one before it said."""
    results = [_passes(check) for check in checks]
    return all(results)


def _passes(check: Callable[[], str]) -> bool:
    name = check.__name__.strip("_").replace("_", " ")
    try:
        click.echo(f"ok    {name}: {check()}")
    except (Ill, BadSetting, OSError, SQLAlchemyError) as error:
        click.echo(f"FAIL  {name}: {str(error).splitlines()[0]}")
        return False
    return True


def _mail() -> str:
    server = settings_from().mail
    if server is None:
        return "not set up; mails wait in the outbox"
    try:
        knock(server)
    except Undelivered as error:
        raise Ill(str(error)) from None
    return f"{server.host} takes mails from {server.sender}"


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _settings() -> str:
    return f"data in {settings_from().data}"


def _sqlite() -> str:
    settings = settings_from()
    if not settings.sqlite or settings.allow_old_sqlite:
        return "left to PostgreSQL" if not settings.sqlite else "accepted as it is, by PLUMBLINE_ALLOW_OLD_SQLITE"
    try:
        refuse_old_sqlite(sqlite_module().sqlite_version_info)
    except OldSQLite as error:
        raise Ill(str(error)) from None
    version: str = sqlite_module().sqlite_version
    return version


def _folder() -> str:
    folder = data_folder()
    if not folder.is_dir():
        raise Ill(f"there is no {folder}. Start once with bin/run, which makes it")
    if not os.access(folder, os.W_OK):
        raise Ill(f"{folder} cannot be written. Make it this user's: chown, or chmod u+w")
    key = folder / "secret-key"
    if key.exists() and stat.S_IMODE(key.stat().st_mode) & 0o077:
        raise Ill(f"others may read {key}. Run: chmod 600 {key}")
    free = shutil.disk_usage(folder).free
    if free < GIB:
        raise Ill(f"only {free / GIB:.1f} GiB free. Make room before the disk is full")
    return f"{free / GIB:.0f} GiB free"


def _browser_files() -> str:
    if missing := missing_vendor_files():
        raise Ill(f"{', '.join(missing)} missing. Start once with bin/run, which fetches them")
    return "all there"


def _catalogue() -> str:
    try:
        return catalogue().version
    except CatalogueError as error:
        raise Ill(str(error)) from None


def _migrated() -> str:
    health = look()
    if health.database != "ok":
        raise Ill(f"the database {health.database}")
    if not health.migrated:
        raise Ill("the database is of another version. Start once with bin/run, or run: studio db upgrade")
    return "the database fits this version"


def _sound() -> str:
    if db.engine.dialect.name != "sqlite":
        return "left to PostgreSQL"
    with db.engine.connect() as connection:
        found = [row[0] for row in connection.execute(text("PRAGMA quick_check(3)"))]
        orphans = connection.execute(text("PRAGMA foreign_key_check")).first()
    if orphans is not None:
        found = [f"rows of {orphans[0]} refer to nothing"]
    if found != ["ok"]:
        raise Ill(f"the database file is damaged: {found[0]}. Stop the server and restore a backup")
    return "no damage found"


def _papers() -> str:
    bad = [*papers.damaged(), *attachments.damaged(), *photos.damaged()]
    if bad:
        raise Ill(
            f"{len(bad)} papers or files are missing or changed, the first is {bad[0]}. Restore them from a backup"
        )
    return "every stored paper and file is as it was kept"


def _uploads() -> str:
    if found := uploads.strays():
        raise Ill(f"{len(found)} files belong to no record, the first is {found[0]}. Delete them: they may be photos")
    return "every file belongs to a record"
