"""The readiness questions: begun, kept while they are typed, finished, and judged at once."""

from collections.abc import Mapping
from typing import Any

from .. import clock
from ..ces.safety import refer_out
from ..models.clients import Client
from ..models.database import write
from ..models.gates import standing_case
from ..models.readiness import FilledIn, ReadinessForm, begun, held
from ..models.standing import standing
from ..models.studios import studio_today
from ..models.tables import in_use
from ..models.users import User
from .events import record
from .refer_outs import heed

COPIED = (
    "answers_id", "answers", "areas", "flags", "pressure", "yellow", "words",
    "answered_at", "answered_on", "outdated_at",
)  # fmt: skip


def begin(client: Client, *, by: User, filled_in: FilledIn = FilledIn.coach) -> ReadinessForm:
    """Go on with the form that is being typed, or begin a new, empty one."""
    with write() as session:
        form = begun(client.id)
        if form is None:
            form = ReadinessForm(
                client_id=client.id, filled_in=filled_in, user_id=by.id, started_at=clock.utcnow(), answers={},
                areas=[], flags={}, pressure={}, yellow=[],
            )  # fmt: skip
            session.add(form)
            session.flush()
        elif form.filled_in is not filled_in:
            form.filled_in = filled_in
    return form


def keep(client: Client, said: Mapping[str, Any], *, by: User, filled_in: FilledIn = FilledIn.coach) -> ReadinessForm:
    """Keep what has been typed so far; nothing is judged yet."""
    with write():
        form = begin(client, by=by, filled_in=filled_in)
        _put(form, said)
    return form


def finish(client: Client, said: Mapping[str, Any], *, by: User, filled_in: FilledIn = FilledIn.coach) -> ReadinessForm:
    """Make the typed answers the ones that count, and draft a letter where a clinician must look first."""
    with write() as session:
        form = keep(client, said, by=by, filled_in=filled_in)
        now = clock.utcnow()
        before = held(client.id, studio_today())
        form.answers_id, form.answered_at, form.done_at = form.id, now, now
        form.answered_on = studio_today()
        form.user_id, form.catalogue = by.id, in_use().version
        if before:  # what the coach took down stays until it is taken anew
            form.pressure, form.yellow = before.form.pressure, before.form.yellow
        session.flush()
        record(
            "readiness.answered", "Readiness questions answered", by=by, client=client, subject=f"readiness {form.id}"
        )
        _judge(client, form, by)
    return form


def take_down(client: Client, seen: Mapping[str, Any], *, by: User) -> ReadinessForm:
    """Add the coach's part (blood pressure, red flags seen or asked for, yellow flags) to the answers that count."""
    with write() as session:
        before = held(client.id, studio_today())
        now = clock.utcnow()
        form = ReadinessForm(
            client_id=client.id, filled_in=FilledIn.coach, user_id=by.id, started_at=now, answers={}, areas=[],
            flags={}, pressure={}, yellow=[], catalogue=in_use().version,
        )  # fmt: skip
        if before:
            for name in COPIED:
                setattr(form, name, getattr(before.form, name))
            form.filled_in = before.form.filled_in
        kept = [one for one in form.areas if not one["about"].startswith("rf_")]
        form.areas = [*kept, *seen["areas"]]
        form.flags, form.pressure, form.yellow = seen["flags"], seen["pressure"], seen["yellow"]
        form.done_at, form.answered_at = now, form.answered_at or now
        form.answered_on = form.answered_on or studio_today()
        session.add(form)
        session.flush()
        form.answers_id = form.answers_id or form.id
        record(
            "readiness.checked", "Coach’s check before training", by=by, client=client, subject=f"readiness {form.id}"
        )
        _judge(client, form, by)
    return form


def expire(client: Client, *, by: User) -> None:
    """Health has changed: the answers do not count any more, and are asked for again."""
    with write():
        found = held(client.id, studio_today())
        if found is None or found.form.outdated_at is not None:
            return
        found.form.outdated_at = clock.utcnow()
        record("readiness.expired", "Health has changed, answers expired", by=by, client=client)


def _put(form: ReadinessForm, said: Mapping[str, Any]) -> None:
    """Put what was said into its columns; what is not part of the page that was sent stays."""
    for name in ("answers", "areas", "flags", "words"):
        if name in said:
            setattr(form, name, said[name])


def _judge(client: Client, form: ReadinessForm, by: User) -> None:
    on = studio_today()
    heed(
        client,
        refer_out(standing_case(client, standing(client.id, on)), in_use()),
        source=f"readiness {form.answers_id}",
        by=by,
        flags=form.standing,
    )
