"""The engine's input for a client: what an assessment version recorded, with what is known about the person today."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from ..ces.case import Case, Plan
from ..extensions import db
from .assessments import Assessment, AssessmentVersion, State
from .clients import Client
from .programmes import ProgrammeVersion
from .recorded import case_of_record, person
from .standing import Standing, standing


def case_of(
    version: AssessmentVersion | None, client: Client, plan: Plan, on: date, stands: Standing | None = None
) -> Case:
    """The case of an assessment: findings and pain as frozen, kit, floor, goal and age as they are on that day.

    `stands` is what holds then, where the caller has looked it up already.
    """
    stands = stands or standing(client.id, on)
    alone = Case(client=person(client, stands), readiness=stands.readiness, pain=stands.told)
    recorded = case_of_record(version.recorded, client, stands) if version else alone
    return replace(recorded, plan=plan)


def programme_case(version: AssessmentVersion | None, client: Client, plan: Plan, on: date) -> Case:
    """The case for a programme that rests on `version`.

    Every pain of the client's counts until it is cleared in writing, whichever assessment the plan rests on.
    """
    stands = standing(client.id, on)
    pains = (*(one.pain for one in stands.pains), *stands.told)
    return replace(case_of(version, client, plan, on, stands), pain=pains)


def draft_case(draft: ProgrammeVersion, on: date) -> Case:
    """The case of a draft, on the plan it was drafted for."""
    return programme_case(draft.basis, draft.programme.client, Plan(**draft.plan), on)


def newest_findings(client_id: int) -> AssessmentVersion | None:
    """The last word of the client's last completed assessment, voided ones apart."""
    found = (
        select(AssessmentVersion)
        .join(AssessmentVersion.assessment)
        .where(Assessment.client_id == client_id, Assessment.state.in_((State.complete, State.amending)))
        .order_by(Assessment.started_at.desc(), AssessmentVersion.number.desc())
    )
    return db.session.scalar(found.limit(1))


def load_findings(assessment_id: int, number: int) -> AssessmentVersion | None:
    return db.session.scalar(
        select(AssessmentVersion).where(
            AssessmentVersion.assessment_id == assessment_id, AssessmentVersion.number == number
        )
    )
