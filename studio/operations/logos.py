"""The studio's logo: drawn anew in the size of paper, put on every sheet, taken off."""

import hashlib
from dataclasses import dataclass, replace
from typing import TypeVar

from ..clock import utcnow
from ..models.database import write
from ..models.logos import StudioLogo, logo_in_use, logo_named
from ..models.users import User
from ..sheets import ConsentSheet
from ..sheets.agreement import AgreementSheet
from ..sheets.invoice import InvoiceSheet
from ..sheets.letter import LetterSheet
from ..sheets.receipt import ReceiptSheet
from . import images
from .events import record

Stored = TypeVar("Stored", ConsentSheet, LetterSheet, InvoiceSheet, ReceiptSheet, AgreementSheet)
MOST_BYTES = 4 * 1024 * 1024
LONGEST = 480
"""Pixels: 300 to the inch at the width that logos have on paper."""
LEAST = 32
SMALL = 40_000
"""Bytes above which a picture is kept as JPEG: a home sheet stays small."""


@dataclass(frozen=True)
class Drawn:
    """A logo that may be kept."""

    content: bytes
    width: int
    height: int


def check(content: bytes) -> Drawn:
    """Look at a picture that was sent; raises images.BadPicture with what to do."""
    if len(content) > MOST_BYTES:
        raise images.BadPicture(f"Choose a picture of at most {MOST_BYTES // 1024 // 1024} MB")
    try:
        drawn = images.on_white(images.read(content, longest=LONGEST, formats=("PNG", "JPEG")))
    except images.NotAPicture:
        raise images.BadPicture("Choose a picture in PNG or JPEG") from None
    if min(drawn.size) < LEAST:
        raise images.BadPicture(f"This picture is too small. Choose one of at least {LEAST} pixels each way")
    png = images.png(drawn)
    return Drawn(png if len(png) <= SMALL else images.jpeg(drawn), drawn.width, drawn.height)


def put(logo: Drawn, *, by: User) -> None:
    """Put a logo on paper in place of the one before; what is issued already stays as it is."""
    with write() as session:
        _take_off(by)
        session.add(
            StudioLogo(
                sha256=hashlib.sha256(logo.content).hexdigest(),
                width=logo.width,
                height=logo.height,
                content=logo.content,
                created_at=utcnow(),
                created_by_id=by.id,
            )
        )
        record("logo.put", "The studio's logo was put on paper", by=by, subject="studio")


def remove(*, by: User) -> None:
    """Take the logo off paper."""
    with write():
        if _take_off(by):
            record("logo.removed", "The studio's logo was taken off paper", by=by, subject="studio")


def put_in(sheet: Stored) -> Stored:
    """A stored sheet with the picture of the logo that it was signed or issued under."""
    known = sheet.studio.logo and logo_named(sheet.studio.logo.sha256)
    return replace(sheet, studio=replace(sheet.studio, logo=known.value if known else None))


def _take_off(by: User) -> bool:
    before = logo_in_use()
    if before is not None:
        before.removed_at, before.removed_by_id = utcnow(), by.id
    return before is not None
