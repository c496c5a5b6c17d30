"""The public page on which a therapist hands somebody over, without an account."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..extensions import csrf
from ..forms.referrals import ReferForm
from ..models.referrals import Via
from ..models.therapists import Therapist, therapist_with_link
from ..operations import limits
from ..operations.referrals import files
from ..operations.referrals.receive import receive, sent_before
from ..operations.sheet_codes import hashed
from ..web.access import public
from ..web.emergency import words_to_heed
from ..web.open_forms import Ticket, new_ticket, ticket_from
from ..web.uploads import takes_several_files

bp = Blueprint("refer", __name__, url_prefix="/refer")


@bp.get("")
@public
def index() -> ResponseReturnValue:
    return _page(ReferForm(), new_ticket(), None)


@bp.get("/<string:link>")
@public
def new(link: str) -> ResponseReturnValue:
    """A link we do not know opens the plain form: whoever stands at a fax machine must not be sent away."""
    therapist = therapist_with_link(link.upper())
    page = _page(ReferForm(therapist), new_ticket(), therapist, unknown=therapist is None)
    page.status_code = 200 if therapist else 404
    return page


@bp.post("")
@csrf.exempt
@public
@takes_several_files
def create() -> ResponseReturnValue:
    ticket = ticket_from(request.form.get("ticket"))
    if sent_before(ticket.key):
        return _receipt(ticket, again="yes")
    therapist = therapist_with_link(request.form.get("link", ""))
    form = ReferForm(therapist)
    form.bring(list(files.waiting(hashed(ticket.key))))
    try:
        limits.spend(f"referral {(request.remote_addr or '')[:60]}", limits.REFERRAL_ADDRESS)
        whole = form.validate() and not ticket.problem
        if whole:
            limits.spend("referrals", limits.REFERRALS)
    except limits.TooMany as error:
        return _too_many(form, ticket, therapist, error)
    if ticket.problem:
        form.form_errors.append(f"{ticket.problem}.")
    files.wait(hashed(ticket.key), form.files.checked, without=form.removed)
    if not whole:
        form.bring(list(files.waiting(hashed(ticket.key))))
        page = _page(form, ticket, therapist)
        page.status_code = 422
        return page
    receive(form.asked(Via.link if therapist else Via.web, therapist), ticket.key)
    return _receipt(ticket)


def _receipt(ticket: Ticket, again: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("receipts.show", key=ticket.key, again=again), 303)


def _page(form: ReferForm, ticket: Ticket, therapist: Therapist | None, **more: object) -> Response:
    heed = words_to_heed(form.story_texts, form.flags.data or ())
    html = render_template("refer/new.html", form=form, ticket=ticket, therapist=therapist, heed=heed, **more)
    return make_response(html)


def _too_many(form: ReferForm, ticket: Ticket, therapist: Therapist | None, error: limits.TooMany) -> Response:
    """Nothing that was typed is lost: the page comes back filled, and says when to press again."""
    page = _page(form, ticket, therapist, too_many=str(error))
    page.status_code = 429
    page.headers["Retry-After"] = str(error.retry_after)
    return page
