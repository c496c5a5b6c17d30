"""Letters back to a therapist, of every kind."""

from dataclasses import replace
from datetime import date

from studio.sheets.letter import Fact, LetterRow, LetterSheet
from tests.documents.samples import STUDIO

DAYS = ("3 Nov", "15 Dec", "19 Jan")
CHOICES = ("no change", "limits change, as below", "please call me")
ROWS = (
    LetterRow(name="Knee moves inward", side="left", values=("2", "1", "0"), change="Not seen now (clear)"),
    LetterRow(name="Arms fall forward", side="both", values=("1", "0", "0"), change="Not seen now (likely)"),
    LetterRow(name="Forward lean", side="", values=("2", "1", "1"), change="Likely better"),
    LetterRow(name="Foot turns out", side="left", values=("1", "1", "1"), change="Same", unchanged=True),
    LetterRow(name="Heel rises", side="right", values=("1", "1", "not tested"), change="Cannot compare: not tested"),
)
MEASURES = (
    LetterRow(
        name="Knee-to-wall distance", side="left", values=("6 cm", "7.5 cm", "9.5 cm"), change="+3.5 cm, error 2: real"
    ),
    LetterRow(
        name="Knee-to-wall distance",
        side="right",
        values=("9 cm", "not taken", "10 cm"),
        change="+1 cm, error 2: too small to call",
    ),
)
SYMPTOMS = Fact(
    label="Symptoms", words="3 Nov: left knee 4 of 10 in a test. 15 Dec: none reported. 19 Jan: none reported."
)
PROGRAMME = Fact(
    label="Programme",
    words="Inhibit, lengthen, activate, integrate. 6 drills at home on 4 days a week, 1 session a week in the studio, "
    "plan of 12 weeks from 10 Nov 2026.",
)
ADHERENCE = Fact(label="Adherence", words="31 of 42 home sessions (74 %), ticked by the client.")
LIMITS = Fact(
    label="Your limits",
    words="Left knee: no deeper than 90 degrees under load (Alex Rivera, until 1 Feb 2027). Respected in every sheet "
    "we issued; no override. We ask to change it: see question 1.",
)


def letter(**changed: object) -> LetterSheet:
    """Return the letter after the screen of week 12."""
    sheet = LetterSheet(
        studio=STUDIO,
        recipient="Alex Rivera, PT, DPT · Lakeside Physical Therapy · fax 555-0178",
        coach="Dana Whitfield",
        credentials=("CES no. 114-2207, to 30 Jun 2028", "CPR/AED to 9 Mar 2027"),
        written=date(2027, 1, 20),
        about="M. S. (name on your referral of 28 Oct 2026, our reference 7K3M-9QXP)",
        heading="Movement re-screen at week 12",
        lead="Thank you for referring this client to us, for safe progress to independent exercise.",
        short="of 5 findings, 2 are not seen now, 1 is likely better, 1 is the same and 1 is not compared.",
        days=DAYS,
        findings=ROWS,
        graded="Overhead squat: seen in 0–1 (0), 2–3 (1) or 4–5 (2) of 5 squats. Same rater at each screen.",
        measures=MEASURES,
        facts=(SYMPTOMS, PROGRAMME, ADHERENCE, LIMITS),
        questions=(
            "May the knee bend past 90 degrees under load after 1 February, or does the limit stay?",
            "Is there anything you would like us to watch for, or to stop?",
        ),
        choices=CHOICES,
        note="",
        plan="The 12-week plan ends with this screen. We will write again when we see the client for another one.",
        released="Read and released by Dana Whitfield, Wednesday 20 January 2027.",
        consent="Sent with the client’s signed consent of 3 Nov 2026 (C-12-2). Copy: client, file.",
    )
    return replace(sheet, **changed)  # type: ignore[arg-type]


