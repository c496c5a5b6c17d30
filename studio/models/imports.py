"""A file that was read and not yet taken in: its rows wait until somebody has looked at what they would do."""

from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import db
from .base import Id, Model, Moment, UserRef


class Import(Model):
    """One file. `rows` are its lines, cell by column; they go when it is taken in or dropped.

    `counts` says afterwards what it did: {"new": 12, "changed": 3, "same": 40, "wrong": 1}.
    """

    __tablename__ = "imports"

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(20))
    file_name: Mapped[str] = mapped_column(String(120))
    rows: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    counts: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    done_at: Mapped[Moment | None]


def load_import(import_id: int, kind: str) -> Import | None:
    found = db.session.get(Import, import_id)
    return found if found is not None and found.kind == kind else None
