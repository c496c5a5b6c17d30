"""The home sheets in the hands of clients: the newest issued version of each, with its stored paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select

from ..extensions import db
from .client_search import find
from .clients import FACE, Client, Face
from .papers import Kind, Paper
from .programmes import Programme, ProgrammeVersion, Setting


@dataclass(frozen=True)
class InHand:
    """A client with the sheet they have."""

    client: Face
    paper_id: int
    number: int
    issued_at: datetime | None


def in_hand(most: int, *, text: str = "", coach_id: int | None = None) -> list[InHand]:
    """By name; only of clients that fit the words, or of a coach. Archived clients have none to print."""
    query = _in_hand().order_by(Client.sort_name, Client.id).limit(most)
    if text:
        query = query.where(Client.id.in_([one.id for one in find(text, most)]))
    if coach_id is not None:
        query = query.where(Client.coach_id == coach_id)
    return [
        InHand(Face(id_, name, colour), paper_id, number, issued_at)
        for id_, name, colour, paper_id, number, issued_at in db.session.execute(query)
    ]


def stored_sheets(paper_ids: Sequence[int]) -> list[tuple[str, Paper]]:
    """Each client's name with the paper, in that order, apart from the database: reading their files may take long."""
    query = select(Paper, Client.name).join(Client, Client.id == Paper.client_id).where(Paper.id.in_(paper_ids))
    found = {paper.id: (name, paper) for paper, name in db.session.execute(query)}
    for _, paper in found.values():
        db.session.expunge(paper)
    db.session.rollback()
    return [found[one] for one in paper_ids if one in found]


def _in_hand() -> Select[int, str, str, int, int, datetime | None]:
    newest = (
        select(func.max(ProgrammeVersion.number))
        .where(ProgrammeVersion.programme_id == Programme.id, ProgrammeVersion.issued_at.is_not(None))
        .correlate(Programme)
        .scalar_subquery()
    )
    return (
        select(*FACE, Paper.id, ProgrammeVersion.number, ProgrammeVersion.issued_at)
        .join(Programme, Programme.client_id == Client.id)
        .join(ProgrammeVersion, ProgrammeVersion.programme_id == Programme.id)
        .join(Paper, Paper.programme_version_id == ProgrammeVersion.id)
        .where(
            Client.archived_at.is_(None),
            Programme.setting == Setting.home,
            ProgrammeVersion.number == newest,
            Paper.kind == Kind.home_sheet,
        )
    )
