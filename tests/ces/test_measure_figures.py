"""Every measure with the figures of the reference written out once more: bounds, sides, errors, how it is taken."""

import pytest

from studio.ces.catalogue import catalogue
from studio.ces.measures import Band

# unit, sides, better, bounds, plausible, step, side difference, smallest change (same coach, another coach)
FIGURES = {
    "knee_to_wall_cm": ("cm", 2, "higher", (0, 25), (1, 20), 0.1, 2.0, (1.9, 1.6)),
    "knee_to_wall_deg": ("deg", 2, "higher", (0, 65), (15, 55), 1, 5, (4.7, 4.6)),
    "ankle_df_nwb_deg": ("deg", 2, "higher", (-20, 45), (0, 30), 1, 5, None),
    "mtp1_extension_deg": ("deg", 2, "higher", (0, 110), (20, 95), 1, None, None),
    "navicular_drop_mm": ("mm", 2, "lower", (-5, 35), (0, 20), 1, 4, None),
    "fpi6": ("points", 2, "context", (-12, 12), (-6, 12), 1, None, None),
    "hip_ir_deg": ("deg", 2, "higher", (0, 80), (10, 65), 1, 10, (5.4, 5.4)),
    "hip_er_deg": ("deg", 2, "higher", (0, 90), (15, 70), 1, 10, (5.4, 5.4)),
    "hip_flexion_deg": ("deg", 2, "higher", (40, 160), (80, 150), 1, None, None),
    "hip_extension_deg": ("deg", 2, "higher", (-30, 45), (-10, 35), 1, 8, None),
    "modified_thomas_thigh_deg": ("deg", 2, "lower", (-45, 45), (-25, 30), 1, 6, None),
    "modified_thomas_knee_deg": ("deg", 2, "higher", (0, 150), (20, 120), 1, None, None),
    "ake_deficit_deg": ("deg", 2, "lower", (0, 90), (0, 70), 1, 10, None),
    "ely_knee_flexion_deg": ("deg", 2, "higher", (40, 165), (80, 155), 1, None, None),
    "fppa_deg": ("deg", 2, "lower", (-30, 60), (-15, 35), 0.5, None, (11, 11)),
    "shoulder_flexion_deg": ("deg", 2, "higher", (40, 200), (90, 190), 1, 10, (8, 8)),
    "shoulder_ir_deg": ("deg", 2, "context", (0, 130), (20, 100), 1, 18, (4, 8)),
    "shoulder_er_deg": ("deg", 2, "context", (10, 150), (50, 125), 1, 10, (5, 9)),
    "shoulder_trom_deg": ("deg", 2, "context", (40, 260), (100, 200), 1, 6, None),
    "thoracic_rotation_deg": ("deg", 2, "higher", (0, 90), (15, 75), 1, 10, (6.3, 6.3)),
    "thoracic_kyphosis_deg": ("deg", 0, "context", (0, 110), (10, 75), 1, None, None),
    "craniovertebral_angle_deg": ("deg", 0, "higher", (15, 85), (30, 70), 1, None, None),
    "cervical_rotation_deg": ("deg", 2, "higher", (0, 110), (30, 95), 1, 10, None),
    "hq_ratio": ("ratio", 2, "context", (0.1, 1.5), (0.3, 1.1), 0.01, 0.15, None),
    "sls_eo_s": ("s", 2, "higher", (0, 60), (0, 45), 0.1, 10, (24, 24)),
    "sls_ec_s": ("s", 2, "higher", (0, 60), (0, 45), 0.1, None, None),
    "tug_s": ("s", 0, "lower", (2, 180), (4, 60), 0.1, None, None),
    "chair_stand_30s": ("stands", 0, "higher", (0, 60), (0, 35), 1, None, (2, 2)),
    "four_stage_balance": ("stage_seconds", 0, "higher", (0, 10), (0, 10), 0.1, None, None),
    "five_times_sts_s": ("s", 0, "lower", (3, 120), (5, 60), 0.1, None, (2.5, 2.5)),
    "gait_speed_mps": ("m/s", 0, "higher", (0.1, 3.0), (0.4, 2.0), 0.01, None, None),
    "stay_independent": ("points", 0, "lower", (0, 14), (0, 14), 1, None, None),
    "pain_nprs": ("points", 0, "lower", (0, 10), (0, 10), 1, None, None),
}
REPEATED = {
    "knee_to_wall_cm": (3, "best"),
    "knee_to_wall_deg": (3, "best"),
    "thoracic_rotation_deg": (3, "mean"),
    "sls_eo_s": (3, "best"),
    "sls_ec_s": (3, "best"),
}
SUGGESTED = {
    "knee_to_wall_cm": ("gastrocnemius soleus", "tibialis_anterior"),
    "knee_to_wall_deg": ("gastrocnemius soleus", "tibialis_anterior"),
    "ankle_df_nwb_deg": ("gastrocnemius soleus", "tibialis_anterior"),
    "mtp1_extension_deg": ("flexor_hallucis_longus", "extensor_hallucis_longus"),
    "navicular_drop_mm": ("fibularis_complex", "tibialis_posterior foot_intrinsics"),
    "hip_ir_deg": ("piriformis deep_hip_rotators", "gluteus_minimus adductor_complex"),
    "hip_er_deg": (
        "tensor_fasciae_latae gluteus_minimus adductor_complex",
        "gluteus_maximus deep_hip_rotators",
    ),
    "hip_flexion_deg": ("gluteus_maximus hamstring_complex adductor_magnus", "psoas_major iliacus"),
    "hip_extension_deg": ("hip_flexor_complex", "gluteus_maximus"),
    "modified_thomas_thigh_deg": ("psoas_major iliacus tensor_fasciae_latae rectus_femoris", "gluteus_maximus"),
    "modified_thomas_knee_deg": ("rectus_femoris", "hamstring_complex gluteus_maximus"),
    "ake_deficit_deg": ("hamstring_complex", "quadriceps"),
    "ely_knee_flexion_deg": ("rectus_femoris quadriceps", "hamstring_complex"),
    "shoulder_flexion_deg": ("latissimus_dorsi teres_major pectorals", "mid_lower_trapezius serratus_anterior"),
    "shoulder_ir_deg": ("external_rotators posterior_deltoid", "subscapularis"),
    "shoulder_er_deg": ("subscapularis latissimus_dorsi teres_major pectoralis_major", "external_rotators"),
    "thoracic_rotation_deg": (
        "latissimus_dorsi external_oblique pectorals",
        "transversospinalis mid_lower_trapezius",
    ),
    "thoracic_kyphosis_deg": ("pectorals", "mid_lower_trapezius rhomboids"),
    "craniovertebral_angle_deg": ("sternocleidomastoid levator_scapulae suboccipitals", "deep_cervical_flexors"),
    "cervical_rotation_deg": (
        "sternocleidomastoid scalenes levator_scapulae upper_trapezius",
        "deep_cervical_flexors",
    ),
    "hq_ratio": ("quadriceps", "hamstring_complex"),
}


