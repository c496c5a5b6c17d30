"""Loads assessment_*.toml: protocols with their views, variants and compensations."""

from collections.abc import Container
from dataclasses import dataclass
from typing import cast, get_args

from studio.ces.loading.muscles import Anatomy
from studio.ces.loading.rows import Files, Row
from studio.ces.loading.vocabulary import Vocabulary
from studio.ces.protocols import Compensation, Laterality, Listing, Protocol, SideRef, Variant, View

PROTOCOLS = ("static", "ohsa", "sls", "push", "pull", "ohp", "pushup", "gait")
DIRECTED = {"high_side", "low_side"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a compensation may refer to."""

    words: Vocabulary
    anatomy: Anatomy
    measures: Container[str]


def load_assessments(files: Files, known: Known) -> tuple[dict[str, Protocol], dict[str, Compensation]]:
    """Read every protocol; views and compensations must name each other."""
    protocols, compensations = {}, {}
    for protocol_id in PROTOCOLS:
        file = files.read(f"assessment_{protocol_id}.toml")
        table = file.table("compensation")
        rows = [Row(file.file, row_id, value) for row_id, value in table.values.items()]
        own = [_compensation(row, protocol_id, known) for row in rows]
        protocol = _protocol(file, protocol_id, known)
        _check_views(file, protocol, own)
        protocols[protocol_id] = protocol
        compensations.update({one.id: one for one in own})
    return protocols, compensations


def _protocol(file: Row, protocol_id: str, known: Known) -> Protocol:
    ids = {f"{protocol_id}.{row_id}" for row_id in file.values["compensation"]}
    views = []
    table = file.table("view")
    for view_id in table.values:
        row = table.table(view_id)
        row.known(view_id, known.words.views, "view")
        clean = row.table("clean")
        for checkpoint in clean.values:
            clean.known(checkpoint, known.words.checkpoints, "checkpoint")
        seen = tuple(f"{protocol_id}.{short}" for short in row.texts("compensations"))
        for one in seen:
            row.known(one, ids, "compensation")
        texts = tuple((each, clean.text(each)) for each in known.words.checkpoints if each in clean.values)
        views.append(View(view_id, known.words.views[view_id], texts, seen))
        row.close()
    variants = []
    table = file.table("variant", optional=True)
    for variant_id in table.values:
        row = table.table(variant_id)
        hidden = tuple(f"{protocol_id}.{short}" for short in row.texts("not_applicable_to"))
        for one in hidden:
            row.known(one, ids, "compensation")
        variants.append(
            Variant(
                id=variant_id,
                protocol=protocol_id,
                label=row.text("label"),
                how=row.text("how"),
                what_it_changes=row.text("what_it_changes"),
                not_applicable_to=hidden,
                level=row.one_of("level", known.words.levels, "level"),
                sources=row.all_of("sources", known.words.sources, "source"),
            )
        )
        row.close()
    return Protocol(
        id=protocol_id,
        name=file.text("name"),
        purpose=file.text("purpose"),
        category=file.text("category"),
        order=file.whole("order"),
        equipment=file.texts("equipment"),
        stance=file.text("stance"),
        movement=file.text("movement"),
        reps=file.text("reps"),
        tempo=file.text("tempo"),
        safety=file.texts("safety"),
        disagreements=file.text("disagreements", ""),
        views=tuple(views),
        compensations=tuple(f"{protocol_id}.{row_id}" for row_id in file.values["compensation"]),
        variants=tuple(variants),
        sources=file.all_of("sources", known.words.sources, "source"),
    )


def _compensation(row: Row, protocol_id: str, known: Known) -> Compensation:
    laterality = cast(Laterality, row.one_of("laterality", get_args(Laterality), "laterality"))
    one = Compensation(
        id=f"{protocol_id}.{row.id}",
        protocol=protocol_id,
        label=row.text("label"),
        checkpoint=row.one_of("checkpoint", known.words.checkpoints, "checkpoint"),
        views=row.all_of("views", known.words.views, "view"),
        laterality=laterality,
        look_for=row.text("look_for"),
        client_text=row.text("client_text"),
        aim=row.text("aim"),
        mild=row.text("mild"),
        marked=row.text("marked"),
        overactive=_listings(row, "overactive", laterality, known),
        underactive=_listings(row, "underactive", laterality, known),
        linked_regions=row.all_of("linked_regions", known.words.regions, "region"),
        linked_conditions=row.texts("linked_conditions"),
        confirm_with=row.all_of("confirm_with", known.measures, "measure"),
        score_axis=row.maybe("score_axis"),
        level=row.one_of("level", known.words.levels, "level"),
        sources=row.all_of("sources", known.words.sources, "source"),
        disagreements=row.text("disagreements", ""),
    )
    row.close()
    return one


def _listings(row: Row, role: str, laterality: Laterality, known: Known) -> tuple[Listing, ...]:
    listings = []
    for entry in row.tables(role):
        muscle = entry.one_of("muscle", known.anatomy.units, "muscle")
        listed_in = entry.all_of("listed_in", {*known.words.editions}, "edition")
        agreement = entry.one_of("agreement", {"agreed", "single", "inferred"}, "agreement")
        side = entry.one_of("side", get_args(SideRef), "side") if "side" in entry.values else "affected"
        # muscle_aggregation: two sources agree, one stands alone, and what only follows from anatomy is inferred.
        expected = "inferred" if listed_in == ("reasoned",) else "agreed" if len(listed_in) > 1 else "single"
        if agreement != expected:
            entry.wrong(f"{muscle} is listed in {', '.join(listed_in)}: agreement must be {expected!r}")
        if (side in DIRECTED and laterality != "directional") or (side != "affected" and laterality == "midline"):
            entry.wrong(f"side {side!r} has no meaning for a {laterality} finding")
        note, source = entry.text("note", ""), entry.text("source", "")
        entry.close()
        listings.append(
            Listing(muscle, listed_in, agreement, cast(SideRef, side), note, source)  # type: ignore[arg-type]
        )
    doubles = [
        one
        for n, one in enumerate(listings)
        if (one.muscle, one.side_ref) in {(other.muscle, other.side_ref) for other in listings[:n]}
    ]
    if doubles:
        row.wrong(f"{role} lists {doubles[0].muscle!r} twice")
    return tuple(listings)


def _check_views(file: Row, protocol: Protocol, compensations: list[Compensation]) -> None:
    shown = {(view.view, one) for view in protocol.views for one in view.compensations}
    claimed = {(view, one.id) for one in compensations for view in one.views}
    for view, one in sorted(shown ^ claimed):
        where = "its own views leave that out" if (view, one) in shown else f"view.{view} leaves it out"
        raise_at = Row(file.file, one.split(".")[1], {})
        raise_at.wrong(f"seen from {view} on one side only: {where}")
