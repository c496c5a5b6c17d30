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

STUDIO = StudioCard(
    name="Northside Movement Studio",
    address="12 Mill Street, Springfield",
    phone="555-0142",
    email="hello@northside.example",
    website="northside.example",
)

LINES = (
    HomeLine(
        number=1,
        phase=1,
        phase_word="Loosen",
        why="so your heels can stay down",
        name="Seated calf stick roll",
        dose="1 minute, each leg",
        cues=(
            "Sit tall and let the calf hang loose over the edge of the chair.",
            "Slide the stick slowly from above the heel to two fingers below the knee crease.",
            "When a spot is tender, stop there and breathe out slowly until it softens.",
        ),
        feel_it="dull pressure in the meat of the calf",
        not_this="scrubbing fast up and down",
        too_hard="Press less.",
        position="Seated",
        posture="seated",
        kit=("rolling pin", "chair"),
        use_instead="the heel of your hand.",
        side="both",
        side_words="Each leg",
        minutes=2.3,
        exercise="inh_calf_stick",
    ),
    HomeLine(
        number=2,
        phase=2,
        phase_word="Stretch",
        why="so your ankle can bend more",
        name="Calf stretch at the wall",
        dose="Hold 30 seconds. Do it 2 times, each leg",
        cues=(
            "Point the back foot straight ahead.",
            "Press the back heel down, knee straight.",
            "Lean in until it pulls. It must not hurt.",
        ),
        feel_it="calf of the back leg",
        not_this="back foot turning out",
        too_hard="Step closer to the wall.",
        position="Standing",
        posture="standing",
        kit=("wall",),
        side="both",
        side_words="Each leg",
        minutes=2.3,
        exercise="len_calf_wall",
    ),
    HomeLine(
        number=3,
        phase=2,
        phase_word="Stretch",
        why="so you can stand tall",
        name="Kneeling hip stretch",
        flag="new",
        dose="Hold 30 seconds. Do it 2 times, left side",
        cues=(
            "Kneel on a cushion, other foot in front.",
            "Squeeze the seat muscle on the kneeling side.",
            "Move forward a little, then reach up.",
        ),
        feel_it="front of the hip, kneeling leg",
        not_this="arching the low back",
        too_hard="Keep your hands on your hips.",
        position="Half kneeling",
        posture="half-kneeling",
        kit=("cushion",),
        side="left",
        side_words="Left side",
        minutes=1.3,
        show_first=True,
        exercise="len_half_kneeling",
    ),
    HomeLine(
        number=4,
        phase=3,
        phase_word="Switch on",
        why="so your hips share the work",
        name="Bridge",
        flag="harder",
        flag_note="was 10",
        dose="12 times: up 1, hold 2, down 4 seconds",
        cues=(
            "Feet flat, as wide as your hips.",
            "Press through both heels and lift.",
            "Stop when knees, hips and ribs make a line.",
        ),
        feel_it="seat muscles, both sides",
        not_this="arching the low back at the top",
        too_hard="Lift half as high.",
        too_easy="Cross your arms on your chest.",
        position="On your back",
        posture="supine",
        kit=("mat",),
        minutes=1.7,
        exercise="act_bridge",
    ),
    HomeLine(
        number=5,
        phase=3,
        phase_word="Switch on",
        why="so your knee stays over your foot",
        name="Clam",
        dose="12 times, each side: hold 2 seconds at the top",
        cues=(
            "Lie on your side, knees bent, feet together.",
            "Lift the top knee. Keep your feet touching.",
            "Lower it slowly: count to 4.",
        ),
        feel_it="side of the hip, toward the back",
        not_this="rolling your hips backward",
        too_hard="Put a pillow between your knees.",
        position="On your side",
        posture="side-lying",
        kit=("mat",),
        side="both",
        side_words="Each side",
        minutes=3.1,
        exercise="act_clam",
    ),
    HomeLine(
        number=6,
        phase=4,
        phase_word="Put it together",
        why="so it works when you walk",
        name="One-leg reach",
        flag="new",
        dose="10 times, each leg",
        cues=(
            "Stand on one leg, close to a counter.",
            "Bend that knee a little, over your second toe.",
            "Reach the other foot to the side and come back.",
        ),
        feel_it="side of the hip you stand on",
        not_this="the knee moving in",
        too_hard="Keep one hand on the counter.",
        position="Standing",
        posture="standing",
        kit=("counter",),
        side="both",
        side_words="Each leg",
        minutes=2.5,
        exercise="int_reach",
    ),
    HomeLine(
        number=7,
        phase=3,
        phase_word="Switch on",
        why="so your trunk stays still",
        name="Bird dog",
        dose="8 times, each side, slowly",
        cues=("Hands under shoulders, knees under hips.", "Reach one arm and the other leg.", "Keep your back flat."),
        feel_it="seat muscle and between the shoulder blades",
        not_this="letting the low back sag",
        too_hard="Move only the leg.",
        position="Hands and knees",
        posture="quadruped",
        kit=("mat",),
        side="both",
        side_words="Each side",
        minutes=2.0,
        exercise="act_bird_dog",
    ),
    HomeLine(
        number=8,
        phase=3,
        phase_word="Switch on",
        why="so your shoulders sit lower",
        name="Face-down arm lift",
        dose="10 times, hold 2 seconds",
        cues=("Lie face down, forehead on a towel.", "Lift both hands a little.", "Let your neck stay long."),
        feel_it="between the shoulder blades",
        not_this="shrugging",
        too_hard="Lift one hand at a time.",
        position="On your front",
        posture="prone",
        kit=("mat", "small towel"),
        minutes=1.0,
        exercise="act_prone",
    ),
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
            MuscleNote(name="Inner thigh", side="left"),
            MuscleNote(name="Outer calf", side="both"),
            MuscleNote(name="Deep calf", side="both"),
            MuscleNote(name="Front of the hip", side="both"),
            MuscleNote(name="Outer hip (TFL)", side="left"),
        ),
        underactive=(
            MuscleNote(name="Side of the hip", side="left"),
            MuscleNote(name="Seat muscle", side="both"),
            MuscleNote(name="Front shin", side="both"),
            MuscleNote(name="Inner quad", side="left"),
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
    muscles = tuple(MuscleNote(name=f"Deep rotators of the hip, part {part}", side="both") for part in range(1, 13))
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
