"""The page in front of an assessment that may not simply start."""

from collections.abc import Iterable

from flask import render_template, request

from ..forms.gates import GateForm
from ..models.clients import Client
from ..models.gates import may_start
from ..models.studios import studio_today
from ..models.tables import in_use
from . import readiness


def gate_page(client: Client, form: GateForm) -> str:
    """Why it is shut, or the question for a reason; what was chosen to start with goes along."""
    may = may_start(client, studio_today())
    if form.reason.data or "reason" in request.form:
        form.validate()
    return render_template(
        "readiness/gate.html",
        client=client,
        form=form,
        start=may,
        line=readiness.line(may.gate, may.held),
        reasons=readiness.reasons_of(may),
        safety=in_use().safety,
        replay=list(_replay()),
    )


def _replay() -> Iterable[tuple[str, str]]:
    for name, value in request.form.items(multi=True):
        if name not in ("csrf_token", "reason"):
            yield name, value
