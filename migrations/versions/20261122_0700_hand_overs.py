"""A tablet in a client's hands."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "hand_overs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("drafts", sa.JSON(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("locked_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_hand_overs_client_id_clients")),
        sa.ForeignKeyConstraint(["ended_by_id"], ["users.id"], name=op.f("fk_hand_overs_ended_by_id_users")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_hand_overs_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_overs")),
    )
    op.create_index(op.f("ix_hand_overs_client_id"), "hand_overs", ["client_id"])
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hand_over_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_sign_ins_hand_over_id_hand_overs"), "hand_overs", ["hand_over_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_sign_ins_hand_over_id_hand_overs"), type_="foreignkey")
        batch_op.drop_column("hand_over_id")
    op.drop_table("hand_overs")
