"""Throwing a demo studio away, so that the same data folder can begin as somebody's own."""

import shutil

from flask import current_app
from sqlalchemy import delete, text

from ...extensions import db
from ...models.database import write
from ...models.events import GUARDS, UNGUARD
from ...models.guards import put_up, take_down
from ...models.studios import the_studio


class NotADemo(Exception):
    """This is somebody's own studio; it is not thrown away."""


def clear() -> None:
    """Empty every table, the papers and the uploads; raises NotADemo unless everybody here is made up."""
    studio = the_studio()
    if studio is None:
        return
    if not studio.demo:
        raise NotADemo
    dialect = db.engine.dialect.name
    with write() as session:
        for statement in [*UNGUARD[dialect], *take_down(dialect)]:
            session.execute(text(statement))
        for table in reversed(db.metadata.sorted_tables):
            session.execute(delete(table))
        for statement in [*GUARDS[dialect], *put_up(dialect)]:
            session.execute(text(statement))
    for folder in ("papers", "uploads", "sent-mail"):
        shutil.rmtree(current_app.config["SETTINGS"].data / folder, ignore_errors=True)
