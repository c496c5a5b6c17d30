"""The cards of what we saw and what we want, on the pages where a coach looks them up."""

from typing import Any
from xml.etree import ElementTree

import pytest

from studio.models.board_words import figures
from studio.models.tables import shipped
from studio.operations.assessments import start

from ..builders import a_client, a_complete_assessment
from ..people import Cast

KNEE = "/finding-cards/ohsa.knee_valgus"


@pytest.mark.parametrize("protocol", shipped().protocols)
def test_the_page_of_a_test_shows_every_row_as_it_is_and_as_it_should_be(
    browse: Any, people: Cast, protocol: str
) -> None:
    assessment = start(a_client(), by=people.coach)
    coach = browse(people.coach)
    rows = coach.get("protocols.show", assessment_id=assessment.id, protocol=protocol).select(".finding-row")
    told = [shipped().compensations[one] for one in shipped().protocols[protocol].compensations]
    assert [row.h3.get_text() for row in rows] == [one.label for one in told]
    for row, one in zip(rows, told, strict=True):
        pictures = row.select("img[loading=lazy]")
        side = "right" if one.has_sides else "none"
        assert [str(each["src"]).partition("?")[0] for each in pictures] == [
            f"/finding-cards/{one.id}/{side}/marked/{which}.svg" for which in ("saw", "want")
        ]
        assert all(each["alt"] for each in pictures)
        assert figures(one.marked) in row.get_text()
    kept = coach.http.get(str(rows[0].img["src"]))
    assert kept.mimetype == "image/svg+xml"
    assert kept.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    drawn = ElementTree.fromstring(kept.text)
    assert drawn.tag.endswith("svg")
    assert drawn.get("font-family", "").startswith("'Source Sans 3'"), (
        "a name with a digit of its own is read in quotes only"
    )


@pytest.mark.parametrize(
    ("found", "side", "severity"),
    [(("left=1",), "left", "mild"), (("right=2",), "right", "marked"), (("left=1", "right=2"), "both", "marked")],
)
def test_a_finding_shows_its_own_side_and_severity(
    browse: Any, people: Cast, found: tuple[str, ...], side: str, severity: str
) -> None:
    outcome = a_complete_assessment(a_client(), *(f"f:knee_valgus:{one}" for one in found))
    coach = browse(people.coach)
    page = coach.get("finding_reasons.show", assessment_id=outcome.assessment_id, compensation="ohsa.knee_valgus")
    pictures = page.select("#drawing img")
    assert [str(one["src"]).partition("?")[0] for one in pictures] == [
        f"{KNEE}/{side}/{severity}/{which}.svg" for which in ("saw", "want")
    ]
    assert ("left" in str(pictures[0]["alt"])) == (side == "left")
    clean = coach.get("finding_reasons.show", assessment_id=outcome.assessment_id, compensation="ohsa.knee_varus")
    assert not clean.select("#drawing")


def test_side_and_severity_are_other_drawings_and_an_unknown_finding_has_none(browse: Any, people: Cast) -> None:
    coach = browse(people.coach).http
    drawings = {
        coach.get(f"{KNEE}/{one}/saw.svg").text for one in ("left/mild", "right/mild", "right/marked", "both/marked")
    }
    assert len(drawings) == 4
    assert coach.get(f"{KNEE}/left/mild/saw.svg").headers["Cache-Control"] == "no-store"
    for path in (f"{KNEE}/left/much/saw.svg", f"{KNEE}/above/mild/saw.svg", "/finding-cards/no.such/left/mild/saw.svg"):
        assert coach.get(path).status_code == 404
    assert browse().http.get(f"{KNEE}/left/mild/saw.svg").status_code == 302
