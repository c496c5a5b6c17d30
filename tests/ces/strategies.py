"""Random cases of all kinds, for the property tests. Small values are listed whole, which makes drawing them cheap."""

from itertools import product
from typing import get_args

from hypothesis import strategies as st

from studio.ces.case import (
    Answer,
    Area,
    Case,
    Client,
    Finding,
    History,
    Measure,
    Pain,
    Plan,
    Readiness,
    Tag,
    TestResult,
)
from studio.ces.catalogue import catalogue
from studio.ces.findings import valid_side
from studio.ces.limits import Limit
from studio.ces.rules import When
from studio.ces.sides import OneSide, Side

CAT = catalogue()
SIDES: tuple[Side, ...] = ("left", "right", "both")
ANY_SIDE: tuple[Side | None, ...] = (*SIDES, None)

FINDINGS = {
    protocol.id: [
        Finding(one, side, severity)
        for one, side, severity in product(protocol.compensations, ANY_SIDE, (1, 2))
        if valid_side(CAT.compensations[one], side) is None
    ]
    for protocol in CAT.protocols.values()
}
ROWS = {protocol.id: list(product(protocol.compensations, SIDES)) for protocol in CAT.protocols.values()}
TAGS = [Tag(tag.id) for tag in CAT.tags.values() if not tag.local] + [
    Tag(tag.id, region, side) for tag in CAT.tags.values() if tag.local for region in CAT.regions for side in SIDES
]
RULES = CAT.limit_rules
DRILLS = tuple(CAT.exercises)
LIMITS = [
    *(Limit("weight_bearing", side=side, code=code) for code in RULES.weight_bearing for side in SIDES),
    *(
        Limit("range", region, side, code, ceiling)
        for code, direction in RULES.directions.items()
        for region, side, ceiling in product(direction.regions, SIDES, (0, 60))
    ),
    *(Limit("load", region, side, ceiling=kg) for region in (*CAT.regions, None) for side in SIDES for kg in (0, 5)),
    Limit("load", "knee", "left", "lb", 4.54),
    *(Limit("position", code=code) for code in RULES.postures),
    *(Limit("combination", one.region, side, one.id) for one in RULES.combinations.values() for side in SIDES),
    *(Limit("exercise", code=code) for code in DRILLS[::7]),
    *(Limit("strict_tag", region="foot_ankle", side=side, code="achilles_or_plantar_pain") for side in SIDES),
    *(Limit(kind, region, side) for kind in ("rest", "words") for region in CAT.regions for side in SIDES),
]
PAINS = [
    Pain(region, side, intensity, when)
    for region, side, intensity in product(CAT.regions, ANY_SIDE, (0, 1, 5, None))
    for when in get_args(When)
] + [Pain("knee", "left", 2, "during_test", again=True)]
MEASURED_SIDES: tuple[OneSide, OneSide] = ("left", "right")
MEASURES = [
    Measure(kind.id, (value,) * kind.stages, side)
    for kind in CAT.measures.values()
    for value in sorted({kind.low, kind.high, *(band.value for band in kind.bands)})
    for side in (MEASURED_SIDES if kind.sided else (None,))
]


def results(protocols: tuple[str, ...] = tuple(CAT.protocols)) -> st.SearchStrategy[TestResult]:
    """A result of one of the protocols, with some of its views and rows left out."""
    return st.sampled_from(protocols).flatmap(
        lambda protocol: st.builds(
            TestResult,
            protocol=st.just(protocol),
            views=st.sets(st.sampled_from([view.view for view in CAT.protocols[protocol].views])).map(
                lambda views: tuple(sorted(views))
            ),
            findings=st.lists(st.sampled_from(FINDINGS[protocol]), max_size=5).map(tuple),
            untested=st.frozensets(st.sampled_from(ROWS[protocol]), max_size=2),
            stopped_for_pain=st.sampled_from([False, False, False, True]),
            depth=st.sampled_from([None, "full", "partial"]),
            shoes=st.sampled_from([None, "off", "on"]),
        )
    )


squats = results(("ohsa",))

clients = st.builds(
    Client,
    age=st.sampled_from([None, 14, 40, 64, 65, 80]),
    sex=st.sampled_from([None, "female", "male"]),
    equipment=st.frozensets(st.sampled_from([item for item in CAT.equipment if item != "coach"]), max_size=6),
    tags=st.lists(st.sampled_from(TAGS), max_size=3).map(tuple),
    floor_transfer=st.booleans(),
    goal=st.sampled_from([None, *CAT.goals]),
    clearance=st.sampled_from(["full", "restricted", "none"]),
    limits=st.lists(st.sampled_from(LIMITS), max_size=2).map(tuple),
    cleared=st.sampled_from([frozenset(), frozenset(DRILLS[::9])]),
)

plans = st.builds(
    Plan,
    weeks=st.sampled_from([12, 16]),
    week=st.integers(1, 20),
    sessions_per_week=st.integers(1, 3),
    max_exercises=st.integers(1, 8),
    max_minutes=st.integers(2, 20),
    setting=st.sampled_from(["home", "studio"]),
    session_minutes=st.sampled_from([30, 45, 60]),
)

histories = st.sampled_from(
    [
        History(),
        History(home_adherence_pct=20),
        History(home_adherence_pct=90, shown=frozenset({"act_clam"})),
        History(referral_regions=("shoulder",)),
        History(
            better=frozenset({"ohsa.knee_valgus"}),
            settled=frozenset({"ohsa.heel_rises"}),
            lagging=(("ohsa.knee_valgus", "left"), ("ohsa.foot_flattens", "right")),
        ),
        History(rungs=(("act_clam", "act_standing_abduction"), ("int_sit_to_stand", "int_goblet_squat"))),
    ]
)

readiness = st.sampled_from(
    [
        None,
        Readiness(),
        Readiness((Answer("screen_9", True),)),
        Readiness(blood_pressure=(128, 82)),
        Readiness((Answer("screen_5", True),), ("rf_stress_fx",)),
        Readiness(
            (Answer("screen_10", True), Answer("screen_1.stroke", False), Answer("intake.sitting_hours", 9.0)),
            blood_pressure=(150, 95),
            symptoms=True,
            areas=(Area("screen_10", "knee", "left", frozenset({"now"})), Area("rf_stress_fx", "foot_ankle", None)),
            yellow_flags=tuple(CAT.safety.yellow.flags)[:2],
            expired=True,
            looked_at=True,
        ),
    ]
)

cases = st.builds(
    Case,
    client=clients,
    readiness=readiness,
    pain=st.lists(st.sampled_from(PAINS), max_size=2).map(tuple),
    assessments=st.lists(results(), max_size=3).map(tuple),
    measures=st.lists(st.sampled_from(MEASURES), max_size=4, unique_by=lambda one: (one.measure, one.side)).map(tuple),
    plan=plans,
    history=histories,
)
