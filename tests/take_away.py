"""Everything as one file, for tests."""

import io
import zipfile

from studio.clock import utcnow
from studio.extensions import db
from studio.models.database import write
from studio.models.jobs import Job, State
from studio.operations.take_away import shelf
from studio.operations.work import work_next

from .people import Cast


def made_before() -> Job:
    """A file that lies ready, with nothing in it."""
    told = {"stored": "1-made.zip", "name": "studio.zip", "size": 0, "lost": [], "clients": 0, "papers": 0, "photos": 0}
    (shelf.folder() / "1-made.zip").touch()
    now = utcnow()
    with write() as session:
        row = Job(kind=shelf.KIND, state=State.done, at=now, ended_at=now, by_id=Cast().owner.id)
        row.result = told | {"files": 0, "rows": 0, "tables": 0}
        session.add(row)
    return row


def made_now() -> tuple[Job, zipfile.ZipFile]:
    """Everything as it is, made by the worker."""
    number = shelf.ask(by=Cast().owner).id
    assert work_next()
    db.session.rollback()
    row = db.session.get_one(Job, number)
    file = shelf.file_of(row)
    assert file is not None, row.problem
    return row, zipfile.ZipFile(io.BytesIO(file.read_bytes()))
