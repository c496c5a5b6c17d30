"""Believable sheets for tests, pictures and benchmarks."""

from dataclasses import replace
from datetime import date

from studio.sheets import (
    Changes,
    FindingsSheet,
    HomeLine,
    HomeSheet,
    MuscleNote,
    PainStop,
    Paper,
    PlanBlock,
    PrintSize,
    PriorityCard,
    StudioCard,
)
from tests.documents.sample_lines import LINES

STUDIO = StudioCard(
    name="Northside Movement Studio",
    address="12 Mill Street, Springfield",
    phone="555-0142",
    email="hello@northside.example",
    website="northside.example",
)


def home_sheet(*, count: int = 6, size: PrintSize = 12, paper: Paper = "A4", **changed: object) -> HomeSheet:
    """Return Maria's home sheet in week 3, with the first `count` exercises."""
    sheet = HomeSheet(
        studio=STUDIO,
        client_first="Maria",
        client_full="Maria Smith",
        title="Steady knees",
        version=2,
        issued=date(2026, 11, 17),
        coach="Dana Whitfield",
        coach_credential="Corrective Exercise Specialist",
        lines=LINES[:count],
        days_per_week=4,
        weekdays=(2, 4, 5, 6),
        minutes=14,
        paper=paper,
        size=size,
        next_session="Tue 24 Nov, 5:30 pm",
        next_review=date(2026, 12, 8),
        week=3,
        first_tick_day=date(2026, 11, 16),
        sessions_left=9,
        sessions_total=12,
        limits=("Do not bend the knee past 90° with weight (from your PT, until 1 Feb)",),
        changes=Changes(since_version=1, new=(3, 6), progressed=(4,), stopped=("cat-camel",)),
        you_need=("rolling pin", "wall", "mat", "cushion", "counter"),
        emergency_number="911" if paper == "Letter" else "112",
    )
    return replace(sheet, **changed)  # type: ignore[arg-type]


def ten_lines() -> tuple[HomeLine, ...]:
    """Return more exercises than a sheet takes."""
    return tuple(replace(line, number=number) for number, line in enumerate((*LINES, *LINES[1:3]), start=1))


def first_home_sheet(*, count: int = 4, size: PrintSize = 14, paper: Paper = "A4") -> HomeSheet:
    """Return the sheet of a first visit: no clock, no package, no earlier version."""
    fresh = tuple(replace(line, flag="", flag_note="", show_first=False) for line in LINES[:count])
    return replace(
        home_sheet(size=size, paper=paper),
        lines=fresh,
        version=1,
        weekdays=(),
        next_session="",
        next_review=None,
        week=None,
        first_tick_day=None,
        sessions_left=None,
        sessions_total=None,
        limits=(),
        changes=None,
    )


def long_home_sheet(*, size: PrintSize = 12, paper: Paper = "A4") -> HomeSheet:
    """Return a sheet of six exercises with the longest names and four cues each."""
    names = (
        "Half-kneeling hip stretch with overhead reach",
        "Hands-behind arm and front-shoulder stretch",
        "Straight-knee calf raise, toes slightly in",
        "Standing last-30-degrees knee straighten",
        "Chin-nod length at the base of the skull",
        "Single-leg deadlift with diagonal reach",
    )
    cues = (
        "Sit on the floor with one calf on the roller.",
        "Turn the foot slightly out to load the outside.",
        "Lift the hips a little and creep along slowly.",
        "Pause on a tender spot and draw slow circles.",
    )
    lines = tuple(
        replace(line, name=name, cues=cues, dose="Hold 30 seconds. Do it 2 times, each side", show_first=False)
        for line, name in zip(LINES, names, strict=False)
    )
    return home_sheet(size=size, paper=paper, lines=lines)


