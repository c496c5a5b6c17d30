"""The public form: a referral in eight answers, taken once, never lost, and nothing that somebody sends does harm."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from flask import Flask

from studio.clock import utcnow
from studio.models.referrals import files_of, steps_of
from studio.operations import limits, therapists
from studio.operations.referrals.said import clearance_of, precautions_of
from tests.people import Cast
from tests.referrals import ANSWERS, PRIYA, a_letter, a_scan, a_ticket, send, stranger, taken_in


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_eight_answers_are_a_referral_with_its_first_step_and_a_receipt(app: Flask) -> None:
    answer = send(app)
    assert answer.status_code == 303
    (referral,) = taken_in()
    assert referral.person["name"] == ANSWERS["name"]
    assert referral.person["phone"] == "+442079460331"
    assert referral.sender["email"] == "priya@harbour.example"
    assert [step.state.value for step in steps_of(referral.id)] == ["received"]
    page = soup(stranger(app).get(answer.location).text)
    assert referral.reference in page.get_text()
    assert "Marek’s referral" in page.h1.get_text()  # type: ignore[union-attr]
    assert "Achilles" not in page.get_text()
    status = page.select_one('a[href^="/referral/"]')
    assert status is not None
    assert referral.reference in stranger(app).get(str(status["href"])).text


def test_the_form_shows_eight_boxes_to_fill_and_the_rest_behind_more(app: Flask) -> None:
    page = soup(stranger(app).get("/refer").text)
    form = page.find("form")
    assert form is not None
    for hidden in form.select("details, .refer__trap, .refer__limits, .refer__wait, .refer__files, [type=hidden]"):
        hidden.decompose()
    names = {box["name"] for box in form.select("input, select, textarea")}
    assert names - {"urgent"} == set(ANSWERS)


def test_it_needs_no_cookie_and_a_page_that_stood_open_for_hours_still_sends(app: Flask) -> None:
    opened = stranger(app).get("/refer")
    assert "Set-Cookie" not in opened.headers
    ticket = str(soup(opened.text).select_one("[name=ticket]")["value"])  # type: ignore[index]
    with time_machine.travel(utcnow() + timedelta(hours=9)):
        assert send(app, ticket=ticket).status_code == 303


def test_a_page_that_stood_open_for_weeks_comes_back_filled_and_then_sends(app: Flask) -> None:
    answer = send(app, ticket=a_ticket(app, seconds=15 * 24 * 3600))
    assert answer.status_code == 422
    again = str(soup(answer.text).select_one("[name=ticket]")["value"])  # type: ignore[index]
    assert send(app, ticket=again).status_code == 303


@pytest.mark.parametrize("ticket", ["forged", '["A", 1].x'])
def test_a_forged_ticket_is_asked_again_and_none_at_all_refused(app: Flask, ticket: str) -> None:
    assert send(app, ticket=ticket).status_code == 422
    assert stranger(app).post("/refer", data=ANSWERS).status_code == 400
    assert taken_in() == []


def test_what_is_missing_is_listed_and_everything_typed_stays(app: Flask) -> None:
    answer = send(app, without=("contact", "far"), must_not="No jumping <b>")
    assert answer.status_code == 422
    page = soup(answer.text)
    links = {a["href"] for a in page.select(".error-summary a")}
    assert links == {"#contact", "#far"}
    assert page.select_one("#name")["value"] == ANSWERS["name"]  # type: ignore[index]
    assert "No jumping <b>" in page.select_one("#must_not").get_text()  # type: ignore[union-attr]


def test_a_form_filled_by_a_program_is_asked_again_and_a_person_gets_through(app: Flask) -> None:
    ticket = a_ticket(app)
    answer = send(app, ticket=ticket, website="https://spam.example")
    assert answer.status_code == 422
    assert "spam.example" not in answer.text
    assert send(app, ticket=ticket).status_code == 303
    fast = a_ticket(app, seconds=0)
    assert send(app, ticket=fast).status_code == 422
    with time_machine.travel(utcnow() + timedelta(seconds=4)):
        assert send(app, ticket=fast, name="Somebody else").status_code == 303


def test_the_same_form_twice_is_one_referral_with_one_reference(app: Flask) -> None:
    ticket = a_ticket(app)
    first, second = send(app, ticket=ticket), send(app, ticket=ticket)
    assert second.location.startswith(first.location)
    assert len(taken_in()) == 1
    assert "taken once" in stranger(app).get(second.location).text


def test_going_back_and_pressing_again_is_the_same_referral_and_adds_what_was_forgotten(app: Flask) -> None:
    send(app)
    answer = send(app, files=[("letter.pdf", a_letter())], urgent="y")
    (referral,) = taken_in()
    assert referral.reference in stranger(app).get(answer.location).text
    assert [row.file_name for row in files_of(referral.id)] == ["letter.pdf"]
    assert referral.urgent


def test_limits_become_precautions_that_filter_and_not_yet_a_word_that_waits(app: Flask) -> None:
    next_year = str(utcnow().year + 1)
    rows = {
        "limit_1_what": "range:flexion", "limit_1_region": "knee", "limit_1_side": "left", "limit_1_most": "90",
        "limit_1_until-day": "1", "limit_1_until-month": "12", "limit_1_until-year": next_year,
        "limit_2_what": "position:kneeling",
    }  # fmt: skip
    assert send(app, far="limits", must_not="No jumping", **rows).status_code == 303
    (referral,) = taken_in()
    assert referral.limits[0]["words"].startswith("Left knee: bending to 90° at most, until 1 December")
    said = precautions_of(referral)
    assert said[0].limits == [{"kind": "range", "code": "flexion", "ceiling": 90.0}]
    assert (said[0].region, said[0].side, said[1].limits[0]["code"]) == ("knee", "left", "kneeling")
    assert said[2].words == "No jumping"
    day = {"not_before-day": "1", "not_before-month": "6", "not_before-year": next_year}
    send(app, far="not_yet", name="Ada", **day)
    word = clearance_of(taken_in()[1])
    assert word is not None
    assert word.level.value == "not_now"


@pytest.mark.parametrize(
    ("row", "box"),
    [
        ({"what": "range:flexion", "region": "knee", "side": "left"}, "most"),
        ({"what": "range:dorsiflexion", "region": "knee", "side": "left", "most": "5"}, "region"),
        ({"what": "rest:", "region": "knee"}, "side"),
        ({"what": "weight_bearing:NWB"}, "region"),
        ({"region": "knee"}, "what"),
    ],
)
def test_a_limit_that_was_begun_must_be_whole(app: Flask, row: dict[str, str], box: str) -> None:
    answer = send(app, far="limits", **{f"limit_2_{name}": value for name, value in row.items()})
    assert answer.status_code == 422
    page = soup(answer.text)
    assert page.select_one(f"#limit_2_{box}-error") is not None
    assert page.select_one("details.limit-row__next[open]") is not None


def test_words_of_a_red_flag_tell_the_sender_at_once_and_mark_it_urgent(app: Flask) -> None:
    answer = send(app, reason="Numbness between the legs since Friday, cannot pass water")
    (referral,) = taken_in()
    assert referral.urgent
    assert referral.flags == ["rf_ces"]
    receipt = stranger(app).get(answer.location).text
    assert "Call 112 now" in receipt
    assert "Numbness" not in receipt
    send(app, name="Ada", flags=["rf_chest_now"])
    assert taken_in()[1].urgent


def test_their_own_link_fills_in_who_sends_and_opens_nothing_else(app: Flask, people: Cast) -> None:
    priya = therapists.create({**PRIYA, "phone": "+442079460150", "profession": "Physical therapist"}, by=people.owner)
    page = stranger(app).get(f"/refer/{priya.link.lower()}")
    assert "For Priya Raghunathan, Harbour Street Physiotherapy" in soup(page.text).get_text(" ", strip=True)
    assert "0150" not in page.text
    assert 'name="sender"' not in page.text
    send(app, link=priya.link, without=("sender", "sender_contact"))
    (referral,) = taken_in()
    assert (referral.therapist_id, referral.via.value) == (priya.id, "link")
    unknown = stranger(app).get("/refer/nobody")
    assert unknown.status_code == 404
    assert 'name="sender"' in unknown.text


def test_too_many_from_one_address_lose_nothing_and_say_when_to_press_again(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "REFERRAL_ADDRESS", limits.Limit(1, timedelta(hours=1)))
    ticket = a_ticket(app)
    send(app)
    answer = send(app, ticket=ticket, name="Zoë Quist")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 3000
    assert "Zoë Quist" in answer.text
    assert "Wait 60 minutes" in answer.text
    with time_machine.travel(utcnow() + timedelta(minutes=61)):
        assert send(app, ticket=ticket, name="Zoë Quist").status_code == 303


def test_files_stay_when_the_form_comes_back_can_be_taken_off_and_go_with_the_referral(app: Flask) -> None:
    ticket = a_ticket(app)
    first = send(
        app, ticket=ticket, without=("name",), files=[("scan.jpg", a_scan()), ("../../letter.pdf", a_letter())]
    )
    assert first.status_code == 422
    boxes = soup(first.text).select("[name=remove]")
    assert [li.find("span").get_text() for li in soup(first.text).select(".refer__waiting li")] == [  # type: ignore[union-attr]
        "scan.jpg",
        "letter.pdf",
    ]
    send(app, ticket=ticket, remove=[str(boxes[0]["value"])], files=[("more.jpg", a_scan("red"))])
    (referral,) = taken_in()
    assert [row.file_name for row in files_of(referral.id)] == ["letter.pdf", "more.jpg"]


def test_a_file_of_another_form_cannot_be_taken_off_or_seen(app: Flask) -> None:
    mine, theirs = a_ticket(app), a_ticket(app)
    kept = send(app, ticket=mine, without=("name",), files=[("scan.jpg", a_scan())])
    number = str(soup(kept.text).select_one("[name=remove]")["value"])  # type: ignore[index]
    other = send(app, ticket=theirs, remove=[number], without=("name",))
    assert "scan.jpg" not in other.text
    assert "scan.jpg" in send(app, ticket=mine, without=("name",)).text


def test_files_that_nobody_comes_back_for_are_swept_after_a_day(app: Flask) -> None:
    send(app, without=("name",), files=[("scan.jpg", a_scan())])
    uploads = app.config["SETTINGS"].data / "uploads"
    assert len([path for path in uploads.rglob("*") if path.is_file()]) == 1
    with time_machine.travel(utcnow() + timedelta(hours=25)):
        send(app)
    assert not [path for path in uploads.rglob("*") if path.is_file()]
