"""How the weeks of a plan are laid out, and what is said and decided after a re-screen."""

from typing import Any, Literal, cast

from wtforms import BooleanField, IntegerField, RadioField, StringField, ValidationError
from wtforms.validators import Optional

from ..ces.decisions import Then
from ..models.fields import UNRATED
from ..models.programmes import Programme
from ..models.rescreens import Said
from ..models.tables import in_use
from ..operations.plans import Layout
from .base import Form
from .fields import Choice
from .readiness import SIDES
from .said import regions
from .validators import AtMost, Between, Needed

BY_REASONS = ""
WEEKS = {BY_REASONS: "By the rules", "12": "12", "16": "16"}
SESSIONS = {"1": "1", "2": "2"}
MINUTES = {"30": "30", "45": "45", "60": "60"}


class LayoutForm(Form):
    """Weeks, studio sessions a week, minutes a session."""

    weeks = RadioField("How many weeks", choices=WEEKS, validate_choice=False)
    sessions = RadioField("Studio sessions a week", choices=SESSIONS, validate_choice=False)
    minutes = RadioField("Minutes a session", choices=MINUTES, validate_choice=False)

    @classmethod
    def of(cls, programme: Programme) -> "LayoutForm":
        """The form as the programme stands."""
        return cls(
            formdata=None,
            weeks=str(programme.weeks) if programme.weeks_by_id else BY_REASONS,
            sessions=str(programme.sessions_per_week),
            minutes=str(programme.session_minutes),
        )

    def validate_weeks(self, field: Any) -> None:
        if field.data not in WEEKS:
            raise ValidationError("Choose 12 or 16 weeks, or follow the reasons")

    def validate_sessions(self, field: Any) -> None:
        if field.data not in SESSIONS:
            raise ValidationError("Choose 1 or 2 sessions a week")

    def validate_minutes(self, field: Any) -> None:
        if field.data not in MINUTES:
            raise ValidationError("Choose 30, 45 or 60 minutes")

    @property
    def layout(self) -> Layout:
        weeks = cast(Literal[12, 16], int(self.weeks.data)) if self.weeks.data else None
        return Layout(weeks, int(self.sessions.data or 1), int(self.minutes.data or 60))


class SaidForm(Form):
    """How the weeks since the last screen went; made for the findings of one programme by `said_form`."""

    done = IntegerField("Home sessions done", [Needed("the home sessions done")], render_kw={"inputmode": "numeric"})
    planned = IntegerField(
        "of those planned", [Needed("the home sessions planned")], render_kw={"inputmode": "numeric"}
    )
    sore_after = BooleanField("New discomfort lasted over 24 hours after sessions, twice running")
    sore_region = Choice("Where?", lambda: [("", "Choose"), *regions()], thing="the area", default="")
    sore_side = RadioField("Which side?", choices=SIDES, validate_choice=False)
    sore_rating = IntegerField("How strong, 1 to 10?", [Optional(), Between(1, 10)], render_kw={"inputmode": "numeric"})

    findings: tuple[str, ...] = ()

    def validate_done(self, field: Any) -> None:
        if field.data is not None and not 0 <= field.data <= 200:
            raise ValidationError("Enter a number from 0 to 200")

    def validate_planned(self, field: Any) -> None:
        if field.data is not None and not 1 <= field.data <= 200:
            raise ValidationError("Enter a number from 1 to 200")
        if field.data and (self.done.data or 0) > field.data:
            raise ValidationError("More were done than planned. Enter the number planned, or a smaller number done")

    def validate_sore_region(self, field: Any) -> None:
        if self.sore_after.data and not field.data:
            raise ValidationError("Choose the area in which the discomfort lasted")

    def validate_sore_side(self, field: Any) -> None:
        region = in_use().regions.get(self.sore_region.data or "")
        if self.sore_after.data and region and not region.midline and field.data not in SIDES:
            raise ValidationError("Choose the side on which the discomfort lasted")

    @property
    def _sore(self) -> str:
        region = in_use().regions.get(self.sore_region.data or "")
        if not self.sore_after.data or region is None:
            return ""
        side = "" if region.midline else self.sore_side.data
        rating = UNRATED if self.sore_rating.data is None else self.sore_rating.data
        return f"{region.id}.{side}.{rating}"

    @property
    def said(self) -> Said:
        rows = list(enumerate(self.findings))
        return Said(
            done=self.done.data or 0,
            planned=self.planned.data or 1,
            not_clean=frozenset(one for n, one in rows if not self[f"clean_{n}"].data),
            reached=frozenset(one for n, one in rows if self[f"reached_{n}"].data),
            sore=self._sore,
        )

    def about(self, finding: int) -> tuple[Any, Any]:
        """The two questions about one finding."""
        return self[f"clean_{finding}"], self[f"reached_{finding}"]


def said_form(findings: tuple[str, ...], **values: Any) -> SaidForm:
    """The form for these findings; with `values` as they stand, or as it was sent."""
    boxes: dict[str, Any] = {"findings": findings}
    for n, _ in enumerate(findings):
        boxes[f"clean_{n}"] = BooleanField("Technique is clean at this level")
        boxes[f"reached_{n}"] = BooleanField("The goal is reached")
    form: SaidForm = type("SaidFormOf", (SaidForm,), boxes)(**values)
    return form


class DecisionForm(Form):
    """Another step than the proposed one, or none; both with a reason."""

    chosen = Choice(
        "Another step", lambda: [("", "None of them: refuse"), *_steps()], thing="a step", validators=[Optional()]
    )
    why = StringField("Why", [Needed("the reason"), AtMost(300)])

    @property
    def then(self) -> Then | None:
        return cast(Then, self.chosen.data) if self.chosen.data else None


def _steps() -> list[tuple[str, str]]:
    """The steps a coach may choose, each once; one more set on a side goes beside any of them."""
    rules = {rule.then: rule for rule in in_use().decisions.rules.values() if rule.then != "bias"}
    return [(then, rule.words[:1].upper() + rule.words[1:]) for then, rule in rules.items()]
