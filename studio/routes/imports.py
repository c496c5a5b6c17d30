"""Files of clients, therapists and balances: sent, looked at, taken in."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..forms.imports import ImportForm, TakeInForm
from ..models.imports import VERDICTS, Import, count_lines, load_import, open_imports, some_lines, wrong_cells
from ..operations.imports import files
from ..operations.imports.kinds import Kind
from ..operations.imports.table_files import MEND, BadTable
from ..web.access import coaches, user
from ..web.converters import number_from
from ..web.htmx import wants_fragment
from ..web.spreadsheet import as_csv
from ..web.uploads import takes_files

bp = Blueprint("imports", __name__, url_prefix="/imports")

SHOWN = 100


@bp.get("")
@coaches
def index() -> ResponseReturnValue:
    kinds = files.open_kinds(user())
    return render_template("imports/index.html", kinds=kinds, waiting=open_imports([kind.key for kind in kinds]))


@bp.get("/<string:what>/new")
@coaches
def new(what: str) -> ResponseReturnValue:
    return render_template("imports/new.html", kind=_kind(what), form=ImportForm())


@bp.get("/<string:what>/sample.csv")
@coaches
def sample(what: str) -> ResponseReturnValue:
    kind = _kind(what)
    return as_csv(kind.sample(), f"{kind.key}.csv")


@bp.post("/<string:what>")
@takes_files
@coaches
def create(what: str) -> ResponseReturnValue:
    kind, form = _kind(what), ImportForm()
    if not form.validate_on_submit():
        return render_template("imports/new.html", kind=kind, form=form), 422
    try:
        row = files.stage(kind, form.file.data.read(), form.file.data.filename or "", by=user())
    except BadTable as error:
        form.file.errors = [str(error)]
        return render_template("imports/new.html", kind=kind, form=form), 422
    return redirect(url_for("imports.show", import_id=row.id), 303)


@bp.get("/<int:import_id>")
@coaches
def show(import_id: int) -> ResponseReturnValue:
    row, kind = _load(import_id)
    counts = count_lines(row)
    show = request.args.get("show")
    if show not in VERDICTS:
        show = next((verdict for verdict in VERDICTS if counts[verdict]), "new")
    lines = [] if row.busy else some_lines(row, show, after=number_from("after") or 0, most=SHOWN + 1)
    return render_template(
        "imports/_file.html" if wants_fragment() else "imports/show.html",
        row=row,
        kind=kind,
        counts=counts,
        show=show,
        lines=lines[:SHOWN],
        after=lines[SHOWN - 1].line if len(lines) > SHOWN else None,
        form=TakeInForm(),
        now=utcnow(),
    )


@bp.get("/<int:import_id>/to-mend.csv")
@coaches
def mend(import_id: int) -> ResponseReturnValue:
    row, kind = _load(import_id)
    head = (*(kind.labels[column] for column in row.columns), *MEND)
    lines = (
        (*(cells.get(column, "") for column in row.columns), line, "; ".join(problems))
        for line, cells, problems in wrong_cells(row)
    )
    return as_csv((head, *lines), f"{kind.key}-to-mend.csv")


@bp.post("/<int:import_id>")
@coaches
def update(import_id: int) -> ResponseReturnValue:
    row, _ = _load(import_id)
    files.take_in(row, alike=bool(TakeInForm().alike.data), by=user())
    return redirect(url_for("imports.show", import_id=import_id), 303)


@bp.post("/<int:import_id>/again")
@coaches
def again(import_id: int) -> ResponseReturnValue:
    row, _ = _load(import_id)
    files.again(row, by=user())
    return redirect(url_for("imports.show", import_id=import_id), 303)


@bp.post("/<int:import_id>/drop")
@coaches
def delete(import_id: int) -> ResponseReturnValue:
    row, kind = _load(import_id)
    files.drop(row, by=user())
    flash("The file is dropped. What was not taken in is forgotten.")
    return redirect(url_for("imports.new", what=kind.key), 303)


def _kind(what: str) -> Kind:
    return next((kind for kind in files.open_kinds(user()) if kind.key == what), None) or abort(404)


def _load(import_id: int) -> tuple[Import, Kind]:
    row = load_import(import_id) or abort(404)
    return row, _kind(row.kind)
