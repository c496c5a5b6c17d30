"""Step 7: may this client do this drill here and now? Every barrier is named, so that it can be shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.ces.exercises import Exercise, Substitution
from studio.ces.limits import Limit
from studio.ces.prescription import Caution, FilterName, Substitute
from studio.ces.selection.context import Context, LocalLimit
from studio.ces.selection.limited import closed_sides, closes, minds, note, why_closed
from studio.ces.sides import LEFT_RIGHT, OneSide

SUPPORT = {"chair", "wall", "table"}
SUPERVISED_FIRST = 2  # contract-relax at home only after this many supervised sessions


@dataclass(frozen=True, slots=True)
class Barrier:
    """What stands against a drill, in a sentence for the coach."""

    filter: FilterName
    reason: str
    tag: str | None = None
    region: str | None = None
    equipment: str | None = None


def barriers(drill: Exercise, context: Context, needed: Iterable[OneSide] = LEFT_RIGHT) -> tuple[Barrier, ...]:
    """Give everything that stands against a drill done for at least one of the `needed` sides; empty when it passes."""
    return (
        *_use(drill),
        *_regions(drill, context),
        *_tags(drill, context),
        *_local(drill, context, frozenset(needed)),
        *_limits(drill, context, frozenset(needed)),
        *_equipment(drill, context),
        *_difficulty(drill, context),
        *_floor(drill, context),
        *_home(drill, context),
        *_balance(drill, context),
    )


def open_sides(drill: Exercise, context: Context) -> frozenset[OneSide]:
    """Give the sides local tags and limits leave open; a drill that cannot rest one side is closed whole."""
    sides = frozenset(LEFT_RIGHT)
    for tag in _touching(drill, context) if not _cleared(drill, context) else ():
        sides -= closed_sides(drill, tag.sides)
    for _, closed in _closing(drill, context):
        sides -= closed
    return sides


def substitutes(drill: Exercise, context: Context) -> tuple[Substitute, ...]:
    """Give what stands in for the items the client does not have."""
    found = []
    for item in drill.equipment:
        row = None if item in context.kit else _substitution(item, drill, context)
        if row:
            found.append(Substitute(item, next(use for use in row.use if use in context.kit), row.how))
    return tuple(found)


def cautions(drill: Exercise, context: Context) -> tuple[Caution, ...]:
    """Give the notes of the client's tags that a drill lists under caution; local ones only where they touch it.

    The client's written limits follow, where the drill must keep within them.
    """
    cat = context.cat
    near = {limit.tag for limit in _touching(drill, context)}
    tags = [tag for tag in context.tags if tag in drill.caution]
    limits = [limit for limit in context.case.client.limits if minds(limit, drill, context)]
    return (
        *(Caution(tag, cat.tags[tag].when_caution) for tag in tags if not cat.tags[tag].local or tag in near),
        *dict.fromkeys(Caution("", note(limit, context)) for limit in limits),
    )


def _use(drill: Exercise) -> Iterable[Barrier]:
    if drill.hidden:
        yield Barrier("hidden", "It is not in use in this studio.")


def _regions(drill: Exercise, context: Context) -> Iterable[Barrier]:
    for region in context.safety.blocked_regions:
        if region in drill.loads:
            label = context.cat.regions[region].label
            yield Barrier("region", f"It works the {label}, which rests until it is cleared in writing.", region=region)


def _tags(drill: Exercise, context: Context) -> Iterable[Barrier]:
    for tag in context.tags if not _cleared(drill, context) else ():
        precaution = context.cat.tags[tag]
        if not precaution.local and tag in drill.avoid:
            yield Barrier("tag", f"{precaution.label}: {precaution.when_avoid}", tag=tag)


def _touching(drill: Exercise, context: Context) -> list[LocalLimit]:
    return [
        limit
        for limit in context.limits
        if limit.region in (drill.loads if limit.matches == "loads" else drill.presses)
    ]


def _local(drill: Exercise, context: Context, needed: frozenset[OneSide]) -> Iterable[Barrier]:
    if needed & open_sides(drill, context) or _cleared(drill, context):
        return
    for limit in dict.fromkeys((limit.tag, limit.region) for limit in _touching(drill, context)):
        tag, region = limit
        precaution, label = context.cat.tags[tag], context.cat.regions[region].label
        reason = f"{precaution.label} ({label}): {precaution.when_avoid}"
        yield Barrier("tag", reason, tag=tag, region=region)


def _limits(drill: Exercise, context: Context, needed: frozenset[OneSide]) -> Iterable[Barrier]:
    if needed & open_sides(drill, context):
        return
    for limit, _ in _closing(drill, context):
        yield Barrier("limit", why_closed(limit, drill, context), region=limit.region)


def _closing(drill: Exercise, context: Context) -> list[tuple[Limit, frozenset[OneSide]]]:
    """The limits that close a side of a drill; one cleared by name is closed only by a limit that names it too."""
    found = [(limit, closes(limit, drill, context)) for limit in context.case.client.limits]
    kept = [(limit, closed) for limit, closed in found if closed]
    return [one for one in kept if one[0].kind == "exercise"] if _cleared(drill, context) else kept


def _cleared(drill: Exercise, context: Context) -> bool:
    return drill.id in context.case.client.cleared


def _equipment(drill: Exercise, context: Context) -> Iterable[Barrier]:
    for item in drill.equipment:
        if item not in context.kit and _substitution(item, drill, context) is None:
            label = context.cat.equipment[item].label
            yield Barrier("equipment", f"Not at home: {label}, and nothing there can stand in.", equipment=item)


def _substitution(item: str, drill: Exercise, context: Context) -> Substitution | None:
    for row in context.cat.substitutions:
        for_drill = row.exercises is None or drill.id in row.exercises
        if row.item == item and for_drill and any(use in context.kit for use in row.use):
            return row
    return None


def _difficulty(drill: Exercise, context: Context) -> Iterable[Barrier]:
    if drill.difficulty > context.ceiling(drill.phase):
        yield Barrier("difficulty", f"It is too hard for the block {context.block.name}.")


def _floor(drill: Exercise, context: Context) -> Iterable[Barrier]:
    if drill.floor_transfer and not context.case.client.floor_transfer:
        yield Barrier("floor", "It means getting down to the floor and up again.")


def _home(drill: Exercise, context: Context) -> Iterable[Barrier]:
    if not context.home:
        return
    if drill.needs_coach or not drill.home_suitable:
        yield Barrier("home", "It is for the studio, with a coach.")
    elif drill.dose.mode == "nms_contract_relax" and (context.case.history.supervised_sessions < SUPERVISED_FIRST):
        yield Barrier("home", f"At home only after {SUPERVISED_FIRST} supervised sessions.")


def _balance(drill: Exercise, context: Context) -> Iterable[Barrier]:
    tag = "balance_impairment"
    unsteady = context.home and drill.phase == "integrate" and tag in context.tags and tag in drill.caution
    if unsteady and not SUPPORT & set(drill.equipment):
        yield Barrier("balance", "At home it needs something to hold on to.", tag=tag)
