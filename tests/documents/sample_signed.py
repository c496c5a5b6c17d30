"""A signed consent and a letter to a clinician."""

from dataclasses import replace
from datetime import date

from studio import texts
from studio.sheets import ConsentSheet, Paper
from studio.sheets.consent import Part, Stroke, Tick
from studio.sheets.refer_out import ReferOutSheet
from tests.documents.samples import STUDIO

SHIPPED = texts.shipped("consent")
FACTS = {"studio": "Northside Movement Studio", "emergency": "112", "contact": "us", "address": "12 Mill Street"}


def consent_sheet(*, paper: Paper = "A4", **changed: object) -> ConsentSheet:
    """Return a consent with the shipped text, signed by hand."""
    parts = texts.sections(texts.filled(SHIPPED.body, FACTS))
    sheet = ConsentSheet(
        studio=STUDIO,
        client="Oluwaseun Adébáyò-Whitcombe",
        title=SHIPPED.title,
        text_version=3,
        parts=tuple(Part(title=one.title, paragraphs=one.paragraphs) for one in parts),
        ticks=tuple(Tick(words=one.words, note=one.note, given=one.needed) for one in texts.purposes()),
        signer="Oluwaseun Adébáyò-Whitcombe",
        signed=date(2026, 11, 3),
        signed_time="14:02",
        taken_by="Dana Whitfield",
        strokes=(Stroke(points=(40, 120, 60, 60, 90, 130, 140, 70)), Stroke(points=(500, 90))),
        paper=paper,
    )
    return replace(sheet, **changed)  # type: ignore[arg-type]


def long_consent_sheet() -> ConsentSheet:
    """Return a consent with a text of many pages, signed by a guardian who typed the name."""
    long = tuple(Part(title=f"Part {n}", paragraphs=(f"Sentence {n} goes on and on. " * 40,)) for n in range(20))
    return consent_sheet(parts=long, guardian=True, signer="Temi Whitcombe", strokes=())


def refer_out_sheet(**changed: object) -> ReferOutSheet:
    """Return a letter about a knee that hurt in a test."""
    sheet = ReferOutSheet(
        studio=STUDIO,
        urgency="Please see within 1–2 weeks",
        written=date(2026, 11, 22),
        time="14:05",
        client="Maria Smith",
        birth_date="1969",
        client_contact="555-0101",
        coach="Dana Whitfield",
        coach_credential="Corrective Exercise Specialist",
        recipient="Alex Rivera, PT",
        contact="John Smith, 555-0190",
        why=("Discomfort in the left knee during a test (6 of 10): that test stops.",),
        flags=("Yes to: Does it wake you and nothing eases it? (rf_night)",),
        reported="It started in May after a long walk downhill.",
        observed="Overhead squat stopped at the third repetition, 6 of 10, left knee.",
        not_done="Single-leg squat and gait.",
        measurements="Blood pressure 138/86 at rest",
        known="blood thinner",
        advice="To have it looked at by a licensed clinician.",
        accepted="accepted",
        regions="knee",
        version=2,
    )
    return replace(sheet, **changed)  # type: ignore[arg-type]
