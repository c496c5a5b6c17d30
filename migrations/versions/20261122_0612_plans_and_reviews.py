"""How long a plan runs and why, and what became of it at each re-screen."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("programmes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("weeks", sa.Integer(), nullable=False, server_default="12"))
        batch_op.add_column(sa.Column("weeks_why", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("weeks_by_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("sessions_per_week", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("session_minutes", sa.Integer(), nullable=False, server_default="60"))
        batch_op.create_foreign_key(batch_op.f("fk_programmes_weeks_by_id_users"), "users", ["weeks_by_id"], ["id"])
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("compensation", sa.String(length=60), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("adherence_pct", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=30), nullable=False),
        sa.Column("rule", sa.String(length=10), nullable=False),
        sa.Column("proposed", sa.String(length=20), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("lagging", sa.String(length=5), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("reply", sa.String(length=20), nullable=False),
        sa.Column("chosen", sa.String(length=20), nullable=False),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.Column("rungs", sa.JSON(), nullable=False),
        sa.Column("replied_at", sa.DateTime(), nullable=True),
        sa.Column("replied_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_reviews_assessment_id_assessments")
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_reviews_client_id_clients")),
        sa.ForeignKeyConstraint(["replied_by_id"], ["users.id"], name=op.f("fk_reviews_replied_by_id_users")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_reviews_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint("assessment_id", "compensation", name=op.f("uq_reviews_assessment_id")),
    )
    op.create_index(op.f("ix_reviews_client_id"), "reviews", ["client_id"], unique=False)


def downgrade() -> None:
    op.drop_table("reviews")
    with op.batch_alter_table("programmes", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_programmes_weeks_by_id_users"), type_="foreignkey")
        for column in ("session_minutes", "sessions_per_week", "weeks_by_id", "weeks_why", "weeks"):
            batch_op.drop_column(column)
