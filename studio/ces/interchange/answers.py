"""Reads and writes the readiness part of a case: questions, intake items, red flags, blood pressure."""

from typing import Any

from studio.ces.case import Answer, Area, Readiness
from studio.ces.catalogue import Catalogue
from studio.ces.interchange.limits import read_side
from studio.ces.interchange.node import Node
from studio.ces.rules import IntakeItem

SYSTOLIC, DIASTOLIC = (50, 300), (20, 200)
KEYS = (
    "answers",
    "red_flags",
    "blood_pressure",
    "symptoms",
    "areas",
    "yellow_flags",
    "expired",
    "looked_at",
)


def read_readiness(node: Node, cat: Catalogue) -> Readiness | None:
    """Read the readiness; missing means "not done"."""
    if node.missing:
        return None
    node.only(*KEYS)
    answers = node["answers"]
    flags = dict.fromkeys(flag.known(cat.safety.red_flags, "red flag") for flag in node["red_flags"].items())
    yellow = dict.fromkeys(flag.known(cat.safety.yellow.flags, "yellow flag") for flag in node["yellow_flags"].items())
    return Readiness(
        answers=() if answers.missing else tuple(_answer(answers, key, cat) for key in sorted(answers.keys())),
        red_flags=tuple(flags),
        blood_pressure=_pressure(node["blood_pressure"]),
        symptoms=node["symptoms"].flag(False),
        areas=tuple(_area(area, cat) for area in node["areas"].items()),
        yellow_flags=tuple(yellow),
        expired=node["expired"].flag(False),
        looked_at=node["looked_at"].flag(False),
    )


def readiness_json(readiness: Readiness) -> dict[str, Any]:
    """Write the readiness down as `read_readiness` takes it."""
    return {
        "answers": {one.item: one.value for one in readiness.answers},
        "red_flags": list(readiness.red_flags),
        "blood_pressure": list(readiness.blood_pressure) if readiness.blood_pressure else None,
        "symptoms": readiness.symptoms,
        "areas": [
            {"about": one.about, "region": one.region, "side": one.side, "said": sorted(one.said)}
            for one in readiness.areas
        ],
        "yellow_flags": list(readiness.yellow_flags),
        "expired": readiness.expired,
        "looked_at": readiness.looked_at,
    }


def _answer(node: Node, key: str, cat: Catalogue) -> Answer:
    value = node[key]
    if cat.safety.known_answer(key):
        if value.missing:
            value.wrong("expected true or false")
        return Answer(key, value.flag(False))
    item = cat.safety.intake.get(key)
    if item is None:
        value.wrong("unknown question or intake item")
    return Answer(key, _intake(value, item))


def _area(node: Node, cat: Catalogue) -> Area:
    """Read a part of the body that a question or a red flag is about, with the choices said of it."""
    node.only("about", "region", "side", "said")
    about = node["about"].known({*cat.safety.questions, *cat.safety.red_flags}, "question or red flag")
    question = cat.safety.questions.get(about)
    choices = question.choices if question else {}
    return Area(
        about=about,
        region=node["region"].known(cat.regions, "region"),
        side=read_side(node["side"]),
        said=frozenset(one.known(choices, f"choice of {about}") for one in node["said"].items()),
    )


def _intake(node: Node, item: IntakeItem) -> bool | float | str:
    if item.type == "boolean":
        if node.missing:
            node.wrong("expected true or false")
        return node.flag(False)
    if item.type == "number":
        return node.number(item.low or 0, item.high if item.high is not None else 1e9)
    return node.one_of(*item.values)


def _pressure(node: Node) -> tuple[int, int] | None:
    if node.missing:
        return None
    numbers = list(node.items())
    if len(numbers) != 2:
        node.wrong("expected two numbers, systolic and diastolic")
    systolic, diastolic = numbers[0].whole(*SYSTOLIC), numbers[1].whole(*DIASTOLIC)
    if systolic <= diastolic:
        node.wrong("the first number (systolic) must be the higher one")
    return systolic, diastolic
