"""What must not be done, row by row: what, where, how far, until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from wtforms import IntegerField, ValidationError

from ..ces.units import to_kilograms
from ..models.referral_limits import MEASURED, NEEDS_PLACE, Limitation, choices, kind_of, row_of
from ..models.studios import studio_today, the_studio
from ..models.tables import in_use
from .base import Form
from .fields import Choice, ThreePartDate
from .precautions import Figure
from .said import SIDES, regions

ROWS = range(1, 7)


@dataclass(frozen=True)
class Row:
    """The boxes of one row."""

    what: Any
    region: Any
    side: Any
    most: Any
    until: Any

    @property
    def used(self) -> bool:
        return bool(self.what.data or self.region.data or self.until.data)

    @property
    def wrong(self) -> bool:
        return any(box.errors for box in (self.what, self.region, self.side, self.most, self.until))


class LimitRows(Form):
    """Rows that may stay empty; one that was begun must be whole enough to filter by."""

    @property
    def limit_choices(self) -> list[tuple[str, list[Limitation]]]:
        """What can be chosen, under headings."""
        return choices()

    @property
    def rows(self) -> list[Row]:
        return [Row(*(self[f"limit_{n}_{name}"] for name in ("what", "region", "side", "most", "until"))) for n in ROWS]

    def limits(self) -> list[dict[str, Any]]:
        """The rows as `models.referral_limits` keeps them."""
        return [one for row in self.rows if (one := _kept(row))]


def _kept(row: Row) -> dict[str, Any] | None:
    if not row.what.data:
        return None
    kind = kind_of(row.what.data)
    most = row.most.data if kind in MEASURED else None
    pounds = kind == "load" and _in_pounds()
    if most is not None and pounds:
        most = to_kilograms(Decimal(most))
    return row_of(
        row.what.data,
        region=row.region.data or "",
        side=row.side.data or "",
        ceiling=float(most) if most is not None else None,
        pounds=pounds,
        until=row.until.data,
    )


def _in_pounds() -> bool:
    studio = the_studio()
    return studio is not None and studio.units == "in"


def _what(n: int) -> Choice:
    def begun(form: Any, field: Any) -> None:
        if not field.data and form.rows[n - 1].used:
            raise ValidationError("Choose what they must not do, or empty this row")

    return Choice("What", _choices, thing="what they must not do", default="", validators=[begun])


def _choices() -> list[tuple[str, str]]:
    return [("", "Nothing"), *((one.code, one.label) for _, found in choices() for one in found)]


def _region(n: int) -> Choice:
    def placed(form: Any, field: Any) -> None:
        code = form.rows[n - 1].what.data or ""
        if not field.data and kind_of(code) in NEEDS_PLACE:
            raise ValidationError("Choose the area")
        direction = in_use().limit_rules.directions.get(code.partition(":")[2]) if kind_of(code) == "range" else None
        if direction and field.data and field.data not in direction.regions:
            raise ValidationError("Choose an area that can do this movement")

    return Choice("Area", lambda: [("", "Whole body"), *regions()], thing="an area", default="", validators=[placed])


def _side(n: int) -> Choice:
    def sided(form: Any, field: Any) -> None:
        row = form.rows[n - 1]
        region = in_use().regions.get(row.region.data or "")
        if not field.data and row.what.data and region and not region.midline:
            raise ValidationError("Choose the side")

    return Choice("Side", SIDES, thing="a side", default="", validators=[sided])


def _most(n: int) -> IntegerField:
    def measured(form: Any, field: Any) -> None:
        what = form.rows[n - 1].what.data or ""
        if field.data is None and kind_of(what) in MEASURED:
            raise ValidationError("Enter how far or how much, 0 for not at all")
        if field.data is not None and what and kind_of(what) not in MEASURED:
            raise ValidationError("This limit takes no number. Empty the box, or say it in your own words")

    return IntegerField(
        "Up to",
        [Figure(0, 360, "a number"), measured],
        description="Degrees or weight",
        render_kw={"inputmode": "numeric"},
    )


def _until() -> ThreePartDate:
    def ahead(form: Any, field: Any) -> None:
        if field.data and field.data < studio_today():
            raise ValidationError("Enter a last day that is still to come")

    return ThreePartDate("Until", [ahead], description="The last day. Empty: until you say otherwise")


def _boxes() -> Iterator[tuple[str, Any]]:
    for n in ROWS:
        yield from (
            (f"limit_{n}_what", _what(n)),
            (f"limit_{n}_region", _region(n)),
            (f"limit_{n}_side", _side(n)),
            (f"limit_{n}_most", _most(n)),
            (f"limit_{n}_until", _until()),
        )


for _name, _box in _boxes():
    setattr(LimitRows, _name, _box)
