"""Every endpoint of the app with an address that exists, for rules that hold for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, url_for

from studio.ces.adjusting import Adjustment
from studio.models.clients import Client
from studio.models.consents import grants_of
from studio.models.home_sheets import in_hand
from studio.models.sales.price_list import price_list
from studio.models.studios import studio_today
from studio.models.therapists import Therapist
from studio.operations import home_sheet_runs
from studio.operations.adjustments import adjust
from studio.operations.imports.files import stage
from studio.operations.imports.therapist_files import THERAPISTS
from studio.operations.letters.drafting import draft_now
from studio.operations.picture_notes import add
from studio.operations.therapist_merges import merge

from ..builders import a_client, a_complete_assessment, a_consent, a_merge, a_refer_out, a_referral
from ..credentials import a_credential
from ..letters import a_share, priya
from ..limits import a_clearance, a_letter, a_precaution
from ..mails import a_mail
from ..pay_links import a_link_and_a_message
from ..people import Cast, the_house
from ..pictures import a_photo
from ..prices import a_quote
from ..programmes import KIT, a_draft, a_review, issue
from ..referrals import a_referral_with_a_file
from ..sales import at_the_desk
from ..tablets import a_tablet
from ..take_away import made_before
from ..therapists import a_therapist, an_outreach
from ..till import a_payment, an_invoice

FILES = ("static", "stylesheet", "script")
SAFE = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Call:
    """One endpoint with one of its methods."""

    endpoint: str
    method: str
    address: str

    def __str__(self) -> str:
        return f"{self.method} {self.endpoint}"


def calls(app: Flask, ids: dict[str, object]) -> Iterator[Call]:
    """Every endpoint and method but the static files. `ids` says what stands in for the parts of an address."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (rule.endpoint, rule.rule)):
        if rule.endpoint in FILES:
            continue
        missing = rule.arguments - set(ids)
        assert not missing, f"{rule.rule}: say in tests/rules/every.py what stands in for {missing}"
        with app.test_request_context():
            address = url_for(rule.endpoint, **{name: ids[name] for name in rule.arguments})
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield Call(rule.endpoint, method, address)


def furnish() -> dict[str, object]:
    """One row of everything that an address can name."""
    client = a_client("Zoë Papadopoulou", equipment=KIT)
    precaution, cleared = a_precaution(client, tags=["osteoporosis"]), a_clearance(client, file=a_letter())
    issued = issue(a_draft(client))
    draft = a_draft(client)
    consent = a_consent(client, "photos")
    rescreened = a_complete_assessment(client)
    tablet, _ = a_tablet()
    therapist = a_therapist()
    referral, referral_file = a_referral_with_a_file("REFERRAL" * 4)
    return {
        "client_id": client.id,
        "user_id": Cast().other_coach.id,
        "assessment_id": rescreened.assessment_id,
        "programme_id": issued.programme_id,
        "prescription_id": draft.on_sheet[0].id,
        "refer_out_id": a_refer_out().id,
        "number": 1,
        "kind": "consent",
        "kept": "mails",
        "consent_id": consent.id,
        "tablet_id": tablet.id,
        "grant_id": grants_of(consent.id)[0].id,
        "precaution_id": precaution.id,
        "clearance_id": cleared.id,
        "attachment_id": cleared.attachment_id,
        "exercise_id": draft.on_sheet[0].exercise,
        "review_id": a_review(rescreened).id,
        "compensation": "ohsa.knee_valgus",
        "muscle": "soleus",
        "protocol": "sls",
        "side": "left",
        "panels": "last",
        "severity": "mild",
        "which": "saw",
        "place": 1,
        "code": "NEVERPRINTED" + "A" * 20,
        "form": "ohsa",
        "referral_id": referral.id,
        "file_id": referral_file.id,
        "key": "REFERRAL" * 4,
        "link": referral.therapist.link if referral.therapist else "",
        "run": home_sheet_runs.begin(in_hand(9), studio=the_house(), both_sides=True, by=Cast().owner).id,
        "rater": "same",
        "finding_id": "ohsa.knee_valgus",
        "photo_id": a_photo(client, draft.on_sheet[0].exercise).id,
        "merge_id": a_merge(client).id,
        "note_id": add(draft.on_sheet[0].exercise, "The knee bends the wrong way", by=Cast().coach).id,
        "therapist_id": therapist.id,
        "outreach_id": an_outreach(therapist).id,
        "what": "therapists",
        "job_id": made_before().id,
        "import_id": stage(THERAPISTS, b"Name\nPriya", "therapists.csv", by=Cast().owner).id,
        **about(client, therapist),
        "mail_id": a_mail(client).id,
        **a_link_and_a_message(client),
        **at_the_desk(client),
        "quote_id": a_quote(client).id,
        "credential_id": a_credential(Cast().other_coach).id,
        "offer_id": price_list(studio_today())[0].offer_id,
        "therapist_merge_id": merge(therapist, a_therapist("Priya R"), set(), by=Cast().owner).id,
        "adjustment_id": adjust(Adjustment("hidden", "act_clam", {}), reason="No mats", by=Cast().owner).id,
    }


