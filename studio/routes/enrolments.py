"""What a client has bought: selling it, the packages that run, and all there ever were."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.keys import new_key
from ..forms.renewals import DeclineForm
from ..models.clients import load_client
from ..models.owner.renewals import evidence_for
from ..models.sales.agreements import agreement_of
from ..models.sales.check_ins import row_of
from ..models.sales.clock_changes import changes_of
from ..models.sales.enrolment_line import EnrolmentLine, line_of, lines_of
from ..models.sales.enrolment_lists import enrolments_of, is_renewed, load_enrolment, running
from ..models.sales.passed import giver_of, heir_of
from ..operations.sales import ending, passing_on, selling
from ..terms.strip import strip
from ..web.access import signed_in, user
from ..web.blind import not_to_see, open_blind
from ..web.enrolments import actions_of
from ..web.filters import today
from ..web.htmx import wants_fragment
from ..web.selling import selling as selling_to

bp = Blueprint("enrolments", __name__, url_prefix="/clients/<int:client_id>/enrolments")


@bp.get("")
@signed_in
@open_blind
def index(client_id: int) -> ResponseReturnValue:
    """All of them; as a part of the client's page those that run."""
    client = load_client(client_id) or abort(404)
    found = enrolments_of(client.id)
    if wants_fragment():
        now = running(found)
        lines = lines_of(now, today())
        desk = row_of(client, lines.values(), today())
        told = {"lines": lines, "past": len(found), "desk": desk, "new_key": new_key}
        return render_template("enrolments/_running.html", client=client, **told)
    return render_template("enrolments/index.html", client=client, enrolments=found, lines=lines_of(found, today()))


@bp.get("/new")
@signed_in
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    named = {"renews": request.args.get("renews", ""), "quote": request.args.get("quote", "")}
    return selling_to(client, {name: value for name, value in named.items() if value}).page()


@bp.post("")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    now = selling_to(load_client(client_id) or abort(404))
    if not now.form.offers or not now.form.validate_on_submit():
        return now.page(), 422
    if not now.seen():
        now.form.form_errors.append("The sum is another now. Look at it, then tap how it is paid")
        return now.page(), 409
    sale = now.form.paid(renews=now.renews)
    try:
        sold = selling.sell(now.client, sale, by=user())
    except selling.NotSold as problem:
        now.form.form_errors.append(str(problem))
        return now.page(), 422
    undo = url_for("sale_undoings.create", client_id=client_id, enrolment_id=sold.id)
    flash({"text": f"{sold.terms.name} is sold to {now.client.first_name}.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=sold.id), 303)


@bp.get("/<int:enrolment_id>")
@signed_in
@open_blind
def show(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    one = load_enrolment(client_id, enrolment_id) or abort(404)
    line = line_of(one, today())
    pauses = [change.pause for change in changes_of([one.id])[one.id]]
    giver = giver_of(one)
    return render_template(
        "enrolments/show.html",
        client=client,
        one=one,
        line=line,
        strip=strip(line.terms, one.starts_on, pauses, today()),
        agreement=agreement_of(one.id),
        actions=actions_of(line),
        undo=selling.can_undo(one),
        goes_on=ending.can_reopen(one),
        giver=giver,
        back=giver is not None and passing_on.can_take_back(one),
        heir=None if line.active else heir_of(one.id),
        **_next(client_id, one.id, line),
    )


def _next(client_id: int, enrolment_id: int, line: EnrolmentLine) -> dict[str, object]:
    """What is known when it is time to speak of a renewal."""
    if not line.renewable:
        return {}
    told = user().can_assess and client_id not in not_to_see()
    evidence = evidence_for([client_id]).get(client_id, "") if told else ""
    return {"renewed": is_renewed(enrolment_id), "evidence": evidence, "decline": DeclineForm(formdata=None)}
