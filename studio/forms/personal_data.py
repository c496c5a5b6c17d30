"""Erasing a record, and how long records are kept."""

from typing import Any

from wtforms import IntegerField, StringField, ValidationError

from ..models.retention import CLASSES, Kept, rules
from .base import Form
from .fields import Several
from .validators import AtMost, Between, Needed

LONGEST = 600  # fifty years


class ErasureForm(Form):
    """`name` must be typed as it stands on the record: nobody erases somebody by a slip of the finger."""

    reason = StringField(
        "Why?",
        [Needed("the reason"), AtMost(300)],
        description="“Asked for by mail on 3 March”. It is kept, so write nothing about the person here",
        render_kw={"autocomplete": "off"},
    )
    name = StringField("Type the whole name", [Needed("the whole name")], render_kw={"autocomplete": "off"})

    def __init__(self, *args: Any, whose: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.whose = whose

    def validate_name(self, field: Any) -> None:
        if field.data.casefold() != " ".join(self.whose.split()).casefold():
            raise ValidationError(f"Type the name as it stands on the record: {self.whose}")

    def validate_reason(self, field: Any) -> None:
        if any(word in field.data.casefold().split() for word in self.whose.casefold().split()):
            raise ValidationError("Leave the name out of the reason: the reason is kept")


class RetentionForm(Form):
    """Months by class."""

    @classmethod
    def of_rules(cls) -> "RetentionForm":
        return cls(data={kept.value: months for kept, months in rules().items()})

    @property
    def months(self) -> dict[Kept, int]:
        return {kept: int(self[kept.value].data or 0) for kept in Kept}


for _kept in Kept:
    setattr(
        RetentionForm,
        _kept.value,
        IntegerField(
            CLASSES[_kept].words,
            [Needed("a number of months"), Between(1, LONGEST)],
            description=f"Months {CLASSES[_kept].since}. {CLASSES[_kept].note}",
            render_kw={"inputmode": "numeric"},
        ),
    )


class LetGoForm(Form):
    """What to let go of what was shown; every box is ticked at first."""

    chosen = Several("To delete", [])

    def __init__(self, *args: Any, shown: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.chosen.choices = dict(shown)
        if not self.is_submitted():
            self.chosen.data = [value for value, _ in shown]

    def validate_chosen(self, field: Any) -> None:
        if not field.data:
            raise ValidationError("Tick what is to be deleted")

    @property
    def ids(self) -> set[int]:
        return {int(one) for one in self.chosen.data or ()}
