"""The catalogue: whole, and unable to load with a row broken."""

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from studio.ces.catalogue import DATA, CatalogueError, Files, catalogue, load
from studio.ces.exercises import PHASES
from studio.ces.wording import forbidden


def test_the_whole_reference_is_in() -> None:
    cat = catalogue()
    by_phase = {phase: sum(1 for one in cat.exercises.values() if one.phase == phase) for phase in PHASES}
    assert by_phase == {"inhibit": 35, "lengthen": 57, "activate": 76, "integrate": 30}
    assert (len(cat.muscles), len(cat.groups), len(cat.tissues)) == (72, 21, 2)
    assert (len(cat.protocols), len(cat.compensations), len(cat.axes)) == (8, 63, 10)
    assert (len(cat.tags), len(cat.equipment), len(cat.regions), len(cat.goals)) == (47, 34, 11, 8)
    assert (len(cat.safety.red_flags), len(cat.safety.questions), len(cat.safety.intake)) == (36, 10, 8)
    assert (len(cat.sources), len(cat.measures), len(cat.wording.forbidden)) == (159, 33, 21)
    assert {weeks: len(blocks) for weeks, blocks in cat.plans.items()} == {12: 5, 16: 6}
    assert sum(1 for one in cat.exercises.values() if one.home_suitable) == 189
    assert sum(1 for one in cat.exercises.values() if not one.floor_transfer) == 125


def test_the_version_names_both_tables_and_changes_with_any_file(tmp_path: Path) -> None:
    assert re.fullmatch(r"1\.1\.0\+1\.1-[0-9a-f]{8}", catalogue().version)
    copy = copied(tmp_path)
    assert catalogue().version.endswith(Files(copy).digest())
    with (copy / "goals.toml").open("a") as file:
        file.write("# a word more\n")
    assert not catalogue().version.endswith(Files(copy).digest())


def test_it_is_read_once() -> None:
    assert catalogue() is catalogue()


def test_every_view_of_the_squat_says_what_clean_looks_like() -> None:
    for view in catalogue().protocols["ohsa"].views:
        assert view.checkpoints
        assert view.compensations
    assert [view.label for view in catalogue().protocols["ohsa"].views] == ["Front", "Side", "Back"]


def test_other_names_of_muscles_resolve_to_one_vocabulary() -> None:
    cat = catalogue()
    assert cat.resolve("vmo") == ("vastus_medialis_oblique",)
    assert cat.resolve("pelvic_floor_diaphragm") == ("pelvic_floor", "diaphragm")
    assert cat.resolve("soleus") == ("soleus",)
    with pytest.raises(KeyError):
        cat.resolve("gluteus_maximum")


def test_everything_a_client_reads_keeps_to_the_wording_rules() -> None:
    cat = catalogue()
    texts = [text for one in cat.compensations.values() for text in (one.label, one.client_text, one.aim)]
    for drill in cat.exercises.values():
        texts += [
            drill.name,
            *drill.cues,
            drill.feel_it_here,
            drill.common_fault,
            drill.easier or "",
            drill.harder or "",
        ]
    texts += [cat.muscle_label(one) for one in (*cat.muscles, *cat.groups, *cat.tissues)]
    texts += [one.how for one in cat.substitutions]
    texts += [text for tag in cat.tags.values() for text in (tag.label, tag.when_caution)]
    texts += [one.text for one in cat.safety.questions.values()] + [one.ask for one in cat.safety.red_flags.values()]
    assert [(text, match.words) for text in texts for match in forbidden(text)] == []


def test_the_aim_of_every_finding_fits_one_line_of_the_sheet() -> None:
    assert all(len(one.aim) <= 34 and one.aim.startswith("so ") for one in catalogue().compensations.values())


