"""Second ratings in the demo studio: some squats were looked at again on video, by somebody else and blind."""

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from ... import clock
from ...extensions import db
from ...models.assessments import Assessment, State
from ...models.clients import Client
from ...models.second_ratings import VIDEO
from ...models.users import User
from .. import assessments, second_ratings
from ..taps import record_taps
from .cast import Seen
from .tapping import taps


def rate_again(users: Mapping[str, User], zone: str) -> None:
    """Rate again what again.toml names, half an hour after it was rated first."""
    whole = tomllib.loads((Path(__file__).parent / "again.toml").read_text(encoding="utf-8"))
    for row in whole["rating"]:
        first = _squat(row["client"], row["nth"])
        if first is not None and first.completed_at is not None:
            with clock.pretend(first.completed_at + timedelta(minutes=18)):
                by = users[row["by"]]
                findings = tuple((words[0], words[1], words[2]) for words in map(str.split, row["findings"]))
                rating = second_ratings.start(first, VIDEO, by=by, zone=zone)
                saw = Seen(week=0, findings=findings)
                record_taps(rating.id, list(taps(saw, rating.id)), by=by)
                assessments.complete(rating, by=by, taps=0, zone=zone)


def _squat(client: str, nth: int) -> Assessment | None:
    """The client's nth completed assessment, when it is there."""
    found = (
        select(Assessment)
        .join(Client, Client.id == Assessment.client_id)
        .where(Client.name == client, Assessment.state == State.complete)
        .order_by(Assessment.started_at)
    )
    return db.session.scalar(found.offset(nth - 1).limit(1))
