"""What people brought from their therapist or physician to the first call."""

from datetime import date, timedelta
from typing import Any

from ...models.clearances import Level
from ...models.clients import Client
from ...models.precautions import Source
from ...models.studios import studio_today
from ...models.users import User
from .. import clearances, precautions
from .cast import Person


def bring_papers(person: Person, client: Client, *, by: User) -> None:
    """Put their precautions and clearances on record, dated today."""
    for row in person.precautions:
        precautions.create(client, precautions.Said(**_dated(row)), by=by)
    for row in person.clearances:
        values = _dated(row)
        clearances.create(client, clearances.Word(**values | {"level": Level(values["level"])}), by=by)


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    today = studio_today()
    days = row.get("days")
    until: date | None = today + timedelta(days=days) if days else None
    rest = {name: value for name, value in row.items() if name != "days"}
    return rest | {"role": Source(row["role"]), "on": today, "until": until}
