"""Clients' own photos on their lines: taken with consent, cut out, printed, and gone when the consent goes."""

from dataclasses import dataclass, replace
from datetime import timedelta
from io import BytesIO

from PIL import Image
from sqlalchemy import select

from ..clock import utcnow
from ..extensions import db
from ..models.clients import Client
from ..models.database import write
from ..models.papers import papers_with_photos
from ..models.photos import ClientPhoto, agrees_to_photos, photo_on, photos_to_show
from ..models.tables import in_use
from ..models.users import User
from ..sheets import HomeSheet, Photo, WarmUpCard
from . import images, papers, uploads
from .cutting import Cut, cut_out, middle
from .events import record
from .take_away import shelf

MOST_BYTES = 8 * 1024 * 1024
LONGEST = 1600
"""Pixels of the longer side of what is kept."""
LEAST = 120
TAKEN_BACK_FOR = timedelta(days=1)
"""How long a removed photo can come back; the next change of any photo after that erases it."""


class NotAgreed(Exception):
    """The client has not agreed to photos, or not any more."""


@dataclass(frozen=True)
class Taken:
    """A photo that may be kept: drawn anew, upright."""

    jpeg: bytes
    width: int
    height: int


def check(content: bytes) -> Taken:
    """Look at a photo that was sent; raises images.BadPicture with what to do."""
    if len(content) > MOST_BYTES:
        raise images.BadPicture(f"Choose a picture of at most {MOST_BYTES // 1024 // 1024} MB")
    drawn = images.on_white(images.read(content, longest=LONGEST))
    if min(drawn.size) < LEAST:
        raise images.BadPicture("This picture is too small. Take it with more pixels")
    return Taken(images.jpeg(drawn), drawn.width, drawn.height)


def put(client: Client, exercise: str, taken: Taken, *, by: User) -> tuple[ClientPhoto | None, ClientPhoto]:
    """Put a photo on an exercise of a client; answers the one that it replaced, and the new one. Raises NotAgreed."""
    cut = middle(taken.width, taken.height)
    shown = cut_out(taken.jpeg, cut)
    with write() as session:
        if not agrees_to_photos(client.id):
            raise NotAgreed
        _sweep()
        before = photo_on(client.id, exercise)
        _set_aside(before, by)
        whole, whole_sha256 = uploads.store(taken.jpeg)
        name, sha256 = uploads.store(shown)
        row = ClientPhoto(
            client_id=client.id,
            exercise=exercise,
            whole=whole,
            whole_sha256=whole_sha256,
            shown=name,
            shown_sha256=sha256,
            width=taken.width,
            height=taken.height,
            left=cut.left,
            top=cut.top,
            across=cut.across,
            created_at=utcnow(),
            created_by_id=by.id,
        )
        session.add(row)
        session.flush()
        _tell("put", "Photo put on an exercise", row, client, by)
    return before, row


def crop(row: ClientPhoto, client: Client, cut: Cut, *, by: User) -> None:
    """Cut out another part of a photo; raises FileLost."""
    cut = cut.within(row.width, row.height)
    shown = cut_out(uploads.fetch(row.whole, row.whole_sha256), cut)
    with write():
        before = row.shown
        row.left, row.top, row.across = cut.left, cut.top, cut.across
        row.shown, row.shown_sha256 = uploads.store(shown)
        _tell("cropped", "Photo cut out anew", row, client, by)
        uploads.erase(before)


def remove(row: ClientPhoto, client: Client, *, by: User) -> None:
    """Take a photo off: the drawing is shown again."""
    with write():
        _sweep()
        if row.removed_at is None:
            _set_aside(row, by)
            _tell("removed", "Photo removed", row, client, by)


