"""The price list, quotes, enrolments with their credits and clock, sessions, invoices and the ledger of money."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

# Append-only but for whose row it is, and for words that may have to be forgotten.
FIXED = {
    "invoices": (
        "id, kind, year, number, corrects_id, issued_on, due_on, "
        "currency, net, tax, gross, lines, seller, at, by_id, key"
    ),
    "payments": "id, received_on, method, amount, currency, at, by_id, reverses_id, key",
    "entries": 'id, kind, amount, currency, "on", invoice_id, payment_id, at, by_id, reverses_id, key',
    "credits": 'id, kind, amount, "on", at, by_id, session_id, clock_change_id, reverses_id, key',
}


def upgrade() -> None:
    op.create_table(
        "invoice_years",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_invoice_years")),
    )
    op.create_table(
        "trade",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("legal_name", sa.String(length=120), nullable=False),
        sa.Column("tax_number", sa.String(length=40), nullable=False),
        sa.Column("pay_to", sa.String(length=300), nullable=False),
        sa.Column("invoice_note", sa.String(length=500), nullable=False),
        sa.Column("tax_rate", sa.Integer(), nullable=False),
        sa.Column("tax_included", sa.Boolean(), nullable=False),
        sa.Column("base_session", sa.Integer(), nullable=False),
        sa.Column("payment_days", sa.Integer(), nullable=False),
        sa.Column("reminder_days", sa.JSON(), nullable=False),
        sa.Column("cooling", sa.JSON(), nullable=False),
        sa.Column("max_months", sa.Integer(), nullable=True),
        sa.Column("max_total", sa.Integer(), nullable=True),
        sa.Column("start_within_months", sa.Integer(), nullable=True),
        sa.Column("sentence", sa.String(length=1000), nullable=False),
        sa.Column("sentence_points", sa.Integer(), nullable=False),
        sa.Column("law", sa.String(length=20), nullable=False),
        sa.Column("links", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_trade_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trade")),
    )
    op.create_table(
        "drawer_counts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("opening", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("taken_out", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_drawer_counts_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drawer_counts")),
    )
    with op.batch_alter_table("drawer_counts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_drawer_counts_on"), ["on"], unique=False)

    op.create_table(
        "offers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["users.id"], name=op.f("fk_offers_created_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sa.UniqueConstraint("code", name=op.f("uq_offers_code")),
    )
    op.create_table(
        "offer_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("frozen", sa.JSON(), nullable=False),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["users.id"], name=op.f("fk_offer_versions_created_by_id_users")),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name=op.f("fk_offer_versions_offer_id_offers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_versions")),
        sa.UniqueConstraint("offer_id", "number", name=op.f("uq_offer_versions_offer_id")),
    )
    with op.batch_alter_table("offer_versions", schema=None) as batch_op:
        batch_op.create_index("ix_offer_versions_valid", ["valid_from", "valid_until"], unique=False)

    op.create_table(
        "payments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("method", sa.String(20), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("reference", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("reverses_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_payments_by_id_users")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_payments_client_id_clients")),
        sa.ForeignKeyConstraint(["reverses_id"], ["payments.id"], name=op.f("fk_payments_reverses_id_payments")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sa.UniqueConstraint("key", name=op.f("uq_payments_key")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_payments_reverses_id")),
    )
    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payments_client_id"), ["client_id"], unique=False)
        batch_op.create_index("ix_payments_received_on_method", ["received_on", "method"], unique=False)

    op.create_table(
        "quotes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_quotes_by_id_users")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_quotes_client_id_clients")),
        sa.ForeignKeyConstraint(["withdrawn_by_id"], ["users.id"], name=op.f("fk_quotes_withdrawn_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
    )
    with op.batch_alter_table("quotes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quotes_client_id"), ["client_id"], unique=False)

    op.create_table(
        "enrolments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("offer_version_id", sa.Integer(), nullable=True),
        sa.Column("quote_id", sa.Integer(), nullable=True),
        sa.Column("frozen", sa.JSON(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("price", sa.Integer(), nullable=False),
        sa.Column("discount", sa.Integer(), nullable=False),
        sa.Column("discount_why", sa.String(length=200), nullable=False),
        sa.Column("fee_credit", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("pays", sa.String(length=12), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("sold_on", sa.Date(), nullable=False),
        sa.Column("sold_at", sa.DateTime(), nullable=False),
        sa.Column("sold_by_id", sa.Integer(), nullable=False),
        sa.Column("coach_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("left", sa.String(20), nullable=True),
        sa.Column("end_note", sa.String(length=500), nullable=False),
        sa.Column("renews_id", sa.Integer(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("brought", sa.Boolean(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_enrolments_client_id_clients")),
        sa.ForeignKeyConstraint(["coach_id"], ["users.id"], name=op.f("fk_enrolments_coach_id_users")),
        sa.ForeignKeyConstraint(
            ["offer_version_id"], ["offer_versions.id"], name=op.f("fk_enrolments_offer_version_id_offer_versions")
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quotes.id"], name=op.f("fk_enrolments_quote_id_quotes"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["renews_id"], ["enrolments.id"], name=op.f("fk_enrolments_renews_id_enrolments")),
        sa.ForeignKeyConstraint(["replaces_id"], ["enrolments.id"], name=op.f("fk_enrolments_replaces_id_enrolments")),
        sa.ForeignKeyConstraint(["sold_by_id"], ["users.id"], name=op.f("fk_enrolments_sold_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolments")),
        sa.UniqueConstraint("key", name=op.f("uq_enrolments_key")),
    )
    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enrolments_client_id"), ["client_id"], unique=False)
        batch_op.create_index("ix_enrolments_client_id_state", ["client_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_enrolments_coach_id"), ["coach_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enrolments_ended_on"), ["ended_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_enrolments_offer_version_id"), ["offer_version_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enrolments_renews_id"), ["renews_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enrolments_replaces_id"), ["replaces_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enrolments_sold_on"), ["sold_on"], unique=False)
        batch_op.create_index("ix_enrolments_state_starts_on", ["state", "starts_on"], unique=False)

    op.create_table(
        "agreements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=True),
        sa.Column("signed_how", sa.String(length=10), nullable=False),
        sa.Column("taken_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_agreements_client_id_clients")),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name=op.f("fk_agreements_enrolment_id_enrolments")
        ),
        sa.ForeignKeyConstraint(["made_by_id"], ["users.id"], name=op.f("fk_agreements_made_by_id_users")),
        sa.ForeignKeyConstraint(["taken_by_id"], ["users.id"], name=op.f("fk_agreements_taken_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
    )
    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreements_client_id"), ["client_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_enrolment_id"), ["enrolment_id"], unique=False)

    op.create_table(
        "clock_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.Column("note_seen", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_clock_changes_by_id_users")),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name=op.f("fk_clock_changes_enrolment_id_enrolments")
        ),
        sa.ForeignKeyConstraint(["undone_by_id"], ["users.id"], name=op.f("fk_clock_changes_undone_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_changes")),
    )
    with op.batch_alter_table("clock_changes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_clock_changes_enrolment_id"), ["enrolment_id"], unique=False)

    op.create_table(
        "invoices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=True),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("net", sa.Integer(), nullable=False),
        sa.Column("tax", sa.Integer(), nullable=False),
        sa.Column("gross", sa.Integer(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("buyer", sa.JSON(), nullable=False),
        sa.Column("seller", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_invoices_by_id_users")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_invoices_client_id_clients")),
        sa.ForeignKeyConstraint(["corrects_id"], ["invoices.id"], name=op.f("fk_invoices_corrects_id_invoices")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_invoices_enrolment_id_enrolments")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoices")),
        sa.UniqueConstraint("key", name=op.f("uq_invoices_key")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_invoices_year")),
    )
    with op.batch_alter_table("invoices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invoices_client_id"), ["client_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invoices_corrects_id"), ["corrects_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invoices_enrolment_id"), ["enrolment_id"], unique=False)
        batch_op.create_index("ix_invoices_issued_on", ["issued_on"], unique=False)

    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=True),
        sa.Column("coach_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("courtesy", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_sessions_by_id_users")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_sessions_client_id_clients")),
        sa.ForeignKeyConstraint(["coach_id"], ["users.id"], name=op.f("fk_sessions_coach_id_users")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_sessions_enrolment_id_enrolments")),
        sa.ForeignKeyConstraint(["undone_by_id"], ["users.id"], name=op.f("fk_sessions_undone_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("key", name=op.f("uq_sessions_key")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessions_client_id"), ["client_id"], unique=False)
        batch_op.create_index("ix_sessions_client_id_on", ["client_id", "on"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_enrolment_id"), ["enrolment_id"], unique=False)
        batch_op.create_index("ix_sessions_on_coach_id", ["on", "coach_id"], unique=False)

    op.create_table(
        "credits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("clock_change_id", sa.Integer(), nullable=True),
        sa.Column("reverses_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=64), nullable=True),
        sa.CheckConstraint("kind <> 'frozen' OR amount = 0", name=op.f("ck_credits_frozen_moves_nothing")),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_credits_by_id_users")),
        sa.ForeignKeyConstraint(
            ["clock_change_id"], ["clock_changes.id"], name=op.f("fk_credits_clock_change_id_clock_changes")
        ),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_credits_enrolment_id_enrolments")),
        sa.ForeignKeyConstraint(["reverses_id"], ["credits.id"], name=op.f("fk_credits_reverses_id_credits")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_credits_session_id_sessions")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credits")),
        sa.UniqueConstraint("key", name=op.f("uq_credits_key")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_credits_reverses_id")),
    )
    with op.batch_alter_table("credits", schema=None) as batch_op:
        batch_op.create_index("ix_credits_enrolment_id_id", ["enrolment_id", "id"], unique=False)
        batch_op.create_index("ix_credits_on_kind", ["on", "kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_credits_session_id"), ["session_id"], unique=False)

    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=True),
        sa.Column("invoice_id", sa.Integer(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("reverses_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_entries_by_id_users")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_entries_client_id_clients")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_entries_enrolment_id_enrolments")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_entries_invoice_id_invoices")),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], name=op.f("fk_entries_payment_id_payments")),
        sa.ForeignKeyConstraint(["reverses_id"], ["entries.id"], name=op.f("fk_entries_reverses_id_entries")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("key", name=op.f("uq_entries_key")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_entries_reverses_id")),
    )
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entries_client_id"), ["client_id"], unique=False)
        batch_op.create_index("ix_entries_client_id_id", ["client_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_entries_enrolment_id"), ["enrolment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_entries_invoice_id"), ["invoice_id"], unique=False)
        batch_op.create_index("ix_entries_on_kind", ["on", "kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_entries_payment_id"), ["payment_id"], unique=False)

    op.create_table(
        "instalments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_instalments_invoice_id_invoices")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalments")),
        sa.UniqueConstraint("invoice_id", "number", name=op.f("uq_instalments_invoice_id")),
    )
    with op.batch_alter_table("instalments", schema=None) as batch_op:
        batch_op.create_index("ix_instalments_due_on", ["due_on"], unique=False)

    op.create_table(
        "pay_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(length=20), nullable=False),
        sa.Column("reference", sa.String(length=120), nullable=False),
        sa.Column("url", sa.String(length=1000), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_pay_links_by_id_users")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_pay_links_client_id_clients")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_pay_links_invoice_id_invoices")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_links")),
        sa.UniqueConstraint("reference", name=op.f("uq_pay_links_reference")),
    )
    with op.batch_alter_table("pay_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pay_links_client_id"), ["client_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pay_links_invoice_id"), ["invoice_id"], unique=False)

    op.create_table(
        "provider_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(length=20), nullable=False),
        sa.Column("event", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("pay_link_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["pay_link_id"], ["pay_links.id"], name=op.f("fk_provider_events_pay_link_id_pay_links")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_events")),
        sa.UniqueConstraint("provider", "event", name=op.f("uq_provider_events_provider")),
    )
    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_provider_events_pay_link_id"), ["pay_link_id"], unique=False)

    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instalment_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_reminders_by_id_users")),
        sa.ForeignKeyConstraint(
            ["instalment_id"], ["instalments.id"], name=op.f("fk_reminders_instalment_id_instalments")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint("instalment_id", "step", name=op.f("uq_reminders_instalment_id")),
    )
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("agreement_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("quote_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("invoice_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("payment_id", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_papers_agreement_id"), ["agreement_id", "revision"])
        batch_op.create_unique_constraint(batch_op.f("uq_papers_invoice_id"), ["invoice_id"])
        batch_op.create_unique_constraint(batch_op.f("uq_papers_payment_id"), ["payment_id"])
        batch_op.create_unique_constraint(batch_op.f("uq_papers_quote_id"), ["quote_id"])
        batch_op.create_foreign_key(batch_op.f("fk_papers_payment_id_payments"), "payments", ["payment_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_papers_agreement_id_agreements"), "agreements", ["agreement_id"], ["id"]
        )
        batch_op.create_foreign_key(batch_op.f("fk_papers_quote_id_quotes"), "quotes", ["quote_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_papers_invoice_id_invoices"), "invoices", ["invoice_id"], ["id"])

    _guard()


def _guard() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table, fixed in FIXED.items():
            refuse = f"BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
            op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {fixed} ON {table} {refuse}")
            op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
        return
    for table, fixed in FIXED.items():
        body = f"$$ BEGIN RAISE EXCEPTION '{table} are append-only'; END $$"
        run = f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
        op.execute(f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS {body}")
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {fixed} ON {table} {run}")
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {run}")


def _unguard() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for table in FIXED:
            op.execute(f"DROP TRIGGER {table}_no_update ON {table}")
            op.execute(f"DROP TRIGGER {table}_no_delete ON {table}")
            op.execute(f"DROP FUNCTION {table}_append_only")


def downgrade() -> None:
    _unguard()
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_papers_invoice_id_invoices"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_papers_quote_id_quotes"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_papers_agreement_id_agreements"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_papers_payment_id_payments"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_papers_quote_id"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_papers_payment_id"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_papers_invoice_id"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_papers_agreement_id"), type_="unique")
        batch_op.drop_column("payment_id")
        batch_op.drop_column("invoice_id")
        batch_op.drop_column("quote_id")
        batch_op.drop_column("agreement_id")

    op.drop_table("reminders")
    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_provider_events_pay_link_id"))

    op.drop_table("provider_events")
    with op.batch_alter_table("pay_links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pay_links_invoice_id"))
        batch_op.drop_index(batch_op.f("ix_pay_links_client_id"))

    op.drop_table("pay_links")
    with op.batch_alter_table("instalments", schema=None) as batch_op:
        batch_op.drop_index("ix_instalments_due_on")

    op.drop_table("instalments")
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_entries_payment_id"))
        batch_op.drop_index("ix_entries_on_kind")
        batch_op.drop_index(batch_op.f("ix_entries_invoice_id"))
        batch_op.drop_index(batch_op.f("ix_entries_enrolment_id"))
        batch_op.drop_index("ix_entries_client_id_id")
        batch_op.drop_index(batch_op.f("ix_entries_client_id"))

    op.drop_table("entries")
    with op.batch_alter_table("credits", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_credits_session_id"))
        batch_op.drop_index("ix_credits_on_kind")
        batch_op.drop_index("ix_credits_enrolment_id_id")

    op.drop_table("credits")
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index("ix_sessions_on_coach_id")
        batch_op.drop_index(batch_op.f("ix_sessions_enrolment_id"))
        batch_op.drop_index("ix_sessions_client_id_on")
        batch_op.drop_index(batch_op.f("ix_sessions_client_id"))

    op.drop_table("sessions")
    with op.batch_alter_table("invoices", schema=None) as batch_op:
        batch_op.drop_index("ix_invoices_issued_on")
        batch_op.drop_index(batch_op.f("ix_invoices_enrolment_id"))
        batch_op.drop_index(batch_op.f("ix_invoices_corrects_id"))
        batch_op.drop_index(batch_op.f("ix_invoices_client_id"))

    op.drop_table("invoices")
    with op.batch_alter_table("clock_changes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_clock_changes_enrolment_id"))

    op.drop_table("clock_changes")
    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreements_enrolment_id"))
        batch_op.drop_index(batch_op.f("ix_agreements_client_id"))

    op.drop_table("agreements")
    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.drop_index("ix_enrolments_state_starts_on")
        batch_op.drop_index(batch_op.f("ix_enrolments_sold_on"))
        batch_op.drop_index(batch_op.f("ix_enrolments_replaces_id"))
        batch_op.drop_index(batch_op.f("ix_enrolments_renews_id"))
        batch_op.drop_index(batch_op.f("ix_enrolments_offer_version_id"))
        batch_op.drop_index(batch_op.f("ix_enrolments_ended_on"))
        batch_op.drop_index(batch_op.f("ix_enrolments_coach_id"))
        batch_op.drop_index("ix_enrolments_client_id_state")
        batch_op.drop_index(batch_op.f("ix_enrolments_client_id"))

    op.drop_table("enrolments")
    with op.batch_alter_table("quotes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quotes_client_id"))

    op.drop_table("quotes")
    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.drop_index("ix_payments_received_on_method")
        batch_op.drop_index(batch_op.f("ix_payments_client_id"))

    op.drop_table("payments")
    with op.batch_alter_table("offer_versions", schema=None) as batch_op:
        batch_op.drop_index("ix_offer_versions_valid")

    op.drop_table("offer_versions")
    op.drop_table("offers")
    with op.batch_alter_table("drawer_counts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_drawer_counts_on"))

    op.drop_table("drawer_counts")
    op.drop_table("trade")
    op.drop_table("invoice_years")
