"""Loads limits.toml: the words of written limits, and what to ask after an operation."""

from studio.ces.anatomy import CHECKPOINTS
from studio.ces.exercises import Equipment, Precaution
from studio.ces.limits import Combination, Direction, LimitRules, Operation, Posture, WeightBearing
from studio.ces.loading.rows import Files
from studio.ces.loading.vocabulary import Vocabulary

FILE = "limits.toml"


def load_limits(
    files: Files, words: Vocabulary, tags: dict[str, Precaution], equipment: dict[str, Equipment]
) -> LimitRules:
    """Read the file; every region, position, tag and item in it must be known."""
    weight = files.read(FILE).table("weight")
    rules = LimitRules(
        weight_bearing=_weight_bearing(files),
        on_a_leg=weight.all_of("on_a_leg", words.positions, "position"),
        leg=weight.all_of("leg", words.regions, "region"),
        arm=weight.all_of("arm", words.regions, "region"),
        on_an_arm=weight.one_of("on_an_arm", tags, "tag"),
        added=weight.all_of("added", equipment, "item"),
        postures=_postures(files, words),
        directions=_directions(files, words),
        combinations=_combinations(files, words, tags),
        operations=_operations(files, words, tags),
    )
    weight.close()
    return rules


def _weight_bearing(files: Files) -> dict[str, WeightBearing]:
    found = {}
    for row in files.rows(FILE, "weight_bearing"):
        note = row.text("note", "")
        found[row.id] = WeightBearing(row.id, row.text("label"), row.flag("bears"), row.flag("percent"), note)
        row.close()
    return found


def _postures(files: Files, words: Vocabulary) -> dict[str, Posture]:
    found = {}
    for row in files.rows(FILE, "position"):
        found[row.id] = Posture(row.id, row.text("label"), row.all_of("positions", words.positions, "position"))
        row.close()
    return found


def _directions(files: Files, words: Vocabulary) -> dict[str, Direction]:
    found = {}
    for row in files.rows(FILE, "direction"):
        found[row.id] = Direction(row.id, row.text("label"), row.all_of("regions", words.regions, "region"))
        row.close()
    return found


def _combinations(files: Files, words: Vocabulary, tags: dict[str, Precaution]) -> dict[str, Combination]:
    found = {}
    for row in files.rows(FILE, "combination"):
        region = row.one_of("region", words.regions, "region")
        found[row.id] = Combination(row.id, row.text("label"), region, row.one_of("tag", tags, "tag"))
        row.close()
    return found


def _operations(files: Files, words: Vocabulary, tags: dict[str, Precaution]) -> dict[str, Operation]:
    found = {}
    for row in files.rows(FILE, "operation"):
        rest = row.one_of("rest", CHECKPOINTS, "checkpoint") if "rest" in row.values else ""
        found[row.id] = Operation(
            id=row.id,
            label=row.text("label"),
            ask=row.text("ask"),
            often=row.text("often"),
            regions=row.all_of("regions", words.regions, "region"),
            tags=row.all_of("tags", tags, "tag", optional=True),
            strict=row.all_of("strict", tags, "tag", optional=True),
            rest=tuple(region.id for region in words.regions.values() if region.checkpoint == rest),
        )
        row.close()
    return found