def test_every_measure_is_there_and_no_other() -> None:
    assert list(catalogue().measures) == list(FIGURES)


@pytest.mark.parametrize("measure", FIGURES)
def test_unit_sides_bounds_step_and_errors_are_those_of_the_reference(measure: str) -> None:
    kind = catalogue().measures[measure]
    change = (kind.mdc.same_rater, kind.mdc.other_rater) if kind.mdc else None
    sides = 2 if kind.sided else 0
    found = (kind.unit, sides, kind.better, (kind.low, kind.high), kind.plausible, kind.step, kind.asymmetry, change)
    assert found == FIGURES[measure]


@pytest.mark.parametrize("measure", FIGURES)
def test_what_a_restricted_range_suggests_is_that_of_the_reference(measure: str) -> None:
    kind = catalogue().measures[measure]
    over, under = SUGGESTED.get(measure, ("", ""))
    assert (kind.overactive, kind.underactive) == (tuple(over.split()), tuple(under.split()))


@pytest.mark.parametrize("measure", FIGURES)
def test_it_is_taken_as_often_as_its_protocol_says(measure: str) -> None:
    take = catalogue().measures[measure].take
    assert (take.trials, take.use) == REPEATED.get(measure, (1, "best"))


def test_the_clocks_stop_where_the_protocols_say() -> None:
    caps = {kind.id: kind.take.cap for kind in catalogue().measures.values() if kind.take.cap}
    assert caps == {"sls_eo_s": 45, "sls_ec_s": 45, "chair_stand_30s": 30, "four_stage_balance": 10}


def test_only_the_chair_stand_ends_when_the_arms_are_used() -> None:
    assert [kind.id for kind in catalogue().measures.values() if kind.take.arms] == ["chair_stand_30s"]


def test_eyes_closed_is_left_out_from_sixty_five() -> None:
    skipped = {kind.id: kind.take.skip_from_age for kind in catalogue().measures.values() if kind.take.skip_from_age}
    assert skipped == {"sls_ec_s": 65}


