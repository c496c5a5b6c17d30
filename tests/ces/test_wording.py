"""Words for clients, and words they must not meet."""

import pytest

from studio.ces.catalogue import catalogue
from studio.ces.library import line_for
from studio.ces.wording import (
    forbidden,
    listed,
    muscle_words,
    pain_sentence,
    phase_words,
    why,
)

from .cases import case, programme, seen


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("We will diagnose your back", "diagnos"),
        ("Your glutes are Weak", "weak"),
        ("tight hips", "tight"),
        ("This treats the knee", "treat"),
        ("movement dysfunction", "dysfunction"),
        ("prevents injury", "injury_prevention"),
        ("It causes pain", "causes"),
    ],
)
def test_a_forbidden_wording_is_found_and_a_better_one_offered(text: str, rule: str) -> None:
    found = forbidden(text)
    assert [one.rule for one in found] == [rule]
    assert found[0].say
    assert text[found[0].start :].startswith(found[0].words)


def test_allowed_phrases_pass_and_hide_nothing_else() -> None:
    assert forbidden("This is not a diagnosis.") == ()
    assert [one.start for one in forbidden("Not a diagnosis, but a diagnosis")] == [23]


def test_readers_have_rules_of_their_own() -> None:
    assert forbidden("Ask your therapist", "client")
    assert not forbidden("Ask the therapist", "therapist")
    assert not forbidden("upper crossed syndrome", "coach")
    assert forbidden("a cure", "coach")


def test_phases_and_muscles_have_plain_names() -> None:
    assert [phase_words(one) for one in ("inhibit", "lengthen", "activate", "integrate")] == [
        "Loosen",
        "Stretch",
        "Switch on",
        "Put it together",
    ]
    muscles = ("gastrocnemius_lateral", "adductor_complex", "tensor_fasciae_latae", "biceps_femoris_short")
    named = [muscle_words(one, catalogue()) for one in muscles]
    assert named == ["outer calf", "inner thigh", "front-side hip", "outer hamstring (short head)"]


def test_the_same_name_is_said_once() -> None:
    assert listed(("the deep calf", "the deep calf")) == "the deep calf"


def test_a_line_says_what_it_is_for_and_a_hand_added_one_keeps_quiet() -> None:
    chosen = programme(seen("knee_valgus", "left"))
    assert {why(line, catalogue()) for line in chosen.lines} == {"so your knee stays over your foot"}
    added = line_for(case(), "act_clam", "both", catalogue())
    assert why(added, catalogue()) == ""


def test_the_sentence_about_discomfort_stays_in_scope() -> None:
    said = pain_sentence("your left knee", "the overhead squat", "your shoulders")
    assert "[" not in said
    assert forbidden(said) == ()
