"""All rules of safety together."""

from dataclasses import dataclass

from studio.ces.questions import Activity, Question
from studio.ces.rules import IntakeItem, PainRule, PressureRow, RedFlag, YellowRules


@dataclass(frozen=True, slots=True)
class ByRegion:
    """The red flags to ask for when one of these regions hurts."""

    name: str
    regions: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SafetyRules:
    """All of it; `levels` and `states` from the most urgent down, with what they mean."""

    levels: dict[str, str]
    states: dict[str, str]
    valid_months: int
    red_flags: dict[str, RedFlag]
    stop_test_if: tuple[str, ...]
    pain: dict[str, PainRule]
    questions: dict[str, Question]
    activity: Activity
    by_region: tuple[ByRegion, ...]
    pressure: tuple[PressureRow, ...]
    yellow: YellowRules
    intake: dict[str, IntakeItem]

    def known_answer(self, item: str) -> bool:
        """Is this a question, one of its choices ("screen_1.heart") or the follow-up on being active?"""
        question, _, choice = item.partition(".")
        if item == self.activity.id:
            return True
        return question in self.questions and (not choice or choice in self.questions[question].choices)
