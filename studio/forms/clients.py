"""A client's record. The front desk keeps the contact part; what bears on training is the coach's."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from wtforms import HiddenField, TextAreaField

from .. import countries, phones
from ..models.client_words import GOALS, SEXES, home_equipment
from ..models.clients import Client, Sex, plain
from ..models.studios import the_studio
from ..numbers import whole
from ..operations.users import team
from .base import Form
from .fields import Choice, Several, ThreePartDate, email_field, name_field, phone_field
from .validators import AtMost, HasLetters, InThePast

SIZES = [("", "Automatic"), ("12", "12 pt"), ("14", "14 pt"), ("18", "18 pt")]
YES_NO = [("yes", "Yes"), ("no", "No")]


class ContactForm(Form):
    """Who they are and how to reach them: a name with a phone or an address is enough."""

    name = name_field("Name", "the client's name")
    phone = phone_field("Phone")
    email = email_field("E-mail")
    birth_date = ThreePartDate("Birth date", [InThePast()])
    language = Choice("Preferred language", lambda: countries.languages(), thing="a language", default="en")
    sheet_size = Choice("Print of the home sheet", SIZES, thing="a size", default="")
    coach = Choice("Coach", lambda: _coaches(), thing="a coach", default="")
    revision = HiddenField(default="1")
    confirmed = HiddenField()

    def validate_name(self, field: Any) -> None:
        HasLetters("the client's name")(self, field)

    def values(self) -> dict[str, Any]:
        """The answers as columns of a client."""
        return {
            "name": self.name.data,
            "phone": self.phone.data or "",
            "email": self.email.data or "",
            "birth_date": self.birth_date.data,
            "language": self.language.data,
            "sheet_size": int(self.sheet_size.data) if self.sheet_size.data else None,
            "coach_id": int(self.coach.data) if self.coach.data else None,
        }

    @classmethod
    def of(cls, client: Client) -> Self:
        """The form filled with what the record says; what a request sends takes its place."""
        return cls(data=_boxes(client.values()) | {"revision": str(client.revision)})

    def merge(self, client: Client, before: dict[str, Any]) -> list[str]:
        """Take over what somebody else saved since, except where this person typed something else.

        `before` is what the record said when the boxes were filled. Returns the columns in which both differ from it.
        """
        now, mine = client.values(), {column: plain(value) for column, value in self.values().items()}
        theirs = [column for column in mine if now[column] != before.get(column)]
        untouched = [column for column in theirs if mine[column] == before.get(column)]
        self._fill({"phone": mine["phone"]} | {column: now[column] for column in untouched})
        self.revision.data = str(client.revision)
        return [column for column in theirs if column not in untouched]

    def confirm(self, ids: Iterable[int]) -> None:
        """Show the answers once more, and remember that these records were shown beside them."""
        self._fill({"phone": self.phone.data})
        self.confirmed.data = ",".join(map(str, sorted(self.confirmed_ids | {*ids})))

    def _fill(self, columns: dict[str, Any]) -> None:
        for name, value in _boxes(columns).items():
            if name in self:
                self[name].data = value
        if "birth_date" in columns:
            self.birth_date.typed = None

    @property
    def seen(self) -> int:
        """The revision the boxes were filled from."""
        return whole(self.revision.data or "") or 0

    @property
    def confirmed_ids(self) -> set[int]:
        """Records that were looked at and found to be somebody else."""
        return {id for part in (self.confirmed.data or "").split(",") if (id := whole(part))}


class ClientForm(ContactForm):
    """The whole record."""

    sex = Choice(
        "Sex",
        [("", "Not given"), *SEXES.items()],
        thing="one",
        default="",
        description="Norms of some measures differ by sex; nothing else uses it",
    )
    equipment = Several("Equipment at home", lambda: home_equipment())
    floor_transfer = Choice(
        "Can get down to the floor and up again",
        YES_NO,
        thing="yes or no",
        default="yes",
        description="Without it no exercise on the floor is chosen",
    )
    goal = Choice("Wants to do better", [("", "Nothing chosen"), *GOALS.items()], thing="a goal", default="")
    note = TextAreaField("Note", [AtMost(2000)], description="For the team, never printed")

    def values(self) -> dict[str, Any]:
        return super().values() | {
            "sex": Sex(self.sex.data) if self.sex.data else None,
            "equipment": sorted(self.equipment.data or []),
            "floor_transfer": self.floor_transfer.data == "yes",
            "goal": self.goal.data or "",
            "note": self.note.data or "",
        }


def _boxes(columns: dict[str, Any]) -> dict[str, Any]:
    """Plain columns (see `Client.values`) as the boxes hold them."""
    studio = the_studio()
    boxes = dict(columns)
    if boxes.get("phone"):
        boxes["phone"] = phones.written(boxes["phone"], studio.country if studio else "")
    if boxes.get("birth_date"):
        boxes["birth_date"] = date.fromisoformat(boxes["birth_date"])
    if "coach_id" in boxes:
        boxes["coach"] = str(boxes.pop("coach_id") or "")
    if "floor_transfer" in boxes:
        boxes["floor_transfer"] = "yes" if boxes["floor_transfer"] else "no"
    for name in {"sheet_size", "sex"} & {*boxes}:
        boxes[name] = str(boxes[name] or "")
    return boxes


def _coaches() -> list[tuple[str, str]]:
    """A record keeps its coach when they leave, or turn to the front desk."""
    return [("", "Nobody yet"), *((str(one.id), one.name if one.active else f"{one.name} (left)") for one in team())]