def first_letter() -> LetterSheet:
    """Return the letter after the first assessment: one column, nothing to compare."""
    return letter(
        written=date(2026, 11, 4),
        heading="First movement screen",
        short="5 findings are graded below.",
        days=DAYS[:1],
        findings=tuple(replace(row, values=row.values[:1], change="", unchanged=False) for row in ROWS),
        graded="Overhead squat: seen in 0–1 (0), 2–3 (1) or 4–5 (2) of 5 squats.",
        measures=tuple(replace(row, values=row.values[:1], change="") for row in MEASURES),
        facts=(Fact(label="Symptoms", words="3 Nov: left knee 4 of 10 in a test."), LIMITS),
        questions=(),
        plan="Re-screen at week 6, from 10 to 22 December 2026; we write within 5 working days of it.",
    )


def sixth_letter() -> LetterSheet:
    """Return the letter after the screen of week 6."""
    return letter(
        written=date(2026, 12, 16),
        heading="Movement re-screen at week 6",
        days=DAYS[:2],
        findings=tuple(replace(row, values=row.values[:2]) for row in ROWS),
        measures=tuple(replace(row, values=row.values[:2]) for row in MEASURES),
        questions=("Is there anything you would like us to watch for, or to stop?",),
        note="The client walks to work again since the end of November.",
        plan="Re-screen at week 12, from 19 to 31 January 2027; we write within 5 working days of it.",
    )


def received_letter() -> LetterSheet:
    """Return the letter that is sent by itself: nothing about health, nobody signs it."""
    return LetterSheet(
        studio=STUDIO,
        recipient="Alex Rivera, PT, DPT · Lakeside Physical Therapy · fax 555-0178",
        written=date(2026, 10, 28),
        about="Your referral of 28 Oct 2026, our reference 7K3M-9QXP",
        heading="Your referral has reached us",
        lead="Thank you for your referral. It is safe with us, and a person reads it.",
        steps=(
            "We ring the person you referred within 1 working day.",
            "With their consent you hear back after the first screen, at week 6 and at week 12.",
        ),
        released="Sent by itself on the day your referral came in.",
    )


def question_letter() -> LetterSheet:
    """Return a question in between: what was said and seen, and what was not done."""
    return letter(
        heading="A question before the next session",
        lead="Thank you for your time. We would like your answer before we go on.",
        short="",
        days=(),
        findings=(),
        graded="",
        measures=(),
        facts=(
            Fact(label="Urgency", words="Before the next session on 25 January"),
            Fact(label="Told us", words="“It clicks when I go down the stairs.” Nothing at rest."),
            Fact(label="We saw", words="Left knee moves inward on the step, 2 of 2. No pain in the test."),
            Fact(label="Not done", words="Step-downs and single-leg squats, until we hear from you."),
            LIMITS,
        ),
        questions=("Do step-downs of 20 cm fit with what you know of this knee?",),
        choices=("yes", "within limits, as below", "not yet", "please call me"),
        plan="",
    )


def long_letter() -> LetterSheet:
    """Return the longest letter the forms allow: a whole battery, long names, every text to its end."""
    words = "and then some more words that take their room on this page "
    rows = tuple(
        LetterRow(
            name=f"Shoulder blade lifts off the ribs, number {number}",
            side="right",
            values=("1", "1", "1") if number % 2 else ("2", "not tested", "1"),
            change="Same" if number % 2 else "Likely better",
            unchanged=bool(number % 2),
        )
        for number in range(1, 25)
    )
    name = "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley"
    return letter(
        recipient=f"{name}, PT, DPT, OCS, FAAOMPT · Saint Bartholomew’s Outpatient Physical Therapy · fax 555-0178",
        coach=name,
        credentials=(*letter().credentials, "CPT no. 88-1203, to 30 Jun 2028", "Insured to 1 Jan 2028"),
        about=f"{name} (your referral of 28 Oct 2026, our reference 7K3M-9QXP)",
        findings=(*ROWS, *rows),
        measures=MEASURES * 5,
        facts=tuple(replace(one, words=f"{one.words} {words * 9}"[:180]) for one in letter().facts),
        questions=tuple(f"Question {number}: {words * 3}"[:140] for number in range(1, 4)),
        note=(words * 6)[:140],
        plan=(words * 6)[:140],
        released=f"Read by {name} and by Dana Whitfield, released by {name}, Wednesday 20 January 2027.",
    )