def put_back(row: ClientPhoto, client: Client, *, by: User) -> None:
    """Undo `remove`, or `put` where a photo was replaced. Raises NotAgreed."""
    with write():
        if not agrees_to_photos(client.id):
            raise NotAgreed
        if row.removed_at is not None:
            _set_aside(photo_on(client.id, row.exercise), by)
            row.removed_at, row.removed_by_id = None, None
            _tell("restored", "Photo put back", row, client, by)


def forget(client: Client, *, by: User) -> None:
    """Erase every photo and every paper with one if the client does not agree to photos; in the caller's `write()`.

    They do not come back when the consent does: what is erased is erased.
    """
    db.session.flush()
    rows = list(db.session.scalars(select(ClientPhoto).where(ClientPhoto.client_id == client.id)))
    sheets = papers_with_photos(client.id)
    if agrees_to_photos(client.id) or not (rows or sheets):
        return
    record("photo.erased", "All photos erased, for want of consent", by=by, client=client, photos=len(rows))
    for paper in sheets:
        papers.erase(paper)
    for row in rows:
        _erase(row)
    shelf.forget_all(by=by)


def put_in(sheet: HomeSheet, client: Client) -> HomeSheet:
    """The sheet with the client's own photos on its lines, where there are any and the client agrees."""
    printed = _own(client)
    return replace(sheet, lines=tuple(replace(line, photo=printed.get(line.exercise)) for line in sheet.lines))


def put_on_card(card: WarmUpCard, client: Client) -> WarmUpCard:
    """The same for a warm-up card, which only coaches print."""
    printed = _own(client)
    return replace(
        card,
        phases=tuple(
            replace(phase, lines=tuple(replace(line, photo=printed.get(line.exercise)) for line in phase.lines))
            for phase in card.phases
        ),
    )


def whole(row: ClientPhoto) -> bytes:
    """The photo as it was taken, as JPEG; raises FileLost."""
    return uploads.fetch(row.whole, row.whole_sha256)


def shown(row: ClientPhoto) -> bytes:
    """What is cut out of it, as JPEG; raises FileLost."""
    return uploads.fetch(row.shown, row.shown_sha256)


def damaged() -> list[str]:
    """Which photos are missing or no longer what was kept."""
    bad = []
    for row in db.session.scalars(select(ClientPhoto).order_by(ClientPhoto.id)):
        try:
            whole(row), shown(row)
        except uploads.FileLost:
            bad.append(f"photo {row.id}")
    return bad


def _own(client: Client) -> dict[str, Photo | None]:
    return {name: _printed(row, client) for name, row in photos_to_show(client.id).items()}


def _printed(row: ClientPhoto, client: Client) -> Photo | None:
    """A photo for print; one that is lost leaves the drawing in its place, and `studio doctor` tells."""
    try:
        jpeg = shown(row)
    except uploads.FileLost:
        return None
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as found:
        width, height = found.size
    name = in_use().exercises[row.exercise].name if row.exercise in in_use().exercises else "an exercise"
    return Photo(jpeg=jpeg, width=width, height=height, alt=f"Photo of {client.first_name}: {name}")


def _set_aside(row: ClientPhoto | None, by: User) -> None:
    if row is not None:
        row.removed_at, row.removed_by_id = utcnow(), by.id
        db.session.flush()  # or two would be in use for a moment


def _sweep() -> None:
    """Erase what was removed too long ago to come back."""
    old = select(ClientPhoto).where(ClientPhoto.removed_at < utcnow() - TAKEN_BACK_FOR)
    for row in db.session.scalars(old):
        _erase(row)


def _erase(row: ClientPhoto) -> None:
    """The files last: a row whose files are gone shows the drawing, a file that no row knows would stay for ever."""
    db.session.delete(row)
    db.session.flush()
    uploads.erase(row.whole)
    uploads.erase(row.shown)


def _tell(verb: str, summary: str, row: ClientPhoto, client: Client, by: User) -> None:
    record(f"photo.{verb}", summary, by=by, client=client, subject=f"photo {row.id}", exercise=row.exercise)
