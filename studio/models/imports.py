"""A file that was read and not yet taken in: its lines wait until somebody has looked at what they would do."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from sqlalchemy import JSON, ForeignKey, Index, String, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import Id, Json, Model, Moment, UserRef, Words
from .jobs import Job

WRONG, ALIKE, CHANGED, NEW, SAME = "wrong", "alike", "changed", "new", "same"
VERDICTS: Final = (WRONG, ALIKE, CHANGED, NEW, SAME)


class Import(Model):
    """One file. Its lines go as they are taken in; those that need a look stay, to be mended and sent again.

    `columns` are the known columns it has, `unknown` the headings that were left alone. `counts` says what it did:
    {"new": 12, "changed": 3, "same": 40, "wrong": 1}. Before `read_at` nobody has judged all lines. `job_id` is the
    worker's last job for it; a small file needs none.
    """

    __tablename__ = "imports"

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(20))
    file_name: Mapped[str] = mapped_column(String(120))
    columns: Mapped[Words] = mapped_column(default=list)
    unknown: Mapped[Words] = mapped_column(default=list)
    counts: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    read_at: Mapped[Moment | None]
    done_at: Mapped[Moment | None]
    job_id: Mapped[int | None] = mapped_column(ForeignKey("jobs.id"))

    job: Mapped[Job | None] = relationship(lazy="joined")

    @property
    def busy(self) -> bool:
        return self.job is not None and self.job.open


class ImportLine(Model):
    """One line: its cells by column, what it would do, to whom, and why or what to mend.

    `changes` are (label, before, after) in words; `client_id` is the client it was found to be.
    """

    __tablename__ = "import_lines"
    __table_args__ = (Index("ix_import_lines_shown", "import_id", "verdict", "line"),)

    id: Mapped[Id]
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"))
    line: Mapped[int]
    cells: Mapped[Json]
    verdict: Mapped[str] = mapped_column(String(10), default="")
    who: Mapped[str] = mapped_column(String(240), default="")
    told: Mapped[str] = mapped_column(String(300), default="")
    problems: Mapped[Words] = mapped_column(default=list)
    changes: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"), index=True)


def load_import(import_id: int) -> Import | None:
    return db.session.get(Import, import_id)


def open_imports(kinds: list[str]) -> list[Import]:
    """Files that wait for somebody's yes, the newest first."""
    mine = select(Import).where(Import.done_at.is_(None), Import.kind.in_(kinds))
    return list(db.session.scalars(mine.order_by(Import.id.desc()).limit(20)))


def left_before(moment: datetime) -> list[Import]:
    """Files older than that of which something is still kept."""
    kept = select(ImportLine.id).where(ImportLine.import_id == Import.id).exists()
    return list(db.session.scalars(select(Import).where(Import.at < moment, kept)))


def count_lines(row: Import) -> dict[str, int]:
    """How many lines there are of each verdict, in the order of VERDICTS."""
    mine = select(ImportLine.verdict, func.count()).where(ImportLine.import_id == row.id)
    found: dict[str, int] = dict(db.session.execute(mine.group_by(ImportLine.verdict)).all())
    return {verdict: found.get(verdict, 0) for verdict in VERDICTS}


def some_lines(row: Import, verdict: str, *, after: int, most: int) -> list[ImportLine]:
    """Lines of a verdict behind line `after`, in the order of the file."""
    mine = select(ImportLine).where(ImportLine.import_id == row.id, ImportLine.verdict == verdict)
    return list(db.session.scalars(mine.where(ImportLine.line > after).order_by(ImportLine.line).limit(most)))


def wrong_cells(row: Import) -> Iterator[tuple[int, dict[str, Any], list[str]]]:
    """Of every line that needs a look its number, its cells and what to do."""
    mine = select(ImportLine.line, ImportLine.cells, ImportLine.problems)
    mine = mine.where(ImportLine.import_id == row.id, ImportLine.verdict.in_((WRONG, ALIKE)))
    yield from db.session.execute(mine.order_by(ImportLine.line))
