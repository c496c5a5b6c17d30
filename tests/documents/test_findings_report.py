"""The findings report: one page in the client's words, whatever there is to say."""

from dataclasses import replace

from studio.documents.findings_report import render
from studio.figures import posture_cards
from studio.sheets import MuscleNote, PlanBlock
from tests.documents import reading
from tests.documents.samples import clear_findings_sheet, findings_sheet, pain_findings_sheet


def test_the_cards_read_on_as_sentences_with_what_we_saw_and_want() -> None:
    everything = reading.text(render(findings_sheet()))
    for words in (
        "Maria, this is what we saw",
        "Tuesday 3 November 2026",
        "Your left knee moves in",
        "We saw your left knee go inside your foot in 5 of 5 squats.",
        "It may be that the inner thigh is working too hard",
        "We will wake up the side of the hip",
        "What we saw",
        "What we want",
        "We also saw: both heels lift a little at the bottom; your arms fall forward, mild.",
        "Nothing hurt, so we finished every test.",
    ):
        assert words in everything, words


def test_muscles_have_common_names_sides_and_a_probably() -> None:
    everything = reading.text(render(findings_sheet()))
    assert (
        "Probably working too hard Left: inner thigh, outer hip (TFL) Both sides: outer calf, deep calf" in everything
    )
    assert "Probably could help more Left: side of the hip, inner quad Both sides: seat muscle" in everything


def test_the_pictures_show_the_side_and_say_what_they_show() -> None:
    figures = [alt for tag, alt in reading.elements(render(findings_sheet())) if tag == "Figure"]
    knee, lean = posture_cards("ohsa.knee_valgus", "left"), posture_cards("ohsa.excessive_forward_lean")
    assert knee is not None
    assert lean is not None
    assert "left knee" in knee.saw.alt
    assert figures == [
        *(one.alt for one in (knee.saw, knee.want, lean.saw, lean.want)),
        "Your body from the front. The muscles named below are marked.",
        "Your body from the back. The muscles named below are marked.",
        "The 12-week plan. Learn, weeks 1 to 2: 65 per cent corrective; Build, weeks 3 to 6: 50 per cent corrective; "
        "Load, weeks 7 to 9: 35 per cent corrective; Use it, weeks 10 to 12: 20 per cent corrective.",
    ]


def test_a_finding_without_a_drawing_is_shown_in_words() -> None:
    first, *_ = findings_sheet().cards
    everything = reading.text(render(findings_sheet(cards=(replace(first, compensation=""),))))
    assert "Left knee inside the foot What we saw" in everything
    assert "Knee over the second toe What we want" in everything


def test_the_plan_shows_blocks_weeks_and_what_is_done_at_home() -> None:
    everything = reading.text(render(findings_sheet()))
    assert "Your 12-week plan" in everything
    assert "65%" in everything
    assert "weeks 10–12" in everything
    assert "At home: 4 days a week, about 12 to 15 minutes." in everything


def test_it_says_what_it_is_not_and_who_signs() -> None:
    everything = reading.text(render(findings_sheet()))
    assert "What this is not. It is not a diagnosis, and it does not say why something hurts." in everything
    assert "Dana Whitfield Corrective Exercise Specialist Questions? Call or text 555-0142" in everything
    assert "Movement findings only" in everything


def test_no_findings_are_told_warmly_and_honestly() -> None:
    everything = reading.text(render(clear_findings_sheet()))
    assert "You moved well: in this check we saw nothing that needs work first." in everything
    assert "It is one check on one day" in everything
    assert "Probably" not in everything


def test_a_test_stopped_for_pain_says_so_in_the_scope_safe_sentence_and_shows_no_score() -> None:
    everything = reading.text(render(pain_findings_sheet()))
    assert (
        "We stopped a test. Because you felt discomfort in your left knee during the overhead squat, we stopped that "
        "test. Please have it looked at by a licensed clinician; we can work on your ankles and upper back meanwhile."
    ) in everything
    assert "score" not in everything.lower()


def test_a_stopped_test_without_findings_does_not_claim_a_clean_result() -> None:
    sheet = pain_findings_sheet()
    nothing = findings_sheet(pain_stop=sheet.pain_stop, anything_hurt="", cards=(), also_seen=())
    everything = reading.text(render(nothing))
    assert "We stopped before there was enough to see" in everything
    assert "moved well" not in everything


def test_more_muscles_than_fit_are_counted_not_dropped() -> None:
    many = tuple(MuscleNote(name=f"Deep rotator of the hip number {number}", side="both") for number in range(1, 41))
    everything = reading.text(render(findings_sheet(overactive=many, underactive=many)))
    assert everything.count("more") >= 2


def test_it_works_without_a_plan_or_without_muscles() -> None:
    assert "plan" not in reading.text(render(findings_sheet(plan=())))
    assert "Probably" not in reading.text(render(findings_sheet(overactive=(), underactive=())))


def test_a_longer_programme_keeps_its_columns_apart() -> None:
    blocks = ((1, 3), (4, 8), (9, 12), (13, 16))
    plan = tuple(PlanBlock(name="Build", first_week=one, last_week=two, share=40, words="more") for one, two in blocks)
    pdf = render(findings_sheet(plan=plan, rescreen_weeks=(8, 16)))
    assert "Your 16-week plan" in reading.text(pdf)
    assert reading.misplaced(pdf) == []
