"""The page of a letter: what it says, what can still be changed, and the next step on its way."""

from flask import abort, render_template

from ..documents.check import print_warnings
from ..forms.letters import DropForm, SendingForm, TextsForm, texts_form
from ..models.letters import Letter, load_letter
from ..models.private_links import links_of
from ..models.sheets_letter import first_texts, known, letter_sheet
from ..operations.letters import releasing, sending
from ..operations.sheet_codes import house
from .access import user
from .filters import today
from .setup_first import studio


def the_letter(letter_id: int) -> Letter:
    """One letter; nobody finds one that is not there."""
    return load_letter(letter_id) or abort(404)


def letter_page(
    letter: Letter, form: TextsForm | None = None, *, drop: DropForm | None = None, problem: str = ""
) -> str:
    """The whole page; `problem` is what stands in the way of the step that was asked for."""
    if letter.sheet is not None:
        sheet, words = releasing.stored_sheet(letter), {}
    else:
        found = known(letter, studio(), today())
        sheet, words = letter_sheet(found, by=user()), first_texts(found) | letter.words
    if form is None and letter.client and letter.stage == "draft":
        form = texts_form(letter.kind, words, releasing.mark_of(letter))
    share, mail = sending.missing_for(letter, studio()) if letter.stage == "released" else (None, False)
    return render_template(
        "letters/show.html",
        letter=letter,
        client=letter.client,
        sheet=sheet,
        form=form,
        drop=drop or DropForm(formdata=None),
        how=SendingForm(formdata=None),
        share=share,
        mail=mail,
        house=house(),
        links=links_of(letter.id) if letter.went else [],
        mine=any(one["id"] == user().id for one in letter.read_by),
        problem=problem,
        warnings=print_warnings(sheet),
    )
