"""Merges: two records that turned out to be one person's, put together and able to come apart again."""

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import Id, Json, Model, Moment, UserRef
from .clients import Client
from .users import User


class Merge(Model):
    """One record (`other`) put into another (`kept`).

    `journal` holds what is needed to take it back: {"moved": {"table.column": [ids]}, "tops": {"table.column": the
    highest id there was}, "fields": what the kept record said before, "revisions": [kept, other] after the merge,
    "archived": whether the other one was archived before}.
    """

    __tablename__ = "merges"

    id: Mapped[Id]
    kept_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    journal: Mapped[Json]
    undone_at: Mapped[Moment | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    kept: Mapped[Client] = relationship(foreign_keys="Merge.kept_id")
    other: Mapped[Client] = relationship(foreign_keys="Merge.other_id")
    by: Mapped[User] = relationship(foreign_keys="Merge.by_id", lazy="joined")


def merged_into(client_id: int) -> Client | None:
    """The record that this one was put into, and is to be read instead; None while it stands for itself."""
    mine = select(Client).join(Merge, Merge.kept_id == Client.id)
    return db.session.scalar(mine.where(Merge.other_id == client_id, Merge.undone_at.is_(None)).limit(1))


def merges_of(client_id: int) -> list[Merge]:
    """The records put into this one, the newest first."""
    mine = select(Merge).where(Merge.kept_id == client_id, Merge.undone_at.is_(None))
    return list(db.session.scalars(mine.order_by(Merge.id.desc())))


def load_merge(client_id: int, merge_id: int) -> Merge | None:
    return db.session.scalar(select(Merge).where(Merge.id == merge_id, Merge.kept_id == client_id))
