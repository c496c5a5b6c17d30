"""Square codes for home sheets: made anew with each version, known here by their hash alone."""

import hashlib
import secrets
from base64 import b32encode
from datetime import timedelta

from flask import current_app
from sqlalchemy import select, update

from ..clock import utcnow
from ..config import Settings
from ..extensions import db
from ..models.programmes import ProgrammeVersion
from ..models.sheet_codes import SheetCode, code_in_force
from . import limits

SHAPE = "[A-Z2-7]{32}"
SECRET_BYTES = 20
LASTS = timedelta(weeks=26)


def make() -> str:
    """A new secret of 160 bits, in the capitals and digits that a square code holds most tightly."""
    return b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def house() -> str:
    """Where codes lead to; nowhere in a house without a public address, or with one that is readable on its way."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings.public_url if settings.secure_cookies else ""


def address(code: str) -> str:
    """What the square code says; nothing where it would lead nowhere."""
    host = house()
    if host.count("/") == 2:  # browsers read a host in capitals as the same host, but not the folders below it
        host = host.upper()
    return f"{host}/{code}" if host else ""


def put_on(version: ProgrammeVersion, code: str) -> None:
    """Let a code answer for a version, and those of the versions before it no longer; inside the caller's `write()`."""
    now = utcnow()
    others = select(ProgrammeVersion.id).where(ProgrammeVersion.programme_id == version.programme_id)
    ending = update(SheetCode).where(SheetCode.version_id.in_(others), SheetCode.ends_at > now)
    db.session.execute(ending.values(ends_at=now).execution_options(synchronize_session=False))
    db.session.add(SheetCode(version_id=version.id, code_hash=hashed(code), ends_at=now + LASTS))


def answers(code: str, *, asked_from: str) -> bool:
    """Whether a code is in force; raises TooMany when this address has asked too often."""
    limits.spend(f"sheet code {asked_from[:60]}", limits.SHEET_CODE)
    return code_in_force(hashed(code)) is not None


def hashed(code: str) -> str:
    """What the database keeps of a code."""
    return hashlib.sha256(code.encode()).hexdigest()
