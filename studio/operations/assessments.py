"""An assessment from its start to its frozen version."""

from collections.abc import Collection

from sqlalchemy import func, select

from ..ces.analysis import analyse
from ..ces.interchange import write_analysis, write_case
from ..ces.safety import refer_out
from ..clock import today, utcnow
from ..extensions import db
from ..models.assessments import Assessment, AssessmentVersion, Recording, State, Tap
from ..models.board_words import label_of
from ..models.clients import Client
from ..models.database import write
from ..models.recorded import case_of_record, snapshot
from ..models.refer_words import seen_words
from ..models.referrals import State as Stage
from ..models.standing import standing
from ..models.stations import parts_of, views_of
from ..models.tables import in_use
from ..models.users import User
from ..version import VERSION
from .consents import not_withdrawn
from .events import record
from .letters import drafting
from .refer_outs import heed
from .referrals import steps

QUICK = "squat"
DONE = (State.complete, State.rated)
DONE_AS = {State.open: State.complete, State.amending: State.complete, State.rating: State.rated}
DONE_WORDS = {
    State.open: ("assessment.completed", "Assessment completed"),
    State.amending: ("assessment.amended", "Assessment amended"),
    State.rating: ("assessment.rated-again", "Assessment rated a second time"),
}


class TapsMissing(Exception):
    """The tablet made more taps than have arrived: the rest must come first."""


class NotOpen(Exception):
    """The assessment is complete or voided."""


class Stale(Exception):
    """Somebody wrote the note meanwhile; `theirs` is what it says now, as of `revision`."""

    def __init__(self, theirs: str, revision: int):
        super().__init__("Somebody wrote meanwhile")
        self.theirs, self.revision = theirs, revision


def start(client: Client, *, by: User, battery: str = QUICK, stations: Collection[str] = ()) -> Assessment:
    """Begin an assessment with the tests of a battery, or with those of it that are named.

    One of this client that was left open goes on instead, with what it lacks added.
    """
    preset = in_use().batteries[battery]
    chosen = [one for one in (*preset.stations, *preset.optional) if one in (stations or preset.stations)]
    with write() as session:
        not_withdrawn(client)
        still_open = select(Assessment).where(Assessment.client_id == client.id, Assessment.state == State.open)
        assessment = session.scalar(still_open.order_by(Assessment.id.desc()).limit(1))
        if assessment:
            if len(chosen) > 1:
                assessment.battery = battery
            for station in chosen:
                _add(assessment, station)
            return assessment
        assessment = Assessment(
            client_id=client.id, coach_id=by.id, started_at=utcnow(), battery=battery, here=chosen[0]
        )
        session.add(assessment)
        for station in chosen:
            _add(assessment, station)
        session.flush()
        record(
            "assessment.started",
            "Assessment started",
            by=by,
            client=client,
            subject=f"assessment {assessment.id}",
            battery=battery,
            stations=chosen,
        )
    return assessment


def add_station(assessment: Assessment, station: str, *, by: User) -> None:
    """Add a test at the end and go there; one that is there already is only gone to. Raises NotOpen."""
    with write() as session:
        session.refresh(assessment, with_for_update={"of": Assessment})
        if not assessment.takes_taps:
            raise NotOpen
        if _add(assessment, station):
            subject = f"assessment {assessment.id}"
            summary = f"{label_of(station)} added to the assessment"
            record("assessment.station-added", summary, by=by, client=assessment.client, subject=subject)
        assessment.here = station


def _add(assessment: Assessment, station: str) -> bool:
    if assessment.recording(station):
        return False
    protocol, variant = parts_of(station)
    place = 1 + max((one.place for one in assessment.recordings), default=-1)
    one = Recording(protocol=protocol, variant=variant, view=views_of(station)[0], place=place)
    assessment.recordings.append(one)
    return True


def complete(assessment: Assessment, *, by: User, taps: int, zone: str) -> AssessmentVersion:
    """Lock the assessment and freeze what it says as its next version; a complete one answers its newest again.

    `taps` is how many the tablet of `by` knows of: raises TapsMissing when fewer have arrived. `zone` is the studio's,
    for the client's age on that day. Raises NotOpen for a voided one.
    """
    now, day = utcnow(), today(zone)
    with write() as session:
        session.refresh(assessment, with_for_update={"of": Assessment})
        if assessment.state in DONE:
            return assessment.versions[-1]
        if not assessment.takes_taps:
            raise NotOpen
        if _arrived(assessment, by) < taps:
            raise TapsMissing
        recorded = snapshot(assessment.recordings) | {"note": assessment.note}
        stands = standing(assessment.client_id, day)
        hurt_before = {one.pain.region for one in stands.felt if one.assessment_id != assessment.id}
        case = case_of_record(recorded, assessment.client, stands, hurt_before)
        version = AssessmentVersion(
            number=len(assessment.versions) + 1,
            at=now,
            user_id=by.id,
            reason=assessment.reason,
            recorded=recorded,
            case=write_case(case, in_use()),
            analysis=write_analysis(analyse(case, in_use(), VERSION)),
            catalogue=in_use().version,
        )
        assessment.versions.append(version)
        kind, summary = DONE_WORDS[assessment.state]
        assessment.state, assessment.reason = DONE_AS[assessment.state], ""
        assessment.completed_at = assessment.completed_at or now
        session.flush()
        record(
            kind,
            summary,
            by=by,
            client=assessment.client,
            subject=f"assessment {assessment.id}",
            version=version.number,
        )
        heed(
            assessment.client,
            refer_out(case, in_use()),
            source=f"assessment {assessment.id}",
            by=by,
            seen=seen_words(case),
        )
        if assessment.state is State.complete:
            steps.follow(assessment.client, Stage.assessed, by=by)
            drafting.follow(version, by=by)
    return version


def write_note(assessment: Assessment, text: str, *, seen: int, by: User, sent_before: Collection[str] = ()) -> int:
    """Save the note and give its new revision; raises Stale with somebody else's text, or NotOpen.

    `sent_before` are texts whose answers were lost on the way: when one of them stands now, it was not somebody else's.
    """
    with write() as session:
        session.refresh(assessment, with_for_update={"of": Assessment})
        if not assessment.takes_taps:
            raise NotOpen
        if assessment.note == text:
            return assessment.note_revision
        if assessment.note_revision != seen and assessment.note not in sent_before:
            raise Stale(assessment.note, assessment.note_revision)
        first = assessment.note_revision == 0
        assessment.note, assessment.note_revision = text, assessment.note_revision + 1
        if first:  # one line for the trail, not one a keystroke
            subject = f"assessment {assessment.id}"
            record("assessment.noted", "Note written", by=by, client=assessment.client, subject=subject)
        return assessment.note_revision


def _arrived(assessment: Assessment, by: User) -> int:
    own = select(func.count()).select_from(Tap).join(Recording, Recording.id == Tap.recording_id)
    found = db.session.scalar(own.where(Recording.assessment_id == assessment.id, Tap.user_id == by.id))
    return found or 0
