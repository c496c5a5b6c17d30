"""The readiness questions as a form, made from the catalogue: a yes or no each, with what is asked after a yes."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import Optional

from ..ces.catalogue import Catalogue
from ..ces.questions import Group, Question
from ..models.readiness import ReadinessForm
from ..models.tables import in_use
from .base import Form
from .fields import Several
from .validators import AtMost, Between

SIDES = {"left": "Left", "right": "Right", "both": "Both"}
AREAS = 3
LONG = 80


class QuestionsForm(Form):
    """The whole page; the fields of the questions are added by `questions_form`."""

    words = TextAreaField("Anything else we should know?", [AtMost(1000)])

    def validate(self, extra_validators: Any = None) -> bool:
        """Every question needs its yes or no, and every yes its details."""
        fine: bool = super().validate(extra_validators)
        for number, question in enumerate(in_use().safety.questions.values(), start=1):
            for name, problem in self._missing(question, number):
                self[name].errors = [*self[name].errors, problem]
                fine = False
        return fine

    def _missing(self, question: Question, number: int) -> Iterator[tuple[str, str]]:
        given = self[question.id].data
        if given not in ("yes", "no"):
            yield question.id, f"Answer question {number} with {question.yes_word} or {question.no_word}"
        if given != "yes":
            return
        if question.areas:
            yield from self._sides(question, number)
        if question.areas == "each":
            if not self[f"{question.id}-1-region"].data:
                yield f"{question.id}-1-region", f"Question {number}: choose the area of the body"
            for area in range(1, AREAS + 1):
                if self[f"{question.id}-{area}-region"].data and not self[_name(question, 0, area)].data:
                    yield _name(question, 0, area), f"Question {number}: choose what fits"
            return
        said = self.said(question)
        for place, group in _groups(question):
            asked = not group.after or said.intersection(group.after)
            optional = group.kind == "many" and place > 0
            if asked and not optional and said.isdisjoint(choice.id for choice in group.choices):
                yield _name(question, place), f"Question {number}: choose what fits"
        if question.areas == "named" and "spoken" in said and not self[f"{question.id}-1-region"].data:
            yield f"{question.id}-1-region", f"Question {number}: choose the area of the body"

    def _sides(self, question: Question, number: int) -> Iterator[tuple[str, str]]:
        regions = in_use().regions
        for area in range(1, AREAS + 1):
            region = regions.get(self[f"{question.id}-{area}-region"].data or "")
            side = f"{question.id}-{area}-side"
            if region and not region.midline and not self[side].data:
                yield side, f"Question {number}: choose the side of the {region.label}"

    def said(self, question: Question, area: int | None = None) -> set[str]:
        """The choices ticked for a question, or for one of its areas."""
        found: set[str] = set()
        for place, group in _groups(question):
            data = self[_name(question, place, area)].data
            found.update([data] if group.kind == "one" and data else data or [])
        return found

    def values(self) -> dict[str, Any]:
        """What was typed, as the row keeps it; details of a no are dropped, and of groups that are not asked."""
        answers: dict[str, bool] = {}
        areas: list[dict[str, Any]] = []
        for question in in_use().safety.questions.values():
            given = self[question.id].data
            if given not in ("yes", "no"):
                continue
            answers[question.id] = given == "yes"
            if given == "no":
                continue
            if question.areas != "each":
                answers |= {f"{question.id}.{one}": True for one in sorted(_asked(question, self.said(question)))}
            areas += self._areas(question)
        return {"answers": answers, "areas": areas, "words": self.words.data or ""}

    def _areas(self, question: Question) -> Iterator[dict[str, Any]]:
        if not question.areas:
            return
        cat = in_use()
        for area in range(1, AREAS + 1):
            region = self[f"{question.id}-{area}-region"].data
            if not region or region not in cat.regions:
                continue
            side = None if cat.regions[region].midline else self[f"{question.id}-{area}-side"].data or None
            row: dict[str, Any] = {"about": question.id, "region": region, "side": side}
            if question.areas == "each":
                row["said"] = sorted(_asked(question, self.said(question, area)))
            if question.id == "screen_10":
                row |= {name: self[f"{question.id}-{area}-{name}"].data for name in ("intensity", "since", "trigger")}
            yield row


def questions_form(form: ReadinessForm | None) -> QuestionsForm:
    """The form with what has been typed so far."""
    kind = _kind(in_use().version)
    return kind(data=_typed(form, in_use()) if form else None)


def _groups(question: Question) -> Iterable[tuple[int, Group]]:
    """The follow-ups that are asked, each with its place."""
    return enumerate(group for group in question.groups if not group.recorded)


def _name(question: Question, place: int, area: int | None = None) -> str:
    return f"{question.id}-g{place}" if area is None else f"{question.id}-{area}-g{place}"


@lru_cache(maxsize=2)
def _kind(tables: str) -> type[QuestionsForm]:
    cat = in_use()
    fields: dict[str, Any] = {}
    for question in cat.safety.questions.values():
        fields[question.id] = RadioField(
            question.text,
            [Optional()],
            choices={"yes": question.yes_word, "no": question.no_word},
            validate_choice=False,
        )
        if question.areas != "each":
            fields |= {_name(question, place): _group(group) for place, group in _groups(question)}
        if question.areas:
            for area in range(1, AREAS + 1):
                fields |= _area(question, area, cat)
    return type("Questions", (QuestionsForm,), fields)


def _group(group: Group) -> Any:
    choices = {choice.id: choice.text for choice in group.choices}
    if group.kind == "one":
        return RadioField(group.ask, [Optional()], choices=choices, validate_choice=False)
    return Several(group.ask, choices)


def _area(question: Question, area: int, cat: Catalogue) -> dict[str, Any]:
    name = f"{question.id}-{area}"
    regions = {"": "Choose"} | {region.id: region.label.capitalize() for region in cat.regions.values()}
    fields: dict[str, Any] = {
        f"{name}-region": SelectField("Where?", [Optional()], choices=regions, validate_choice=False),
        f"{name}-side": RadioField("Which side?", [Optional()], choices=SIDES, validate_choice=False),
    }
    if question.areas == "each":
        fields |= {_name(question, place, area): _group(group) for place, group in _groups(question)}
    if question.id == "screen_10":
        fields[f"{name}-intensity"] = IntegerField("How strong, 0 to 10?", [Optional(), Between(0, 10)])
        fields[f"{name}-since"] = StringField("Since when?", [AtMost(LONG)])
        fields[f"{name}-trigger"] = StringField("What sets it off?", [AtMost(LONG)])
    return fields


def _asked(question: Question, said: set[str]) -> set[str]:
    """Without the choices of groups that do not show for these answers."""
    hidden = {
        choice.id
        for group in question.groups
        if group.after and said.isdisjoint(group.after)
        for choice in group.choices
    }
    return said - hidden


def _typed(form: ReadinessForm, cat: Catalogue) -> dict[str, Any]:
    """The row as the form's data."""
    data: dict[str, Any] = {"words": form.words}
    for question in cat.safety.questions.values():
        if question.id in form.answers:
            data[question.id] = "yes" if form.answers[question.id] else "no"
        said = {one for one in question.choices if form.answers.get(f"{question.id}.{one}")}
        _choose(data, question, said, None)
        rows = [one for one in form.areas if one["about"] == question.id][:AREAS]
        for area, row in enumerate(rows, start=1):
            name = f"{question.id}-{area}"
            data |= {f"{name}-{key}": row.get(key) for key in ("region", "side", "intensity", "since", "trigger")}
            _choose(data, question, set(row.get("said", ())), area)
    return data


def _choose(data: dict[str, Any], question: Question, said: set[str], area: int | None) -> None:
    for place, group in _groups(question):
        chosen = [choice.id for choice in group.choices if choice.id in said]
        data[_name(question, place, area)] = (chosen[0] if chosen else None) if group.kind == "one" else chosen
