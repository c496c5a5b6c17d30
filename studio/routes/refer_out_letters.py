"""The refer-out letter on paper."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..models.refer_outs import load_refer_out
from ..operations.refer_out_letters import paper_of
from ..web.access import coaches, user
from ..web.paper import answers_with_paper, inline
from ..web.setup_first import studio

bp = Blueprint("refer_out_letters", __name__, url_prefix="/refer-outs/<int:refer_out_id>")
answers_with_paper(bp)


@bp.get("/versions/<int:number>.pdf")
@coaches
def show(refer_out_id: int, number: int) -> ResponseReturnValue:
    row = load_refer_out(refer_out_id) or abort(404)
    paper = paper_of(row, number, studio=studio(), by=user()) or abort(404)
    return inline(paper, row.client)
