"""Beginning a letter about a client by hand: a question, or how it goes."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.letters import NewLetterForm
from ..models.clients import load_client
from ..models.letter_lists import client_letters
from ..models.shares import shares_of
from ..models.therapists import load_therapist
from ..operations.letters import drafting
from ..web.access import coaches, user
from ..web.htmx import wants_fragment

bp = Blueprint("client_letters", __name__, url_prefix="/clients/<int:client_id>/letters")


@bp.get("")
@coaches
def index(client_id: int) -> ResponseReturnValue:
    """The section of the client's page; by itself it leads to a new letter."""
    client = load_client(client_id) or abort(404)
    if not wants_fragment():
        return redirect(url_for("client_letters.new", client_id=client.id))
    told = {"letters": client_letters(client.id), "shares": shares_of(client.id)}
    return render_template("clients/_letters.html", client=client, **told)


@bp.get("/new")
@coaches
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    told = [str(one.therapist_id) for one in shares_of(client.id) if one.withdrawn_at is None]
    asks = "account" if request.args.get("what") == "account" else "question"
    form = NewLetterForm(data={"asks": asks, "therapist": told[0] if told else ""})
    return render_template("letters/new.html", client=client, form=form)


@bp.post("")
@coaches
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = NewLetterForm()
    if not form.validate_on_submit():
        return render_template("letters/new.html", client=client, form=form), 422
    therapist = load_therapist(int(form.therapist.data)) or abort(404)
    letter = drafting.draft_now(client, therapist, asks=form.asks.data == "question", by=user())
    return redirect(url_for("letters.show", letter_id=letter.id), 303)
