"""Passing the gate, and starting behind it."""

from collections.abc import Callable

from .. import clock
from ..models.assessments import Assessment
from ..models.clients import Client
from ..models.database import write
from ..models.gates import GatePass, may_start
from ..models.studios import studio_today
from ..models.users import User
from .events import record


class Shut(Exception):
    """Nobody may start: a clinician must look first, or the answer is still out."""


class NeedsReason(Exception):
    """The questions are not done, or too old: starting all the same needs a name and a reason."""


def behind(client: Client, start: Callable[[], Assessment], *, by: User, reason: str = "") -> Assessment:
    """Start an assessment if the gate lets it; raises Shut, or NeedsReason when `reason` is what it asks for."""
    with write() as session:
        on = studio_today()
        may = may_start(client, on)
        if may.gate.shut:
            raise Shut
        if not may.open:
            if not reason:
                raise NeedsReason
            passed = GatePass(client_id=client.id, user_id=by.id, at=clock.utcnow(), day=on)
            passed.state, passed.reason = may.gate.state, reason
            session.add(passed)
            record(
                "gate.passed", "Started without current readiness answers", by=by, client=client, state=may.gate.state
            )
        return start()
