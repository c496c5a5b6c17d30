"""Written limits against drills: which sides of a drill a limit closes, and which drills it only asks to mind."""

from collections.abc import Iterable

from studio.ces.exercises import Exercise
from studio.ces.limit_words import sentence
from studio.ces.limits import Limit
from studio.ces.selection.context import Context
from studio.ces.sides import LEFT_RIGHT, OneSide, each

ONE_SIDE_RESTS = {"supine", "seated", "side-lying"}  # positions in which the other side can really rest


def closed_sides(drill: Exercise, sides: Iterable[OneSide]) -> frozenset[OneSide]:
    """Give the sides that rest when `sides` must: a drill that cannot rest one is closed whole (local_tag_rule)."""
    one_side_rests = drill.dose.per_side and drill.position in ONE_SIDE_RESTS
    return frozenset(sides if one_side_rests else LEFT_RIGHT)


def closes(limit: Limit, drill: Exercise, context: Context) -> frozenset[OneSide]:
    """Give the sides of a drill that a limit closes."""
    if not _stops(limit, drill, context):
        return frozenset()
    if limit.kind in ("position", "exercise") or (limit.region is None and limit.kind != "weight_bearing"):
        return frozenset(LEFT_RIGHT)
    return closed_sides(drill, _sides(limit, context))


def why_closed(limit: Limit, drill: Exercise, context: Context) -> str:
    """Say what stands against the drill, with who said so and until when."""
    more = ""
    if limit.kind == "range":
        more = ", and a stretch goes to the end of the movement"
    elif limit.kind == "load" and not set(drill.equipment) & set(context.cat.limit_rules.added):
        more = ", and here the arms carry body weight"
    elif limit.kind == "weight_bearing":
        more = ", and here the leg carries weight"
    return sentence(limit, context.cat, more)


def minds(limit: Limit, drill: Exercise, context: Context) -> bool:
    """Tell whether a drill that may be done must keep within the limit, so that its line says so."""
    rules = context.cat.limit_rules
    match limit.kind:
        case "weight_bearing":
            weight = rules.weight_bearing[limit.code]
            loaded = drill.position in rules.on_a_leg if weight.bears else bool(set(rules.leg) & set(drill.loads))
            return loaded and bool(weight.note or not weight.bears)
        case "combination":
            return limit.region in drill.loads or rules.combinations[limit.code].tag in drill.caution
        case "load":
            added = bool(set(drill.equipment) & set(rules.added))
            return added and (limit.region is None or limit.region in drill.loads)
        case "range" | "words" | "symptom":
            return limit.region in drill.loads
    return False


def note(limit: Limit, context: Context) -> str:
    """The words of a limit on a line that must mind it."""
    weight = context.cat.limit_rules.weight_bearing.get(limit.code)
    return sentence(limit, context.cat) + (f" {weight.note}" if weight and weight.note else "")


def _stops(limit: Limit, drill: Exercise, context: Context) -> bool:
    rules = context.cat.limit_rules
    match limit.kind:
        case "weight_bearing":
            return not rules.weight_bearing[limit.code].bears and drill.position in rules.on_a_leg
        case "range":
            # A stretch takes the region to the end of its movement; which way, the library does not say.
            return drill.phase == "lengthen" and limit.region in drill.loads
        case "load":
            return _too_heavy(limit, drill, context)
        case "position":
            return drill.position in rules.postures[limit.code].positions
        case "combination":
            return rules.combinations[limit.code].tag in drill.avoid
        case "exercise":
            return drill.id == limit.code
        case "strict_tag":
            return limit.code in (*drill.avoid, *drill.caution)
        case "rest":
            return limit.region in drill.loads
    return False


def _too_heavy(limit: Limit, drill: Exercise, context: Context) -> bool:
    """With no load allowed nothing may be added; an arm with a ceiling does not carry body weight either."""
    rules = context.cat.limit_rules
    if limit.region is not None and limit.region not in drill.loads:
        return False
    on_arms = limit.region in rules.arm and rules.on_an_arm in (*drill.avoid, *drill.caution)
    return on_arms or (not limit.ceiling and bool(set(drill.equipment) & set(rules.added)))


def _sides(limit: Limit, context: Context) -> tuple[OneSide, ...]:
    region = context.cat.regions.get(limit.region or "")
    return each(None if region and region.midline else limit.side)
