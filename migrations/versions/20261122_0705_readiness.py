"""The readiness questions, passes of the gate, and refer-out letters."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "readiness_forms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("answers_id", sa.Integer(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("pressure", sa.JSON(), nullable=False),
        sa.Column("yellow", sa.JSON(), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("filled_in", sa.String(length=20), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("outdated_at", sa.DateTime(), nullable=True),
        sa.Column("catalogue", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_readiness_forms_client_id_clients"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_readiness_forms_user_id_users"),
        sa.PrimaryKeyConstraint("id", name="pk_readiness_forms"),
    )
    op.create_index("ix_readiness_forms_newest", "readiness_forms", ["client_id", "done_at"], unique=False)
    op.create_table(
        "gate_passes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_gate_passes_client_id_clients"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_gate_passes_user_id_users"),
        sa.PrimaryKeyConstraint("id", name="pk_gate_passes"),
    )
    op.create_index("ix_gate_passes_client_id", "gate_passes", ["client_id"], unique=False)
    op.create_table(
        "refer_outs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=12), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("from_readiness", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(), nullable=False),
        sa.Column("drafted_by_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answer_by", sa.String(length=120), nullable=False),
        sa.Column("answer_on", sa.Date(), nullable=True),
        sa.Column("answer_until", sa.Date(), nullable=True),
        sa.Column("clearance_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_refer_outs_client_id_clients"),
        sa.ForeignKeyConstraint(["clearance_id"], ["clearances.id"], name="fk_refer_outs_clearance_id_clearances"),
        sa.ForeignKeyConstraint(["drafted_by_id"], ["users.id"], name="fk_refer_outs_drafted_by_id_users"),
        sa.PrimaryKeyConstraint("id", name="pk_refer_outs"),
    )
    op.create_index("ix_refer_outs_client_id", "refer_outs", ["client_id"], unique=False)
    op.create_index("ix_refer_outs_waiting", "refer_outs", ["waiting", "id"], unique=False)
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("refer_out_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("revision", sa.Integer(), nullable=True))
        batch_op.create_foreign_key("fk_papers_refer_out_id_refer_outs", "refer_outs", ["refer_out_id"], ["id"])
        batch_op.create_unique_constraint("uq_papers_refer_out_id", ["refer_out_id", "revision"])
        batch_op.create_index("ix_papers_refer_out_id", ["refer_out_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.drop_index("ix_papers_refer_out_id")
        batch_op.drop_constraint("uq_papers_refer_out_id", type_="unique")
        batch_op.drop_constraint("fk_papers_refer_out_id_refer_outs", type_="foreignkey")
        batch_op.drop_column("revision")
        batch_op.drop_column("refer_out_id")
    op.drop_table("refer_outs")
    op.drop_table("gate_passes")
    op.drop_table("readiness_forms")
