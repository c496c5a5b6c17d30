"""The statements of the tap path: few, and without the ORM's session, because taps come often and tablets wait."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import CursorResult, Executable, bindparam, insert, select, update
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
    device: str
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
    rows = _run(_state_statement(), {"recording": recording_id}).all()
    if rows[0].state not in OPEN_STATES:
        raise Locked(rows[0].state)
    state = {
        row.field: Standing(
            Stated(row.value, tuple(filter(None, row.views.split(",")))),
            row.revision,
            row.user_id,
            row.device,
            row.name,
        )
        for row in rows
        if row.field
    }
    return state, rows[0].view


def known(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The payload and outcome of the keys that were used before."""
    return {row["key"]: dict(row) for row in _run(_known_statement(), {"keys": list(keys)}).mappings()}


def keep(taps: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Insert taps in their order and give the id of each key."""
    return {row.key: row.id for row in _run(_tap_statement(), taps)} if taps else {}


def stand(recording_id: int, changed: Mapping[str, Standing]) -> None:
    """Put the answers as they stand after a batch."""
    rows = [
        {
            "recording_id": recording_id,
            "field": field,
            "value": one.stated.value,
            "views": ",".join(one.stated.views),
            "revision": one.revision,
            "user_id": one.user_id,
            "device": one.device,
        }
        for field, one in changed.items()
    ]
    if rows:
        _run(_answer_statement(db.engine.dialect.name), rows)


def be_at(recording_id: int, view: str) -> None:
    """Remember where the coach is, so that the board opens there again."""
    db.session.execute(update(Recording).where(Recording.id == recording_id).values(view=view))


def _run(statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> CursorResult[Any]:
    """Straight to the transaction's connection, past the session's bookkeeping."""
    return db.session.connection().execute(statement, values)


# Building a statement costs more than running it: each is built once.


@cache
def _state_statement() -> Executable:
    said = (Answer.field, Answer.value, Answer.views, Answer.revision, Answer.user_id, Answer.device, User.name)
    return (
        select(Assessment.state, Recording.view, *said)
        .select_from(Recording)
        .join(Recording.assessment)
        .outerjoin(Answer, Answer.recording_id == Recording.id)
        .outerjoin(User, User.id == Answer.user_id)
        .where(Recording.id == bindparam("recording"))
        .with_for_update(of=Recording)
    )


@cache
def _known_statement() -> Executable:
    columns = (Tap.key, Tap.recording_id, Tap.user_id, Tap.field, Tap.value, Tap.view, Tap.outcome)
    return select(*columns).where(Tap.key.in_(bindparam("keys", expanding=True)))


@cache
def _tap_statement() -> Executable:
    return insert(Tap).returning(Tap.key, Tap.id)


@cache
def _answer_statement(dialect: str) -> Executable:
    """Both databases know ON CONFLICT; SQLAlchemy spells it once for each."""
    new: Any = (sqlite if dialect == "sqlite" else postgresql).insert(Answer)
    columns = {name: new.excluded[name] for name in ("value", "views", "revision", "user_id", "device")}
    return new.on_conflict_do_update(index_elements=["recording_id", "field"], set_=columns)  # type: ignore[no-any-return]
