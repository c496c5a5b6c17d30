"""Reads a case from the JSON of `studio analyse`; refuses what it cannot take and names the place."""

import json
from typing import Any, Literal, NoReturn, cast, get_args

from studio.ces.case import (
    Case,
    Client,
    Depth,
    Finding,
    Measure,
    Pain,
    Plan,
    Shoes,
    Tag,
    TestResult,
)
from studio.ces.catalogue import Catalogue, catalogue
from studio.ces.findings import STANDARD, valid_side
from studio.ces.interchange.answers import read_readiness
from studio.ces.interchange.limits import read_limit, read_side
from studio.ces.interchange.node import CaseError, Node
from studio.ces.protocols import Compensation
from studio.ces.rules import When
from studio.ces.sides import OneSide, Side

LONGEST_PLAN_WEEKS = 520


def read_text(text: str, cat: Catalogue | None = None) -> Case:
    """Read a case from JSON text; CaseError when it is no JSON, or as `read_case` does."""
    try:
        obj = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise CaseError(f"not JSON: line {error.lineno} column {error.colno}: {error.msg}") from None
    except CaseError:
        raise
    except ValueError as error:  # a number with thousands of digits
        raise CaseError(f"not JSON: {error}") from None
    except RecursionError:
        raise CaseError("not a case: nested too deeply") from None
    return read_case(obj, cat)


