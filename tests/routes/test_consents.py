"""Signing a consent on the tablet, its copy on paper, taking it back, and the texts behind it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from studio.extensions import db
from studio.forms.consents import SHORTEST, _strokes
from studio.models.clients import Client
from studio.models.consents import Consent, grants_of, standing_of
from studio.models.papers import Paper
from studio.operations import consents
from studio.sheets.consent import HEIGHT, WIDTH

from ..browse import Browser
from ..builders import a_client, a_consent
from ..documents import reading
from ..examples import examples
from ..people import Cast
from ..programmes import a_draft, issue

Browse = Callable[..., Browser]
DRAWN = json.dumps([[40, 120, 60, 60, 90, 130, 140, 70], [150, 90, 240, 100]])


def form(**changes: Any) -> dict[str, Any]:
    filled = {
        "text_version": "1",
        "agree_take_part": "y",
        "agree_health_record": "y",
        "signer": "Zoë Papadopoulou",
        "drawn": DRAWN,
    } | changes
    return {name: value for name, value in filled.items() if value is not None}


def sign(browser: Browser, client: Client, *, expect: int = 303, **changes: Any) -> Any:
    return browser.post("consents.create", form(**changes), client_id=client.id, expect=expect)


def test_a_client_signs_and_the_page_shows_what_was_agreed_to(browse: Browse, people: Cast) -> None:
    client, browser = a_client("Zoë Papadopoulou"), browse(people.front_desk)
    page = browser.get("consents.new", client_id=client.id)
    assert not page.select("input[type=checkbox][checked]"), "nothing is ticked beforehand"
    sign(browser, client, agree_photos="y")
    page = browser.follow()
    assert [one.get_text() for one in page.select("#purposes .line__words b")] == [
        "Taking part", "Health record", "Photos and video for the programme",
    ]  # fmt: skip
    assert len(page.select("svg.signature path")) == 2
    assert "signed" in browser.get("clients.show", client_id=client.id).select_one("#before").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ({"agree_take_part": None}, "Tick “I want to take part”"),
        ({"agree_health_record": None}, "Tick “The studio may keep my health answers”"),
        ({"signer": " "}, "Enter your full name"),
        ({"drawn": ""}, "Sign in the box, or tick that the typed name is the signature"),
        ({"drawn": "[[1,1]]"}, "this is only a dot"),
        ({"drawn": "<svg>"}, "Draw the signature once more"),
    ],
)
def test_what_is_missing_is_asked_for_and_the_rest_stays(
    browse: Browse, people: Cast, missing: dict[str, Any], says: str
) -> None:
    client = a_client()
    page = sign(browse(people.coach), client, expect=422, agree_touch="y", **missing)
    assert says in page.select_one(".error-summary").get_text(" ", strip=True)
    assert page.select_one("[name=agree_touch]").has_attr("checked")
    assert standing_of(client.id).state == "none"


def test_a_typed_name_will_do_where_nobody_can_draw(browse: Browse, people: Cast) -> None:
    client = a_client()
    sign(browse(people.coach), client, drawn="", typed="y")
    assert standing_of(client.id).state == "given"
    assert db.session.query(Consent).one().sheet["strokes"] == []


def test_for_somebody_under_age_a_guardian_signs(browse: Browse, people: Cast) -> None:
    client, browser = a_client(birth_date=date(2015, 5, 1)), browse(people.coach)
    page = sign(browser, client, expect=422)
    assert "Ask a parent or guardian to sign" in page.get_text()
    sign(browser, client, signer="Irini Papadopoulou", guardian="y")
    assert "Irini Papadopoulou, parent or guardian" in browser.follow().get_text()


def test_a_text_that_changed_meanwhile_is_read_again(browse: Browse, people: Cast) -> None:
    client, coach = a_client(), browse(people.coach)
    browse(people.owner).post("texts.update", {"title": "Our words", "body": "## New\nQuite new."}, kind="consent")
    page = sign(coach, client, expect=409)
    assert "The text has just changed" in page.get_text()
    assert "Quite new." in page.get_text()
    assert page.select_one("[name=text_version]")["value"] == "2"
    assert page.select_one("[name=signer]")["value"] == "Zoë Papadopoulou"
    sign(coach, client, text_version="2")
    assert standing_of(client.id).number == 2


def test_a_purpose_is_taken_back_with_how_and_by_whom_and_undone(browse: Browse, people: Cast) -> None:
    client, browser = a_client(), browse(people.front_desk)
    grant = grants_of(a_consent(client, "photos").id)[-1]
    where = {"client_id": client.id, "grant_id": grant.id}
    assert "Enter how they told you" in browser.post("withdrawals.create", {}, expect=422, **where).get_text()
    browser.post("withdrawals.create", {"how": "By phone"}, **where)
    page = browser.follow()
    assert "noted by Ines Castellanos: By phone" in page.get_text()
    assert page.select_one(".toast form")["action"].endswith("/undo")  # type: ignore[index, union-attr]
    browser.post("withdrawals.delete", **where)
    assert "photos" in standing_of(client.id).granted


def test_taking_back_what_coaching_needs_is_shown_as_a_stop(browse: Browse, people: Cast) -> None:
    client, browser = a_client(), browse(people.coach)
    grant = grants_of(a_consent(client).id)[0]
    browser.post("withdrawals.create", {"how": "By mail"}, client_id=client.id, grant_id=grant.id)
    assert "Consent was withdrawn." in browser.follow().get_text()
    assert "withdrawn" in browser.get("clients.show", client_id=client.id).select_one("#before").get_text()  # type: ignore[union-attr]


def test_after_taking_it_back_nothing_is_assessed_or_issued_until_it_is_signed_again(
    browse: Browse, people: Cast
) -> None:
    client, browser = a_client("Zoë Papadopoulou"), browse(people.coach)
    draft = a_draft(client)
    consents.withdraw(grants_of(a_consent(client).id)[0], client, "By mail", by=people.coach)
    page = browser.post("assessments.create", client_id=client.id, expect=409)
    assert "Zoë took the consent back" in page.get_text()
    with pytest.raises(consents.Withdrawn):
        issue(draft)
    sign(browser, client)
    browser.post("assessments.create", client_id=client.id)
    issue(draft)


def test_the_consent_of_one_client_is_not_reached_through_another(browse: Browse, people: Cast) -> None:
    mine, other, browser = a_client(), a_client(), browse(people.coach)
    consent = a_consent(mine)
    grant = grants_of(consent.id)[0]
    browser.get("withdrawals.new", client_id=other.id, grant_id=grant.id, expect=404)
    assert browser.http.get(f"/clients/{other.id}/consents/{consent.id}.pdf").status_code == 404


def test_the_copy_on_paper_is_stored_and_sent_again_byte_for_byte(browse: Browse, people: Cast) -> None:
    client, browser = a_client("Zoë Papadopoulou"), browse(people.coach)
    consent = a_consent(client, "touch")
    address = f"/clients/{client.id}/consents/{consent.id}.pdf"
    first = browser.http.get(address)
    assert first.mimetype == "application/pdf"
    assert "consent_Z-Papadopoulou_v1.pdf" in first.headers["Content-Disposition"]
    said = reading.text(first.data)
    assert "Yes. A light touch may show me a movement." in said
    assert "No. Photos and video for my programme." in said
    browse(people.owner).post("texts.update", {"title": "Our words", "body": "Quite new."}, kind="consent")
    assert browser.http.get(address).data == first.data
    assert db.session.query(Paper).count() == 1


def test_the_owner_words_a_text_and_older_versions_stay_readable(browse: Browse, people: Cast) -> None:
    a_consent(a_client())
    owner = browse(people.owner)
    owner.post("texts.update", {"title": "Our words", "body": "## How\nAt {studio}."}, kind="consent")
    assert "Version 2 is in use from now on" in owner.follow().get_text()
    assert "At Northside Movement Studio." in owner.get("texts.show", kind="consent", number=2).get_text()
    assert "corrective exercise specialist" in owner.get("texts.show", kind="consent", number=1).get_text()
    owner.post("texts.update", {"title": "Our words", "body": "## How\nAt {studio}."}, kind="consent")
    assert "nothing was saved" in owner.follow().get_text()
    owner.post("texts.update", {"title": "", "body": ""}, kind="consent", expect=422)


def test_anybody_can_read_the_privacy_notice(browse: Browse) -> None:
    page = browse().get("privacy.show")
    assert "Northside Movement Studio, 12 Mill Street" in page.get_text()
    assert "one month" in page.get_text()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists))
@examples(60)
def test_whatever_is_sent_as_a_signature_is_strokes_inside_the_box_or_refused(sent: Any) -> None:
    try:
        strokes = _strokes(json.dumps(sent))
    except ValueError:
        return
    for stroke in strokes:
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in stroke.pairs)


points = st.lists(st.integers(0, HEIGHT), min_size=2, max_size=40).filter(lambda row: len(row) % 2 == 0)


@given(st.lists(points, min_size=1, max_size=20))
@examples(40)
def test_a_signature_comes_back_as_it_was_drawn(rows: list[list[int]]) -> None:
    assume(sum(map(travelled, rows)) >= SHORTEST)
    assert [list(stroke.points) for stroke in _strokes(json.dumps(rows))] == rows


def travelled(row: list[int]) -> int:
    return sum(abs(to - one) for one, to in zip(row, row[2:], strict=False))
