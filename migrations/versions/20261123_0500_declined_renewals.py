"""Why somebody does not go on after a package."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("enrolments") as table:
        table.add_column(sa.Column("declined_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("declined_why", sa.String(200), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("enrolments") as table:
        table.drop_column("declined_why")
        table.drop_column("declined_on")
