"""The warm-up card of a programme: today's studio list on one page."""

from collections.abc import Callable

from flask import Flask

from studio.models.cases import newest_findings
from studio.models.programmes import ProgrammeVersion
from studio.models.reviews import plan_case
from studio.models.sheets_warm_up import warm_up_card
from studio.models.studios import studio_today, the_studio
from studio.models.tables import in_use
from studio.sheets import WarmUpCard

from ..browse import Browser
from ..builders import a_client
from ..documents import reading
from ..limits import a_precaution
from ..people import Cast
from ..programmes import KIT, a_draft, issue, words

Browse = Callable[..., Browser]


def card_of(version: ProgrammeVersion) -> WarmUpCard:
    studio, programme, today = the_studio(), version.programme, studio_today()
    assert studio is not None
    case = plan_case(programme, newest_findings(programme.client_id), today)
    return warm_up_card(programme, case, studio, today, Cast().coach)


def test_the_card_holds_the_studio_list_of_the_plan_in_its_order(app: Flask, browse: Browse) -> None:
    draft = a_draft(a_client("Maria Smith", equipment=KIT))
    coach = browse(Cast().coach)
    listed = coach.get("plans.show", programme_id=draft.programme_id).select_one("#studio-list")
    assert listed is not None
    card = card_of(draft)
    lines = [line for phase in card.phases for line in phase.lines]
    assert [line.name for line in lines] == [one.get_text() for one in listed.select(".plan-list__line b")]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert {phase.word for phase in card.phases} <= {"Loosen", "Stretch", "Switch on", "Put it together"}
    assert card.minutes >= len(lines)


def test_it_is_printed_from_the_plan_and_noted(app: Flask, browse: Browse) -> None:
    draft = a_draft(a_client("Maria Smith", equipment=KIT))
    coach = browse(Cast().coach)
    address = f"/programmes/{draft.programme_id}/warm-up.pdf"
    for page in ("plans.show", "programmes.show"):
        links = coach.get(page, programme_id=draft.programme_id).select("a[href$='/warm-up.pdf']")
        assert [link["href"] for link in links] == [address], page
    answer = coach.http.get(address)
    assert answer.mimetype == "application/pdf"
    assert f"{studio_today():%Y-%m-%d}_warm-up_M-Smith.pdf" in answer.headers["Content-Disposition"]
    said = reading.text(answer.data)
    for expected in ("Maria", "Warm-up", "with Dana", "Stop and tell Dana if it feels sharp", "Switch on"):
        assert expected in said
    assert "Warm-up card printed" in words(coach.get("client_history.show", client_id=draft.programme.client_id))


def test_the_limits_of_today_stand_on_it(app: Flask) -> None:
    draft = issue(a_draft())
    assert card_of(draft).limits == ()
    a_precaution(
        draft.programme.client,
        limits=[{"kind": "weight_bearing", "code": "PWB", "amount": 30}],
        region="knee",
        side="left",
    )
    assert card_of(draft).limits
    assert card_of(draft).week == 1


def test_what_needs_the_coach_says_so(app: Flask) -> None:
    lines = [line for phase in card_of(a_draft()).phases for line in phase.lines]
    drills = in_use().exercises
    assert all(line.with_coach == drills[line.exercise].needs_coach for line in lines)


def test_without_findings_the_card_says_why_it_is_empty(app: Flask, browse: Browse) -> None:
    coach = browse(Cast().coach)
    client = a_client("Somebody New", equipment=KIT)
    coach.post("programmes.create", client_id=client.id)
    assert coach.last is not None
    answer = coach.http.get(f"{coach.last.location}/warm-up.pdf")
    assert "No warm-up today. " in reading.text(answer.data)
