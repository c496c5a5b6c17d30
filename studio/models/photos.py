"""Clients' own photos: of one client doing one exercise, in place of the drawing while the client agrees to photos."""

from sqlalchemy import ForeignKey, Index, Select, String, and_, func, select, text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm.attributes import set_committed_value

from ..extensions import db
from .base import ClientRef, Id, Model, Moment, UserRef
from .consents import Grant, standing_of
from .programmes import Prescription, ProgrammeVersion

PURPOSE = "photos"
"""What a client must have agreed to: “Only my coaches and I see them” (texts/consent.toml)."""

IN_USE = text("removed_at IS NULL")


class ClientPhoto(Model):
    """A photo on a client's line, and on the same exercise in each later version until it is removed.

    `whole` names the picture as it was taken, drawn anew, under `uploads/`; `shown` what is cut out of it, for screen
    and print. `left`, `top` and `across` are that cut in pixels of the whole, which is `width` by `height`.
    """

    __tablename__ = "client_photos"
    __table_args__ = (
        Index(
            "uq_client_photos_in_use",
            "client_id",
            "exercise",
            unique=True,
            sqlite_where=IN_USE,
            postgresql_where=IN_USE,
        ),
    )

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    exercise: Mapped[str] = mapped_column(String(60))
    whole: Mapped[str] = mapped_column(String(40), unique=True)
    whole_sha256: Mapped[str] = mapped_column(String(64))
    shown: Mapped[str] = mapped_column(String(40), unique=True)
    shown_sha256: Mapped[str] = mapped_column(String(64))
    width: Mapped[int]
    height: Mapped[int]
    left: Mapped[int]
    top: Mapped[int]
    across: Mapped[int]
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]
    removed_at: Mapped[Moment | None]
    removed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    @property
    def down(self) -> int:
        """How high the cut is: four to five."""
        return self.across * 4 // 5


def agrees_to_photos(client_id: int) -> bool:
    """Does the client's consent hold, and with it the tick for photos?"""
    standing = standing_of(client_id)
    return standing.state == "given" and PURPOSE in standing.granted


def photos_to_show(client_id: int) -> dict[str, ClientPhoto]:
    """The photos in use, by exercise; none when the client does not agree to photos."""
    rows = select(ClientPhoto).where(ClientPhoto.client_id == client_id, ClientPhoto.removed_at.is_(None))
    found = {row.exercise: row for row in db.session.scalars(rows)}
    return found if found and agrees_to_photos(client_id) else {}


def photos_on(version: ProgrammeVersion) -> dict[str, ClientPhoto]:
    """The photos on a version's lines, by exercise; the lines are read along with them, so that a page asks once."""
    theirs = and_(
        ClientPhoto.client_id == version.programme.client_id,
        ClientPhoto.exercise == Prescription.exercise,
        ClientPhoto.removed_at.is_(None),
    )
    rows = select(Prescription, ClientPhoto).outerjoin(ClientPhoto, theirs)
    rows = rows.where(Prescription.version_id == version.id).order_by(Prescription.position)
    found = db.session.execute(rows).all()
    set_committed_value(version, "lines", [line for line, _ in found])
    return {photo.exercise: photo for _, photo in found if photo}


def photo_on(client_id: int, exercise: str) -> ClientPhoto | None:
    """The photo in use for an exercise."""
    return db.session.scalar(
        select(ClientPhoto).where(
            ClientPhoto.client_id == client_id, ClientPhoto.exercise == exercise, ClientPhoto.removed_at.is_(None)
        )
    )


def load_photo(client_id: int, photo_id: int) -> ClientPhoto | None:
    """A client's photo in use."""
    return db.session.scalar(_of(client_id, photo_id).where(ClientPhoto.removed_at.is_(None)))


def load_removed_photo(client_id: int, photo_id: int) -> ClientPhoto | None:
    """A client's photo that was removed a short while ago: for taking that back."""
    return db.session.scalar(_of(client_id, photo_id).where(ClientPhoto.removed_at.is_not(None)))


def photos_going_with(grant: Grant) -> int:
    """How many photos in use would be erased if the client took this back."""
    if grant.purpose != PURPOSE and not grant.needed:
        return 0
    mine = ClientPhoto.client_id == grant.client_id
    return db.session.scalar(select(func.count()).where(mine, ClientPhoto.removed_at.is_(None))) or 0


def _of(client_id: int, photo_id: int) -> Select[ClientPhoto]:
    return select(ClientPhoto).where(ClientPhoto.id == photo_id, ClientPhoto.client_id == client_id)
