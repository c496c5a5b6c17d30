"""Below the cards: muscle lists in a third of the width, the plan in the rest."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.findings_report.muscles import MuscleLists
from studio.documents.findings_report.plan import PlanChart
from studio.documents.findings_report.setting import Setting
from studio.documents.styles import style
from studio.documents.text import para
from studio.sheets import FindingsSheet


class Lower(Flowable):
    """Muscle lists and plan; either takes the whole width alone."""

    def __init__(self, sheet: FindingsSheet, setting: Setting) -> None:
        super().__init__()
        has_muscles = bool(sheet.overactive or sheet.underactive)
        size, room = setting.body * 0.93, setting.plan
        self.muscles = MuscleLists(sheet, size, columns=1 if sheet.plan else 2, room=room) if has_muscles else None
        self.plan: Stack | None = None
        if sheet.plan:
            home = home_words(sheet)
            chart = PlanChart(
                sheet.plan, sheet.rescreen_weeks, sheet.today_week, size * 0.98, room - size * 1.5 * bool(home)
            )
            words = [para(home, style(size * 1.03, font=fonts.SEMIBOLD))] if home else []
            self.plan = Stack([chart, size * 0.3, *words])

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.plan_left = availWidth * 0.36 if self.muscles else 0.0
        muscles = (
            self.muscles.wrap(self.plan_left - 20 if self.plan else availWidth, availHeight)[1] if self.muscles else 0.0
        )
        plan = self.plan.wrap(availWidth - self.plan_left, availHeight)[1] if self.plan else 0.0
        self.height = max(muscles, plan)
        return availWidth, self.height

    def draw(self) -> None:
        if self.muscles:
            self.muscles.drawOn(self.canv, 0, self.height - self.muscles.height)
        if self.plan:
            self.plan.drawOn(self.canv, self.plan_left, self.height - self.plan.height)


def home_words(sheet: FindingsSheet) -> str:
    """Return “At home: 4 days a week, about 12 to 15 minutes.”"""
    if not sheet.home_days:
        return ""
    minutes = f", about {sheet.home_minutes} minutes" if sheet.home_minutes else ""
    return f"At home: {sheet.home_days} days a week{minutes}."
