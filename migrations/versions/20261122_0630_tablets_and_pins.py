"""Enrolled tablets, PINs with their tries, and what a sign-in knows of its tablet."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "tablets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(), nullable=False),
        sa.Column("enrolled_by_id", sa.Integer(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["enrolled_by_id"], ["users.id"], name=op.f("fk_tablets_enrolled_by_id_users")),
        sa.ForeignKeyConstraint(["revoked_by_id"], ["users.id"], name=op.f("fk_tablets_revoked_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tablets")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_tablets_token_hash")),
    )
    op.create_table(
        "pin_tries",
        sa.Column("tablet_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["tablet_id"], ["tablets.id"], name=op.f("fk_pin_tries_tablet_id_tablets")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_pin_tries_user_id_users")),
        sa.PrimaryKeyConstraint("tablet_id", "user_id", name=op.f("pk_pin_tries")),
    )
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pin_hash", sa.String(length=200), nullable=False, server_default=""))
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tablet_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("by_pin", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("seen_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("confirmed_at", sa.DateTime(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_sign_ins_tablet_id_tablets"), "tablets", ["tablet_id"], ["id"])
        batch_op.create_index(op.f("ix_sign_ins_tablet_id"), ["tablet_id"])


def downgrade() -> None:
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_index(op.f("ix_sign_ins_tablet_id"))
        batch_op.drop_constraint(op.f("fk_sign_ins_tablet_id_tablets"), type_="foreignkey")
        for column in ("confirmed_at", "seen_at", "by_pin", "tablet_id"):
            batch_op.drop_column(column)
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.drop_column("pin_hash")
    op.drop_table("pin_tries")
    op.drop_table("tablets")
