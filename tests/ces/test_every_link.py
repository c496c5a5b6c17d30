"""Each node, link and chain of the reference: what lights a node up, what a link leads to, how a chain is drawn."""

import pytest

from studio.ces.case import Answer, Case, Client, Finding, Measure, Readiness, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.evidence import Evidence, gather
from studio.ces.protocols import Compensation
from studio.ces.seen_chains import seen_chains, state
from studio.ces.sides import LEFT_RIGHT, Side

from .figures import figures

CAT = catalogue()
FIGURES = figures("chains")
NODES, EDGES, CHAINS, MEASURES = (FIGURES[key] for key in ("nodes", "edges", "chains", "measures"))
ONE_SIDED = "one_sided_dorsiflexion_limit"  # on by the difference between the sides, not by a cut-off
ANSWERS: dict[str, bool | float | str] = {"boolean": True, "side": "left", "number": 8}
SHIFT = "asymmetric_weight_shift"
WOMAN = Client(age=40, sex="female")


def seen(compensation: str, side: Side = "left") -> TestResult:
    one: Compensation = CAT.compensations[compensation]
    finding = Finding(compensation, side if one.has_sides else None)
    return TestResult(one.protocol, views=one.views, findings=(finding,))


def said(item: str) -> Readiness:
    return Readiness((Answer(item, ANSWERS[CAT.safety.intake[item].type]),))


def measure(name: str, restricted: bool) -> Measure:
    return Measure(name, (MEASURES[name][0 if restricted else 1],), "left" if CAT.measures[name].sided else None)


def evidence(
    results: list[TestResult] | None = None, measures: list[Measure] | None = None, answers: Readiness | None = None
) -> Evidence:
    case = Case(client=WOMAN, readiness=answers, assessments=tuple(results or ()), measures=tuple(measures or ()))
    return gather(case, CAT)


def test_all_nodes_links_and_chains_of_the_reference_are_there() -> None:
    assert (len(NODES), len(EDGES), len(CHAINS)) == (46, 58, 11)
    assert (set(NODES), set(EDGES), set(CHAINS)) == (
        set(CAT.links.nodes),
        set(CAT.links.edges),
        set(CAT.links.chains),
    )


@pytest.mark.parametrize("edge", EDGES)
def test_a_link_leads_where_the_reference_says_with_its_evidence(edge: str) -> None:
    one = CAT.links.edges[edge]
    assert [one.cause, one.effect, one.evidence] == EDGES[edge]


@pytest.mark.parametrize(("node", "sign"), [(node, one) for node in NODES for one in NODES[node]["observed_by"]])
def test_each_sign_of_a_node_lights_it(node: str, sign: str) -> None:
    found = evidence(answers=said(sign)) if sign.startswith("intake.") else evidence([seen(sign)])
    assert state(CAT.links.nodes[node], "left", found) is True


@pytest.mark.parametrize(
    ("node", "name"), [(node, one) for node in NODES for one in NODES[node]["measured_by"] if one in MEASURES]
)
def test_a_measure_lights_a_node_from_its_flag_on(node: str, name: str) -> None:
    if node == ONE_SIDED:
        pair = [Measure(name, (value,), side) for value, side in ((20.0, "left"), (14.0, "right"))]  # type: ignore[arg-type]
        assert state(CAT.links.nodes[node], "right", evidence(measures=pair)) is True
        assert state(CAT.links.nodes[node], "left", evidence(measures=pair)) is not True
        even = [Measure(name, (20.0,), "left"), Measure(name, (20.0,), "right")]
        assert not any(state(CAT.links.nodes[node], side, evidence(measures=even)) for side in LEFT_RIGHT)
        return
    assert state(CAT.links.nodes[node], "left", evidence(measures=[measure(name, restricted=True)])) is True
    assert state(CAT.links.nodes[node], "left", evidence(measures=[measure(name, restricted=False)])) is not True


@pytest.mark.parametrize("node", NODES)
def test_what_nobody_looked_at_is_unknown(node: str) -> None:
    assert state(CAT.links.nodes[node], "left", evidence()) is None


@pytest.mark.parametrize("chain", CHAINS)
def test_a_chain_is_drawn_whole_when_all_that_can_be_shown_of_it_is(chain: str) -> None:
    names = [EDGES[CHAINS[chain][0]][0], *(EDGES[edge][1] for edge in CHAINS[chain])]
    results, measures, answers = [], [], []
    for name in names:
        signs = NODES[name]["observed_by"]
        # Everything happens on the left; the weight goes away from there.
        side: Side = "right" if name == SHIFT else "left"
        results += [seen(one, side) for one in signs if not one.startswith("intake.")]
        answers += [one for sign in signs if sign.startswith("intake.") for one in said(sign).answers]
        measures += [measure(one, restricted=True) for one in NODES[name]["measured_by"] if one in MEASURES]
        if name == ONE_SIDED:
            measures.append(Measure("knee_to_wall_cm", (14.0,), "right"))
    shown = [bool(NODES[name]["observed_by"] or NODES[name]["measured_by"]) for name in names]
    mechanical = [lit and NODES[name]["kind"] == "mechanical" for name, lit in zip(names, shown, strict=True)]
    drawn = {
        one.chain: one.edges
        for one in seen_chains(evidence(results, list(dict.fromkeys(measures)), Readiness(tuple(answers))), CAT)
    }
    if sum(mechanical) < 2:
        assert chain not in drawn
        return
    first, last = shown.index(True), len(shown) - 1 - shown[::-1].index(True)
    assert drawn[chain] == tuple((EDGES[one][0], EDGES[one][1]) for one in CHAINS[chain][first:last])
