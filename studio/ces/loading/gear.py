"""Loads equipment.toml and tags.toml: what drills need, and what clients must mind."""

from collections.abc import Mapping
from typing import Literal, cast

from studio.ces.exercises import Equipment, Exercise, Precaution, Substitution
from studio.ces.loading.rows import Files


def load_equipment(files: Files) -> dict[str, Equipment]:
    """Read the items."""
    items = {}
    for row in files.rows("equipment.toml", "item"):
        items[row.id] = Equipment(row.id, row.text("label"), row.flag("always"))
        row.close()
    return items


def load_substitutions(
    files: Files, items: Mapping[str, Equipment], exercises: Mapping[str, Exercise]
) -> tuple[Substitution, ...]:
    """Read the rows in order; a row may only name drills that need its item, and never an item nothing replaces."""
    file = files.read("equipment.toml")
    never = file.table("never_substituted").all_of("items", items, "item")
    rows = []
    for row in files.listed("equipment.toml", "substitute"):
        item = row.one_of("item", items, "item")
        if item in never:
            row.wrong(f"{item!r} is never substituted")
        only = row.all_of("exercises", exercises, "exercise") if "exercises" in row.values else None
        for exercise in only or ():
            if item not in exercises[exercise].equipment:
                row.wrong(f"{exercise} does not need {item!r}")
        rows.append(Substitution(item, row.all_of("use", items, "item"), only, row.text("how")))
        row.close()
    return tuple(rows)


def load_tags(files: Files) -> dict[str, Precaution]:
    """Read the precautions; a row with `matches` is local."""
    file = files.read("tags.toml")
    everywhere, local = file.text("when_avoid"), file.text("when_avoid_local")
    tags = {}
    for row in files.rows("tags.toml", "tag"):
        matches = row.one_of("matches", {"loads", "presses"}, "list") if "matches" in row.values else None
        tags[row.id] = Precaution(
            id=row.id,
            label=row.text("label"),
            local=matches is not None,
            when_avoid=local.format(matches=matches) if matches else everywhere,
            when_caution=row.text("when_caution"),
            matches=cast(Literal["loads", "presses"] | None, matches),
            coach_note=row.text("coach_note", ""),
        )
        row.close()
    return tags
