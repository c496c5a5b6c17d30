"""The page of a refer-out."""

from flask import render_template

from ..documents.check import print_warnings
from ..forms.refer_outs import LetterForm, ReplyForm
from ..models.refer_outs import ReferOut
from ..models.tables import in_use
from ..models.therapists import directory


def letter_page(row: ReferOut, form: LetterForm, reply: ReplyForm, stale: bool = False) -> str:
    """Why, what to do now, the letter's words and the answer."""
    return render_template(
        "refer_outs/show.html",
        row=row,
        client=row.client,
        form=form,
        reply=reply,
        stale=stale,
        warnings=print_warnings((row.client.name, *row.words.values())),
        missing=[] if row.settled else LetterForm.of(row).still_empty,
        safety=in_use().safety,
        regions=in_use().regions,
        recipients=directory(),
    )
