"""What the people of the demo studio may say of themselves; some of it runs out."""

from datetime import timedelta
from typing import Any

from ...models.credentials import CredentialKind
from ...models.studios import studio_today
from ...models.users import User
from .. import credentials


def put_on_record(rows: list[dict[str, Any]], person: User, ahead: int) -> None:
    """Put somebody's on record; `ahead` is how many days from the moment it is done to today."""
    for row in rows:
        ends = studio_today() + timedelta(days=ahead + row["ends"])
        held = credentials.Held(
            kind=CredentialKind(row.get("kind", "certification")),
            title=row.get("title", ""),
            number=row.get("number", ""),
            issued_on=ends - timedelta(days=730),
            expires_on=ends,
            units_needed=row.get("units_needed"),
            units_earned=row.get("units_earned"),
            note=row.get("note", ""),
        )
        credentials.add(person, held, by=person)
