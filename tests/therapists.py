"""Builders for therapists and what is between them and us."""

from itertools import count

from studio.clock import utcnow
from studio.models.outreach import Outreach, OutreachKind
from studio.models.therapists import Therapist
from studio.operations import outreach, therapists
from tests.people import Cast

_number = count()


def a_therapist(name: str = "Priya Raghunathan", **values: object) -> Therapist:
    """A physical therapist of Harbour Street."""
    known = {
        "name": name,
        "profession": "Physical therapist",
        "clinic": "Harbour Street Physiotherapy",
        "email": f"t{next(_number)}@harbour.example",
    }
    return therapists.create(known | values, by=Cast().owner)


def an_outreach(therapist: Therapist, **values: object) -> Outreach:
    """A phone call of today."""
    said = {
        "kind": OutreachKind.call,
        "on": utcnow().date(),
        "note": "",
        "next_step": therapist.next_step,
        "next_on": therapist.next_on,
    }
    return outreach.note(therapist, said | values, by=Cast().coach)
