"""Assessments of several tests and forms, recorded whole and completed."""

from studio.extensions import db
from studio.models.assessments import Assessment, AssessmentVersion, Recording
from studio.models.clients import Client
from studio.models.database import write
from studio.models.fields import fields_of, judged
from studio.models.stations import parts_of, station_of
from studio.models.tables import in_use
from studio.operations import assessments

from .builders import an_assessment, taps
from .people import Cast

Said = dict[str, tuple[str, ...]]


def complete(said: Said, client: Client | None = None) -> AssessmentVersion:
    """An assessment of these stations, the squat among them, with these findings; all else was seen and is clean.

    `{"ohsa": ("f:knee_valgus:left=1",), "ohsa.heels_elevated": ()}`
    """
    assessment = an_assessment(client)
    with write():
        for place, station in enumerate(said):
            add(assessment, station, place)
    db.session.refresh(assessment)
    for station, found in said.items():
        look(assessment, station, found)
    db.session.expire_all()
    return assessments.complete(assessment, by=Cast().coach, taps=0, zone="Europe/London")


def add(assessment: Assessment, station: str, place: int) -> None:
    """A station that is not there yet."""
    protocol, variant = parts_of(station)
    if station not in {station_of(one.protocol, one.variant) for one in assessment.recordings}:
        view = in_use().protocols[protocol].views[0].view
        assessment.recordings.append(Recording(protocol=protocol, variant=variant, view=view, place=place))


def look(assessment: Assessment, station: str, found: tuple[str, ...]) -> None:
    """Go through every view of a station."""
    protocol_id, variant = parts_of(station)
    protocol = in_use().protocols[protocol_id]
    said = dict(one.split("=") for one in found)
    for view in protocol.views:
        rows = [one for one in judged(protocol, variant, in_use()) if view.view in one.views]
        fields = [field for row in rows for field in fields_of(row)]
        taps(assessment, *(f"{field}={said.get(field, '0')}" for field in fields), station=station, view=view.view)
