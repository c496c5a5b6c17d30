"""What to print in one go."""

from collections.abc import Iterable

from wtforms import BooleanField, ValidationError

from ..models.blank_forms import shelves
from ..models.sheets_day_pack import MOST as MOST_IN_A_PACK
from ..operations.day_packs import FORMS, USUAL_FORMS
from ..operations.print_runs import MOST
from .base import Form
from .fields import Several


class PileForm(Form):
    """Some clients of a list, and whether the printer turns the paper."""

    clients = Several("Clients", ())
    both_sides = BooleanField(
        "Print on both sides", default=True, description="Everybody’s sheets begin on a new piece of paper"
    )

    most = MOST

    def offer(self, clients: Iterable[tuple[int, str]]) -> None:
        """Say who can be chosen."""
        self.clients.choices = {str(number): name for number, name in clients}

    def validate_clients(self, field: Several) -> None:
        if not field.data:
            raise ValidationError("Tick at least one client")
        if len(field.data) > self.most:
            raise ValidationError(f"Tick at most {self.most} at once")

    @property
    def chosen(self) -> set[int]:
        return {int(one) for one in self.clients.data or ()}


def _forms() -> dict[str, str]:
    titles = {one.id: one.title for shelf in shelves() for one in shelf.offers}
    return {name: titles[name] for name in FORMS}


class DayPackForm(PileForm):
    """The clients who come today, and which forms each of them gets."""

    most = MOST_IN_A_PACK

    forms = Several("Blank forms for each", _forms, default=USUAL_FORMS)
