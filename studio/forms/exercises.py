"""Searching the exercise library: words, phase, muscle, what is at hand."""

from typing import Any, cast

from flask import request
from wtforms import BooleanField, SelectField, StringField

from ..ces.exercises import PHASES, Exercise, Phase
from ..ces.library import search
from ..models.tables import in_use
from .base import Form

ANY = ""
HOUSEHOLD = "household"
LONGEST = 80


class SearchForm(Form):
    """A search sent by GET, so that its address can be kept; what it does not know it leaves out."""

    class Meta(Form.Meta):
        csrf = False

    q = StringField("Search the library", render_kw={"maxlength": LONGEST})
    phase = SelectField("Phase", choices={ANY: "Any phase"} | {key: key.capitalize() for key in PHASES})
    muscle = SelectField("Muscle")
    kit = SelectField("Kit")
    home = BooleanField("For home")

    def __init__(self) -> None:
        super().__init__(formdata=request.args)
        self.muscle.choices = {ANY: "Any muscle"} | _muscles()
        self.kit.choices = {ANY: "Any kit", HOUSEHOLD: "Household things only"} | _kit()

    def found(self) -> list[Exercise]:
        """The drills found, best first."""
        cat = in_use()
        phase = cast(Phase, self.phase.data) if self.phase.data in PHASES else None
        muscle = self.muscle.data if self.muscle.data in {*cat.muscles, *cat.groups} else None
        text = (self.q.data or "")[:LONGEST]
        drills = search(cat, text, phase, muscle, self._equipment())
        return [drill for drill in drills if drill.home_suitable or not self.home.data]

    def _equipment(self) -> frozenset[str] | None:
        if self.kit.data == HOUSEHOLD:
            return frozenset()
        return frozenset((self.kit.data,)) if self.kit.data in in_use().equipment else None

    def address(self, **changes: Any) -> dict[str, Any]:
        """The values of this search for `url_for`, without the empty ones."""
        values = {"q": self.q.data, "phase": self.phase.data, "muscle": self.muscle.data, "kit": self.kit.data}
        values["home"] = "y" if self.home.data else ""
        return {name: value for name, value in (values | changes).items() if value}


def _muscles() -> dict[str, str]:
    cat = in_use()
    aimed_at = {target for drill in cat.exercises.values() for target in drill.targets}
    names = [muscle for muscle in (*cat.muscles, *cat.groups) if aimed_at & {muscle, *cat.members(muscle)}]
    return {name: cat.muscle_label(name) for name in sorted(names, key=lambda name: cat.muscle_label(name).casefold())}


def _kit() -> dict[str, str]:
    items = in_use().equipment.values()
    return {item.id: f"With {item.label}" for item in items if not item.always and item.id != "coach"}
