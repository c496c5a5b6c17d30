"""A medical freeze moves the instalments that are still to come, and knows by how much."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    with op.batch_alter_table("clock_changes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("moved", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("clock_changes", schema=None) as batch_op:
        batch_op.drop_column("moved")
