"""The findings report: the client's words, stored the first time, the same ever after."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from studio.ces.case import Case, Client, Finding, Measure, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.findings import join
from studio.ces.wording import forbidden
from studio.clock import utcnow
from studio.models.assessments import AssessmentVersion
from studio.models.finding_words import saw_and_may_be
from studio.models.programmes import Setting, programme_in
from studio.models.sheets_findings import findings_sheet
from studio.models.studios import the_studio
from studio.operations import assessment_changes, clients, programmes
from studio.operations.plans import Layout, lay_out
from studio.sheets import FindingsSheet
from studio.sheets.stored import pack

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, well
from ..documents.reading import pages, text
from ..people import Cast
from ..programmes import KIT, issue
from ..several_tests import complete

Browse = Callable[..., Browser]


def print_it(browser: Browser, version: AssessmentVersion) -> bytes:
    browser.get("findings_reports.show", assessment_id=version.assessment_id, number=version.number)
    assert browser.last is not None
    assert browser.last.mimetype == "application/pdf"
    return browser.last.data


def sheet_of(version: AssessmentVersion) -> FindingsSheet:
    studio = the_studio()
    assert studio is not None
    return findings_sheet(version, studio)


def test_the_report_shows_as_many_weeks_as_the_programme_has(people: Cast) -> None:
    short, long = (
        a_complete_assessment(a_client(name), *found)
        for name, found in (
            ("Bo Li", ("f:heel_rises:right=1",)),
            ("Zoë Papadopoulou", ("f:heel_rises:right=1", "f:knee_valgus:right=1", "f:arms_fall_forward:left=1")),
        )
    )
    for version, weeks, checks in ((short, 12, (6, 12)), (long, 16, (6, 12, 16))):
        before = sheet_of(version)
        issued = issue(programmes.draft_from(version, by=people.coach))
        for sheet in (before, sheet_of(version)):
            assert issued.programme.weeks == weeks == sheet.plan[-1].last_week
            assert sheet.rescreen_weeks == checks
    programme = programme_in(long.assessment.client_id, Setting.home)
    assert programme is not None
    lay_out(programme, Layout(12, 1, 60), by=people.coach)
    assert sheet_of(long).plan[-1].last_week == 12


@pytest.mark.parametrize(("days", "week"), [(0, 0), (28, 4), (35, 6), (49, 6), (56, None), (77, 12), (100, None)])
def test_the_report_says_where_in_the_plan_today_is(app: Flask, days: int, week: int | None) -> None:
    client = a_client(equipment=KIT)
    version = a_complete_assessment(client, "f:heel_rises:right=1")
    issue(programmes.draft_from(version, by=Cast().coach))
    if days:
        with time_machine.travel(utcnow() + timedelta(days=days)):
            well(client)
            version = a_complete_assessment(client, "f:heel_rises:right=1")
    assert sheet_of(version).today_week == week


def test_the_report_tells_what_was_seen_in_the_clients_words(browse: Browse, people: Cast) -> None:
    client = a_client("Oluwaseun Adébáyò-Whitcombe")
    version = a_complete_assessment(
        client, "f:heel_rises:right=2", "f:arms_fall_forward:left=1", "f:excessive_forward_lean:mid=1"
    )
    pdf = print_it(browse(people.coach), version)
    words = text(pdf)
    for expected in (
        "Oluwaseun, this is what we saw",
        "Your right heel lifts",
        "that your right heel lifts clearly",
        "working too hard",
        "We also saw: your left arm falls forward a little",
        "Your 16-week plan",
        "It is not a diagnosis",
        "Dana Whitfield",
    ):
        assert expected in words
    assert "left heel" not in words
    assert len(pages(pdf)) == 1


def test_the_report_says_that_a_form_took_the_finding_away(browse: Browse, people: Cast) -> None:
    version = complete({"ohsa": ("f:knee_valgus:left=2",), "ohsa.heels_elevated": ()})
    pdf = print_it(browse(people.coach), version)
    assert "your left knee moves in clearly. With your heels raised it was gone." in text(pdf)
    assert "It may be that the outer calf" in text(pdf)
    assert "You did slow squats with your arms up, then squatted again with your heels raised. We watched from" in text(
        pdf
    )
    assert len(pages(pdf)) == 1


def test_the_report_holds_no_word_a_client_should_not_read(app: Flask) -> None:
    version = a_complete_assessment(None, "f:heel_rises:left=2", "f:knee_valgus:left=1", "f:knee_valgus:right=1")
    for words in every_text(pack(sheet_of(version))):
        assert not forbidden(words), words


def every_text(stored: object) -> list[str]:
    if isinstance(stored, dict):
        return [words for value in stored.values() for words in every_text(value)]
    if isinstance(stored, list):
        return [words for value in stored for words in every_text(value)]
    return [stored] if isinstance(stored, str) and " " in stored else []


def test_sides_are_the_clients_in_every_sentence(app: Flask) -> None:
    for side, other in (("left", "right"), ("right", "left")):
        card = sheet_of(a_complete_assessment(None, f"f:knee_valgus:{side}=2")).cards[0]
        assert card.side == side
        for words in (card.title, card.we_saw):
            assert side in words
            assert other not in words
    both = sheet_of(a_complete_assessment(None, "f:knee_valgus:left=1", "f:knee_valgus:right=1")).cards[0]
    assert both.title == "Your knees move in"
    assert "that side" not in both.we_saw


def test_a_reprint_is_the_same_sheet_whatever_changed_since(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, "f:heel_rises:right=2")
    desk = browse(people.other_coach)
    first = print_it(desk, version)
    client = version.assessment.client
    clients.change(client, {"name": "Somebody Else"}, seen=client.revision, by=people.coach)
    assert print_it(desk, version) == first


def test_a_voided_assessment_is_not_printed(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, "f:heel_rises:right=2")
    coach = browse(people.coach)
    print_it(coach, version)
    assessment_changes.void(version.assessment, "wrong person", by=people.coach)
    page = coach.get("findings_reports.show", assessment_id=version.assessment_id, number=1, expect=410)
    assert "voided" in page.get_text()


def test_an_assessment_moved_to_its_client_prints_with_the_right_name(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(a_client("Wrong Person"), "f:heel_rises:right=2")
    coach = browse(people.coach)
    assert "Wrong, this is what we saw" in text(print_it(coach, version))
    assessment_changes.move(version.assessment, a_client("Right Person"), "mixed up", by=people.coach)
    assert "Right, this is what we saw" in text(print_it(coach, version))


def test_pain_stops_the_report_at_the_scope_safe_sentence(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, "f:heel_rises:right=1", "pain:knee_valgus=knee.left.4")
    words = text(print_it(browse(people.coach), version))
    assert "discomfort in your left knee during the overhead squat" in words
    assert "licensed clinician" in words
    assert "Nothing hurt" not in words


def test_a_clean_squat_says_so(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment()
    sheet = sheet_of(version)
    assert sheet.cards == ()
    assert sheet.nothing_seen[:30] in text(print_it(browse(people.coach), version))


def test_a_measure_decides_what_the_report_says_of_a_muscle(app: Flask) -> None:
    """Feet that turn out and a trunk that leans claim the inner calf both ways, until the ankle is measured."""
    findings = (Finding("ohsa.feet_turn_out", "left"), Finding("ohsa.excessive_forward_lean", None))
    case = Case(client=Client(age=40), assessments=(TestResult("ohsa", findings=findings),))
    feet = next(one for one in join(case.assessments, catalogue()) if one.compensation.id == "ohsa.feet_turn_out")
    free = replace(case, measures=(Measure("knee_to_wall_cm", (15.0,), "left"),))
    assert "inner calf" not in saw_and_may_be(feet, case)[1]
    assert "The inner calf could help more." in saw_and_may_be(feet, free)[1]
