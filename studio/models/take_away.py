"""What of the database goes along when a studio takes everything with it: each table with its words, or why not."""

from collections.abc import Iterator

from sqlalchemy import Column, Table

from ..extensions import Base

TABLES: dict[str, dict[str, str]] = {
    "Clients": {
        "clients": "Names, how to reach them, what their record says",
        "client_revisions": "What a record said before each change",
        "client_numbers": "What other programs call them",
        "merges": "Records put together",
        "erasures": "Records erased: when, by whom and why",
    },
    "Before training": {
        "readiness_forms": "Answers to the questions before training",
        "gate_passes": "Starts without current answers, with the reason",
        "hand_overs": "Forms filled in on the tablet",
        "precautions": "Limits to mind",
        "clearances": "What health professionals agreed to",
        "refer_outs": "Matters for a clinician",
    },
    "Consent": {
        "consents": "Signed consents",
        "consent_grants": "What was agreed to, and withdrawn",
        "shares": "Who may be told",
        "texts": "The texts that were signed",
    },
    "Assessments": {
        "assessments": "Assessments: when, by whom, the note",
        "assessment_versions": "Each completed version with all that was found and worked out",
        "recordings": "Tests recorded",
        "answers": "What was seen, row by row",
        "taps": "Each tap as it came",
        "reviews": "What re-screens led to",
        "error_bands": "How closely raters agree",
    },
    "Programmes": {
        "programmes": "Programmes",
        "programme_versions": "Each version as it was issued",
        "prescriptions": "Exercises with their doses",
        "sheet_codes": "Which codes stand on which sheets",
        "picture_notes": "Remarks about exercise pictures",
        "adjustments": "What the studio changed of the tables",
    },
    "Papers and files": {
        "papers": "Papers as issued; the files lie in the clients’ folders",
        "attachments": "Files put on record",
        "client_photos": "Photos for programmes",
        "logos": "The studio’s logos; the pictures lie in the folder logos",
    },
    "Referrals and letters": {
        "therapists": "The directory of therapists",
        "therapist_revisions": "What an entry said before each change",
        "therapist_merges": "Entries put together",
        "outreach": "Contacts with therapists",
        "referrals": "Referrals and inquiries",
        "referral_steps": "What became of them, step by step",
        "referral_files": "Files that came with them",
        "letters": "Letters",
        "mails": "Mails: to whom, about what, when",
        "private_links": "Links given to people outside, and when they end",
    },
    "Packages and sessions": {
        "offers": "The price list",
        "offer_versions": "Each version of an offer with its terms",
        "quotes": "Quotes",
        "enrolments": "Packages sold, with their frozen terms",
        "agreements": "Agreements signed",
        "clock_changes": "Freezes and extensions",
        "sessions": "Sessions held",
        "credits": "The ledger of sessions",
    },
    "Money": {
        "trade": "How the studio invoices, and the law it keeps",
        "invoices": "Invoices and credit notes",
        "invoice_years": "The last number of each year",
        "instalments": "Instalments",
        "reminders": "Reminders sent",
        "payments": "Payments",
        "entries": "The ledger of money",
        "drawer_counts": "Cash counted at day’s end",
        "pay_links": "Links to pay by card",
        "pay_pages": "Pages of the card provider behind them",
        "provider_events": "What the card provider told",
    },
    "The studio": {
        "studios": "The studio",
        "users": "Who works here",
        "credentials": "Their certificates",
        "credential_reminders": "Reminders of them",
        "sign_ins": "Who signed in when",
        "tablets": "Tablets",
        "retention_rules": "How long records are kept",
        "imports": "Files taken in",
        "events": "The trail: who did what when",
    },
}
"""Every table that goes along, by what it is about."""

LEFT_OUT = {
    "buckets": "Counts tries of passwords; empty after a day",
    "pin_tries": "Counts wrong PINs",
    "waiting_files": "Files of forms that nobody sent yet; empty after a day",
    "import_lines": "Lines of files that wait for a yes; the file is the studio’s own",
    "client_words": "An index of names, made from the clients",
    "jobs": "What the machine was busy with",
}
"""Tables that stay, and why."""

SECRET = {
    "users.password_hash": "Passwords, even scrambled ones",
    "users.pin_hash": "PINs, even scrambled ones",
    "sign_ins.token_hash": "The keys of open sign-ins",
    "tablets.token_hash": "The keys of tablets",
    "private_links.key_hash": "The keys of private links",
    "sheet_codes.code_hash": "The keys in square codes",
    "referrals.submission": "The keys of forms on their way",
    "pay_links.key": "The keys of links to pay",
    "pay_pages.url": "Pages on which somebody may pay",
    "mails.text": "The text of mails that wait, for private links stand in it; of mails that went it is not kept",
    "logos.content": "The bytes of logos: they are pictures of their own",
}
"""Columns that stay, and why."""


def tables() -> Iterator[tuple[str, Table, list[Column[object]], str]]:
    """Each table that goes along: what it is about, the table, its columns and its words."""
    for group, names in TABLES.items():
        for name, words in names.items():
            if (table := Base.metadata.tables.get(name)) is not None:
                yield group, table, [column for column in table.columns if str(column) not in SECRET], words
