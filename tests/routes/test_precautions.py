"""Recording what a client must mind, with the letter it stands on, and lifting it again."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask

from studio.models.clients import Client
from studio.models.precautions import Precaution
from studio.models.standing import standing
from studio.models.studios import studio_today

from ..browse import Browser
from ..builders import a_client, a_complete_assessment
from ..limits import a_clearance, a_letter, a_pdf, a_precaution
from ..people import Cast
from ..programmes import words

Browse = Callable[..., Browser]
DAY = {"said_on-day": "3", "said_on-month": "11", "said_on-year": "2026"}
# A browser sends its empty boxes too.
EMPTY = dict.fromkeys(("percent", "degrees_1", "degrees_2", "degrees_3", "load", "symptom", "words", "operation"), "")
SAYS = {"said_by": "Dr Adeyemi", "role": "physician", "in_writing": "yes", "region": "knee", "side": "left"}
LETTER = EMPTY | SAYS | DAY


def posted(browse: Browse, client: Client, expect: int = 303, **form: object) -> str:
    coach = browse(Cast().coach)
    page = coach.post("precautions.create", client_id=client.id, data=LETTER | form, expect=expect)
    return words(page) if page else ""


def newest(client: Client) -> Precaution:
    return standing(client.id, studio_today()).precautions[0]


def test_a_letter_becomes_tags_and_limits_on_its_side(app: Flask, browse: Browse) -> None:
    client = a_client()
    posted(
        browse, client, weight="PWB", percent="30", movement_1="flexion", degrees_1="90", load="5",
        positions=["kneeling"], excluded_activate=["act_clam"], tags=["tkr", "recent_surgery_local"], symptom="2",
        words="Brace off for exercise",
    )  # fmt: skip
    stands = standing(client.id, studio_today())
    assert {(one.kind, one.code, one.ceiling) for one in stands.limits} == {
        ("weight_bearing", "PWB", 30),
        ("range", "flexion", 90),
        ("load", "", 5),
        ("position", "kneeling", None),
        ("exercise", "act_clam", None),
        ("symptom", "", 2),
        ("words", "", None),
    }
    assert {(one.region, one.side, one.by) for one in stands.limits} == {("knee", "left", "Dr Adeyemi")}
    assert {(one.tag, one.region, one.side) for one in stands.tags} == {
        ("tkr", None, None),
        ("recent_surgery_local", "knee", "left"),
    }
    page = words(browse(Cast().coach).get("precautions.index", client_id=client.id))
    for said in ("Left knee", "Bending to 90° at most", "5 kg at most", "No kneeling", "Brace off", "Dr Adeyemi"):
        assert said in page


def test_a_load_is_said_in_the_unit_of_the_paper_and_kept_in_kilograms(app: Flask, browse: Browse) -> None:
    client = a_client()
    posted(browse, client, load="10", load_unit="lb")
    assert [(one.ceiling, one.code) for one in standing(client.id, studio_today()).limits] == [(4.54, "lb")]
    assert "10 lb at most" in words(browse(Cast().coach).get("precautions.index", client_id=client.id))


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Choose or write at least one thing to mind"),
        ({"words": "x", "said_by": ""}, "Enter the name of who says so"),
        ({"words": "x", "side": ""}, "Choose the side"),
        ({"words": "x", "role": "wizard"}, "Choose their part from the list"),
        ({"weight": "PWB"}, "“Part of the weight” needs a number"),
        ({"weight": "PWB", "percent": "130"}, "Enter per cent from 1 to 100"),
        ({"weight": "NWB", "region": "", "side": ""}, "Choose the side"),
        ({"movement_1": "flexion"}, "Enter the degrees it may reach"),
        ({"movement_1": "flexion", "degrees_1": "much"}, "Enter degrees from 0 to 360"),
        ({"movement_1": "dorsiflexion", "degrees_1": "5"}, "Choose a movement of this area"),
        ({"movement_1": "flexion", "degrees_1": "90", "region": "", "side": ""}, "Choose the area"),
        ({"tags": ["fracture_unhealed"], "region": "", "side": ""}, "Choose the area"),
        ({"load": "heavy"}, "Enter a weight from 0 to 500"),
        ({"symptom": "11"}, "Enter a number from 0 to 10"),
        ({"words": "x", "said_on-year": "2999"}, "Enter a date that has been"),
        ({"words": "x", "until-day": "1", "until-month": "1", "until-year": "2020"}, "Enter a last day after"),
        ({"words": "x" * 2001}, "Shorten this to 2000 characters"),
        ({"words": "x", "file": (BytesIO(b"<html>"), "letter.pdf")}, "Choose a PDF, or a picture"),
    ],
)
def test_what_makes_no_sense_is_said_and_kept(
    app: Flask, browse: Browse, form: dict[str, object], sentence: str
) -> None:
    client = a_client()
    assert sentence in posted(browse, client, expect=422, **form)
    assert not standing(client.id, studio_today()).precautions


def test_an_operation_asks_its_questions_and_infers_no_limit(app: Flask, browse: Browse) -> None:
    client = a_client()
    page = browse(Cast().coach).get("precautions.new", client_id=client.id, operation="tkr")
    assert "Ask: ROM reached? Kneeling allowed?" in words(page)
    assert {box["value"] for box in page.select("[name=tags][checked]")} == {"tkr"}
    posted(browse, client, operation="tkr", in_writing="no")
    stands = standing(client.id, studio_today())
    assert not stands.limits
    assert [(one.tag, one.side) for one in stands.tags] == [("recent_surgery_local", "left")]
    assert "Not in writing" in words(browse(Cast().coach).get("precautions.index", client_id=client.id))


def test_the_letter_comes_back_as_a_file_to_save_and_nobody_elses_can_be_asked_for(app: Flask, browse: Browse) -> None:
    client, other = a_client(), a_client()
    letter = a_pdf()
    posted(browse, client, words="Slowly", file=(BytesIO(letter), "..\\Dr <Adeyemi>.html"))
    kept = newest(client).attachment
    assert kept is not None
    assert kept.file_name == "Dr Adeyemi.pdf"
    coach = browse(Cast().coach)
    answer = coach.http.get(f"/clients/{client.id}/attachments/{kept.id}")
    assert answer.data == letter
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert coach.http.get(f"/clients/{other.id}/attachments/{kept.id}").status_code == 404


def test_a_file_that_came_to_the_wrong_client_can_be_removed_and_put_back(app: Flask, browse: Browse) -> None:
    client = a_client()
    kept = a_clearance(client, file=a_letter()).attachment_id
    coach, address = browse(Cast().coach), f"/clients/{client.id}/attachments/{kept}"
    coach.post("attachments.delete", client_id=client.id, attachment_id=kept, expect=303)
    assert coach.http.get(address).status_code == 404
    coach.post("attachments.create", client_id=client.id, attachment_id=kept, expect=303)
    assert coach.http.get(address).status_code == 200


def test_a_clearance_in_writing_lifts_the_block_and_its_withdrawal_brings_it_back(app: Flask, browse: Browse) -> None:
    client, coach = a_client(), browse(Cast().coach)
    a_complete_assessment(client, "pain:heel_rises=knee.right.5")
    page = coach.get("precautions.index", client_id=client.id)
    assert "Right knee" in words(page)
    today = studio_today()
    form = {
        "level": "full", "said_by": "Dr Adeyemi", "role": "physician", "regions": ["knee"],
        "said_on-day": today.day, "said_on-month": today.month, "said_on-year": today.year,
    }  # fmt: skip
    refused = coach.post("clearances.create", client_id=client.id, data=form, expect=422)
    assert "Only a word in writing clears" in words(refused)
    form |= {"filed": "Folder 3"}
    endless = coach.post("clearances.create", client_id=client.id, data=form | {"regions": []}, expect=422)
    assert "Enter the last day on which it holds" in words(endless), "for the whole body it settles answers too"
    coach.post("clearances.create", client_id=client.id, data=form, expect=303)
    stands = standing(client.id, today)
    assert stands.pains == ()
    (row,) = stands.clearances
    where = {"client_id": client.id, "clearance_id": row.id}
    assert "Enter the reason" in words(coach.post("clearance_withdrawals.create", **where, data={}, expect=422))
    coach.post("clearance_withdrawals.create", **where, data={"reason": "For another client"}, expect=303)
    assert [one.pain.region for one in standing(client.id, today).pains] == ["knee"]
    coach.post("clearance_withdrawals.delete", **where, expect=303)
    assert standing(client.id, today).pains == ()


def test_ending_a_precaution_needs_a_reason_and_can_be_undone(app: Flask, browse: Browse) -> None:
    client, coach = a_client(), browse(Cast().coach)
    row = a_precaution(client, tags=["osteoporosis"])
    where = {"client_id": client.id, "precaution_id": row.id}
    assert "Osteoporosis" in words(coach.get("precaution_endings.new", **where))
    assert "Enter the reason" in words(coach.post("precaution_endings.create", **where, data={}, expect=422))
    coach.post("precaution_endings.create", **where, data={"reason": "Scan was normal"}, expect=303)
    assert standing(client.id, studio_today()).tags == ()
    assert "Scan was normal" in words(coach.get("precautions.index", client_id=client.id))
    coach.post("precaution_endings.delete", **where, expect=303)
    assert standing(client.id, studio_today()).tags != ()


def test_the_front_desk_reads_no_medical_words(app: Flask, browse: Browse) -> None:
    client = a_client()
    a_precaution(client, tags=["osteoporosis"], words="Told in confidence")
    desk = browse(Cast().front_desk)
    page = words(desk.get("clients.show", client_id=client.id))
    assert "Osteoporosis" not in page
    assert "in confidence" not in page
    assert "Limits are on file" in page


def test_only_forms_that_take_a_file_may_be_sent_a_large_one(app: Flask, browse: Browse) -> None:
    client, coach = a_client(), browse(Cast().coach)
    head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="letter.pdf"\r\n\r\n%PDF-'
    body = head + b"x" * 3_000_000 + b"\r\n--edge--\r\n"

    def sent(address: str) -> int:
        headers = {"X-CSRFToken": coach.token(), "Content-Type": "multipart/form-data; boundary=edge"}
        return coach.http.post(address, data=body, headers=headers).status_code

    assert sent(f"/clients/{client.id}") == 413
    assert sent(f"/clients/{client.id}/precautions") == 422
