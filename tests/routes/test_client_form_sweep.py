"""Whatever is typed into a client's record: kept and shown as text, or answered with what to do. Never a fault."""

from typing import Any

import pytest
from flask import Flask
from hypothesis import example, given
from hypothesis import strategies as st

from studio.extensions import db
from studio.models.clients import Client

from ..browse import Browser
from ..examples import examples
from ..people import Cast

ANYTHING = st.text(st.characters(codec="utf-8"), max_size=60)
HOSTILE = st.sampled_from(
    ["<script>alert(1)</script>", "\u202eevil", "a\x00b", "'; DROP TABLE clients;--", "{{ 7 * 7 }}", "\ud7ff\ue000",
     "=1+1", "🏋️‍♀️", "ﷺ" * 40, "İi̇ıI", "\u0300" * 30, "%00", "-1", "9" * 30, "١٢"]
)  # fmt: skip
TEXT = ANYTHING | HOSTILE
BOXES = [
    "name",
    "phone",
    "email",
    "birth_date-day",
    "birth_date-month",
    "birth_date-year",
    "language",
    "sheet_size",
    "coach",
    "sex",
    "equipment",
    "floor_transfer",
    "goal",
    "note",
    "revision",
    "confirmed",
]
FORMS = st.dictionaries(st.sampled_from(BOXES), TEXT, max_size=8)


@pytest.fixture
def browser(app: Flask, people: Cast) -> Browser:
    return Browser(app, people.coach)


def send(browser: Browser, token: str, path: str, form: dict[str, str]) -> Any:
    answer = browser.http.post(path, data={"csrf_token": token, **form})
    assert answer.status_code in (303, 409, 422), f"{answer.status_code} for {form!r}"
    return answer


@examples(60)
@given(form=FORMS, name=TEXT)
def test_anything_typed_into_a_new_record_is_kept_or_answered(
    browser: Browser, form: dict[str, str], name: str
) -> None:
    token = browser.token()
    answer = send(browser, token, "/clients", {"name": name} | form)
    if answer.status_code == 303:
        page = browser.http.get(answer.location)
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert browser.http.get(f"{answer.location}/edit").status_code == 200
        assert browser.http.get("/clients").status_code == 200


@examples(60)
@given(form=FORMS)
@example(form={"revision": str(2**63), "confirmed": "1," + "9" * 5000})
def test_anything_typed_over_a_record_is_kept_or_answered(browser: Browser, form: dict[str, str]) -> None:
    token = browser.token()
    db.session.rollback()
    client = db.session.query(Client).first()
    if client is None:
        send(browser, token, "/clients", {"name": "Zoë Papadopoulou"})
        db.session.rollback()
        client = db.session.query(Client).one()
    path = f"/clients/{client.id}"
    send(browser, token, path, {"name": "Zoë", "revision": str(client.revision)} | form)
    assert browser.http.get(path).status_code == 200
    assert browser.http.get(f"{path}/history").status_code == 200


@examples(80)
@given(typed=TEXT)
def test_anything_can_be_searched_for(browser: Browser, typed: str) -> None:
    for path in ("/clients/search", "/clients"):
        assert browser.http.get(path, query_string={"q": typed}).status_code == 200


@examples(60)
@given(email=TEXT, password=TEXT, after=TEXT)
def test_anything_can_be_typed_at_the_door(app: Flask, browser: Browser, email: str, password: str, after: str) -> None:
    stranger = Browser(app, None)
    form = {"csrf_token": stranger.token(), "email": email, "password": password, "next": after}
    assert stranger.http.post("/sign-in", data=form).status_code in (422, 429)
