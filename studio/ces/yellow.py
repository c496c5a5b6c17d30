"""Yellow flags: what they change. Never a reason to stop alone (programming reference, safety.yellow_flags)."""

from collections.abc import Collection

from studio.ces.catalogue import Catalogue


def advice(flags: Collection[str], hurts: bool, cat: Catalogue) -> tuple[str, ...]:
    """Give the lines for the coach; `hurts` says that pain stays."""
    rules = cat.safety.yellow
    if not flags:
        return ()
    lines = [rules.words["always"]]
    if hurts and len(set(flags)) >= rules.several:
        lines.append(rules.words["several"])
    if rules.mood.intersection(flags):
        lines.append(rules.words["mood"])
    return tuple(lines)


def first_drills(flags: Collection[str], otherwise: int, cat: Catalogue) -> int:
    """Give the number of exercises to begin with."""
    return min(otherwise, cat.safety.yellow.first_drills) if flags else otherwise
