"""What clients and therapists read holds no wording that a trainer must not use, and clients can read it easily.

The words and their audiences are those of scope_of_practice; a coach's own page may say more.
"""

from collections.abc import Callable, Iterable

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from studio.ces.case import Case, Finding, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.evidence import gather
from studio.ces.findings import join
from studio.ces.reasoning import reason
from studio.ces.sides import Side
from studio.ces.wording import Audience, forbidden, muscle_words
from studio.clock import today
from studio.models.chain_view import COACH_ONLY
from studio.models.grounds import Grounds
from studio.models.three_readings import client_reading, therapist_reading
from studio.operations import programmes

from ..browse import Browser
from ..builders import a_client
from ..documents.reading import text
from ..examples import some
from ..people import Cast
from ..programmes import KIT, issue
from ..reading import grade
from ..several_tests import complete
from .every import calls, furnish

Browse = Callable[..., Browser]
CAT = catalogue()
HARDEST = 6  # school years
# What clients read or fill in on the tablet, besides everything public.
CLIENTS_READ = {"consents.new"}
SAID: dict[str, tuple[Side | None, ...]] = {
    "sided": ("left", "right", "both"),
    "stance_leg": ("left", "right", "both"),
    "directional": ("left", "right"),
    "midline": (None,),
}


THERAPISTS_READ = ("refer.",)
"""Pages without a sign-in that are written for therapists, who send patients."""


def wrong(texts: Iterable[str], audience: Audience = "client") -> dict[str, list[str]]:
    """The texts with a forbidden wording, and which."""
    found = {one: [match.words for match in forbidden(one, audience)] for one in texts}
    return {one: words for one, words in found.items() if words}


def grounds(compensation: str, side: Side | None, severity: int) -> Grounds:
    one = CAT.compensations[compensation]
    case = Case(assessments=(TestResult(one.protocol, findings=(Finding(compensation, side, severity),)),))
    return Grounds(case, CAT, gather(case, CAT), reason(case.assessments, CAT), today("UTC"))


def every_finding() -> list[tuple[str, Side | None, int]]:
    return [
        (one.id, side, severity)
        for one in CAT.compensations.values()
        for side in SAID[one.laterality]
        for severity in (1, 2)
    ]


def test_every_finding_has_a_reading_for_clients_in_words_of_the_sixth_grade(app: Flask) -> None:
    texts = []
    for compensation, side, severity in every_finding():
        known = grounds(compensation, side, severity)
        (seen,) = join(known.case.assessments, CAT)
        texts.append(client_reading(seen, known))
        assert texts[-1].startswith("We saw that ")
        assert not {"~", "{"} & set(texts[-1])
        for one in ("left", "right"):
            if side in ("left", "right"):
                assert (f" {one} " in texts[-1].partition(". ")[0] + " ") == (one == side), texts[-1]
    assert wrong(texts) == {}
    assert {one: grade(one) for one in texts if grade(one) > HARDEST} == {}


def test_every_finding_has_a_neutral_reading_for_therapists(app: Flask) -> None:
    texts = []
    for compensation, side, severity in every_finding():
        known = grounds(compensation, side, severity)
        (seen,) = join(known.case.assessments, CAT)
        texts.append(therapist_reading(seen, CAT, known.on))
        assert f"graded {severity} of 2" in texts[-1]
        assert texts[-1].endswith("It is a movement finding, not a diagnosis.")
        assert "[" not in texts[-1]
    assert wrong(texts, "therapist") == {}


def test_the_tables_hold_no_wording_that_a_client_must_not_read() -> None:
    texts = [each for titles in CAT.wording.titles.values() for each in titles]
    texts += [one.client_label for one in CAT.patterns.patterns.values()]
    texts += [muscle_words(one, CAT) for one in (*CAT.muscles, *CAT.groups)]
    edges = [one for one in CAT.links.edges.values() if one.evidence not in COACH_ONLY]
    texts += [one.client_text for one in edges]
    assert wrong(texts) == {}


@pytest.mark.parametrize("protocol", some(CAT.protocols))
def test_the_papers_of_every_finding_hold_no_such_word(browse: Browse, people: Cast, protocol: str) -> None:
    """A client with everything that a test can show: the findings report, and the sheet for home."""
    marks = {"sided": ("left=2", "right=1"), "stance_leg": ("left=2",), "midline": ("mid=2",)}
    found = tuple(
        f"f:{one.partition('.')[2]}:{mark}"
        for one in CAT.protocols[protocol].compensations
        for mark in marks.get(CAT.compensations[one].laterality, ("mid=left2",))
    )
    version = complete({"ohsa": (), protocol: found}, a_client(equipment=KIT))
    draft = issue(programmes.draft_from(version, by=people.coach))
    coach = browse(people.coach)
    coach.get("findings_reports.show", assessment_id=version.assessment_id, number=version.number)
    assert coach.last is not None
    report = text(coach.last.data)
    coach.get("home_sheets.show", programme_id=draft.programme_id, number=draft.number)
    assert wrong([report, text(coach.last.data)]) == {}


def test_the_pages_that_clients_read_hold_no_such_word(app: Flask, browse: Browse, people: Cast) -> None:
    read = []
    for call in calls(app, furnish()):
        access = getattr(app.view_functions[call.endpoint], "__access__", None)
        if call.method == "GET" and (access == "public" or call.endpoint in CLIENTS_READ):
            answer = browse(people.coach).http.get(call.address)
            if answer.status_code == 200 and answer.mimetype == "text/html":
                read.append(call.endpoint)
                main = BeautifulSoup(answer.text, "html.parser").find("main")
                words = [one for found in wrong([main.get_text(" ") if main else ""]).values() for one in found]
                allowed = {"patient"} if call.endpoint.startswith(THERAPISTS_READ) else set()
                assert {one.lower() for one in words} <= allowed, call.endpoint
    assert {"privacy.show", "consents.new"} <= set(read)
