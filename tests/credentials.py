"""Credentials, for tests."""

from datetime import date

from studio.models.credentials import Credential, CredentialKind
from studio.models.users import User
from studio.operations import credentials
from studio.operations.credentials import Held

from .people import Cast


def a_credential(person: User, title: str = "CES", expires_on: date | None = None, **words: object) -> Credential:
    """A certification put on record by its holder."""
    given: dict[str, object] = {"number": "", "issued_on": None, "units_needed": None, "units_earned": None, "note": ""}
    kind = words.pop("kind", CredentialKind.certification)
    held = Held(kind=kind, title=title, expires_on=expires_on, **(given | words))  # type: ignore[arg-type]
    return credentials.add(person, held, by=Cast().owner)
