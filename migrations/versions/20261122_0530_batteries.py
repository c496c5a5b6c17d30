"""An assessment may hold several tests: their order, which battery was chosen, and where the coach is in it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("recordings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_unique_constraint(
            batch_op.f("uq_recordings_assessment_id"), ["assessment_id", "protocol", "variant"]
        )
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("battery", sa.String(length=20), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("here", sa.String(length=40), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.drop_column("here")
        batch_op.drop_column("battery")
    with op.batch_alter_table("recordings", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_recordings_assessment_id"), type_="unique")
        batch_op.drop_column("place")
