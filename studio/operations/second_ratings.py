"""Rating the same performance a second time, blind, to know how well ratings agree."""

from datetime import date

from ..ces.batteries import MEASURES
from ..clock import utcnow
from ..models.assessments import Assessment, Recording, State
from ..models.database import write
from ..models.second_ratings import LIVE, VIDEO, open_rating, rating_by, was_dropped, ways_open
from ..models.stations import views_of
from ..models.users import User
from . import error_bands
from .events import record

WAYS = {VIDEO: "From the video", LIVE: "Live, today"}


class NotRateable(Exception):
    """Only a completed assessment can be rated again; a second rating cannot."""


class TooSoon(Exception):
    """The same person needs two weeks between the ratings; `day` is the first day on which it may be."""

    def __init__(self, day: date):
        super().__init__("Rated too recently by the same person")
        self.day = day


class OnlyFromVideo(Exception):
    """Who rated first, or comes on a later day, cannot rate the same performance live."""


class RatedAlready(Exception):
    """This person has rated it a second time before; `rating` is that one."""

    def __init__(self, rating: Assessment):
        super().__init__("Rated before")
        self.rating = rating


def start(assessment: Assessment, way: str, *, by: User, zone: str) -> Assessment:
    """Begin a second rating, or go on with the one this person left open."""
    if assessment.second_to_id or assessment.state != State.complete:
        raise NotRateable
    found = open_rating(assessment.id, by.id)
    if found:
        return found
    before = rating_by(assessment.id, by.id)
    if before:
        raise RatedAlready(before)
    ways, day = ways_open(assessment, by.id, zone)
    if day:
        raise TooSoon(day)
    if way not in ways:
        raise OnlyFromVideo
    with write() as session:
        second = Assessment(
            client_id=assessment.client_id,
            coach_id=by.id,
            state=State.rating,
            started_at=utcnow(),
            second_to_id=assessment.id,
            rated_from=way,
            here=assessment.recordings[0].station,
        )
        second.recordings = [
            Recording(protocol=one.protocol, variant=one.variant, view=_first_view(one), place=one.place)
            for one in assessment.recordings
            if one.protocol != MEASURES
        ]
        session.add(second)
        session.flush()
        _record("started", "Second rating started", second, by)
    return second


def leave_out(second: Assessment, *, by: User) -> None:
    """Take a second rating out of the figures. An unfinished one is dropped for good: the first rating opens then."""
    if second.state not in (State.rating, State.rated):
        return
    with write():
        if second.state == State.rating:
            second.completed_at = utcnow()
        second.reason, second.state = second.state.value, State.voided
        _record("left-out", "Second rating left out", second, by)
    error_bands.refresh(by=by)


def count_again(second: Assessment, *, by: User) -> None:
    """Take a finished one that was left out back in. Raises NotRateable for one that was dropped."""
    if second.state != State.voided or was_dropped(second):
        raise NotRateable
    with write():
        second.state, second.reason = State(second.reason), ""
        _record("counted-again", "Second rating counted again", second, by)
    error_bands.refresh(by=by)


def _first_view(recording: Recording) -> str:
    return views_of(recording.station)[0]


def _record(verb: str, summary: str, second: Assessment, by: User) -> None:
    subject = f"assessment {second.second_to_id}"
    record(f"assessment.second-rating-{verb}", summary, by=by, client=second.client, subject=subject, rating=second.id)