def read_case(obj: object, cat: Catalogue | None = None) -> Case:
    """Read a case from decoded JSON; CaseError names the place of the first thing wrong."""
    cat = cat or catalogue()
    root = Node(obj)
    if not isinstance(obj, dict):
        root.wrong("expected an object with client, readiness, pain, assessments, measures and plan")
    root.only("client", "readiness", "pain", "assessments", "measures", "plan")
    return Case(
        client=_client(root["client"], cat),
        readiness=read_readiness(root["readiness"], cat),
        pain=tuple(_pain(node, cat) for node in root["pain"].items()),
        assessments=tuple(_assessment(node, cat) for node in root["assessments"].items()),
        measures=_measures(root["measures"], cat),
        plan=_plan(root["plan"], cat),
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise CaseError(f"{next(name for name in names if names.count(name) > 1)}: this key stands there twice")
    return found


def _constant(name: str) -> NoReturn:
    raise CaseError(f"not JSON: {name} is no number")


def _client(node: Node, cat: Catalogue) -> Client:
    if node.missing:
        return Client()
    node.only("age", "sex", "equipment", "tags", "floor_transfer", "goal", "clearance", "limits", "cleared")
    sex = None if node["sex"].missing else node["sex"].one_of("female", "male")
    clearance = node["clearance"].one_of("full", "restricted", "not_now", "none", default="none")
    return Client(
        age=None if node["age"].missing else node["age"].whole(0, 120),
        sex=cast(Literal["female", "male"] | None, sex),
        equipment=frozenset(item.known(cat.equipment, "item") for item in node["equipment"].items()),
        tags=tuple(dict.fromkeys(_tag(tag, cat) for tag in node["tags"].items())),
        floor_transfer=node["floor_transfer"].flag(True),
        goal=None if node["goal"].missing else node["goal"].known(cat.goals, "goal"),
        clearance=cast(Literal["full", "restricted", "not_now", "none"], clearance),
        limits=tuple(dict.fromkeys(read_limit(limit, cat) for limit in node["limits"].items())),
        cleared=frozenset(one.known(cat.exercises, "exercise") for one in node["cleared"].items()),
    )


def _tag(node: Node, cat: Catalogue) -> Tag:
    if not isinstance(node.value, dict):
        return Tag(node.known(cat.tags, "tag"))
    node.only("tag", "region", "side")
    region = None if node["region"].missing else node["region"].known(cat.regions, "region")
    return Tag(node["tag"].known(cat.tags, "tag"), region, read_side(node["side"]))


def _pain(node: Node, cat: Catalogue) -> Pain:
    """A left-out intensity is pain that was not rated; a left-out time is "at rest": the careful reading."""
    node.only("region", "side", "intensity", "when", "again")
    return Pain(
        region=node["region"].known(cat.regions, "region"),
        side=read_side(node["side"]),
        intensity=None if node["intensity"].missing else node["intensity"].whole(0, 10),
        when=cast(When, node["when"].one_of(*get_args(When), default="at_rest")),
        again=node["again"].flag(False),
    )


def _assessment(node: Node, cat: Catalogue) -> TestResult:
    node.only("protocol", "variant", "views", "stopped_for_pain", "findings", "untested", "depth", "shoes")
    protocol = cat.protocols[node["protocol"].known(cat.protocols, "protocol")]
    views = {view.view for view in protocol.views}
    variants = (STANDARD, *(variant.id for variant in protocol.variants))
    seen = [view.known(views, f"view of {protocol.id}") for view in node["views"].items()]
    return TestResult(
        protocol=protocol.id,
        variant=node["variant"].one_of(*variants, default=STANDARD),
        views=tuple(view.view for view in protocol.views if node["views"].missing or view.view in seen),
        findings=tuple(_finding(finding, protocol.id, cat) for finding in node["findings"].items()),
        stopped_for_pain=node["stopped_for_pain"].flag(False),
        untested=frozenset(_untested(row, protocol.id, cat) for row in node["untested"].items()),
        depth=cast(Depth | None, None if node["depth"].missing else node["depth"].one_of("full", "partial", "minimal")),
        shoes=cast(Shoes | None, None if node["shoes"].missing else node["shoes"].one_of("off", "on")),
    )


def _finding(node: Node, protocol: str, cat: Catalogue) -> Finding:
    node.only("compensation", "side", "severity")
    compensation = _compensation(node["compensation"], protocol, cat)
    side = read_side(node["side"])
    wrong = valid_side(compensation, side)
    if wrong:
        node["side"].wrong(f"{compensation.id}: {wrong}")
    return Finding(compensation.id, side, node["severity"].whole(1, 2, default=1))


def _untested(node: Node, protocol: str, cat: Catalogue) -> tuple[str, Side]:
    """Read a row that was not judged; without a side the whole row."""
    node.only("compensation", "side")
    return _compensation(node["compensation"], protocol, cat).id, read_side(node["side"]) or "both"


def _compensation(node: Node, protocol: str, cat: Catalogue) -> Compensation:
    compensation = cat.compensations[node.known(cat.compensations, "compensation")]
    if compensation.protocol != protocol:
        node.wrong(f"{compensation.id} is not part of {protocol}")
    return compensation


def _measures(node: Node, cat: Catalogue) -> tuple[Measure, ...]:
    found: dict[tuple[str, OneSide | None], Measure] = {}
    for one in node.items():
        measure = _measure(one, cat)
        if (measure.measure, measure.side) in found:
            one["measure"].wrong(f"{measure.measure} stands there twice; keep the value that counts")
        found[measure.measure, measure.side] = measure
    return tuple(found.values())


def _measure(node: Node, cat: Catalogue) -> Measure:
    node.only("measure", "value", "side", "used_arms", "key_question")
    kind = cat.measures[node["measure"].known(cat.measures, "measure")]
    value = node["value"]
    if kind.stages > 1:
        values = tuple(one.number(kind.low, kind.high) for one in value.items())
        if not 1 <= len(values) <= kind.stages:
            value.wrong(f"expected a list of 1 to {kind.stages} numbers")
    elif value.missing and not node["key_question"].missing:
        values = ()
    else:
        values = (value.number(kind.low, kind.high),)
    side = None
    if kind.sided:
        side = cast(OneSide, node["side"].one_of("left", "right"))
    elif not node["side"].missing:
        node["side"].wrong(f"{kind.id} has no side; leave it out")
    used_arms = None if node["used_arms"].missing else node["used_arms"].flag(False)
    if not node["key_question"].missing and not kind.key_questions:
        node["key_question"].wrong(f"{kind.id} has no key questions; leave it out")
    key_question = None if node["key_question"].missing else node["key_question"].flag(False)
    return Measure(kind.id, values, side, used_arms, key_question)


def _plan(node: Node, cat: Catalogue) -> Plan:
    default = Plan()
    if node.missing:
        return default
    node.only("weeks", "week", "sessions_per_week", "max_exercises", "max_minutes", "setting")
    weeks = node["weeks"].whole(min(cat.plans), max(cat.plans), default=default.weeks)
    if weeks not in cat.plans:
        node["weeks"].wrong(f"expected one of {', '.join(map(str, cat.plans))}")
    return Plan(
        weeks=cast(Literal[12, 16], weeks),
        week=node["week"].whole(1, LONGEST_PLAN_WEEKS, default=default.week),
        sessions_per_week=node["sessions_per_week"].whole(0, 7, default=default.sessions_per_week),
        max_exercises=node["max_exercises"].whole(0, 50, default=default.max_exercises),
        max_minutes=node["max_minutes"].number(0, 240, default=default.max_minutes),
        setting=cast(Literal["home", "studio"], node["setting"].one_of("home", "studio", default="home")),
    )
