"""A letter on paper: as it was released, or as it would be."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..models.papers import letter_paper
from ..operations.events import record_view
from ..operations.letters import releasing
from ..web.access import coaches, user, visit
from ..web.letters import the_letter
from ..web.paper import answers_with_paper, inline, pdf
from ..web.setup_first import studio

bp = Blueprint("letter_papers", __name__, url_prefix="/letters/<int:letter_id>")
answers_with_paper(bp)


@bp.get("/letter.pdf")
@coaches
def show(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    paper = letter_paper(letter.id, letter.revision) if letter.released_at else None
    if paper is not None and letter.client is not None:
        return inline(paper, letter.client)
    if letter.client is not None:
        record_view(letter.client, by=user(), visit=visit())
    return pdf(releasing.draft_paper(letter, studio=studio(), by=user()), f"letter_{letter.id}.pdf")


@bp.get("/versions/<int:number>.pdf")
@coaches
def version(letter_id: int, number: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    paper = letter_paper(letter.id, number) or abort(404)
    return inline(paper, letter.client or abort(404))
