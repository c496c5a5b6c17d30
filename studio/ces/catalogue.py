"""The engine's knowledge, read once from data/*.toml and checked whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from studio.ces.anatomy import Group, Muscle, Region, Source, Tissue
from studio.ces.batteries import Battery, Station
from studio.ces.chains import Links
from studio.ces.change_rules import ChangeRules
from studio.ces.decisions import Decisions
from studio.ces.exercises import (
    Block,
    Equipment,
    Exercise,
    Goal,
    Library,
    Lookup,
    PhaseDoses,
    Position,
    Precaution,
    Substitution,
)
from studio.ces.limits import LimitRules
from studio.ces.loading.assessments import Known as KnownToFindings
from studio.ces.loading.assessments import load_assessments
from studio.ces.loading.batteries import load_batteries
from studio.ces.loading.chains import load_chains
from studio.ces.loading.choices import load_choices
from studio.ces.loading.comparing import load_change_rules
from studio.ces.loading.decisions import load_decisions
from studio.ces.loading.doses import Doses
from studio.ces.loading.exercises import Known as KnownToDrills
from studio.ces.loading.exercises import load_exercises
from studio.ces.loading.gear import load_equipment, load_substitutions, load_tags
from studio.ces.loading.limits import load_limits
from studio.ces.loading.measures import load_measures
from studio.ces.loading.muscles import load_muscles
from studio.ces.loading.patterns import Known as KnownToPatterns
from studio.ces.loading.patterns import load_patterns
from studio.ces.loading.plans import load_plans
from studio.ces.loading.rows import CatalogueError, Files
from studio.ces.loading.safety import load_safety
from studio.ces.loading.scoring import load_scoring
from studio.ces.loading.variants import load_variant_rules
from studio.ces.loading.vocabulary import load_vocabulary
from studio.ces.loading.wording import Wording, load_wording
from studio.ces.measures import MeasureKind
from studio.ces.patterns import Patterns
from studio.ces.protocols import Axis, Compensation, Protocol, ScoreRules, VariantRule
from studio.ces.safety_rules import SafetyRules

__all__ = ["DATA", "Catalogue", "CatalogueError", "Files", "catalogue", "load"]

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All tables by id, in the order of the files."""

    version: str  # assessment tables + programming tables + hash of all files
    muscles: Mapping[str, Muscle]
    groups: Mapping[str, Group]
    tissues: Mapping[str, Tissue]
    aliases: Mapping[str, tuple[str, ...]]  # other names of muscles, input only
    regions: Mapping[str, Region]
    checkpoints: Mapping[str, str]  # id -> label, feet first
    views: Mapping[str, str]  # id -> label
    protocols: Mapping[str, Protocol]
    compensations: Mapping[str, Compensation]
    variant_rules: Mapping[str, VariantRule]
    measures: Mapping[str, MeasureKind]
    score_rules: ScoreRules
    axes: Mapping[str, Axis]
    change_rules: ChangeRules
    stations: Mapping[str, Station]
    batteries: Mapping[str, Battery]
    exercises: Mapping[str, Exercise]  # hidden ones too; asked for one that is gone, it gives a stand-in
    doses: Mapping[str, PhaseDoses]  # phase -> what its doses rest on
    options: Mapping[str, Mapping[str, tuple[str, ...]]]  # muscle -> phase -> drills in order of preference
    option_notes: Mapping[str, str]  # why a muscle has no drill of a phase
    lookups: Mapping[str, Lookup]
    integrate_options: Mapping[str, tuple[str, ...]]
    integrate_of_checkpoint: Mapping[str, tuple[str, ...]]
    goals: Mapping[str, Goal]
    equipment: Mapping[str, Equipment]
    substitutions: tuple[Substitution, ...]
    tags: Mapping[str, Precaution]
    plans: Mapping[int, tuple[Block, ...]]  # 12 or 16 weeks
    decisions: Decisions
    positions: Mapping[str, Position]  # in the order of a sheet: lying, kneeling, sitting, standing
    editions: Mapping[str, str]  # edition tags of listed_in -> what they are
    sources: Mapping[str, Source]
    wording: Wording
    limit_rules: LimitRules
    safety: SafetyRules
    patterns: Patterns
    links: Links

    def resolve(self, name: str) -> tuple[str, ...]:
        """Give the ids a muscle name stands for (itself, or its alias); KeyError when nobody knows it."""
        if name in self.muscles or name in self.groups or name in self.tissues:
            return (name,)
        return self.aliases[name]

    def members(self, muscle: str) -> tuple[str, ...]:
        """Give the muscles of a group, or the muscle itself."""
        group = self.groups.get(muscle)
        return group.members if group else (muscle,)

    def muscle_label(self, muscle: str) -> str:
        """Give the client's word for a muscle, group or tissue."""
        if muscle in self.tissues:
            return self.tissues[muscle].label
        return (self.muscles.get(muscle) or self.groups[muscle]).common

    def block(self, weeks: int, week: int) -> Block:
        """Give the block of a plan in which `week` (from 1) falls."""
        blocks = self.plans[weeks]
        return next(block for block in reversed(blocks) if block.first_week <= max(week, 1))

    def drills(self, unit: str, phase: str) -> tuple[tuple[str, bool], ...]:
        """Give the drills in use for a muscle or group, the preferred first, each with whether it is exactly for it."""
        lookup = self.lookups.get(unit, Lookup((unit,), True))
        found: dict[str, bool] = {}
        for key in lookup.keys:
            for drill in self.options[key].get(phase, ()):
                if self.exercises[drill].hidden:
                    continue
                # A drill from the unit's own list is for it even where its other keys are neighbours.
                found.setdefault(drill, lookup.exact or key == unit)
        return tuple(found.items())

    def movements(self, key: str) -> tuple[str, ...]:
        """Give the drills in use of an integrate list, the preferred first."""
        return tuple(drill for drill in self.integrate_options[key] if not self.exercises[drill].hidden)


