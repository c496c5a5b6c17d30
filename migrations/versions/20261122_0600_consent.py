"""Versions of the texts that people sign, consents, and one row for each purpose agreed to."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("body", sa.String(length=12000), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["created_by_id"], ["users.id"], name=op.f("fk_texts_created_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")),
        sa.UniqueConstraint("kind", "number", name=op.f("uq_texts_kind")),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("taken_by_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_consents_client_id_clients")),
        sa.ForeignKeyConstraint(["taken_by_id"], ["users.id"], name=op.f("fk_consents_taken_by_id_users")),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"], name=op.f("fk_consents_text_id_texts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_client_id"), "consents", ["client_id"])
    op.create_table(
        "consent_grants",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("consent_id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_how", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_consent_grants_client_id_clients")),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_consent_grants_consent_id_consents")),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"], name=op.f("fk_consent_grants_text_id_texts")),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["users.id"], name=op.f("fk_consent_grants_withdrawn_by_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_grants")),
    )
    op.create_index(op.f("ix_consent_grants_client_id"), "consent_grants", ["client_id"])
    op.create_index(op.f("ix_consent_grants_consent_id"), "consent_grants", ["consent_id"])
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("consent_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_papers_consent_id_consents"), "consents", ["consent_id"], ["id"])
        batch_op.create_unique_constraint(op.f("uq_papers_consent_id"), ["consent_id"])


def downgrade() -> None:
    op.execute("DELETE FROM papers WHERE consent_id IS NOT NULL")
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("uq_papers_consent_id"), type_="unique")
        batch_op.drop_constraint(op.f("fk_papers_consent_id_consents"), type_="foreignkey")
        batch_op.drop_column("consent_id")
    for table in ("consent_grants", "consents", "texts"):
        op.drop_table(table)
