"""Reads the readiness part of a case: questions, intake items, red flags, blood pressure."""

from studio.ces.case import Answer, Readiness
from studio.ces.catalogue import Catalogue
from studio.ces.interchange.node import Node
from studio.ces.rules import IntakeItem

SYSTOLIC, DIASTOLIC = (50, 300), (20, 200)


def read_readiness(node: Node, cat: Catalogue) -> Readiness | None:
    """Read the readiness; missing means "not done"."""
    if node.missing:
        return None
    node.only("answers", "red_flags", "blood_pressure")
    answers = node["answers"]
    flags = dict.fromkeys(flag.known(cat.safety.red_flags, "red flag") for flag in node["red_flags"].items())
    return Readiness(
        answers=() if answers.missing else tuple(_answer(answers, key, cat) for key in sorted(answers.keys())),
        red_flags=tuple(flags),
        blood_pressure=_pressure(node["blood_pressure"]),
    )


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
