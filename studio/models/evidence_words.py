"""What speaks for or against a pattern or a node, in the coach's words, and where it can be read."""

from dataclasses import dataclass

from ..ces.catalogue import Catalogue
from .board_words import protocol_words, title

SIDES = {"left": "left", "right": "right", "both": "both sides", None: ""}


@dataclass(frozen=True, slots=True)
class Sign:
    """One finding, measure or answer; `compensation` leads to the page of the finding, when it was seen."""

    words: str
    compensation: str = ""


def sign(name: str, cat: Catalogue, found: frozenset[str] = frozenset()) -> Sign:
    """The words for an item's name: "Low back arches (push)", "Knee-to-wall distance"."""
    form, _, rest = name.rpartition(": ")
    if rest in cat.compensations:
        one = cat.compensations[rest]
        words = f"{title(one.label)} ({protocol_words(cat.protocols[one.protocol]).lower()})"
        return Sign(f"{words}, {form_label(form, one.protocol, cat)}" if form else words, rest if rest in found else "")
    if name in cat.measures:
        return Sign(title(cat.measures[name].name))
    item = cat.safety.intake.get(name)
    return Sign(title(item.label) if item else name)


def form_label(variant: str, protocol: str, cat: Catalogue) -> str:
    """A modified form inside a sentence: "heels raised"."""
    return next(title(one.label).lower() for one in cat.protocols[protocol].variants if one.id == variant)


def unit_name(unit: str) -> str:
    """A muscle or group as coaches call it."""
    return unit.replace("_", " ")
