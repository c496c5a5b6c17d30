"""Files of therapists: what each line would do to the directory.

A line is matched as a referral is: by the link code, by mail or number with a name that agrees, or by name and clinic;
never by the name alone. An empty cell changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from ...extensions import db
from ...models.clients import fold, plain
from ...models.imports import CHANGED, NEW, SAME, WRONG
from ...models.studios import the_studio
from ...models.therapist_names import names_agree
from ...models.therapist_words import LABELS, differences
from ...models.therapists import Therapist
from ...models.users import Role, User
from ...phones import written
from .. import therapists
from . import therapist_cells
from .kinds import Judged, Key, Kind, Known, Row


@dataclass(frozen=True, eq=False)
class _Person:
    """Somebody on file, or on an earlier line."""

    name: str
    therapist: Therapist | None = None
    line: int = 0


class TherapistBook:
    """The directory as far as lines ask for it; lines join as they are read."""

    def __init__(self) -> None:
        studio = the_studio()
        self.country = studio.country if studio else ""
        self.lines: Known[_Person] = Known()

    def judge(self, rows: Sequence[Row]) -> list[Judged]:
        read = [(row, *therapist_cells.read(row.cells, self.country)) for row in rows]
        known = _on_file([values for _, values, problems in read if not problems], [row.cells for row in rows])
        return [self._judge(row, values, problems, known) for row, values, problems in read]

    def take(self, lines: Sequence[Judged], *, by: User) -> None:
        therapists.create_many([line.values for line in lines if line.verdict == NEW], by=by)
        for line in lines:
            if line.verdict == CHANGED:
                therapists.rewrite(line.row, line.values, by=by)

    def _judge(self, row: Row, values: dict[str, Any], problems: list[str], known: Known[_Person]) -> Judged:
        who = ", ".join(filter(None, (row.cells.get("name", ""), row.cells.get("clinic", ""))))
        if problems:
            return Judged(row.line, WRONG, who, problems=tuple(problems))
        link, keys = row.cells.get("link", "").replace("-", "").upper(), _keys(values)
        by_link = known.find([("link", link)]) if link else []
        person = by_link[0] if by_link else _same(values, known, keys)
        therapist = person.therapist if person else None
        if therapist is not None:
            keys.append(("therapist", therapist.id))
        if earlier := _same(values, self.lines, keys):
            same = f"Line {earlier.line} is the same person. Keep one of the two lines"
            return Judged(row.line, WRONG, who, problems=(same,))
        self.lines.add(keys, _Person(values["name"], line=row.line))
        phone = written(values["phone"], self.country) if values.get("phone") else ""
        said = " · ".join(filter(None, (values.get("profession"), values.get("email"), phone)))
        if therapist is None:
            return Judged(row.line, NEW, who, said, values=values)
        before = therapist.values()
        after = before | {column: plain(value) for column, value in values.items()}
        changes = tuple((one.label, one.before, one.after) for one in differences(before, after, country=self.country))
        verdict = CHANGED if changes else SAME
        return Judged(row.line, verdict, who, said, changes=changes, row=therapist, values=values)


def _same(values: dict[str, Any], known: Known[_Person], keys: Iterable[Key]) -> _Person | None:
    for key in keys:
        for one in known.find([key]):
            if key[0] in ("name", "therapist") or names_agree(one.name, values["name"]):
                return one
    return None


def _on_file(people: list[dict[str, Any]], cells: list[dict[str, str]]) -> Known[_Person]:
    """Everybody whom one of these lines may mean."""
    columns = {
        Therapist.email: {values["email"] for values in people if values.get("email")},
        Therapist.phone: {values["phone"] for values in people if values.get("phone")},
        Therapist.sort_name: {fold(values["name"])[:120] for values in people},
        Therapist.link: {one["link"].replace("-", "").upper() for one in cells if one.get("link")},
    }
    asked = or_(*(column.in_(wanted) for column, wanted in columns.items() if wanted))
    known: Known[_Person] = Known()
    if any(columns.values()):
        mine = select(Therapist).where(Therapist.merged_into_id.is_(None), asked)
        for one in db.session.scalars(mine.order_by(Therapist.id)):
            known.add([("link", one.link), *_keys(one.values())], _Person(one.name, one))
    return known


def _keys(values: dict[str, Any]) -> list[Key]:
    found: list[Key] = [(column, values[column]) for column in ("email", "phone") if values.get(column)]
    if values.get("clinic"):
        found.append(("name", f"{fold(values['name'])}\n{fold(values['clinic'])}"))
    return found


THERAPISTS = Kind(
    key="therapists",
    title="Therapists",
    lede="Name, clinic and how they like to hear back",
    labels=LABELS,
    names=therapist_cells.NAMES,
    needed="name",
    examples=(
        {
            "name": "Priya Example",
            "profession": "Physical therapist",
            "clinic": "Example Clinic",
            "email": "priya@clinic.example",
            "prefers": "E-mail",
        },
    ),
    hints=(
        "The first line names the columns; only “Name” must be there.",
        "Whoever is in the directory is found by e-mail or phone with a name that agrees, or by name and clinic.",
        "An empty cell changes nothing.",
    ),
    roles=frozenset((Role.owner, Role.coach)),
    place="referrals",
    back=("Therapists", "therapists.index"),
    book=TherapistBook,
)
