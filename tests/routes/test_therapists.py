"""The directory of therapists: found, taken in once, changed by two people, and what stands on each page."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta

from studio.clock import utcnow
from studio.extensions import db
from studio.models.outreach import Outreach, OutreachKind
from studio.models.referrals import State
from studio.models.therapists import Therapist, Way
from studio.operations import therapists
from studio.operations.referrals import steps

from ..browse import Browser
from ..builders import a_client, a_referral
from ..filled import form_of
from ..people import Cast
from ..therapists import a_therapist, an_outreach
from .test_statements import listening

Browse = Callable[..., Browser]
TYPED = {"name": "Alex Rivera", "clinic": "Lakeside Physical Therapy", "phone": "020 7946 0178", "prefers": "fax"}


def names(browser: Browser, **query: object) -> list[str]:
    return [link.get_text() for link in browser.get("therapists.index", **query).select(".people__words > a")]


def test_a_therapist_is_taken_in_with_a_link_of_their_own(browse: Browse, people: Cast) -> None:
    browser = browse(people.front_desk)
    browser.post("therapists.create", TYPED)
    page = browser.follow()
    row = db.session.query(Therapist).one()
    assert (row.phone, row.prefers, len(row.link)) == ("+442079460178", Way.fax, 8)
    assert row.short_code in page.get_text()


def test_a_likely_double_is_shown_before_saving_and_can_be_somebody_else(browse: Browse, people: Cast) -> None:
    first = therapists.create({"name": "Alex Rivera", "email": "alex@lakeside.example"}, by=people.owner)
    browser = browse(people.coach)
    page = browser.post("therapists.create", TYPED, expect=409)
    warning = page.select_one("#doubles")
    assert warning is not None
    assert "same name" in warning.get_text()
    assert warning.select_one(f'a[href="/therapists/{first.id}"]')
    assert form_of(page)["phone"] == "020 7946 0178"
    browser.post("therapists.create", form_of(page))
    assert db.session.query(Therapist).count() == 2


def test_errors_keep_what_was_typed(browse: Browse, people: Cast) -> None:
    wrong = TYPED | {"name": "", "phone": "12", "next_on": "2026-12-24"}
    page = browse(people.coach).post("therapists.create", wrong, expect=422)
    summary = page.select_one(".error-summary")
    assert summary is not None
    assert "Enter what is to be done on that day" in summary.get_text()
    assert form_of(page)["clinic"] == "Lakeside Physical Therapy"


def test_what_somebody_else_saved_meanwhile_is_shown_and_kept(browse: Browse, people: Cast) -> None:
    row = a_therapist()
    browser = browse(people.coach)
    mine = form_of(browser.get("therapists.edit", therapist_id=row.id))
    therapists.change(row, {"clinic": "Harbour Lane", "phone": "+442079460199"}, seen=1, by=people.owner)
    page = browser.post("therapists.update", mine | {"clinic": "Harbour Quay"}, therapist_id=row.id, expect=409)
    assert "Harbour Lane" in page.get_text()
    again = form_of(page)
    assert (again["clinic"], again["phone"]) == ("Harbour Quay", "020 7946 0199")
    browser.post("therapists.update", again, therapist_id=row.id)
    assert db.session.get_one(Therapist, row.id).clinic == "Harbour Quay"


def test_the_directory_is_found_by_any_word_and_by_number(browse: Browse, people: Cast) -> None:
    a_therapist(phone="+442079460150")
    a_therapist("Zoë Ångström", clinic="Mill Road Sports Clinic")
    browser = browse(people.front_desk)
    for words in ("zoe angstrom", "mill sports", "ANGS"):
        assert names(browser, words=words) == ["Zoë Ångström"], words
    for words in ("020 7946 0150", "raghu harbour", "0150"):
        assert names(browser, words=words) == ["Priya Raghunathan"], words
    assert names(browser, words="100%") == []


def test_the_directory_is_narrowed_by_what_stands_between_us(browse: Browse, people: Cast) -> None:
    new, old, never, due, gone = (a_therapist(name) for name in ("New", "Old", "Never", "Due", "Gone"))
    a_referral(therapist_id=new.id)
    a_referral(therapist_id=old.id, received_at=utcnow() - timedelta(days=200))
    therapists.change(due, {"next_step": "Call", "next_on": utcnow().date()}, seen=1, by=people.owner)
    therapists.archive(gone, by=people.owner)
    browser = browse(people.coach)
    assert names(browser) == ["Due", "Never", "New", "Old"]
    assert names(browser, show="referring") == ["New"]
    assert names(browser, show="quiet") == ["Old"]
    assert names(browser, show="never") == ["Due", "Never"]
    assert names(browser, show="due") == ["Due"]
    assert names(browser, show="archived") == ["Gone"]


def test_the_list_goes_on_by_key_to_the_last(browse: Browse, people: Cast) -> None:
    for number in range(30):
        a_therapist(f"Therapist {number:02}")
    browser = browse(people.coach)
    page = browser.get("therapists.index")
    older = page.select_one("a[rel=next]")
    assert older is not None
    rest = browser.go(str(older["href"]))
    assert [a.get_text() for a in rest.select(".people__words > a")] == [f"Therapist {n:02}" for n in range(25, 30)]


def test_the_file_holds_what_the_list_shows_and_no_formula(browse: Browse, people: Cast) -> None:
    a_therapist("=1+1", clinic="Mill Road Sports Clinic")
    a_therapist("Priya Raghunathan")
    browser = browse(people.front_desk)
    browser.get("therapist_exports.show", words="mill")
    assert browser.last is not None
    rows = list(csv.reader(io.StringIO(browser.last.get_data().decode("utf-8-sig"))))
    assert rows[0][:2] == ["Name", "Profession"]
    assert [row[0] for row in rows[1:]] == ["'=1+1"]


def test_the_page_tells_what_became_of_the_referrals(browse: Browse, people: Cast) -> None:
    row = a_therapist()
    came = utcnow() - timedelta(days=30)
    done = a_referral("Nora Lindgren", therapist_id=row.id, client_id=a_client().id, received_at=came, since=came)
    steps.move(done, State.contacted, by=people.coach, at=came + timedelta(hours=5))
    steps.move(done, State.assessed, by=None, at=came + timedelta(days=4))
    a_referral("Sam Ito", therapist_id=row.id)
    page = browse(people.coach).get("therapists.show", therapist_id=row.id)
    became = page.select_one("#became")
    assert became is not None
    figures = [one.get_text() for one in became.select("b")]
    assert figures == ["2", "1", "0", "0"]
    assert "5 hours" in became.get_text()
    line = page.select_one(".client-page__story")
    assert line is not None
    assert "Referred Nora Lindgren" in line.get_text()


def test_a_contact_is_noted_in_one_form_and_taken_out_again(browse: Browse, people: Cast) -> None:
    row = a_therapist()
    browser = browse(people.front_desk)
    said = {"kind": "lunch_talk", "on": f"{utcnow():%Y-%m-%d}", "note": "Six physios"}
    typed = said | {"next_step": "Send slips", "next_on": "2030-01-07"}
    browser.post("outreach.create", typed, therapist_id=row.id)
    page = browser.follow()
    assert "Lunch talk" in page.get_text()
    assert "Send slips" in page.get_text()
    noted = db.session.query(Outreach).one()
    assert (noted.kind, noted.by_id) == (OutreachKind.lunch_talk, people.front_desk.id)
    browser.post("outreach.update", typed | {"note": "Seven physios"}, therapist_id=row.id, outreach_id=noted.id)
    assert "Seven physios" in browser.follow().get_text()
    browser.post("outreach.delete", therapist_id=row.id, outreach_id=noted.id)
    assert "Lunch talk ·" not in browser.follow().get_text()
    browser.post("outreach.restore", therapist_id=row.id, outreach_id=noted.id)
    assert "Seven physios" in browser.follow().get_text()


def test_a_contact_lies_in_the_past_and_belongs_to_its_therapist(browse: Browse, people: Cast) -> None:
    row, other = a_therapist(), a_therapist("Alex Rivera")
    browser = browse(people.coach)
    typed = {"kind": "call", "on": "2099-01-01"}
    page = browser.post("outreach.create", typed, therapist_id=row.id, expect=422)
    assert "Enter today or an earlier day" in page.get_text()
    noted = an_outreach(row)
    browser.get("outreach.edit", therapist_id=other.id, outreach_id=noted.id, expect=404)


def test_the_directory_asks_as_little_of_a_full_page_as_of_two(browse: Browse, people: Cast) -> None:
    browser, asked = browse(people.coach), []
    for more in (2, 40):
        for _ in range(more):
            an_outreach(a_therapist())
        browser.get("therapists.index", words="harbour")
        with listening() as heard:
            browser.get("therapists.index", words="harbour")
        asked.append(len(heard))
    assert asked[0] == asked[1] <= 12, asked


def test_the_page_asks_as_little_of_a_hundred_referrals_as_of_two(browse: Browse, people: Cast) -> None:
    row, browser = a_therapist(), browse(people.coach)
    asked = []
    for more in (2, 30):
        for _ in range(more):
            a_referral(therapist_id=row.id, client_id=a_client().id)
            an_outreach(row)
        browser.get("therapists.show", therapist_id=row.id)
        with listening() as heard:
            browser.get("therapists.show", therapist_id=row.id)
        asked.append(len(heard))
    assert asked[0] == asked[1] <= 12, asked


def test_a_next_step_that_is_due_stands_on_today(browse: Browse, people: Cast) -> None:
    a_client()
    due, later = a_therapist(), a_therapist("Alex Rivera")
    for one, days in ((due, 0), (later, 3)):
        day = utcnow().date() + timedelta(days=days)
        therapists.change(one, {"next_step": "Call", "next_on": day}, seen=1, by=people.owner)
    browser = browse(people.front_desk)
    link = browser.get("today.show").select_one('a[href="/therapists?show=due"]')
    assert link is not None
    assert link.get_text() == "1 next step with a therapist"
    assert [a.get_text() for a in browser.go(str(link["href"])).select(".people__words > a")] == [due.name]
