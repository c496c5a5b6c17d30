"""How a test is done and when not to, a link away from its board."""

from typing import Any

import pytest

from studio.models.tables import shipped
from studio.operations.assessments import start

from ..builders import a_client
from ..people import Cast

ALL = tuple(shipped().protocols)


@pytest.mark.parametrize("protocol", ALL)
def test_every_test_says_when_to_stop_and_when_not_to_start(browse: Any, people: Cast, protocol: str) -> None:
    assessment = start(a_client(), by=people.coach)
    page = browse(people.coach).get("protocols.show", assessment_id=assessment.id, protocol=protocol)
    text = page.select_one("#stop").get_text(" ", strip=True).lower()
    for words in (*shipped().protocols[protocol].safety, *shipped().safety.stop_test_if):
        assert words.lower() in text
    assert "Stance" in page.select_one("#how").get_text()


def test_the_board_leads_to_the_words_about_its_test_and_back(browse: Any, people: Cast) -> None:
    assessment = start(a_client(), by=people.coach, battery="first")
    coach = browse(people.coach)
    board = coach.get("boards.show", assessment_id=assessment.id, station="sls")
    page = coach.get("protocols.show", assessment_id=assessment.id, protocol="sls")
    assert board.select_one(".board__guide")["href"] == f"/assessments/{assessment.id}/protocols/sls"
    assert page.select_one(".client-head a")["href"] == f"/assessments/{assessment.id}/board?station=sls"
    coach.get("protocols.show", assessment_id=assessment.id, protocol="handstand", expect=404)
