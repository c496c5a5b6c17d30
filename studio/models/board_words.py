"""What the board says about its rows; `static/js/board-words.js` says the same, and a browser test compares the two."""

import re
from collections.abc import Sequence

from ..ces.batteries import MEASURES
from ..ces.catalogue import Catalogue
from ..ces.protocols import Compensation, Protocol
from .fields import CLEAN, NOT_TESTED, OPEN, UNRATED, is_finding
from .stations import parts_of
from .tables import shipped

AMOUNT = {"1": "mild", "2": "marked"}
SILENT = {OPEN: "", CLEAN: "clean", NOT_TESTED: "not tested"}


def title(label: str) -> str:
    """A label without what stands in brackets: the board is read at arm's length."""
    return label.split(" (")[0]


def figures(text: str) -> str:
    """The reference writes "10-20 deg"; on glass that is "10–20°"."""
    return re.sub(r"(?<=\d)-(?=\d)", "–", text).replace(" deg", "°")


def row_words(compensation: Compensation, values: Sequence[str]) -> str:
    """The state of a row: "Left mild, right marked", "Both mild", "Clean"; empty while nothing is stated."""
    if compensation.laterality in ("sided", "stance_leg"):
        return _sided(values[0], values[1])
    value = values[0]
    if is_finding(value) and value[:-1]:
        return on_side(compensation, value[:-1], value[-1]).capitalize()
    return _said(value).capitalize()


def toward_of(compensation: Compensation) -> str:
    """A weight shifts toward a side; of two hips, one is higher: what the side of a direction means."""
    refs = {one.side_ref for one in (*compensation.overactive, *compensation.underactive)}
    return "higher on the" if refs & {"high_side", "low_side"} else "toward"


def on_side(compensation: Compensation, side: str, severity: object) -> str:
    """What was seen on a side of the client: "left mild", "toward left, mild", "higher on the left, mild"."""
    directed = f"{toward_of(compensation)} {side}," if compensation.laterality == "directional" else side
    return f"{directed} {AMOUNT[str(severity)]}"


def pain_words(value: str) -> str:
    """What a row says where it hurts: "Pain here, left, 4 of 10"."""
    _, side, rating = value.split(".")
    where = {"left": ", left", "right": ", right", "both": ", both sides"}.get(side, "")
    return f"Pain here{where}" + ("" if rating == UNRATED else f", {rating} of 10")


def area_words(value: str, cat: Catalogue) -> str:
    """The place of a pain as it is said to the client: "low back", "left knee", "left and right knee"."""
    region, side, _ = value.split(".")
    label = cat.regions[region].label
    return {"left": f"left {label}", "right": f"right {label}", "both": f"left and right {label}"}.get(side, label)


def count_words(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _sided(left: str, right: str) -> str:
    if left == right:
        return f"Both {_said(left)}" if is_finding(left) else SILENT[left].capitalize()
    found = is_finding(left) or is_finding(right)
    parts = [
        f"{side} {_said(value)}"
        for side, value in (("left", left), ("right", right))
        # Beside a finding, the other side's silence or cleanness goes without saying.
        if value != OPEN and not (found and value == CLEAN)
    ]
    return ", ".join(parts).capitalize()


def change_words(said: str, now: Sequence[str], before: Sequence[str]) -> str:
    """What a variant's row says beside the standard form: "Gone", "Left mild, less", "Left gone, right same"."""
    sides = ("left", "right") if len(now) > 1 else ("",)
    told = {
        side: _change(value, was)
        for side, value, was in zip(sides, now, before, strict=True)
        if is_finding(was) and value not in (OPEN, NOT_TESTED)
    }
    words = set(told.values())
    if len(words) > 1:
        return ", ".join(f"{side} {word}" for side, word in told.items()).capitalize()
    if not words:
        return said
    word = words.pop()
    return "Gone" if word == "gone" and not any(map(is_finding, now)) else f"{said}, {word}"


def _change(now: str, before: str) -> str:
    if not is_finding(now):
        return "gone"
    return "same" if now[-1] == before[-1] else "less" if now[-1] < before[-1] else "more"


def _said(value: str) -> str:
    return AMOUNT[value[-1]] if is_finding(value) else SILENT[value]


def protocol_words(protocol: Protocol) -> str:
    """ "Overhead squat" for the Overhead Squat Assessment."""
    return title(protocol.name).removesuffix(" Assessment").capitalize()


def label_of(station: str) -> str:
    """What a station is called on the board, briefly: "Single-leg squat"; a variant says its form: "Heels raised"."""
    cat = shipped()
    protocol_id, variant = parts_of(station)
    forms = {one.id: one.label for protocol in cat.protocols.values() for one in protocol.variants}
    return forms[variant] if variant in forms else cat.stations[protocol_id].label


def field_words(station: str, field: str, cat: Catalogue) -> str:
    """What a field is about, for a sentence on the board: "Heel lifts, left"."""
    protocol_id, _ = parts_of(station)
    kind, _, name = field.partition(":")
    if station == MEASURES:
        code, _, rest = name.partition(":")
        label, side = cat.measures[code].label, rest.partition(":")[0]
        return f"{label}, {side}" if side in ("left", "right") else label
    if kind == "v":
        return f"{cat.views[name]} view"
    if kind not in ("f", "pain"):
        return kind.capitalize()
    code, _, side = name.partition(":")
    label = title(cat.compensations[f"{protocol_id}.{code}"].label)
    return f"{label}, {side}" if side in ("left", "right") else label


def value_words(field: str, value: str) -> str:
    """What a value of a field says: "mild", "left, mild", "pain", "open"; the row's name tells what a side means."""
    if value == OPEN:
        return "open"
    if field.startswith("pain:"):
        return "pain"
    if field.startswith("f:") and is_finding(value) and value[:-1]:
        return f"{value[:-1]}, {AMOUNT[value[-1]]}"
    if field.startswith("m:"):
        return value.replace("_", " ")
    return _said(value) if field.startswith("f:") else SILENT.get(value, value)