def findings_sheet(*, paper: Paper = "A4", **changed: object) -> FindingsSheet:
    """Return Maria's first findings report: two cards, muscles on both sides, the 12-week plan."""
    sheet = FindingsSheet(
        studio=STUDIO,
        client_first="Maria",
        client_full="Maria Smith",
        assessed=date(2026, 11, 3),
        coach="Dana Whitfield",
        coach_credential="Corrective Exercise Specialist",
        what_we_did=(
            "You did 5 slow squats with your arms up. We watched from the front, the side and the back. "
            "Then we measured how far each ankle bends."
        ),
        anything_hurt="Nothing hurt, so we finished every test.",
        paper=paper,
        cards=(
            PriorityCard(
                title="Your left knee moves in",
                we_saw="your left knee go inside your foot in 5 of 5 squats. The right one did not.",
                it_may_be="that the inner thigh is working too hard and the side of the hip could help more.",
                we_will="wake up the side of the hip, then practise on one leg.",
                saw="Left knee inside the foot",
                want="Knee over the second toe",
                side="left",
                compensation="ohsa.knee_valgus",
            ),
            PriorityCard(
                title="Your chest drops forward",
                we_saw="your chest lean further than your shins in 4 of 5 squats.",
                it_may_be="that the calves are stiff. Your left ankle bent 6 cm at the wall, your right 9 cm.",
                we_will="loosen and stretch the calves, then teach the hips to share the work.",
                saw="Chest leaning further than the shins",
                want="Chest in line with the shins",
                compensation="ohsa.excessive_forward_lean",
            ),
        ),
        also_seen=("both heels lift a little at the bottom", "your arms fall forward, mild"),
        overactive=(
            MuscleNote(name="Inner thigh", side="left", muscle="adductor_complex"),
            MuscleNote(name="Outer calf", side="both", muscle="gastrocnemius_lateral"),
            MuscleNote(name="Deep calf", side="both", muscle="soleus"),
            MuscleNote(name="Front of the hip", side="both", muscle="hip_flexor_complex"),
            MuscleNote(name="Outer hip (TFL)", side="left", muscle="tensor_fasciae_latae"),
        ),
        underactive=(
            MuscleNote(name="Side of the hip", side="left", muscle="gluteus_medius"),
            MuscleNote(name="Seat muscle", side="both", muscle="gluteus_maximus"),
            MuscleNote(name="Front shin", side="both", muscle="tibialis_anterior"),
            MuscleNote(name="Inner quad", side="left", muscle="vastus_medialis_oblique"),
        ),
        plan=(
            PlanBlock(name="Learn", first_week=1, last_week=2, share=65, words="the moves"),
            PlanBlock(name="Build", first_week=3, last_week=6, share=50, words="control, more reps"),
            PlanBlock(name="Load", first_week=7, last_week=9, share=35, words="add weight"),
            PlanBlock(name="Use it", first_week=10, last_week=12, share=20, words="on your own"),
        ),
        home_days=4,
        home_minutes="12 to 15",
    )
    return replace(sheet, **changed)  # type: ignore[arg-type]


def clear_findings_sheet(*, paper: Paper = "A4") -> FindingsSheet:
    """Return a report on which nothing was seen."""
    return findings_sheet(paper=paper, cards=(), also_seen=(), overactive=(), underactive=())


def pain_findings_sheet(*, paper: Paper = "A4") -> FindingsSheet:
    """Return a report on a test that was stopped because the left knee hurt."""
    return findings_sheet(
        paper=paper,
        anything_hurt="",
        pain_stop=PainStop(area="your left knee", test="the overhead squat", other_areas="your ankles and upper back"),
        what_we_did="You began a slow squat with your arms up.",
        cards=findings_sheet().cards[1:],
    )


def long_findings_sheet(*, paper: Paper = "A4") -> FindingsSheet:
    """Return a report whose every text is as long as it may get."""
    long = (
        "your left knee go far inside your foot in 5 of 5 squats while the right one stayed over the second toe, and "
        "the arch of the left foot rolled down at the same time, more so in the last two squats when you were tired"
    )
    card = PriorityCard(
        title="Your left knee moves in and your left foot turns out",
        we_saw=long,
        it_may_be=long,
        we_will=long,
        saw="Left knee and left arch inside the line of the foot",
        want="Knee over the second and third toes, arch keeps its shape",
    )
    muscles = tuple(
        MuscleNote(name=f"Deep rotators of the hip, part {part}", side="both", muscle="deep_hip_rotators")
        for part in range(1, 13)
    )
    return findings_sheet(
        paper=paper,
        client_first="Maximiliane-Alexandra",
        client_full="Maximiliane-Alexandra von Hohenlohe-Waldenburg",
        coach="Bartholomew Featherstonehaugh-Cholmondeley",
        what_we_did=" ".join([findings_sheet().what_we_did] * 3),
        cards=(card, card),
        also_seen=tuple(f"something small that we also saw on the left side, number {part}" for part in range(1, 9)),
        overactive=muscles,
        underactive=muscles,
    )
