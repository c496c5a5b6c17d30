"""A case that was written down gives the same answers when it is read again."""

from dataclasses import replace

import pytest
from hypothesis import given

from studio.ces.analysis import analyse
from studio.ces.case import Case, History, Pain
from studio.ces.catalogue import catalogue
from studio.ces.interchange import CaseError, read_case, write_analysis, write_case
from studio.ces.safety import refer_out

from ..examples import examples
from .strategies import cases

CAT = catalogue()


@given(cases)
@examples(60)
def test_a_written_case_is_analysed_like_the_one_it_came_from(case: Case) -> None:
    case = replace(case, plan=Case().plan, history=History())
    again = read_case(write_case(case, CAT))
    assert write_analysis(analyse(again, CAT, "x")) == write_analysis(analyse(case, CAT, "x"))


@given(cases)
@examples(60)
def test_written_twice_it_is_the_same(case: Case) -> None:
    written = write_case(case, CAT)
    again = write_case(read_case(written), CAT)
    assert {key: again[key] for key in ("pain", "measures")} == {key: written[key] for key in ("pain", "measures")}
    assert again == write_case(read_case(again), CAT)
    assert [one.get("untested") for one in again["assessments"]] == [
        one.get("untested") for one in written["assessments"]
    ]
    assert (again["readiness"] or {}) == (written["readiness"] or {})


def test_pain_for_the_second_time_asks_for_more() -> None:
    first = refer_out(Case(pain=(Pain("knee", "left", 2, "during_test"),)), CAT)
    second = refer_out(Case(pain=(Pain("knee", "left", 2, "during_test", again=True),)), CAT)
    assert (first.level, second.level) == ("LOCAL_STOP", "PROMPT")


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ({"readiness": {"areas": [{"about": "screen_99", "region": "knee"}]}}, "readiness.areas[0].about"),
        ({"readiness": {"areas": [{"about": "screen_10", "region": "hip", "said": ["never"]}]}}, "readiness.areas[0]"),
        ({"readiness": {"yellow_flags": ["gloom"]}}, "readiness.yellow_flags[0]"),
        ({"pain": [{"region": "knee", "again": 1}]}, "pain[0].again"),
        ({"assessments": [{"protocol": "ohsa", "untested": [{"compensation": "sls.knee_valgus"}]}]}, "untested[0]"),
        ({"assessments": [{"protocol": "ohsa", "depth": "deep"}]}, "assessments[0].depth"),
    ],
)
def test_a_wrong_part_is_refused_with_its_place(part: dict[str, object], says: str) -> None:
    with pytest.raises(CaseError) as refused:
        read_case(part)
    assert says in str(refused.value)
