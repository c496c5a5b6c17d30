"""Credentials: what letters may say of somebody, and that nobody learns too late that one runs out."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from flask import Flask

from studio.extensions import db
from studio.models.credentials import CredentialKind, valid_credentials
from studio.models.database import write
from studio.models.mails import Mail
from studio.models.sheets_refer_out import refer_out_sheet
from studio.models.studios import studio_today
from studio.operations import credentials, users
from studio.operations.reminders import remind

from ..browse import Browser
from ..builders import a_client, a_refer_out
from ..credentials import a_credential
from ..people import Cast, the_house

Browse = Callable[..., Browser]
CES = {"kind": "certification", "title": "CES", "number": "114-2207", "units_needed": "1.9", "units_earned": "0,5"}
LAST = date(2028, 6, 30)


def on(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def told() -> list[tuple[str, str]]:
    """To whom reminders were written, and of what."""
    return [(mail.to, mail.subject) for mail in db.session.query(Mail).order_by(Mail.id)]


def test_a_coach_puts_their_own_on_record_and_letters_name_it(browse: Browse, people: Cast) -> None:
    coach = browse(people.coach)
    coach.post("credentials.create", CES | {"units_earned": "0.5"} | on("expires_on", LAST), user_id=people.coach.id)
    page = coach.get("credentials.index", user_id=people.coach.id)
    assert "0.5 of 1.9 units earned" in page.get_text()
    assert "CES no. 114-2207, to 30 Jun 2028" in page.get_text()
    sheet = refer_out_sheet(a_refer_out(), the_house(), people.coach)
    assert sheet.coach_credential == "CES no. 114-2207, to 30 Jun 2028"


def test_what_has_run_out_is_on_no_letter(app: Flask, people: Cast) -> None:
    coach = people.coach
    assert valid_credentials(coach, LAST) == ("Corrective Exercise Specialist",), "typed, while nothing is on record"
    a_credential(coach, "CES", LAST, number="114-2207", issued_on=date(2026, 6, 30))
    a_credential(coach, "", date(2028, 1, 1), kind=CredentialKind.insurance)
    a_credential(coach, "", date(2028, 3, 9), kind=CredentialKind.cpr_aed)
    assert valid_credentials(coach, date(2027, 1, 1)) == (
        "CES no. 114-2207, to 30 Jun 2028",
        "CPR/AED to 9 Mar 2028",
        "Insured to 1 Jan 2028",
    )
    assert valid_credentials(coach, LAST) == ("CES no. 114-2207, to 30 Jun 2028",)
    assert valid_credentials(coach, LAST + timedelta(days=1)) == ()
    assert valid_credentials(coach, date(2026, 6, 29))[:1] == ("CPR/AED to 9 Mar 2028",), "not issued yet"


def test_one_that_was_taken_off_is_on_no_letter_until_it_is_put_back(browse: Browse, people: Cast) -> None:
    credential, coach = a_credential(people.coach), browse(people.coach)
    a_credential(people.coach, "CPT")
    where = {"user_id": people.coach.id, "credential_id": credential.id}
    coach.post("credentials.delete", **where)
    assert valid_credentials(people.coach, studio_today()) == ("CPT",)
    coach.get("credentials.edit", expect=404, **where)
    coach.post("credentials.restore", **where)
    assert valid_credentials(people.coach, studio_today()) == ("CES", "CPT")


def test_a_coach_sees_nobody_elses_and_an_owner_edits_everybodys(browse: Browse, people: Cast) -> None:
    theirs = a_credential(people.other_coach)
    where = {"user_id": people.other_coach.id, "credential_id": theirs.id}
    coach, owner = browse(people.coach), browse(people.owner)
    coach.get("credentials.index", expect=404, user_id=people.other_coach.id)
    coach.post("credentials.update", CES, expect=404, **where)
    coach.get("credentials.edit", expect=404, user_id=people.coach.id, credential_id=theirs.id)
    owner.post("credentials.update", CES | {"number": "77", "units_earned": ""}, **where)
    assert valid_credentials(people.other_coach, studio_today()) == ("CES no. 77",)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": ""}, "Enter its name, such as CES"),
        ({"units_needed": "many"}, "Enter a number from 0 to 999, such as 1.9"),
        ({"kind": "CPR/AED"}, "Enter the last day: only a certification can be without end"),
        (on("issued_on", LAST) | on("expires_on", LAST - timedelta(days=1)), "Enter a last day after the day of issue"),
        ({"kind": "sword"}, "Choose what it is from the list"),
    ],
)
def test_what_makes_no_sense_is_said_and_kept(browse: Browse, people: Cast, changes: dict[str, str], said: str) -> None:
    typed = CES | {"units_earned": ""} | changes
    page = browse(people.coach).post("credentials.create", typed, expect=422, user_id=people.coach.id)
    assert said in page.get_text()
    assert page.select_one("#number")["value"] == "114-2207"  # type: ignore[index]


def test_a_form_begins_with_what_is_usual(browse: Browse, people: Cast) -> None:
    a_credential(people.coach, "NASM CPT", LAST)
    page = browse(people.coach).get("credentials.new", user_id=people.coach.id, of="ces")
    values = [str(page.select_one(f"#{name}")["value"]) for name in ("title", "units_needed", "expires_on-year")]  # type: ignore[index]
    assert values == ["CES", "1.9", "2028"]
    assert browse(people.coach).get("credentials.new", user_id=people.coach.id, of="nothing known")


def test_the_holder_and_the_owner_are_reminded_at_180_90_and_30_days_each_time_once(app: Flask, people: Cast) -> None:
    a_credential(people.coach, "CES", LAST, units_needed=1.9)
    written = [remind(LAST - timedelta(days=days)) for days in (181, 180, 179, 91, 90, 89, 31, 30, 29, 1, 0)]
    assert written == [0, 2, 0, 0, 2, 0, 0, 2, 0, 0, 0]
    subject = "Northside Movement Studio: a credential runs out on Friday 30 June 2028"
    assert told()[:2] == [("mara@northside.example", subject), ("dana@northside.example", subject)]
    texts = [mail.text for mail in db.session.query(Mail).order_by(Mail.id)]
    assert "the CES of Dana Whitfield is valid to Friday 30 June 2028, 180 days from now" in texts[0]
    assert "your CES is valid to Friday 30 June 2028, 30 days from now" in texts[5]
    assert "0 of 1.9 are noted" in texts[0]


def test_one_that_was_renewed_is_reminded_of_anew_and_one_of_somebody_who_left_not(app: Flask, people: Cast) -> None:
    credential = a_credential(people.coach, "CES", LAST)
    assert remind(LAST - timedelta(days=20)) == 2, "put on record late: the nearest reminder, once"
    with write():
        credential.expires_on = LAST + timedelta(days=730)
    assert remind(LAST) == 0
    assert remind(LAST + timedelta(days=600)) == 2
    users.change(people.coach, {"active": False}, by=people.owner)
    assert remind(LAST + timedelta(days=710)) == 0


def test_today_tells_the_holder_and_the_owner_what_runs_out(browse: Browse, people: Cast) -> None:
    a_client()
    today = studio_today()
    a_credential(people.coach, "CES", today + timedelta(days=90))
    a_credential(people.coach, "CPT", today + timedelta(days=91))
    a_credential(people.other_coach, "CPR/AED", today - timedelta(days=1))

    def seen(browser: Browser) -> list[str]:
        rows = browser.get("today.show").select("section[aria-labelledby=ending-title] .people__one")
        return [" ".join(row.get_text(" ", strip=True).split()) for row in rows]

    with time_machine.travel(today.isoformat() + "T12:00:00Z"):
        soon = today + timedelta(days=90)
        year = "" if soon.year == today.year else f" {soon.year}"
        mine = f"CES to {soon.day} {soon:%b}{year} 90 days"
        assert seen(browse(people.coach)) == [mine]
        assert seen(browse(people.front_desk)) == []
        first, second = seen(browse(people.owner))
        assert first.startswith("CPR/AED Jonas Keller ran out")
        assert second == f"CES Dana Whitfield to {soon.day} {soon:%b}{year} 90 days"


def test_taking_off_what_is_not_there_is_told(browse: Browse, people: Cast) -> None:
    credential = a_credential(people.coach)
    credentials.remove(credential, by=people.coach)
    where = {"user_id": people.coach.id, "credential_id": credential.id}
    browse(people.coach).post("credentials.delete", expect=404, **where)
