"""The engine's input for a client: what an assessment version recorded, with what is known about the person today."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from ..ces.case import Case, Plan
from ..ces.catalogue import catalogue
from ..ces.interchange import read_case
from ..extensions import db
from .assessments import Assessment, AssessmentVersion, State
from .clients import Client
from .programmes import ProgrammeVersion


def case_of(version: AssessmentVersion | None, client: Client, plan: Plan, on: date) -> Case:
    """The case for a programme: findings and pain as frozen, kit, floor, goal and age as they are on that day."""
    recorded = read_case(version.case, catalogue()) if version else Case()
    person = replace(
        recorded.client,
        age=client.age(on),
        sex=client.sex.value if client.sex else None,
        equipment=frozenset(client.equipment),
        floor_transfer=client.floor_transfer,
        goal=client.goal or None,
    )
    return replace(recorded, client=person, plan=plan)


def draft_case(draft: ProgrammeVersion, on: date) -> Case:
    """The case of a draft, on the plan it was drafted for."""
    return case_of(draft.basis, draft.programme.client, Plan(**draft.plan), on)


def newest_findings(client_id: int) -> AssessmentVersion | None:
    """The last word of the client's last completed assessment, voided ones apart."""
    found = (
        select(AssessmentVersion)
        .join(AssessmentVersion.assessment)
        .where(Assessment.client_id == client_id, Assessment.state.in_((State.complete, State.amending)))
        .order_by(Assessment.started_at.desc(), AssessmentVersion.number.desc())
    )
    return db.session.scalar(found.limit(1))