BREAKS = [
    (
        "exercises_inhibit.toml",
        'targets = ["gastrocnemius_lateral", "soleus"]',
        'targets = ["calfy"]',
        "inh_calf_stick: unknown muscle 'calfy'",
    ),
    (
        "exercises_inhibit.toml",
        "est_seconds = 120",
        "est_seconds = 121",
        "inh_calf_stick: est_seconds is 121, but the dose takes 120",
    ),
    (
        "exercises_inhibit.toml",
        'progression = "inh_calf_roll"\n',
        'progression = "inh_calf"\n',
        "inh_calf_stick: unknown exercise 'inh_calf'",
    ),
    (
        "exercises_inhibit.toml",
        'presses = ["lower_leg"]',
        'presses = ["knee"]',
        "inh_calf_stick: what it presses must be part of loads",
    ),
    (
        "exercises_inhibit.toml",
        'dose = { mode = "smr" }',
        'dose = { mode = "smr", reps = 3 }',
        "inh_calf_stick.dose: unknown key 'reps'",
    ),
    (
        "exercises_inhibit.toml",
        "home_suitable = true",
        'home_suitable = "yes"',
        "inh_calf_stick: home_suitable: expected true or false, found 'yes'",
    ),
    ("exercises_inhibit.toml", "[inh_calf_stick]", "[inh_calf_roll]", "Cannot declare ('inh_calf_roll',) twice"),
    ("exercises_activate.toml", "per_side = true", "per_sides = true", "per_side is missing"),
    ("exercises_integrate.toml", "difficulty = 1", "difficulty = 4", "difficulty must be 1, 2 or 3"),
    ("doses.toml", "hold_s = [20, 60, 5]", "hold = [20, 60, 5]", "smr: unknown field 'hold'"),
    ("assessment_ohsa.toml", 'agreement = "agreed" }', 'agreement = "single" }', "agreement must be 'agreed'"),
    (
        "assessment_ohsa.toml",
        'views = ["anterior"]',
        'views = ["lateral"]',
        "feet_turn_out: seen from anterior on one side only",
    ),
    (
        "assessment_ohsa.toml",
        'checkpoint = "foot_ankle"',
        'checkpoint = "foot"',
        "feet_turn_out: unknown checkpoint 'foot'",
    ),
    (
        "assessment_ohsa.toml",
        'sources = ["nasm_ces1", "nasm_cpt6", "nasm_cpt7", "nasm_ohsa_podcast"]',
        'sources = ["hearsay"]',
        "feet_turn_out: unknown source 'hearsay'",
    ),
    (
        "assessment_ohsa.toml",
        'score_axis = "foot_rotation"',
        'score_axis = "foot_arch"',
        "score.toml: foot_rotation: ohsa.feet_turn_out names another axis",
    ),
    ("assessment_ohsa.toml", 'confirm_with = ["knee_to_wall_cm"', 'confirm_with = ["wall"', "unknown measure 'wall'"),
    (
        "muscles.toml",
        'members = ["gastrocnemius_lateral", "gastrocnemius_medial"]',
        'members = ["gastro"]',
        "gastrocnemius: unknown muscle 'gastro'",
    ),
    (
        "options.toml",
        '"act_band_side_walk", ',
        "",
        "exercises_activate.toml: act_band_side_walk: no option list names it",
    ),
    ("options.toml", "exact = true", "exactly = true", "exact is missing"),
    ("equipment.toml", 'item = "mat"', 'item = "coach"', "'coach' is never substituted"),
    ("tags.toml", 'matches = "loads"', 'matches = "regions"', "unknown list 'regions'"),
    ("plans.toml", "first_week = 3", "first_week = 4", "plan 12 Build: first_week is 4, expected 3"),
    (
        "regions.toml",
        'integrate = ["foot_ankle"]',
        'integrate = ["feet"]',
        "unknown integrate list of foot_ankle 'feet'",
    ),
    ("goals.toml", 'patterns = ["squat"]', 'patterns = ["jump"]', "squat: unknown pattern 'jump'"),
    ("red_flags.toml", 'level = "SAME_DAY"', 'level = "SOON"', "unknown level 'SOON'"),
    ("readiness.toml", 'yes = "needs_clearance"', 'yes = "maybe"', "screen_1: unknown state 'maybe'"),
    ("measures.toml", 'tool = "stages"', 'tool = "eye"', "unknown tool 'eye'"),
    ("measures.toml", 'sum_of = ["shoulder_ir_deg"', 'sum_of = ["shoulder_ir"', "unknown measure 'shoulder_ir'"),
    ("measures.toml", 'better = "higher"', 'better = "context"', "which of the trials is the best"),
    ("measures.toml", 'op = "<"', 'op = "=<"', "unknown comparison '=<'"),
    ("score.toml", "likely = 10", "likely = 20", "likely must lie below clear"),
    ("wording.toml", r"\bdiagnos\w*", r"\b(diagnos", "diagnos: pattern"),
    ("basics.toml", "[views]", "[view]", "views is missing"),
    (
        "presentations.toml",
        'measure = "hip_extension_deg"',
        'measure = "hip"',
        "lower_crossed.objective[1]: unknown measure 'hip'",
    ),
    ("presentations.toml", "min_in = { head = 1", "min_in = { neck = 1", "unknown group 'neck'"),
    (
        "chains.toml",
        'edges = ["e02", "e16", "e25"]',
        'edges = ["e02", "e25"]',
        "ch_seed: e02 ends at knee_valgus, e25 begins at",
    ),
    ("chains.toml", 'from = "calf_shortness"', 'from = "calf"', "e01: unknown node 'calf'"),
    ("sources.toml", 'level = "A"', 'level = "Z"', "unknown level 'Z'"),
]


@pytest.mark.parametrize(("name", "good", "bad", "says"), BREAKS, ids=[f"{row[0]}: {row[3]}"[:70] for row in BREAKS])
def test_a_broken_row_is_named_with_its_file(name: str, good: str, bad: str, says: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert good in text
    with pytest.raises(CatalogueError) as error:
        load(Broken(name, text.replace(good, bad, 1)))
    # The complaint names the file that was broken, or the one whose row no longer holds.
    assert str(error.value).startswith(says if ".toml: " in says else f"{name}: ")
    assert says in str(error.value)


def test_a_missing_and_a_strange_file_are_named(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    (copy / "goals.toml").rename(copy / "aims.toml")
    with pytest.raises(CatalogueError, match=r"goals\.toml: the file is missing"):
        load(Files(copy))
    (copy / "aims.toml").rename(copy / "goals.toml")
    (copy / "notes.toml").write_text("")
    with pytest.raises(CatalogueError, match=r"notes\.toml: nothing reads this file"):
        load(Files(copy))


WHOLE = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in DATA.glob("*.toml")}


class Broken(Files):
    """The real files, parsed once for all tests, but for one."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(DATA)
        self.name, self.text = name, text

    def parse(self, name: str) -> dict[str, Any]:
        return self.parse_text(name, self.text) if name == self.name else WHOLE[name]


def copied(to: Path) -> Path:
    return Path(shutil.copytree(DATA, to / "data"))
