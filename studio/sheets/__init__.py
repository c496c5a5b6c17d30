"""Frozen values that a page and a paper share, so that screen and print cannot differ.

Plain Python only: strings, numbers, dates and tuples of them. Models build these values, templates and
`studio.documents` show them. Everything in them is already in the reader's words.
"""

from studio.sheets.coach import CoachLine, CoachSheet
from studio.sheets.comparison import (
    Cell,
    Checkpoint,
    ComparisonSheet,
    Look,
    MeasureLine,
    Occasion,
    Reading,
    RowLine,
    Said,
    ScoreLine,
    ScorePoint,
)
from studio.sheets.consent import ConsentSheet
from studio.sheets.dates import day, day_and_month, long_day, weekday_names
from studio.sheets.findings import FindingsSheet, MuscleNote, PainStop, PlanBlock, PriorityCard
from studio.sheets.findings_coach import ClaimLine, CoachFindings, FoundLine, MeasuredLine, PatternLine
from studio.sheets.home import Changes, HomeLine, HomeSheet, usual_size
from studio.sheets.safety import StopLine, stop_rule, what_this_is_not
from studio.sheets.shared import Logo, Paper, Photo, Pictured, PrintSize, Side, StudioCard
from studio.sheets.warm_up import WarmUpCard, WarmUpLine, WarmUpPhase

__all__ = [
    "Cell",
    "Changes",
    "Checkpoint",
    "ClaimLine",
    "CoachFindings",
    "CoachLine",
    "CoachSheet",
    "ComparisonSheet",
    "ConsentSheet",
    "FindingsSheet",
    "FoundLine",
    "HomeLine",
    "HomeSheet",
    "Logo",
    "Look",
    "MeasureLine",
    "MeasuredLine",
    "MuscleNote",
    "Occasion",
    "PainStop",
    "Paper",
    "PatternLine",
    "Photo",
    "Pictured",
    "PlanBlock",
    "PrintSize",
    "PriorityCard",
    "Reading",
    "RowLine",
    "Said",
    "ScoreLine",
    "ScorePoint",
    "Side",
    "StopLine",
    "StudioCard",
    "WarmUpCard",
    "WarmUpLine",
    "WarmUpPhase",
    "day",
    "day_and_month",
    "long_day",
    "stop_rule",
    "usual_size",
    "weekday_names",
    "what_this_is_not",
]