def load(files: Files) -> Catalogue:
    """Read a catalogue from its TOML files; CatalogueError names file and row of the first thing wrong."""
    words = load_vocabulary(files)
    anatomy = load_muscles(files, words.regions)
    measures = load_measures(files, words, anatomy)
    protocols, compensations = load_assessments(files, KnownToFindings(words, anatomy, measures))
    rules, axes = load_scoring(files, compensations)
    change_rules = load_change_rules(files, measures)
    stations, batteries = load_batteries(files, protocols, measures)
    equipment = load_equipment(files)
    tags = load_tags(files)
    safety = load_safety(files, words, tags)
    limit_rules = load_limits(files, words, tags, equipment)
    evidence = KnownToPatterns(words, anatomy, compensations, protocols, measures, safety.intake)
    doses = Doses(files, words.sources)
    drills = KnownToDrills(anatomy, words.regions, equipment, tags, words.positions, doses)
    exercises = load_exercises(files, drills)
    choices = load_choices(files, words, anatomy, exercises, compensations)
    substitutions = load_substitutions(files, equipment, exercises)
    plans, decisions = load_plans(files), load_decisions(files, tags)
    wording = load_wording(files, compensations)
    variant_rules = load_variant_rules(files, evidence)
    patterns, links = load_patterns(files, evidence), load_chains(files, evidence)
    files.close()
    return Catalogue(
        version=f"{words.version}-{files.digest()}",
        muscles=anatomy.muscles,
        groups=anatomy.groups,
        tissues=anatomy.tissues,
        aliases=anatomy.aliases,
        regions=words.regions,
        checkpoints=words.checkpoints,
        views=words.views,
        protocols=protocols,
        compensations=compensations,
        variant_rules=variant_rules,
        measures=measures,
        score_rules=rules,
        axes=axes,
        change_rules=change_rules,
        stations=stations,
        batteries=batteries,
        exercises=Library(exercises),
        doses=doses.phases,
        options=choices.options,
        option_notes=choices.notes,
        lookups=choices.lookups,
        integrate_options=choices.integrate,
        integrate_of_checkpoint=words.integrate_of_checkpoint,
        goals=choices.goals,
        equipment=equipment,
        substitutions=substitutions,
        tags=tags,
        plans=plans,
        decisions=decisions,
        positions=words.positions,
        editions=words.editions,
        sources=words.sources,
        wording=wording,
        limit_rules=limit_rules,
        safety=safety,
        patterns=patterns,
        links=links,
    )


@cache
def catalogue() -> Catalogue:
    """Read and check the catalogue; the same value every time."""
    return load(Files(DATA))
