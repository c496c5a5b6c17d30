"""Which muscles tell one finding from another, how many tests speak for one, and how a list of them reads."""

from hypothesis import given
from hypothesis import strategies as st

from studio.ces.case import Case, Finding, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.evidence import gather
from studio.ces.presentations import presentations
from studio.ces.reasoning import reason
from studio.ces.telling import reading_place, says_little, tells

from ..examples import examples
from .cases import result, seen, squat
from .strategies import results

CAT = catalogue()
LITTLE = says_little(CAT)


def test_a_muscle_that_most_findings_of_a_test_list_tells_little() -> None:
    # Of the squat's 14 findings 9 list each of these two; of the single-leg squat's 8 all list the side glute.
    assert LITTLE["ohsa"] == {"tensor_fasciae_latae", "biceps_femoris_short"}
    assert "gluteus_medius" in LITTLE["sls"]
    assert "gluteus_maximus" not in LITTLE["ohsa"]  # 7 of 14
    assert set(LITTLE) == {"static", "ohsa", "sls", "gait"}  # the others have too few findings to say


def test_another_test_that_tells_is_enough() -> None:
    assert not tells("tensor_fasciae_latae", ["ohsa.knee_valgus", "ohsa.feet_turn_out"], LITTLE)
    assert tells("tensor_fasciae_latae", ["ohsa.knee_valgus", "sls.knee_valgus"], LITTLE)
    assert tells("soleus", ["ohsa.heel_rises"], LITTLE)


def test_a_claim_counts_its_tests_and_not_its_findings() -> None:
    found = reason([squat(seen("knee_valgus", "left"), seen("feet_turn_out", "left"))], CAT)
    both = reason([squat(seen("knee_valgus", "left")), result(seen("sls.knee_valgus", "left"))], CAT)
    assert next(one for one in found.overactive if one.muscle == "tensor_fasciae_latae").assessments == ("ohsa",)
    adductor = next(one for one in both.overactive if one.muscle == "adductor_longus")
    assert adductor.assessments == ("ohsa", "sls")


def test_a_list_reads_by_strength_then_by_tests_then_from_the_floor_up() -> None:
    rows = {
        "strong": ("upper_trapezius", 2.0, ["ohsa.shoulders_elevate"]),
        "two tests": ("middle_trapezius", 1.0, ["ohsa.x", "sls.y"]),
        "foot": ("soleus", 1.0, ["ohsa.heel_rises"]),
        "knee": ("vastus_lateralis", 1.0, ["ohsa.knee_valgus"]),
        "shoulder": ("latissimus_dorsi", 1.0, ["ohsa.arms_fall_forward"]),
    }
    ordered = sorted(sorted(rows), key=lambda key: reading_place(*rows[key], CAT))
    assert ordered == list(rows)


@examples(40)
@given(st.lists(results(), max_size=3), st.sampled_from(["tensor_fasciae_latae", "gluteus_medius"]))
def test_a_muscle_never_drives_a_pattern(tests: list[TestResult], muscle: str) -> None:
    """Patterns rest on what was seen, measured and answered: findings that list a muscle and no more make none."""
    known = {item.id for pattern in CAT.patterns.patterns.values() for _, own in pattern.core for item in own}
    others = tuple(
        TestResult(
            test.protocol,
            views=test.views,
            findings=tuple(one for one in test.findings if one.compensation not in known and lists(one, muscle)),
        )
        for test in tests
    )
    assert presentations(gather(Case(assessments=others), CAT), CAT) == ()


def lists(finding: Finding, muscle: str) -> bool:
    one = CAT.compensations[finding.compensation]
    return any(muscle in CAT.members(listing.muscle) for listing in (*one.overactive, *one.underactive))
