"""Second ratings in the demo studio: some squats were looked at again on video, by somebody else and blind."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from ...extensions import db
from ...models.assessments import Assessment, State
from ...models.clients import Client
from ...models.second_ratings import VIDEO
from ...models.users import User
from .. import assessments, second_ratings
from ..taps import record_taps
from .cast import Findings, Seen, findings_in
from .tapping import taps


def looks(client: str, nth: int) -> Iterator[tuple[str, Findings]]:
    """Who rated a client's nth assessment again, and what they saw."""
    for row in _rows():
        if (row["client"], row["nth"]) == (client, nth):
            yield row["by"], findings_in(row["findings"])


def rate_again(client: Client, nth: int, saw: Findings, *, zone: str, by: User) -> None:
    """Rate the client's nth assessment a second time."""
    found = select(Assessment).where(Assessment.client_id == client.id, Assessment.state == State.complete)
    first = db.session.scalars(found.order_by(Assessment.started_at).offset(nth - 1).limit(1)).one()
    rating = second_ratings.start(first, VIDEO, by=by, zone=zone)
    record_taps(rating.id, list(taps(Seen(week=0, findings=saw), rating.id)), by=by)
    assessments.complete(rating, by=by, taps=0, zone=zone)


@cache
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "again.toml").read_text(encoding="utf-8"))[
        "rating"
    ]
    return rows
