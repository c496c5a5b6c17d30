"""The statements of the tap path: few, and without the ORM's session, because taps come often and tablets wait."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from ..extensions import db
from ..models.assessments import OPEN_STATES, Answer, Assessment, Recording, State, Tap
from ..models.fields import Stated
from ..models.users import User


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for a field; `revision` is the id of the tap that said so, `by` who tapped it."""

    stated: Stated
    revision: int
    user_id: int
    by: str


class Locked(Exception):
    """The assessment takes no taps: it is complete, or voided."""

    def __init__(self, state: State):
        super().__init__(state.value)
        self.state = state


def lock(recording_id: int) -> tuple[dict[str, Standing], str]:
    """What stands now by field, and the view the coach was last in; raises Locked.

    On PostgreSQL the row's lock does what IMMEDIATE does on SQLite.
    """
    said = (Answer.field, Answer.value, Answer.views, Answer.revision, Answer.user_id, User.name)
    rows = db.session.execute(
        select(Assessment.state, Recording.view, *said)
        .select_from(Recording)
        .join(Recording.assessment)
        .outerjoin(Answer, Answer.recording_id == Recording.id)
        .outerjoin(User, User.id == Answer.user_id)
        .where(Recording.id == recording_id)
        .with_for_update(of=Recording)
    ).all()
    if rows[0].state not in OPEN_STATES:
        raise Locked(rows[0].state)
    state = {
        row.field: Standing(
            Stated(row.value, tuple(filter(None, row.views.split(",")))), row.revision, row.user_id, row.name
        )
        for row in rows
        if row.field
    }
    return state, rows[0].view


def known(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The payload and outcome of the keys that were used before."""
    columns = (Tap.key, Tap.recording_id, Tap.user_id, Tap.field, Tap.value, Tap.view, Tap.outcome)
    rows = db.session.execute(select(*columns).where(Tap.key.in_(keys))).mappings()
    return {row["key"]: dict(row) for row in rows}


def keep(taps: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Insert taps in their order and give the id of each key."""
    if not taps:
        return {}
    new = _insert(Tap).values(list(taps)).on_conflict_do_nothing(index_elements=["key"]).returning(Tap.key, Tap.id)
    return {row.key: row.id for row in db.session.execute(new)}


def stand(recording_id: int, changed: Mapping[str, Standing]) -> None:
    """Put the answers as they stand after a batch."""
    if not changed:
        return
    rows = [
        {
            "recording_id": recording_id,
            "field": field,
            "value": one.stated.value,
            "views": ",".join(one.stated.views),
            "revision": one.revision,
            "user_id": one.user_id,
        }
        for field, one in changed.items()
    ]
    new = _insert(Answer).values(rows)
    columns = {name: new.excluded[name] for name in ("value", "views", "revision", "user_id")}
    db.session.execute(new.on_conflict_do_update(index_elements=["recording_id", "field"], set_=columns))


def be_at(recording_id: int, view: str) -> None:
    """Remember where the coach is, so that the board opens there again."""
    db.session.execute(update(Recording).where(Recording.id == recording_id).values(view=view))


def _insert(model: type[Any]) -> Any:
    """Both databases know ON CONFLICT; SQLAlchemy spells it once for each."""
    return (sqlite if db.session.get_bind().dialect.name == "sqlite" else postgresql).insert(model)
