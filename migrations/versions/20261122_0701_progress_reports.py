"""What a paper that rests on several records says, as a hash."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("basis", sa.String(length=32), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_papers_basis"), ["basis", "kind", "client_id"])


def downgrade() -> None:
    op.execute("DELETE FROM papers WHERE kind = 'progress report'")
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_papers_basis"), type_="unique")
        batch_op.drop_column("basis")
