"""A studio that has grown: the demo studio with years of business behind it, and its owner signed in."""

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
        return cls(Server.start("wsgi:app", environ, "gunicorn.conf.py"), signed_in(app, token))

    def get(self, path: str) -> bytes:
        return self.server.ask("GET", path, headers=self.headers)
