"""Every paper form there is, blank and for a client, without a database."""

from datetime import date

from studio.ces.catalogue import catalogue
from studio.models.blank_questions import consent_form, readiness_form, red_flags_form, tick_log
from studio.models.blank_tests import board_form, measures_form
from studio.models.studios import Studio
from studio.models.texts import Wording
from studio.sheets import Paper
from studio.sheets.blank_forms import Form, FormSet, Head
from studio.texts import shipped
from tests.documents.samples import STUDIO

CONSENT = shipped("consent")
WORDING = Wording("consent", 1, CONSENT.title, CONSENT.body, None)


def every_form() -> dict[str, Form]:
    """Each form by its name."""
    cat = catalogue()
    return {
        **{protocol: board_form(protocol) for protocol in cat.protocols},
        "measures": measures_form(),
        "older-adult": measures_form(cat.batteries["older_adult"].measures, age=70, unit="in"),
        "readiness": readiness_form(cat),
        "red-flags": red_flags_form(cat),
        "consent": consent_form(WORDING, Studio(name=STUDIO.name, emergency_number="112", country="GB")),
        "tick-log": tick_log(),
    }


def form_sheet(name: str, *, paper: Paper = "A4", client: str = "") -> FormSet:
    """One form as a document of its own."""
    form = every_form()[name]
    head = Head(studio=STUDIO, client=client, on=date(2026, 11, 24) if client else None)
    return FormSet(head=head, title=form.title, forms=(form,), paper=paper)


def form_set(*names: str) -> FormSet:
    """Some forms in one document."""
    return FormSet(
        head=Head(studio=STUDIO, client="Maria Smith"),
        title="First assessment",
        forms=tuple(every_form()[one] for one in names),
    )
