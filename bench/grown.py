"""A studio that has grown: the demo studio with years of business behind it, and its owner signed in."""

import csv
import io
import os
import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from studio import create_app
from studio.config import settings_from
from studio.models.database import write
from studio.models.studios import the_studio
from studio.models.users import Role, User
from studio.operations import sign_ins

from .server import Server
from .studio import SECRET, signed_in
from .years import fill


@dataclass
class Grown:
    """A running server and what a request of its owner carries."""

    server: Server
    headers: dict[str, str]
    file: Path
    last: date

    @classmethod
    def open(cls, demo: Path, folder: Path, years: int, last: date) -> "Grown":
        """Copy the demo studio's database and let it have lived so many years."""
        folder.mkdir()
        with sqlite3.connect(demo / "studio.sqlite") as book:
            book.execute("VACUUM INTO ?", (str(folder / "studio.sqlite"),))
        environ = {"PLUMBLINE_DATA": str(folder), "PLUMBLINE_SECRET_KEY": SECRET}
        before = os.environ.copy()
        os.environ.update(environ)
        app = create_app(settings_from())
        os.environ.clear()
        os.environ.update(before)
        with app.app_context():
            studio = the_studio()
            assert studio is not None
            fill(years, last, currency=studio.currency)
            with write() as rows:
                owner = rows.scalars(select(User).where(User.role == Role.owner)).first()
                assert owner is not None
                _, token = sign_ins.start(owner, device="bench")
        server = Server.start("wsgi:app", environ, "gunicorn.conf.py")
        return cls(server, signed_in(app, token), folder / "studio.sqlite", last)

    def get(self, path: str) -> bytes:
        return self.server.ask("GET", path, headers=self.headers)

    def bare_file(self) -> int:
        """The ledger of all years as the standard library alone would write it: the floor of an export."""
        written = io.StringIO()
        with sqlite3.connect(self.file) as book:
            csv.writer(written).writerows(book.execute('SELECT * FROM entries ORDER BY "on", id'))
        return len(written.getvalue())
