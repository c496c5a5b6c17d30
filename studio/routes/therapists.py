"""Therapists: the directory, one of them, taking in and changing."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.outreach import OutreachForm
from ..forms.therapists import DirectoryForm, TherapistForm
from ..models.studios import studio_today
from ..models.therapist_doubles import likely_doubles
from ..models.therapist_lists import page_of, professions
from ..models.therapist_page import therapist_page
from ..models.therapist_words import Difference, differences
from ..models.therapists import Therapist, load_therapist
from ..operations import therapists
from ..web.access import signed_in, user
from ..web.blind import not_to_see
from ..web.converters import number_from
from ..web.htmx import aims_at
from ..web.setup_first import studio

bp = Blueprint("therapists", __name__, url_prefix="/therapists")


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    form, after = DirectoryForm(), number_from("after")
    page = page_of(form.narrowed, on=studio_today(), zone=studio().time_zone, after=after)
    template = "therapists/_results.html" if aims_at("therapist-results") else "therapists/index.html"
    return render_template(template, form=form, page=page, later=after is not None)


@bp.get("/new")
@signed_in
def new() -> ResponseReturnValue:
    form = TherapistForm()
    form.name.data = request.args.get("name", "")[:120]
    return _new_page(form)


@bp.post("")
@signed_in
def create() -> ResponseReturnValue:
    form = TherapistForm()
    if not form.validate_on_submit():
        return _new_page(form), 422
    doubles = [double for double in likely_doubles(form.values()) if double.therapist.id not in form.confirmed_ids]
    if doubles:
        form.confirm(double.therapist.id for double in doubles)
        return render_template("therapists/new.html", form=form, doubles=doubles, professions=professions()), 409
    therapist = therapists.create(form.values(), by=user())
    flash(f"{therapist.name} is in the directory.")
    return redirect(url_for("therapists.show", therapist_id=therapist.id), 303)


@bp.get("/<int:therapist_id>")
@signed_in
def show(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    if therapist.merged_into_id is not None:
        return redirect(url_for("therapists.show", therapist_id=therapist.merged_into_id))
    return render_template(
        "therapists/show.html",
        therapist=therapist,
        page=therapist_page(therapist, hidden=not_to_see() if user().can_assess else None),
        doubles=[one for one in likely_doubles(therapist.values(), besides=therapist.id) if "same name" in one.because][
            :1
        ],
        form=OutreachForm.of(therapist),
        own=therapists.form_address(therapist),
    )


@bp.get("/<int:therapist_id>/edit")
@signed_in
def edit(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    return _edit_page(therapist, TherapistForm.of(therapist))


@bp.post("/<int:therapist_id>")
@signed_in
def update(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    form = TherapistForm.of(therapist)
    if not form.validate_on_submit():
        return _edit_page(therapist, form), 422
    try:
        changed = therapists.change(therapist, form.values(), seen=form.seen, by=user())
    except therapists.Stale as stale:
        both = form.merge(therapist, stale.before)
        theirs = differences(stale.before, therapist.values(), country=studio().country)
        return _edit_page(therapist, form, theirs=theirs, both=both, saved_by=stale.by), 409
    flash("The record is saved." if changed else "Nothing was different, so nothing was saved.")
    return redirect(url_for("therapists.show", therapist_id=therapist.id), 303)


def _new_page(form: TherapistForm) -> str:
    return render_template("therapists/new.html", form=form, professions=professions())


def _edit_page(
    therapist: Therapist,
    form: TherapistForm,
    theirs: Sequence[Difference] = (),
    both: Sequence[str] = (),
    saved_by: str = "",
) -> str:
    told = {"theirs": theirs, "both": both, "saved_by": saved_by}
    return render_template("therapists/edit.html", therapist=therapist, form=form, professions=professions(), **told)
