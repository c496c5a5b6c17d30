"""What holds for patterns, chains and claims of every case: more evidence never says less, unseen is never clean."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studio.ces.case import Case, Finding, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.evidence import gather
from studio.ces.patterns import GRADES
from studio.ces.presentations import Presentation, presentations
from studio.ces.reasoning import Claim, reason
from studio.ces.seen_chains import Chain, seen_chains, starts, state
from studio.ces.sides import LEFT_RIGHT, OneSide, each, opposite

from ..examples import examples
from .cases import mirrored
from .strategies import FINDINGS, cases

CAT = catalogue()
quick = examples(40)
COUNTER = {item.id for one in CAT.patterns.patterns.values() for item in one.counter if item.kind == "finding"}
HELPFUL = [one for rows in FINDINGS.values() for one in rows if one.compensation not in COUNTER]


def judged(case: Case) -> dict[tuple[str, OneSide | None], Presentation]:
    return {(one.presentation, one.side): one for one in presentations(gather(case, CAT), CAT)}


def strengths(claims: tuple[Claim, ...]) -> dict[tuple[str, OneSide], float]:
    return {(one.muscle, side): one.strength for one in claims for side in each(one.side)}


def with_one_more(case: Case, finding: Finding) -> Case:
    """The finding in a test of its own, seen from one view: nothing else is said by it."""
    protocol = CAT.compensations[finding.compensation].protocol
    return replace(case, assessments=(*case.assessments, TestResult(protocol, findings=(finding,))))


@quick
@given(cases, st.sampled_from(HELPFUL))
def test_one_more_finding_never_lowers_a_claim_or_a_pattern(case: Case, finding: Finding) -> None:
    more = with_one_more(case, finding)
    before, after = reason(case.assessments, CAT), reason(more.assessments, CAT)
    for own, then in ((before.overactive, after.overactive), (before.underactive, after.underactive)):
        now = strengths(then)
        assert all(now[key] >= strength for key, strength in strengths(own).items())
    patterns = judged(more)
    for key, one in judged(case).items():
        assert GRADES.index(patterns[key].grade) >= GRADES.index(one.grade)


@quick
@given(cases, st.sampled_from(sorted(COUNTER)))
def test_what_speaks_against_a_pattern_never_raises_it(case: Case, compensation: str) -> None:
    patterns = CAT.patterns.patterns
    own = [key for key in patterns if any(one.id == compensation for one in patterns[key].counter)]
    finding = next(one for rows in FINDINGS.values() for one in rows if one.compensation == compensation)
    after = judged(with_one_more(case, finding))
    before = judged(case)
    for key, one in after.items():
        if key[0] in own and not _supports(key[0], compensation):
            assert key in before
            assert GRADES.index(one.grade) <= GRADES.index(before[key].grade)


@quick
@given(cases)
def test_what_is_missing_was_neither_seen_nor_clear(case: Case) -> None:
    evidence = gather(case, CAT)
    for one in judged(case).values():
        for name in one.missing:
            if name in CAT.compensations:
                sides = LEFT_RIGHT if one.side is None else (one.side,)
                assert not any(evidence.finding(name, side) for side in sides)
        assert not set(one.missing) & set(one.because)


@quick
@given(cases)
def test_patterns_and_chains_are_the_same_in_a_mirror(case: Case) -> None:
    here = {(key, opposite(side) if side else None): one.grade for (key, side), one in judged(case).items()}
    there = {key: one.grade for key, one in judged(mirrored(case)).items()}
    if not any(answer.value in ("left", "right") for answer in (case.readiness.answers if case.readiness else ())):
        assert here == there

    def drawn(one: Case) -> dict[str, Chain]:
        return {chain.chain: chain for chain in seen_chains(gather(one, CAT), CAT)}

    assert drawn(case).keys() == drawn(mirrored(case)).keys()
    for chain, one in drawn(case).items():
        assert [(node.right, node.left) for node in one.nodes] == [
            (node.left, node.right) for node in drawn(mirrored(case))[chain].nodes
        ]


@quick
@given(cases)
def test_a_chain_is_drawn_from_something_seen_to_something_seen(case: Case) -> None:
    evidence = gather(case, CAT)
    for one in seen_chains(evidence, CAT):
        assert len(one.nodes) >= 2
        for end in (one.nodes[0], one.nodes[-1]):
            assert end.left or end.right
    for node in starts(evidence, CAT):
        assert any(state(CAT.links.nodes[node], side, evidence) for side in LEFT_RIGHT)


def _supports(pattern: str, compensation: str) -> bool:
    own = CAT.patterns.patterns[pattern]
    return any(item.id == compensation for item in (*own.supporting, *(one for _, core in own.core for one in core)))
