"""Things that tests need in the studio: plain functions that make one and return it."""

import secrets
from itertools import count

from studio.ces.catalogue import catalogue
from studio.clock import today, utcnow
from studio.extensions import db
from studio.models.assessments import Assessment, AssessmentVersion
from studio.models.board import board_of
from studio.models.clients import Client
from studio.models.consents import Consent
from studio.models.database import write
from studio.models.merges import Merge
from studio.models.readiness import FilledIn, ReadinessForm
from studio.models.refer_outs import ReferOut, refer_outs_of
from studio.models.referrals import Referral, ReferralStep, State, Via
from studio.models.studios import the_studio
from studio.models.texts import current
from studio.models.users import User
from studio.operations import assessments, clients, consents, merges, readiness
from studio.operations.taps import Taken, TapIn, record_taps
from studio.sheets.consent import Stroke

from .people import Cast

_number = count(1)


def a_client(name: str = "", *, ready: bool = True, **values: object) -> Client:
    """A client with a name and a phone, taken in by the coach, with nothing that speaks against a start."""
    number = next(_number)
    given = {"name": name or f"Client {number}", "phone": f"+4420794610{number % 100:02}"} | values
    client = clients.create(given, by=Cast().coach)
    if ready:
        well(client)
    return client


def well(client: Client, **said: object) -> ReadinessForm:
    """The client has answered no to every question before training, but for what is said here."""
    now = utcnow()
    answers = dict.fromkeys(catalogue().safety.questions, False)
    values = {"answers": answers, "areas": [], "flags": {}, "pressure": {}, "yellow": []} | said
    with write() as session:
        form = ReadinessForm(
            client_id=client.id,
            filled_in=FilledIn.coach,
            user_id=Cast().coach.id,
            started_at=now,
            answered_at=now,
            answered_on=today("Europe/London"),
            done_at=now,
            **values,
        )
        session.add(form)
    return form


def an_assessment(client: Client | None = None, *, by: User | None = None) -> Assessment:
    """An open overhead squat, started by the coach."""
    return assessments.start(client or a_client(), by=by or Cast().coach)


def taps(
    assessment: Assessment,
    *said: str,
    station: str = "ohsa",
    view: str = "lateral",
    by: User | None = None,
    seen: int = 0,
) -> Taken:
    """Tap cells: `taps(squat, "f:heel_rises:left=1", "depth=full")`, each a tap of its own."""
    statements = [one.partition("=") for one in said]
    given = [TapIn(secrets.token_hex(16), station, field, value, view, seen) for field, _, value in statements]
    return record_taps(assessment.id, given, by=by or Cast().coach)


def rest_is_clean(assessment: Assessment, *, by: User | None = None) -> None:
    """Go through every view and say that what is open is clean."""
    recording = assessment.recordings[0]
    db.session.refresh(recording)
    board = board_of(recording.protocol, recording.variant, recording.stated)
    given = [
        TapIn(secrets.token_hex(16), recording.station, field, value, view.view, 0)
        for view in board.views
        for field, _, value in (one.partition("=") for one in view.rest.split())
    ]
    record_taps(assessment.id, given, by=by or Cast().coach)
    db.session.refresh(recording)


def a_complete_assessment(client: Client | None = None, *said: str, by: User | None = None) -> AssessmentVersion:
    """A whole overhead squat with these findings and the rest clean."""
    assessment = an_assessment(client, by=by)
    taps(assessment, "depth=full", *said, by=by)
    rest_is_clean(assessment, by=by)
    return assessments.complete(assessment, by=by or Cast().coach, taps=0, zone="Europe/London")


NEEDED = ("take_part", "health_record")
SIGNATURE = (Stroke(points=(40, 120, 60, 60, 90, 130, 140, 70)), Stroke(points=(150, 90, 240, 100, 300, 80)))


def a_consent(
    client: Client, *purposes: str, by: User | None = None, strokes: tuple[Stroke, ...] = SIGNATURE
) -> Consent:
    """A consent signed on the tablet: what coaching needs, and these purposes."""
    signing = consents.Signing(current("consent").number, {*NEEDED, *purposes}, client.name, False, strokes)
    studio = the_studio()
    assert studio is not None
    return consents.give(client, signing, studio=studio, by=by or Cast().coach)


def a_refer_out(client: Client | None = None, flag: str = "rf_stress_fx") -> ReferOut:
    """A letter to a clinician, drafted because the coach ticked a red flag."""
    client = client or a_client()
    seen = {"flags": {flag: True}, "areas": [], "pressure": {}, "yellow": []}
    readiness.take_down(client, seen, by=Cast().coach)
    return refer_outs_of(client.id)[0]


SENDER = {"name": "Priya Raghunathan", "profession": "Physical therapist", "clinic": "Harbour Street Physiotherapy"}


def a_referral(name: str = "Nora Lindgren", **values: object) -> Referral:
    """What a physical therapist sent just now by the public form."""
    number = next(_number)
    now = utcnow()
    person = {"name": name, "phone": f"+4420794620{number % 100:02}", "email": "", "birth_year": 1980, "language": "en"}
    given = {
        "reference": f"7K3M-{number:04}",
        "submission": f"form {number}",
        "via": Via.web,
        "sender": SENDER | {"email": "priya@harbour.example", "phone": "+442079460999"},
        "person": person | values.pop("person", {}),  # type: ignore[operator]
        "story": {"reason": "Knee aches on stairs after physiotherapy", "goal": "Walk the coast path in May"},
        "agreed": True,
        "since": now,
        "received_at": now,
    }
    with write() as session:
        row = Referral(**(given | values))
        session.add(row)
        session.flush()
        session.add(ReferralStep(referral_id=row.id, state=State.received, at=row.since, note=""))
    return row


def a_merge(kept: Client) -> Merge:
    """A record that turned out to be the same person's, put into this one."""
    return merges.merge(kept, a_client(kept.name), set(), by=Cast().coach)
