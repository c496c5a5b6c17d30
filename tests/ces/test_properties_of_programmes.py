"""What holds for every programme."""

from dataclasses import replace

from hypothesis import given

from studio.ces.analysis import analyse
from studio.ces.case import Case
from studio.ces.catalogue import catalogue
from studio.ces.dose import SETUP_S, check, in_words, line_seconds
from studio.ces.exercises import PHASES
from studio.ces.interchange import dumps
from studio.ces.programme import Programme, select
from studio.ces.selection.context import prepare
from studio.ces.selection.filters import barriers
from studio.ces.sides import each
from studio.ces.wording import forbidden, why

from ..examples import examples
from .cases import MIRROR
from .strategies import cases

CAT = catalogue()
quick = examples(25)


# --- programme


@examples(60)
@given(cases)
def test_no_line_breaks_a_limit(one: Case) -> None:
    context = prepare(one, CAT)
    carried = {tag.tag for tag in one.client.tags if not CAT.tags[tag.tag].local}
    blocked = {pain.region for pain in one.pain if pain.when != "history" and pain.hurts}
    always = {item.id for item in CAT.equipment.values() if item.always}
    home = one.plan.setting == "home"
    for line in select(one, CAT).lines:
        drill = CAT.exercises[line.exercise]
        assert not carried & set(drill.avoid) or drill.id in one.client.cleared
        assert not blocked & set(drill.loads)
        assert one.client.floor_transfer or not drill.floor_transfer
        if home:
            replaced = {row.item for row in line.substitutes}
            assert set(drill.equipment) <= one.client.equipment | always | replaced
            assert drill.home_suitable
            assert not drill.needs_coach
        assert drill.difficulty <= context.ceiling(drill.phase)
        assert not barriers(drill, context, each(line.side))


@quick
@given(cases)
def test_a_local_limit_is_kept_on_its_side(one: Case) -> None:
    for line in select(one, CAT).lines:
        drill = CAT.exercises[line.exercise]
        for tag in one.client.tags:
            precaution = CAT.tags[tag.tag]
            touched = drill.loads if precaution.matches == "loads" else drill.presses
            if precaution.local and tag.region in touched and drill.id not in one.client.cleared:
                assert drill.dose.per_side
                assert not CAT.regions[tag.region or ""].midline
                assert tag.side == MIRROR[line.side]
                assert line.side != "both"


@quick
@given(cases)
def test_phases_come_in_order_and_no_drill_twice(one: Case) -> None:
    chosen = select(one, CAT)
    phases = [PHASES.index(line.phase) for line in chosen.lines]
    assert phases == sorted(phases)
    everything = [line.exercise for line in chosen.lines] + [row.exercise for row in chosen.parked]
    assert len(everything) == len(set(everything))


@quick
@given(cases)
def test_home_limits_hold(one: Case) -> None:
    home = replace(one, plan=replace(one.plan, setting="home"))
    chosen = select(home, CAT)
    total = sum(line.seconds + SETUP_S for line in chosen.lines)
    assert len(chosen.lines) <= min(home.plan.max_exercises, 6, chosen.max_lines or 6)
    assert total <= home.plan.max_minutes * 60
    assert chosen.minutes == round(total / 60, 1)
    if one.client.age is not None and one.client.age >= 65:
        assert len(chosen.lines) <= 4
    low = one.history.home_adherence_pct
    if low is not None and low < 50:
        assert len(chosen.lines) <= 3
        assert total <= 8 * 60


@quick
@given(cases)
def test_studio_places_hold(one: Case) -> None:
    in_studio = replace(one, plan=replace(one.plan, setting="studio"))
    chosen = select(in_studio, CAT)
    block = CAT.block(in_studio.plan.weeks, in_studio.plan.week)
    for phase, most in zip(PHASES, block.studio_max, strict=True):
        assert len(chosen.of(phase)) <= most
    assert chosen.minutes <= chosen.max_minutes or any("nothing more can be cut" in note for note in chosen.notes)


@quick
@given(cases)
def test_every_line_can_be_said_explained_and_timed(one: Case) -> None:
    for line in select(one, CAT).lines:
        drill = CAT.exercises[line.exercise]
        assert line.seconds == line_seconds(line.dose, line.side, line.extra)
        check(line.dose, drill)
        assert line.because
        for text in (in_words(line.dose, drill, line.side, line.first, line.extra), why(line, CAT)):
            assert text
            assert not forbidden(text)
        if not drill.dose.per_side:
            assert line.side == "both"


def places(chosen: Programme) -> set[tuple[str, str]]:
    found = {(line.phase, target) for line in chosen.lines for target in line.targets}
    found |= {(row.phase, target) for row in chosen.parked for target in row.targets}
    return found | {(row.phase, row.target) for row in chosen.gaps}


def spared(note: str) -> set[tuple[str, str]]:
    """What a drill that is no longer needed was for, by the note that says so."""
    name, says, _ = note.partition(": not needed now")
    drills = [one for one in CAT.exercises.values() if says and one.name == name]
    return {(one.phase, target) for one in drills for target in one.targets}


@quick
@given(cases)
def test_everything_wanted_is_a_line_or_parked_or_a_gap_or_noted(one: Case) -> None:
    chosen = select(one, CAT)
    if not chosen.max_lines and not chosen.priorities:
        return
    known = places(chosen)
    for priority in chosen.priorities:
        compensation = CAT.compensations[priority.compensation]
        for phase, listings in (
            ("inhibit", compensation.overactive),
            ("lengthen", compensation.overactive),
            ("activate", compensation.underactive),
        ):
            for listing in listings:
                label = CAT.muscle_label(listing.muscle)
                noted = any(note.startswith(f"{label}: left out") for note in chosen.notes)
                noted |= any((phase, listing.muscle) in spared(note) for note in chosen.notes)
                assert (phase, listing.muscle) in known or noted


@quick
@given(cases)
def test_an_excluded_drill_has_a_reason_and_an_empty_phase_a_sentence(one: Case) -> None:
    chosen = select(one, CAT)
    taken = {line.exercise for line in chosen.lines}
    for row in chosen.excluded:
        assert row.reason.endswith(".")
        assert (row.filter == "tag") <= (row.tag is not None)
        if row.filter not in ("limit", "tag"):
            assert (row.filter == "region") == (row.region is not None)
        # A local limit may close one side for one muscle and leave the other side to another.
        assert row.exercise not in taken or row.filter == "limit" or (row.tag and CAT.tags[row.tag].local)
    assert {row.phase for row in chosen.empty_phases} == set(PHASES) - {line.phase for line in chosen.lines}
    assert all(row.reason.endswith(".") or row.reason.endswith("?") for row in chosen.empty_phases)


# --- the whole engine


@quick
@given(cases)
def test_the_same_case_gives_the_same_bytes(one: Case) -> None:
    assert dumps(analyse(one, CAT, "1")) == dumps(analyse(replace(one), CAT, "1"))
