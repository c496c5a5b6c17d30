"""The line of the client's page that says what limits them today."""

from collections.abc import Callable

from ..browse import Browser
from ..builders import a_client, a_complete_assessment
from ..people import Cast
from ..programmes import words

Browse = Callable[..., Browser]


def test_the_clients_page_leads_to_the_limits_also_without_a_script(browse: Browse, people: Cast) -> None:
    client, coach = a_client(), browse(people.coach)
    line = coach.get("clients.show", client_id=client.id).select_one("#standing")
    assert line["hx-get"].endswith(f"/clients/{client.id}/standing")
    assert line.a["href"].endswith(f"/clients/{client.id}/precautions")
    coach.get("standings.show", client_id=client.id, expect=302)


def test_nothing_on_file_is_said(browse: Browse, people: Cast) -> None:
    line = browse(people.coach).get("standings.show", client_id=a_client().id, fragment=True)
    assert "Nothing on file" in words(line)


def test_a_region_that_rests_is_said(browse: Browse, people: Cast) -> None:
    client = a_client()
    a_complete_assessment(client, "pain:heel_rises=foot_ankle.left.4")
    line = browse(people.coach).get("standings.show", client_id=client.id, fragment=True)
    assert "rests" in words(line)
    assert line.select_one(".pill--stop")


def test_the_front_desk_does_not_ask_for_it(browse: Browse, people: Cast) -> None:
    client = a_client()
    assert browse(people.front_desk).get("clients.show", client_id=client.id).select_one("#standing") is None
