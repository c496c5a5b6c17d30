"""What may still happen to an assessment: amended, voided, moved to the right client; each with a reason."""

from sqlalchemy import update

from ..models.assessments import Assessment, State
from ..models.clients import Client
from ..models.database import write
from ..models.users import User
from .assessments import NotOpen
from .events import record
from .letters import drafting


def amend(assessment: Assessment, reason: str, *, by: User) -> None:
    """Open a complete assessment for a stated reason; its versions stay, completing it again makes the next one.

    Does nothing when it is open again already; raises NotOpen unless it is complete.
    """
    with write() as session:
        session.refresh(assessment, with_for_update={"of": Assessment})
        if assessment.state == State.amending:
            return
        if assessment.state != State.complete:
            raise NotOpen
        assessment.state, assessment.reason = State.amending, reason
        _record("amendment-started", "Assessment opened again for an amendment", assessment, by)


def void(assessment: Assessment, reason: str, *, by: User) -> None:
    """Strike an assessment out: it stays readable and counts for nothing. Does nothing when it is void already."""
    with write() as session:
        session.refresh(assessment, with_for_update={"of": Assessment})
        if assessment.state == State.voided:
            return
        assessment.state, assessment.reason = State.voided, reason
        drafting.forget(assessment, by=by)
        _record("voided", "Assessment voided", assessment, by)


def move(assessment: Assessment, to: Client, reason: str, *, by: User) -> None:
    """Give an assessment to the client it belongs to; both trails say so.

    Programmes stay where they are: a line on them that came from a moved or voided assessment is for a coach to judge.
    """
    with write() as session:
        session.refresh(assessment, with_for_update={"of": Assessment})
        before = assessment.client
        if before.id == to.id:
            return
        drafting.forget(assessment, by=by)
        assessment.client_id = to.id
        session.execute(update(Assessment).where(Assessment.second_to_id == assessment.id).values(client_id=to.id))
        session.flush()
        _record("moved-away", f"Assessment moved to another client: {reason}", assessment, by, before)
        _record("moved-here", f"Assessment moved here from another client: {reason}", assessment, by, to)


def _record(verb: str, summary: str, assessment: Assessment, by: User, client: Client | None = None) -> None:
    subject = f"assessment {assessment.id}"
    record(f"assessment.{verb}", summary[:300], by=by, client=client or assessment.client, subject=subject)
