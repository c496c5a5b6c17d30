"""The count of the cash drawer."""

from typing import Any, Self

from wtforms import StringField, ValidationError

from ..models.books.drawer import Drawer
from .base import Form
from .money import Amount
from .validators import AtMost, Needed


class DrawerForm(Form):
    """What was counted; a difference wants a word. What was in the drawer before is asked once."""

    opening = Amount("In the drawer before", least=0, description="Before the first payment of the day")
    counted = Amount("Counted", [Needed("what was counted")], least=0, description="All that lies in it now")
    taken_out = Amount("Taken out", least=0, description="To the bank. The rest is tomorrow’s opening")
    note = StringField("A word about the difference", [AtMost(300)])

    drawer: Drawer

    @classmethod
    def of(cls, drawer: Drawer) -> Self:
        form = cls()
        form.drawer = drawer
        return form

    @property
    def before(self) -> int:
        return self.drawer.opening if self.drawer.opening is not None else self.opening.minor

    @property
    def difference(self) -> int:
        return self.counted.minor - (self.before + self.drawer.came_in - self.drawer.went_out)

    def validate_taken_out(self, field: Any) -> None:
        if field.minor > self.counted.minor:
            raise ValidationError("Enter no more than was counted")

    def validate_note(self, field: Any) -> None:
        if self.counted.data and not self.counted.errors and self.difference and not field.data:
            raise ValidationError("Say in a few words what the difference may be")
