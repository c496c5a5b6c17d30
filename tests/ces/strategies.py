"""Random cases of all kinds, for the property tests."""

from hypothesis import strategies as st

from studio.ces.case import Answer, Case, Client, Finding, History, Measure, Pain, Plan, Readiness, Tag, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.protocols import Compensation
from studio.ces.sides import Side

CAT = catalogue()
SIDES: tuple[Side, ...] = ("left", "right", "both")


def _sides(one: Compensation) -> st.SearchStrategy[Side | None]:
    if one.laterality == "midline":
        return st.none()
    return st.sampled_from(SIDES[:2] if one.laterality == "directional" else SIDES)


def findings(protocol: str) -> st.SearchStrategy[Finding]:
    """One finding of a protocol, on a side it can have."""
    own = [CAT.compensations[one] for one in CAT.protocols[protocol].compensations]
    return st.sampled_from(own).flatmap(lambda one: st.builds(Finding, st.just(one.id), _sides(one), st.integers(1, 2)))


@st.composite
def results(draw: st.DrawFn, protocols: tuple[str, ...] = tuple(CAT.protocols)) -> TestResult:
    """A result of a protocol, with some of its views and rows left out."""
    protocol = CAT.protocols[draw(st.sampled_from(protocols))]
    views = draw(st.lists(st.sampled_from([view.view for view in protocol.views]), unique=True))
    skipped = draw(
        st.frozensets(st.tuples(st.sampled_from(protocol.compensations), st.sampled_from(SIDES)), max_size=3)
    )
    return TestResult(
        protocol=protocol.id,
        views=tuple(views),
        findings=tuple(draw(st.lists(findings(protocol.id), max_size=5))),
        untested=skipped,
        stopped_for_pain=draw(st.sampled_from([False, False, False, True])),
    )


squats = results(("ohsa",))

tags = st.sampled_from(list(CAT.tags.values())).flatmap(
    lambda tag: (
        st.builds(Tag, st.just(tag.id), st.sampled_from(list(CAT.regions)), st.sampled_from(SIDES))
        if tag.local
        else st.just(Tag(tag.id))
    )
)

clients = st.builds(
    Client,
    age=st.none() | st.integers(14, 95),
    sex=st.sampled_from([None, "female", "male"]),
    equipment=st.frozensets(st.sampled_from([item for item in CAT.equipment if item != "coach"])),
    tags=st.lists(tags, max_size=3).map(tuple),
    floor_transfer=st.booleans(),
    goal=st.none() | st.sampled_from(list(CAT.goals)),
    clearance=st.sampled_from(["full", "restricted", "none"]),
)

pains = st.builds(
    Pain,
    region=st.sampled_from(list(CAT.regions)),
    side=st.sampled_from((*SIDES, None)),
    intensity=st.integers(0, 10),
    when=st.sampled_from(["during_test", "at_rest", "history"]),
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

histories = st.builds(
    History,
    shown=st.frozensets(st.sampled_from(list(CAT.exercises)), max_size=3),
    home_adherence_pct=st.none() | st.integers(0, 100),
    referral_regions=st.lists(st.sampled_from(list(CAT.regions)), max_size=1).map(tuple),
)

readiness = st.none() | st.builds(
    Readiness,
    answers=st.just((Answer("screen_9", True),)) | st.just(()),
    blood_pressure=st.none() | st.just((128, 82)),
)


def _measure(kind_id: str) -> st.SearchStrategy[Measure]:
    kind = CAT.measures[kind_id]
    value = st.floats(kind.low, kind.high, allow_nan=False).map(lambda number: round(number, 1))
    side = st.sampled_from(SIDES[:2]) if kind.sided else st.none()
    return st.builds(Measure, st.just(kind_id), st.lists(value, min_size=1, max_size=kind.stages).map(tuple), side)


measures = st.lists(
    st.sampled_from(list(CAT.measures)).flatmap(_measure),
    max_size=5,
    unique_by=lambda one: (one.measure, one.side),
).map(tuple)

cases = st.builds(
    Case,
    client=clients,
    readiness=readiness,
    pain=st.lists(pains, max_size=2).map(tuple),
    assessments=st.lists(results(), min_size=0, max_size=3).map(tuple),
    measures=measures,
    plan=plans,
    history=histories,
)
