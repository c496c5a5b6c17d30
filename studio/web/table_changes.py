"""What the pages of the tables say after a change, or when it cannot be made."""

from collections.abc import Sequence

from flask import flash, url_for

from ..forms.base import Form
from ..models.adjustments import Adjustment
from ..operations.adjustments import Refused, Stale

MEANWHILE = "Somebody else changed the tables in the meantime. Look at them again, then save once more"


def say_done(text: str, changed: Sequence[Adjustment]) -> None:
    """A toast, with Undo when it was one change that can be taken back."""
    if not changed:
        flash("Nothing was different, so nothing was saved.")
    elif len(changed) == 1 and changed[0].undone_at is None:
        undo = url_for("adjustments.delete", adjustment_id=changed[0].id)
        flash({"text": text, "undo_url": undo})  # type: ignore[arg-type]
    else:
        flash(text)


def refuse(form: Form, error: Refused | Stale) -> int:
    """Put why it cannot be onto the form; gives the status."""
    form.form_errors = [MEANWHILE if isinstance(error, Stale) else str(error)]
    return 409 if isinstance(error, Stale) else 422
