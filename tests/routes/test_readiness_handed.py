"""The questions before training on the tablet in the client's hands."""

from collections.abc import Callable

from studio.clock import today
from studio.models.clients import Client
from studio.models.readiness import FilledIn, held
from studio.models.refer_outs import refer_outs_of

from ..browse import Browser
from ..builders import a_client
from ..people import Cast
from .test_readiness import NO

Browse = Callable[..., Browser]


def give(browser: Browser, client: Client) -> Browser:
    browser.post("hand_overs.create", {"steps": "readiness"}, client_id=client.id)
    return browser


def test_a_client_answers_on_the_tablet_and_gives_it_back(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", ready=False)
    browser = browse(people.coach)
    assert browser.get("hand_overs.new", client_id=client.id).select_one("input[value=readiness][checked]")
    give(browser, client)
    assert "Questions before training" in browser.get("hand_over.show").text
    page = browser.get("readiness_forms.edit", client_id=client.id)
    assert not page.select("nav")
    browser.post("readiness_forms.update", NO | {"screen_3": "yes"}, client_id=client.id)
    browser.get("readiness_follow_ups.edit", client_id=client.id)
    browser.post("readiness_follow_ups.update", {"rf_claudication": "no", "rf_dvt": "yes"}, client_id=client.id)
    assert browser.last is not None
    assert browser.last.location == "/hand-over"
    last = browser.get("hand_over.show").text
    assert "Give the tablet to Dana Whitfield now" in last
    assert "today" not in last.lower()  # what it means is for the coach to say
    found = held(client.id, today("Europe/London"))
    assert found is not None
    assert found.form.filled_in is FilledIn.client
    assert refer_outs_of(client.id)[0].level == "SAME_DAY"
    browser.get("readiness.show", client_id=client.id, expect=303)


def test_on_the_tablet_the_questions_begin_empty_and_a_coach_sees_the_answers_that_hold(
    browse: Browse, people: Cast
) -> None:
    client = a_client()
    coach = browse(people.coach)
    assert coach.get("readiness_forms.edit", client_id=client.id).select("input[value=no][checked]")
    assert not give(coach, client).get("readiness_forms.edit", client_id=client.id).select("input[checked]")


def test_what_the_client_typed_is_there_after_a_lock(browse: Browse, people: Cast) -> None:
    client = a_client(ready=False)
    browser = give(browse(people.coach), client)
    typed = {"screen_1": "yes", "screen_1-g0": "clot"}
    browser.post("readiness_drafts.update", typed, expect=200, fragment=True, client_id=client.id)
    browser.post("hand_over_locks.create")
    browser.get("readiness_forms.edit", client_id=client.id, expect=303)
    page = browse(people.other_coach).get("readiness_forms.edit", client_id=client.id)
    assert page.select_one("input[value=clot]").has_attr("checked")


def test_the_front_desk_does_not_hand_over_health_questions(browse: Browse, people: Cast) -> None:
    client = a_client(ready=False)
    desk = browse(people.front_desk)
    assert not desk.get("hand_overs.new", client_id=client.id).select("input[value=readiness]")
    desk.post("hand_overs.create", {"steps": "readiness"}, expect=422, client_id=client.id)
