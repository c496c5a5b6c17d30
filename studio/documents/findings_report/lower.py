"""Below the cards: the body map beside the plan, and the muscles by name."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.findings_report.maps import BodyMaps
from studio.documents.findings_report.muscles import MuscleLists
from studio.documents.findings_report.plan import PlanChart
from studio.documents.findings_report.setting import Setting
from studio.documents.styles import style
from studio.documents.text import para
from studio.sheets import FindingsSheet

GUTTER = 20.0
LISTS = 5.5
"""How many lines the names of the muscles may take."""


class Lower(Flowable):
    """Map and plan side by side over the lists; without a plan the lists stand beside the map."""

    def __init__(self, sheet: FindingsSheet, setting: Setting) -> None:
        super().__init__()
        size, room = setting.body * 0.93, setting.plan
        self.maps: BodyMaps | None = None
        self.lists: MuscleLists | None = None
        if sheet.overactive or sheet.underactive:
            self.maps = BodyMaps(sheet, size, room)
            most = size * 1.2 * LISTS if sheet.plan else room
            self.lists = MuscleLists(sheet, size, columns=2 if sheet.plan else 1, room=most)
        self.plan = planned(sheet, size, room) if sheet.plan else None
        self.gap = size * 0.5

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 0.0
        self.left = self.maps.width + GUTTER if self.maps else 0.0
        beside = self.plan or self.lists
        if beside:
            self.height = beside.wrap(availWidth - self.left, availHeight)[1]
        if self.maps:
            self.height = max(self.height, self.maps.height)
        self.upper = self.height
        if self.plan and self.lists:
            self.height += self.gap + self.lists.wrap(availWidth, availHeight)[1]
        return availWidth, self.height

    def draw(self) -> None:
        if self.maps:
            self.maps.drawOn(self.canv, 0, self.height - self.maps.height)
        if self.plan and self.lists:
            self.lists.drawOn(self.canv, 0, 0)
        beside = self.plan or self.lists
        if beside:
            beside.drawOn(self.canv, self.left, self.height - beside.height)


def planned(sheet: FindingsSheet, size: float, room: float) -> Stack:
    """Return the chart of the plan over what is done at home."""
    home = home_words(sheet)
    chart = PlanChart(sheet.plan, sheet.rescreen_weeks, sheet.today_week, size * 0.98, room - size * 1.55 * bool(home))
    return Stack([chart, size * 0.3, *([para(home, style(size * 1.03, font=fonts.SEMIBOLD))] if home else [])])


def home_words(sheet: FindingsSheet) -> str:
    """Return “At home: 4 days a week, about 12 to 15 minutes.”"""
    if not sheet.home_days:
        return ""
    minutes = f", about {sheet.home_minutes} minutes" if sheet.home_minutes else ""
    return f"At home: {sheet.home_days} days a week{minutes}."
