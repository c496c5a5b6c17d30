"""Which tablet a tap came from, and which reasons an override knew; and what a database of the first 0001 lacks."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for table in ("taps", "answers"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("device", sa.String(length=32), nullable=False, server_default=""))
    with op.batch_alter_table("prescriptions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("overridden", sa.JSON(), nullable=False, server_default="[]"))
    # 0001 was published twice, so a database that says 0001 may lack a column and an index of today's.
    found = sa.inspect(op.get_bind())
    if "touched" not in {column["name"] for column in found.get_columns("programme_versions")}:
        add_touched()
    if "ix_clients_coach_id" not in {index["name"] for index in found.get_indexes("clients")}:
        op.create_index("ix_clients_coach_id", "clients", ["coach_id"], unique=False)


def add_touched() -> None:
    with op.batch_alter_table("programme_versions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("touched", sa.Boolean(), nullable=False, server_default=sa.false()))
    # The draft of such a database tells only by its revision that somebody changed it.
    versions = sa.table("programme_versions", sa.column("touched", sa.Boolean), sa.column("revision", sa.Integer))
    op.execute(versions.update().where(versions.c.revision > 1).values(touched=True))


def downgrade() -> None:
    """Back to 0001 as it is today."""
    op.drop_column("prescriptions", "overridden")
    for table in ("answers", "taps"):
        op.drop_column(table, "device")
