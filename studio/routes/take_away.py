"""Everything as one file: asked for, watched, handed out for a week."""

from flask import Blueprint, abort, flash, redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..models.jobs import Job, jobs_of, load_job
from ..models.take_away import LEFT_OUT, SECRET, TABLES
from ..operations import jobs
from ..operations.take_away import shelf
from ..web.access import owner_only, user
from ..web.htmx import wants_fragment

bp = Blueprint("take_away", __name__, url_prefix="/take-away")

FEW = 10


@bp.get("")
@owner_only
def index() -> ResponseReturnValue:
    made = jobs_of(shelf.KIND, FEW)
    return render_template(
        "take_away/_made.html" if wants_fragment() else "take_away/index.html",
        busy=next((job for job in made if job.open), None),
        last=made[0] if made else None,
        kept=[job for job in made if shelf.file_of(job)],
        lasts=shelf.KEPT,
        now=utcnow(),
        tables=TABLES,
        left_out=[*SECRET.values(), *LEFT_OUT.values()],
    )


@bp.post("")
@owner_only
def create() -> ResponseReturnValue:
    shelf.ask(by=user())
    return redirect(url_for("take_away.index"), 303)


@bp.get("/<int:job_id>/everything.zip")
@owner_only
def show(job_id: int) -> ResponseReturnValue:
    job = _load(job_id)
    file = shelf.fetch(job, by=user()) or abort(404)
    answer = send_file(file, mimetype="application/zip", as_attachment=True, download_name=job.result["name"])
    del answer.headers["Cache-Control"]  # it says that a browser may keep it
    return answer


@bp.post("/<int:job_id>/again")
@owner_only
def again(job_id: int) -> ResponseReturnValue:
    jobs.again(_load(job_id), by=user())
    return redirect(url_for("take_away.index"), 303)


@bp.post("/<int:job_id>/removal")
@owner_only
def delete(job_id: int) -> ResponseReturnValue:
    shelf.put_away(_load(job_id), by=user())
    flash("It is not there any more.")
    return redirect(url_for("take_away.index"), 303)


def _load(job_id: int) -> Job:
    return load_job(job_id, shelf.KIND) or abort(404)
