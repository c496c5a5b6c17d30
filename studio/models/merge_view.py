"""What merging two records would do: which fields differ, how much moves, what stays behind, what is in the way."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from ..extensions import db
from .assessments import OPEN_STATES, Assessment, State
from .client_rows import ids_of
from .client_words import LABELS, said
from .clients import EDITABLE, Client
from .consents import Grant
from .erasures import Erasure
from .hand_overs import HandOver
from .merges import merged_into
from .papers import Paper
from .photos import ClientPhoto
from .programmes import Programme, ProgrammeVersion
from .users import user_names

# Tables in words, one and many; a table that is not here is told by its name.
WORDS = {
    "assessments": ("assessment", "assessments"),
    "attachments": ("file", "files"),
    "client_photos": ("photo", "photos"),
    "clearances": ("clearance", "clearances"),
    "consents": ("signed consent", "signed consents"),
    "consent_grants": ("purpose agreed to", "purposes agreed to"),
    "gate_passes": ("start without answers", "starts without answers"),
    "hand_overs": ("time with the tablet", "times with the tablet"),
    "letters": ("letter to a therapist", "letters to therapists"),
    "papers": ("printed paper", "printed papers"),
    "precautions": ("precaution", "precautions"),
    "programmes": ("programme", "programmes"),
    "readiness_forms": ("readiness form", "readiness forms"),
    "refer_outs": ("refer-out", "refer-outs"),
    "referrals": ("referral", "referrals"),
    "reviews": ("review", "reviews"),
    "shares": ("consent to share", "consents to share"),
}


@dataclass(frozen=True)
class Field:
    """A field in which the two differ, in words; `theirs_first` when the other one is the likelier."""

    column: str
    label: str
    ours: str
    theirs: str
    theirs_first: bool


@dataclass(frozen=True)
class MergeView:
    """The preview: `other` goes into `kept`. With something in `blocks` it cannot be done yet."""

    kept: Client
    other: Client
    fields: tuple[Field, ...]
    moves: tuple[str, ...]
    told: tuple[str, ...]
    blocks: tuple[str, ...]


def merge_view(kept: Client, other: Client, *, now: datetime, country: str) -> MergeView:
    left = staying(kept.id, other.id)
    return MergeView(
        kept=kept,
        other=other,
        fields=tuple(_fields(kept, other, country)),
        moves=tuple(_moves(ids_of(other.id), left)),
        told=tuple(_told(kept, other, left)),
        blocks=tuple(blocks(kept, other, now)),
    )


def staying(kept_id: int, other_id: int) -> dict[str, set[int]]:
    """Rows of the other record that cannot move, for a client has only one of them; by "table.column"."""
    mine = select(Programme.setting).where(Programme.client_id == kept_id)
    theirs = select(Programme.id).where(Programme.client_id == other_id, Programme.setting.in_(mine))
    programmes = set(db.session.scalars(theirs))
    versions = select(ProgrammeVersion.id).where(ProgrammeVersion.programme_id.in_(programmes))
    papers = select(Paper.id).where(Paper.client_id == other_id, Paper.programme_version_id.in_(versions))
    used = select(ClientPhoto.exercise).where(ClientPhoto.client_id == kept_id, ClientPhoto.removed_at.is_(None))
    photos = select(ClientPhoto.id).where(
        ClientPhoto.client_id == other_id, ClientPhoto.removed_at.is_(None), ClientPhoto.exercise.in_(used)
    )
    found = {
        "programmes.client_id": programmes,
        "papers.client_id": set(db.session.scalars(papers)),
        "client_photos.client_id": set(db.session.scalars(photos)),
    }
    return {name: ids for name, ids in found.items() if ids}


def blocks(kept: Client, other: Client, now: datetime) -> Iterator[str]:
    """What must be settled first, each with what to do."""
    if kept.id == other.id:
        yield "This is the same record. Choose another one"
    for client in (kept, other):
        if into := merged_into(client.id):
            yield f"The record of {client.name} was merged into that of {into.name} already. Go on there"
        if db.session.scalar(select(Erasure.id).where(Erasure.client_id == client.id)):
            yield "One of these records was erased. There is nothing left to merge"
    if kept.archived_at:
        yield f"The record of {kept.name} is archived. Bring it back first, or keep the other one"
    both = (kept.id, other.id)
    held = select(HandOver.id).where(
        HandOver.client_id.in_(both), HandOver.ended_at.is_(None), HandOver.seen_at > now - HandOver.KEPT
    )
    if db.session.scalar(held.limit(1)):
        yield "The tablet is with this client. Take it back first"
    rated = select(Assessment.id).where(Assessment.client_id.in_(both), Assessment.state == State.rating)
    if db.session.scalar(rated.limit(1)):
        yield "A second rating is under way. Finish it or drop it first"
    for purpose in _withdrawn_elsewhere(both):
        yield f"“{purpose}” was withdrawn on one record after the other was signed. Take a new consent, then merge"


def _withdrawn_elsewhere(both: tuple[int, int]) -> list[str]:
    """Purposes that the newest signing would bring back, although they were withdrawn since on the other record."""
    grants = db.session.scalars(select(Grant).where(Grant.client_id.in_(both)).order_by(Grant.id.desc())).all()
    newest = [one for one in grants if one.consent_id == grants[0].consent_id and one.withdrawn_at is None]
    gone = {
        one.purpose
        for one in grants
        if one.consent_id != grants[0].consent_id and one.withdrawn_at and one.withdrawn_at > grants[0].given_at
    }
    return [one.words for one in newest if one.purpose in gone]


def _fields(kept: Client, other: Client, country: str) -> Iterator[Field]:
    ours, theirs, coaches = kept.values(), other.values(), user_names()
    for column in EDITABLE:
        if ours[column] != theirs[column]:
            mine, new = (said(column, one[column], country=country, coaches=coaches) for one in (ours, theirs))
            careful = column == "floor_transfer" and not theirs[column]
            yield Field(column, LABELS[column], mine, new, careful or ours[column] in (None, "", []))


def _moves(rows: dict[str, list[int]], left: dict[str, set[int]]) -> Iterator[str]:
    for name, ids in rows.items():
        number = len(ids) - len(left.get(name, ()))
        if number:
            table = name.partition(".")[0]
            one, many = WORDS.get(table, (table.replace("_", " "),) * 2)
            yield f"{number} {one if number == 1 else many}"


def _told(kept: Client, other: Client, left: Collection[str]) -> Iterator[str]:
    if "programmes.client_id" in left:
        yield (
            f"Both have a home programme. The one of {kept.name} goes on; the other one stays readable on the archived "
            "record. If that is the one in use, keep the other record instead"
        )
    if "client_photos.client_id" in left:
        yield "Both have a photo of the same exercise. The one on the record you keep is used"
    signed = [_signed(client.id) for client in (kept, other)]
    if all(signed):
        yield "Both have a signed consent. The one signed last counts"
    unfinished = select(Assessment.client_id).where(
        Assessment.client_id.in_((kept.id, other.id)), Assessment.state.in_(OPEN_STATES)
    )
    if len(set(db.session.scalars(unfinished))) > 1:
        yield "Both have an assessment under way. Finish or void one of them afterwards"


def _signed(client_id: int) -> bool:
    return db.session.scalar(select(Grant.id).where(Grant.client_id == client_id).limit(1)) is not None
