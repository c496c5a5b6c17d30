"""Precautions: what somebody said a client must mind, as tags and limits that the engine filters by."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..ces.case import Tag
from ..ces.limits import Limit
from ..ces.sides import Side
from ..extensions import db
from .attachments import Attachment
from .base import ClientRef, Id, Model, Moment, UserRef, Words, choice
from .tables import shipped
from .users import User

UNCLEARED = "recent_surgery_local"


class Source(StrEnum):
    """Who said so: what a clinician limits must be in writing."""

    physician = "physician"
    therapist = "therapist"
    coach = "coach"
    client = "client"

    @property
    def clinical(self) -> bool:
        return self in (Source.physician, Source.therapist)


class Precaution(Model):
    """One statement about one part of the body, or all of it: tags and limits that stand and fall together.

    `limits` are rows {"kind", "code", "ceiling"} of `studio.ces.limits` for this region and side. It is ended by a
    person with a reason, never deleted; past its last day it no longer filters, and asks whether it still stands.
    """

    __tablename__ = "precautions"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    region: Mapped[str] = mapped_column(String(20), default="")
    side: Mapped[str] = mapped_column(String(5), default="")
    tags: Mapped[Words]
    limits: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    operation: Mapped[str] = mapped_column(String(30), default="")
    in_writing: Mapped[bool]
    words: Mapped[str] = mapped_column(String(2000), default="")
    said_by: Mapped[str] = mapped_column(String(120))
    said_as: Mapped[Source] = mapped_column(choice(Source))
    said_on: Mapped[date]
    until: Mapped[date | None]
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    recorded_at: Mapped[Moment]
    recorded_by_id: Mapped[UserRef]
    ended_at: Mapped[Moment | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    ended_reason: Mapped[str] = mapped_column(String(300), default="")

    attachment: Mapped[Attachment | None] = relationship()
    recorded_by: Mapped[User] = relationship(foreign_keys="Precaution.recorded_by_id")
    ended_by: Mapped[User | None] = relationship(foreign_keys=[ended_by_id])

    def stands(self, on: date) -> bool:
        """Does it filter on that day?"""
        return self.ended_at is None and (self.until is None or on <= self.until)

    def lapsed(self, on: date) -> bool:
        """Is its last day over without anybody having looked at it again?"""
        return self.ended_at is None and self.until is not None and on > self.until

    @property
    def unwritten(self) -> bool:
        """Limits a clinician gave by word of mouth, or an operation without any: the region rests until they are in
        writing (programming reference, safety.post_surgical and own_screen_questions)."""
        clinical = self.said_as.clinical and bool(self.limits)
        return bool(self.region) and not self.in_writing and (bool(self.operation) or clinical)

    @property
    def engine_side(self) -> Side | None:
        return _side(self.side)

    @property
    def engine_tags(self) -> tuple[Tag, ...]:
        """Its tags for the engine; a local one with its place. The region of unwritten limits counts as not cleared."""
        tags = dict.fromkeys((*self.tags, UNCLEARED) if self.unwritten else self.tags)
        known = shipped().tags
        return tuple(
            Tag(one, self.region or None, self.engine_side) if known[one].local else Tag(one)
            for one in tags
            if one in known
        )

    @property
    def engine_limits(self) -> tuple[Limit, ...]:
        """Its limits for the engine, each with who said so and until when."""
        rows = [*self.limits, *_rests(self.operation)]
        if self.words:
            rows.append({"kind": "words"})
        return tuple(
            Limit(
                kind=row["kind"],
                region=row.get("region") or self.region or None,
                side=_side(row.get("side") or self.side),
                code=row.get("code", ""),
                ceiling=row.get("ceiling"),
                words=self.words if row["kind"] == "words" else "",
                by=self.said_by,
                until=self.until,
            )
            for row in rows
        )


def precautions_of(client_id: int) -> Sequence[Precaution]:
    """All of a client's, the newest first, ended ones too."""
    found = select(Precaution).where(Precaution.client_id == client_id).order_by(Precaution.id.desc())
    return db.session.scalars(found).all()


def load_precaution(client_id: int, precaution_id: int) -> Precaution | None:
    return db.session.scalar(
        select(Precaution).where(Precaution.id == precaution_id, Precaution.client_id == client_id)
    )


def _rests(operation: str) -> list[dict[str, Any]]:
    """The regions that rest after an operation until somebody ends the precaution (post_surgical.table)."""
    found = shipped().limit_rules.operations.get(operation)
    return [{"kind": "rest", "region": region, "side": "both"} for region in (found.rest if found else ())]


def _side(word: str) -> Side | None:
    sides: dict[str, Side] = {"left": "left", "right": "right", "both": "both"}
    return sides.get(word)
