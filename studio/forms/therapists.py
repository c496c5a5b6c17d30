"""A therapist's record, and what narrows the directory."""

from collections.abc import Iterable
from typing import Any, Self

from flask import request
from wtforms import HiddenField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.validators import Optional

from .. import phones
from ..models.clients import plain
from ..models.studios import the_studio
from ..models.therapist_lists import SHOWS, Narrowed, professions
from ..models.therapist_words import WAYS
from ..models.therapists import Therapist, Way
from ..numbers import whole
from .base import Form
from .fields import Choice, email_field, name_field, phone_field
from .programmes import Day
from .validators import AtMost, HasLetters

LONGEST = 80


class TherapistForm(Form):
    """Who they are and how they like to hear back: a name is enough."""

    name = name_field("Name", "the therapist's name")
    profession = StringField("Profession", [AtMost(80)], render_kw={"list": "known"})
    licence = StringField("Licence number", [AtMost(60)])
    clinic = StringField("Clinic", [AtMost(120)])
    address = TextAreaField("Address", [AtMost(300)])
    phone = phone_field("Phone")
    fax = phone_field("Fax")
    email = email_field("E-mail")
    prefers = Choice("Letters by", {way.value: words for way, words in WAYS.items()}, thing="a way", default="mail")
    note = TextAreaField("Note", [AtMost(2000)], description="For the team, never printed or sent")
    next_step = StringField("Next step", [AtMost(200)], description="Such as: call about a lunch talk")
    next_on = Day("On", [Optional()])
    revision = HiddenField(default="1")
    confirmed = HiddenField()

    def validate_name(self, field: Any) -> None:
        HasLetters("the therapist's name")(self, field)

    def validate_next_step(self, field: Any) -> None:
        if self.next_on.data and not field.data:
            raise ValidationError("Enter what is to be done on that day")

    def values(self) -> dict[str, Any]:
        """The answers as columns of a therapist."""
        texts = ("profession", "licence", "clinic", "address", "phone", "fax", "email", "note", "next_step")
        values = {name: self[name].data or "" for name in texts}
        return values | {"name": self.name.data, "prefers": Way(self.prefers.data), "next_on": self.next_on.data}

    @classmethod
    def of(cls, therapist: Therapist) -> Self:
        """The form filled with what the record says; what a request sends takes its place."""
        columns = {name: getattr(therapist, name) for name in therapist.values()}
        return cls(data=_boxes(columns) | {"revision": str(therapist.revision)})

    def merge(self, therapist: Therapist, before: dict[str, Any]) -> list[str]:
        """Take over what somebody else saved since, except where this person typed something else.

        `before` is what the record said when the boxes were filled. Returns the columns in which both differ from it.
        """
        now, mine = therapist.values(), {column: plain(value) for column, value in self.values().items()}
        theirs = [column for column in mine if now[column] != before.get(column)]
        untouched = [column for column in theirs if mine[column] == before.get(column)]
        self._fill(self.values() | {column: getattr(therapist, column) for column in untouched})
        self.revision.data = str(therapist.revision)
        return [column for column in theirs if column not in untouched]

    def confirm(self, ids: Iterable[int]) -> None:
        """Show the answers once more, and remember that these records were shown beside them."""
        self._fill(self.values())
        self.confirmed.data = ",".join(map(str, sorted(self.confirmed_ids | {*ids})))

    def _fill(self, columns: dict[str, Any]) -> None:
        for name, value in _boxes(columns).items():
            self[name].data = value
        self.next_on.raw_data = None

    @property
    def seen(self) -> int:
        """The revision the boxes were filled from."""
        return whole(self.revision.data or "") or 0

    @property
    def confirmed_ids(self) -> set[int]:
        """Records that were looked at and found to be somebody else."""
        return {id for part in (self.confirmed.data or "").split(",") if (id := whole(part))}


class DirectoryForm(Form):
    """A search sent by GET, so that its address can be kept; what it does not know it leaves out."""

    class Meta(Form.Meta):
        csrf = False

    words = StringField("Name, clinic, phone or e-mail", render_kw={"maxlength": LONGEST, "type": "search"})
    show = SelectField("Show", choices=SHOWS)
    profession = SelectField("Profession")

    def __init__(self) -> None:
        super().__init__(formdata=request.args)
        self.profession.choices = {"": "Any profession"} | {one: one for one in professions()}

    @property
    def narrowed(self) -> Narrowed:
        show = self.show.data if self.show.data in SHOWS else ""
        return Narrowed((self.words.data or "")[:LONGEST], show, (self.profession.data or "")[:LONGEST])


def _boxes(columns: dict[str, Any]) -> dict[str, Any]:
    """Columns of a therapist as the boxes hold them."""
    studio = the_studio()
    numbers = {
        name: phones.written(columns[name], studio.country if studio else "")
        for name in ("phone", "fax")
        if columns.get(name)
    }
    return columns | numbers | {"prefers": columns["prefers"].value}
