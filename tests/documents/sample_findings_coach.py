"""The coach's reading of a believable assessment."""

from studio.sheets import ClaimLine, CoachFindings, FoundLine, MeasuredLine, PatternLine
from tests.documents.samples import findings_sheet

SOURCES = "corrective exercise textbook, 2011; personal training textbook, 2021"


def coach_findings() -> CoachFindings:
    """Return Maria's findings with reasons, sources, measures, a pattern and what nobody tested."""
    return CoachFindings(
        report=findings_sheet(),
        tables="1.1.0",
        found=(
            FoundLine(
                name="Knee moves inward",
                test="Overhead squat",
                graded=(
                    "Left marked: in 4 or 5 of 5 repeats.",
                    "The middle of the knee passes inside the second toe.",
                    "Where sources disagree: one list has the inner hamstrings too.",
                ),
                first="Marked, at the knee.",
            ),
            FoundLine(name="Heel lifts", test="Overhead squat", graded=("Both mild: a sheet of paper fits under.",)),
        ),
        claims=(
            ClaimLine(
                muscles=("Adductor magnus", "Tensor fasciae latae"),
                side="left",
                role="overactive",
                strength="2",
                because=(f"Knee moves inward, left (overhead squat): adds 2, marked, sources agree: {SOURCES}.",),
            ),
            ClaimLine(
                muscles=("Soleus",),
                side="both sides",
                role="overactive",
                strength="1",
                because=(f"Heel lifts, both sides (overhead squat): adds 1, mild, sources agree: {SOURCES}.",),
                note="It tells little: most of what this test can show lists it.",
            ),
        ),
        conflicts=("Gastrocnemius medial, left: the findings point both ways; a measure decides.",),
        measured=(
            MeasuredLine(
                name="Knee-to-wall distance",
                side="left",
                value="6 cm",
                says="Restricted",
                rule="Best of 6, 6, 5.5 cm. Below 10 cm, up to 59 years (our own cut-off)",
            ),
            MeasuredLine(name="Hip internal rotation", side="", value="", says="not tested", rule=""),
        ),
        patterns=(
            PatternLine(
                name="Pronation distortion-type pattern, left",
                grade="likely",
                parts=(
                    ("Speaks for it", "Knee moves inward (overhead squat); Feet turn out (overhead squat)"),
                    ("Not tested", "Arch drops (single-leg squat)"),
                ),
            ),
        ),
        chains=("Left foot turned out may lead to left knee in.",),
        not_judged=("Arch drops, right (overhead squat)",),
        not_done=("Single-leg squat", "Gait observation"),
    )