def of_the_desk(client: Client) -> dict[str, object]:
    """A referral of a client, who sent it, and a record that was merged into theirs; the same in every studio."""
    sent = a_referral(client.name, client_id=client.id, reference="7K3M-9QXP", person={"phone": "+442079462000"})
    therapist = a_therapist(email="priya@harbour.example", link="ABCDEFGH")
    return {
        "referral_id": sent.id,
        "file_id": 1,
        "key": "REFERRAL" * 4,
        "link": "no_such_link",
        "merge_id": a_merge(client).id,
        **a_link_and_a_message(client),
        **at_the_desk(client),
        "quote_id": a_quote(client).id,
        "what": "therapists",
        "job_id": made_before().id,
        "import_id": stage(THERAPISTS, b"Name\nPriya", "therapists.csv", by=Cast().owner).id,
        **about(client, therapist),
        "therapist_id": therapist.id,
        "outreach_id": an_outreach(therapist).id,
        "therapist_merge_id": merge(
            therapist, a_therapist("Priya R", email="p@harbour.example", link="BCDEFGHJ"), set(), by=Cast().owner
        ).id,
    }
    """A referral of a client, a record merged into theirs, a letter about them; the same in every studio."""
    sent = a_referral(client.name, client_id=client.id, reference="7K3M-9QXP", person={"phone": "+442079462000"})
    return {"referral_id": sent.id, "merge_id": a_merge(client).id} | about(client, priya())


def about(client: Client, therapist: Therapist) -> dict[str, object]:
    """A question about a client, to somebody they named."""
    asked = draft_now(client, therapist, asks=True, by=Cast().coach)
    return {"letter_id": asked.id, "share_id": a_share(client, therapist).id, **booked(client)}


def booked(client: Client) -> dict[str, object]:
    """An invoice of a client and what was paid of it."""
    invoice, payment = an_invoice(client), a_payment(client)
    return {"invoice_id": invoice.id, "payment_id": payment.id, "entry_id": 1} | {
        "instalment_id": 1,
        "reminder_id": 1,
        "count_id": 1,
    }


NOWHERE: dict[str, object] = {
    "client_id": 999_999,
    "user_id": 999_999,
    "assessment_id": 999_999,
    "programme_id": 999_999,
    "prescription_id": 999_999,
    "refer_out_id": 999_999,
    "number": 999_999,
    "kind": "no_such_text",
    "consent_id": 999_999,
    "grant_id": 999_999,
    "tablet_id": 999_999,
    "precaution_id": 999_999,
    "clearance_id": 999_999,
    "attachment_id": 999_999,
    "exercise_id": "no_such_exercise",
    "review_id": 999_999,
    "compensation": "no.such_finding",
    "muscle": "no_such_muscle",
    "protocol": "no_such_test",
    "side": "left",
    "panels": "last",
    "severity": "mild",
    "which": "saw",
    "place": 999_999,
    "code": "A" * 32,
    "key": "A" * 32,
    "link": "no_such_link",
    "referral_id": 999_999,
    "file_id": 999_999,
    "form": "no_such_form",
    "kept": "no_such_class",
    "run": "no_such_run",
    "rater": "no_such_rater",
    "finding_id": "no_such_finding",
    "adjustment_id": 999_999,
    "mail_id": 999_999,
    "credential_id": 999_999,
    "offer_id": 999_999,
    "quote_id": 999_999,
    "photo_id": 999_999,
    "note_id": 999_999,
    "therapist_id": 999_999,
    "outreach_id": 999_999,
    "import_id": 999_999,
    "what": "no_such_file",
    "job_id": 999_999,
    "merge_id": 999_999,
    "therapist_merge_id": 999_999,
    "letter_id": 999_999,
    "share_id": 999_999,
    "pay_link_id": 999_999,
    "message_id": 999_999,
    "payment_id": 999_999,
    "enrolment_id": 999_999,
    "session_id": 999_999,
    "credit_id": 999_999,
    "change_id": 999_999,
    "invoice_id": 999_999,
    "entry_id": 999_999,
    "instalment_id": 999_999,
    "reminder_id": 999_999,
    "count_id": 999_999,
}
