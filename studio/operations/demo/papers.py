"""What people brought from their therapist or physician, and the letters that went the other way."""

from datetime import date, timedelta
from typing import Any

from ...models.clearances import Level
from ...models.clients import Client
from ...models.precautions import Source
from ...models.refer_outs import Reply, refer_outs_of
from ...models.studios import studio_today
from ...models.users import User
from .. import clearances, precautions, refer_outs
from .cast import Person


def bring_papers(person: Person, client: Client, *, by: User) -> None:
    """Put their precautions and clearances on record, dated today."""
    for row in person.precautions:
        precautions.create(client, precautions.Said(**_dated(row)), by=by)
    for row in person.clearances:
        values = _dated(row)
        clearances.create(client, clearances.Word(**values | {"level": Level(values["level"])}), by=by)


def word_letter(client: Client, words: dict[str, str], *, by: User) -> None:
    """The coach words the letter that was drafted."""
    row = refer_outs_of(client.id)[0]
    refer_outs.reword(row, row.words | words, True, seen=row.revision, by=by)


def answer_letter(client: Client, reply: dict[str, Any], *, by: User) -> None:
    """The clinician's answer to it, dated today."""
    dated = _dated(reply)
    what = refer_outs.Answered(**dated | {"reply": Reply(dated["reply"])})
    refer_outs.answer(refer_outs_of(client.id)[0], what, by=by)


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    today = studio_today()
    days = row.get("days")
    until: date | None = today + timedelta(days=days) if days else None
    rest = {name: value for name, value in row.items() if name != "days"}
    return rest | {"role": Source(row["role"]), "on": today, "until": until}
