"""The muscle links of the findings: searched, switched off and on, noted at."""

from itertools import groupby

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.tables import OFF, ON, FindingSearch, LinkForm
from ..models.adjustments import everything
from ..models.link_view import FindingView, LinkView, finding_view, finding_views
from ..operations.adjustments import Refused, Stale
from ..operations.table_changes import put_link
from ..web.access import owner_only, user
from ..web.table_changes import refuse, say_done

bp = Blueprint("links", __name__, url_prefix="/settings/tables")


@bp.get("")
@owner_only
def index() -> ResponseReturnValue:
    form = FindingSearch()
    groups = groupby(finding_views(everything(), form.q.data or ""), key=lambda one: one.test)
    return render_template("tables/links.html", groups=[(test, list(found)) for test, found in groups], form=form)


@bp.get("/findings/<string:finding_id>")
@owner_only
def show(finding_id: str) -> ResponseReturnValue:
    finding = finding_view(finding_id, everything()) or abort(404)
    return render_template("tables/finding.html", finding=finding)


@bp.get("/findings/<string:finding_id>/link")
@owner_only
def edit(finding_id: str) -> ResponseReturnValue:
    finding, link = _load(finding_id)
    used = ON if link.used else OFF
    form = LinkForm(formdata=None, data={"used": used, "note": link.note, "source": link.source})
    return _page(finding, link, form)


@bp.post("/findings/<string:finding_id>/link")
@owner_only
def update(finding_id: str) -> ResponseReturnValue:
    finding, link = _load(finding_id)
    form = LinkForm()
    if not form.validate_on_submit():
        return _page(finding, link, form), 422
    try:
        changed = put_link(
            link.key,
            used=form.used.data != OFF,
            note=form.note.data or "",
            source=form.source.data or "",
            reason=form.reason.data or "",
            by=user(),
        )
    except (Refused, Stale) as error:
        status = refuse(form, error)
        return _page(finding, link, form), status
    say_done(f"{finding.label}: the link to {link.muscle} is saved.", changed)
    return redirect(url_for("links.show", finding_id=finding.id), 303)


def _load(finding_id: str) -> tuple[FindingView, LinkView]:
    """The finding, and the one of its links that the address names."""
    finding = finding_view(finding_id, everything()) or abort(404)
    link = next((one for one in finding.links if one.key == request.args.get("link")), None) or abort(404)
    return finding, link


def _page(finding: FindingView, link: LinkView, form: LinkForm) -> str:
    return render_template("tables/link.html", finding=finding, link=link, form=form)
