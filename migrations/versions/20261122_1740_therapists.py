"""What therapists are found by, what their records said before, their merges, and the outreach to them."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    with op.batch_alter_table("therapists", schema=None) as batch_op:
        batch_op.add_column(sa.Column("search", sa.String(length=600), nullable=False, server_default=""))

    op.create_table(
        "therapist_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("therapist_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_therapist_revisions_therapist_id_therapists")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_therapist_revisions_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_therapist_revisions")),
    )
    with op.batch_alter_table("therapist_revisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_therapist_revisions_therapist_id"), ["therapist_id"], unique=False)

    op.create_table(
        "therapist_merges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("gone_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_therapist_merges_by_id_users")),
        sa.ForeignKeyConstraint(["gone_id"], ["therapists.id"], name=op.f("fk_therapist_merges_gone_id_therapists")),
        sa.ForeignKeyConstraint(["kept_id"], ["therapists.id"], name=op.f("fk_therapist_merges_kept_id_therapists")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_therapist_merges")),
    )
    with op.batch_alter_table("therapist_merges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_therapist_merges_kept_id"), ["kept_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_therapist_merges_gone_id"), ["gone_id"], unique=False)

    op.create_table(
        "outreach",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("therapist_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_outreach_by_id_users")),
        sa.ForeignKeyConstraint(["therapist_id"], ["therapists.id"], name=op.f("fk_outreach_therapist_id_therapists")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outreach")),
    )
    with op.batch_alter_table("outreach", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outreach_therapist_id"), ["therapist_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("outreach", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outreach_therapist_id"))

    op.drop_table("outreach")
    with op.batch_alter_table("therapist_merges", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_therapist_merges_gone_id"))
        batch_op.drop_index(batch_op.f("ix_therapist_merges_kept_id"))

    op.drop_table("therapist_merges")
    with op.batch_alter_table("therapist_revisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_therapist_revisions_therapist_id"))

    op.drop_table("therapist_revisions")
    with op.batch_alter_table("therapists", schema=None) as batch_op:
        batch_op.drop_column("search")