def test_the_checklist_has_three_key_questions() -> None:
    asked = {kind.id: list(kind.key_questions) for kind in catalogue().measures.values() if kind.key_questions}
    assert asked == {"stay_independent": ["fallen", "unsteady", "worried"]}


def test_plausible_values_lie_within_the_bounds_and_cut_offs_within_both() -> None:
    for kind in catalogue().measures.values():
        assert kind.low <= kind.plausible[0] < kind.plausible[1] <= kind.high
        for band in kind.bands:
            assert kind.low <= band.value <= kind.high


ROWS = {
    ("knee_to_wall_cm", "mcbride2026"): 14,
    ("sls_eo_s", "springer2007"): 6,
    ("sls_ec_s", "springer2007"): 6,
    ("tug_s", "bohannon2006"): 4,
    ("chair_stand_30s", "steadi_below_average"): 7,
    ("chair_stand_30s", "rikli_jones_normal_range"): 7,
    ("five_times_sts_s", "bohannon2006"): 3,
    ("ankle_df_nwb_deg", "cdc"): 2,
    ("hip_flexion_deg", "cdc"): 2,
    ("hip_extension_deg", "cdc"): 2,
    ("ely_knee_flexion_deg", "cdc"): 2,
    ("shoulder_flexion_deg", "cdc"): 2,
}
ONE_VALUE = {
    ("knee_to_wall_deg", "konor2012"): "38.8 (5.2)",
    ("hip_ir_deg", "kouyoumdjian2012"): "supine 29.6, prone 35.2, seated 37.9",
    ("hip_ir_deg", "krause2015"): "30.7-32.8",
    ("hip_er_deg", "kouyoumdjian2012"): "supine 38.5, prone 41.8, seated about 40.6 (abstract misprints 78.5)",
    ("modified_thomas_thigh_deg", "harvey1998"): "-11.9 deg",
    ("modified_thomas_knee_deg", "harvey1998"): "52.5 deg",
    ("ake_deficit_deg", "youdas2005"): "men about 38.6, women about 28",
    ("shoulder_ir_deg", "carcia2013"): "50.4 (dominant 48.0, other 52.7)",
    ("gait_speed_mps", "bohannon2011"): "",
}


def test_the_norm_tables_are_those_of_the_reference() -> None:
    norms = {
        (kind.id, norm.id.rpartition(".")[2]): norm for kind in catalogue().measures.values() for norm in kind.norms
    }
    assert {key: len(norm.rows) for key, norm in norms.items() if norm.rows} == ROWS
    assert {key: norm.value for key, norm in norms.items() if not norm.rows} == ONE_VALUE


STANCE = [
    (
        "sls_eo_s",
        [
            "18-39 45.1 44.4",
            "40-49 42.1 41.6",
            "50-59 40.9 41.5",
            "60-69 30.4 33.8",
            "70-79 16.7 25.9",
            "80-99 10.6 8.7",
        ],
    ),
    (
        "sls_ec_s",
        ["18-39 13.1 16.9", "40-49 13.5 12.0", "50-59 7.9 8.6", "60-69 3.6 5.1", "70-79 3.7 2.6", "80-99 2.1 1.8"],
    ),
]


@pytest.mark.parametrize(("measure", "rows"), STANCE)
def test_the_mean_times_on_one_leg_are_those_of_the_reference(measure: str, rows: list[str]) -> None:
    norm = catalogue().measures[measure].norms[0]
    assert [f"{row['age']} {row['female']} {row['male']}" for row in norm.rows] == rows


def test_the_cut_offs_of_our_own_design_are_marked() -> None:
    own = {kind.id for kind in catalogue().measures.values() for band in kind.bands if band.source == "D"}
    published = {kind.id for kind in catalogue().measures.values() for band in kind.bands if band.source != "D"}
    assert len(own) == 19
    assert published - own == {
        "navicular_drop_mm",
        "fpi6",
        "fppa_deg",
        "thoracic_kyphosis_deg",
        "craniovertebral_angle_deg",
        "cervical_rotation_deg",
        "sls_eo_s",
        "tug_s",
        "chair_stand_30s",
        "four_stage_balance",
        "five_times_sts_s",
        "stay_independent",
    }


def test_a_cut_off_says_itself_in_a_few_words() -> None:
    band = Band("refer", "at_risk", "<", 12, None, "female", 60, 64, "cdc_30cst")
    assert band.rule("stands") == "< 12 stands, women 60-64"
