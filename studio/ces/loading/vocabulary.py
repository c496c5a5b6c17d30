"""Loads checkpoints, views, regions, positions, editions, sources: what all other files refer to."""

from dataclasses import dataclass

from studio.ces.anatomy import CHECKPOINTS, Region, Source
from studio.ces.exercises import Position
from studio.ces.loading.rows import Files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The small tables, loaded first."""

    version: str
    checkpoints: dict[str, str]
    views: dict[str, str]
    positions: dict[str, Position]
    editions: dict[str, str]
    levels: dict[str, str]
    regions: dict[str, Region]
    integrate_of_checkpoint: dict[str, tuple[str, ...]]
    sources: dict[str, Source]


def load_vocabulary(files: Files) -> Vocabulary:
    """Read basics.toml, regions.toml and sources.toml."""
    basics = files.read("basics.toml")
    version = f"{basics.text('assessment')}+{basics.text('programming')}"
    texts: dict[str, dict[str, str]] = {}
    for section in ("checkpoints", "views", "editions", "levels", "grades"):
        table = basics.table(section)
        texts[section] = {key: table.text(key) for key in table.values}
    if tuple(texts["checkpoints"]) != CHECKPOINTS:
        basics.wrong(f"checkpoints must be {', '.join(CHECKPOINTS)}, feet first")
    positions = {}
    for row in files.rows("basics.toml", "positions"):
        positions[row.id] = Position(row.id, row.text("label"), row.whole("stage"))
        row.close()
    levels = texts["levels"] | texts["grades"]
    sources = _sources(files, levels)
    return Vocabulary(
        version=version,
        checkpoints=texts["checkpoints"],
        views=texts["views"],
        positions=positions,
        editions=texts["editions"],
        levels=levels,
        regions=_regions(files),
        integrate_of_checkpoint=_integrate_of_checkpoint(files),
        sources=sources,
    )


def _regions(files: Files) -> dict[str, Region]:
    regions = {}
    for row in files.rows("regions.toml", "region"):
        regions[row.id] = Region(
            id=row.id,
            label=row.text("label"),
            checkpoint=row.one_of("checkpoint", CHECKPOINTS, "checkpoint"),
            integrate=row.texts("integrate"),
            midline=row.flag("midline"),
        )
        row.close()
    return regions


def _integrate_of_checkpoint(files: Files) -> dict[str, tuple[str, ...]]:
    table = files.read("regions.toml").table("integrate_of_checkpoint")
    for key in table.values:
        table.known(key, CHECKPOINTS, "checkpoint")
    return {checkpoint: table.texts(checkpoint) for checkpoint in CHECKPOINTS}


def _sources(files: Files, levels: dict[str, str]) -> dict[str, Source]:
    sources = {}
    for row in files.rows("sources.toml"):
        sources[row.id] = Source(
            id=row.id,
            title=row.text("title"),
            publisher=row.text("publisher", ""),
            year=row.maybe_whole("year"),
            kind=row.text("kind", ""),
            level=row.one_of("level", levels, "level"),
            url=row.text("url", ""),
            note=row.text("note", ""),
        )
        row.close()
    return sources
