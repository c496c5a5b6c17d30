"""What every change of a draft answers: the fragments that changed, or for a plain form the page again."""

from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_htmx import make_response
from werkzeug.exceptions import Conflict, UnprocessableEntity

from ..documents.check import print_warnings
from ..models.cases import draft_case, newest_findings
from ..models.draft_view import draft_view
from ..models.photos import photos_on
from ..models.prescriptions import Prescription
from ..models.programmes import ProgrammeVersion, issued_versions, load_line
from ..models.studios import studio_today
from ..models.tables import in_use
from ..numbers import whole
from ..operations.programmes import MOST_LINES, NeedsReason, Refused, Stale
from ..sheets import HomeSheet
from ..sheets.stored import unpack
from .access import user
from .errors import answer
from .htmx import wants_fragment

CHANGED = "programmes/changed.html"


def seen() -> int:
    """The revision of the page that sent this request; one that says none has seen nothing."""
    return whole(request.values.get("revision", "")) or 0


def line_or_404(programme_id: int, prescription_id: int) -> Prescription:
    return load_line(programme_id, prescription_id) or abort(404)


def draft_line_or_404(programme_id: int, prescription_id: int) -> Prescription:
    """A line that can still be changed; an issued version offers nothing to change."""
    row = line_or_404(programme_id, prescription_id)
    return row if row.version.is_draft and not row.removed else abort(404)


def parts(version: ProgrammeVersion) -> dict[str, Any]:
    """What the fragments of a version need."""
    editable = user().can_assess
    photos = photos_on(version) if editable else {}  # for coaches only; they go with the consent
    view = draft_view(version, draft_case(version, studio_today()), photos)
    return {"view": view, "programme": version.programme, "editable": editable, "most_lines": MOST_LINES}


def draft_page(draft: ProgrammeVersion, form: Any) -> str:
    """The whole page of a draft; `form` holds what stands around its lines."""
    return render_template(
        "programmes/show.html",
        form=form,
        warnings=print_warnings((draft.programme.client.name, draft.message, user().name)),
        issued=issued_versions(draft.programme_id),
        newest=newest_findings(draft.programme.client_id),
        **parts(draft),
    )


def issued_page(version: ProgrammeVersion) -> str:
    """A version as the client has it: the page shows the very sheet that was printed."""
    return render_template(
        "programmes/issued.html",
        version=version,
        programme=version.programme,
        sheet=unpack(HomeSheet, version.sheet or {}),
        issued=issued_versions(version.programme_id),
        draft=version.programme.draft,
        editable=user().can_assess,
    )


def changed(draft: ProgrammeVersion, said: str, undo: str | None = None) -> ResponseReturnValue:
    """Answer a change that was made, with its way back."""
    toast = {"text": said, "undo_url": undo} if undo else said
    if not wants_fragment():
        flash(toast)  # type: ignore[arg-type]  # the toasts take a mapping too
        return redirect(url_for("programmes.show", programme_id=draft.programme_id), 303)
    return render_template(CHANGED, toasts=[("message", toast)], **parts(draft))


def undo(endpoint: str, draft: ProgrammeVersion, row: Prescription | None = None) -> str:
    """The address that takes a change back, good while nobody changes the draft again."""
    values: dict[str, Any] = {"programme_id": draft.programme_id, "revision": draft.revision}
    if row is not None:
        values["prescription_id"] = row.id
    return url_for(endpoint, **values)


def ask_for_reason(error: NeedsReason, form: Any, action: str, status: int = 422) -> ResponseReturnValue:
    """Ask why an excluded exercise is used all the same: a dialog, or without a script a page."""
    drill = in_use().exercises[error.exercise]
    given = {"draft": error.version, "drill": drill, "against": error.against, "form": form, "action": action}
    if not wants_fragment():
        return render_template("programmes/override.html", **given), status
    return instead(render_template("programmes/_override.html", **given), "#dialog-place", status)


def instead(fragment: str, target: str, status: int = 200, swap: str = "innerHTML") -> ResponseReturnValue:
    """A fragment for another place of the page than the request aimed at."""
    response: Response = make_response(fragment, status, retarget=target)
    response.headers["HX-Reswap"] = swap  # flask-htmx refuses the ways to swap that version 4 added
    return response


def refuses(bp: Blueprint) -> None:
    """Let a blueprint answer refused changes with the draft as it stands: 409 after somebody else's, else 422."""
    bp.register_error_handler(Refused, _refused)


def _refused(error: Refused) -> ResponseReturnValue:
    stale = isinstance(error, Stale)
    if not wants_fragment() or not error.version.is_draft:
        return answer(Conflict(f"{error}.") if stale else UnprocessableEntity(f"{error}."))
    said = [] if stale else [("stop", f"{error}.")]
    refusal = f"{error}." if stale else ""
    parts_now = render_template(CHANGED, toasts=said, refusal=refusal, **parts(error.version))
    return instead(parts_now, "#programme-lines", 409 if stale else 422, swap="outerMorph")
