"""Messages that wait for somebody are found by an index that is searched, not walked."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"

OLD = sa.text("needs_hand AND done_at IS NULL")
WAITING = sa.text("needs_hand")


def upgrade() -> None:
    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.drop_index("ix_provider_events_waiting", sqlite_where=OLD, postgresql_where=OLD)
    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.create_index(
            "ix_provider_events_waiting", ["done_at", "at"], sqlite_where=WAITING, postgresql_where=WAITING
        )


def downgrade() -> None:
    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.drop_index("ix_provider_events_waiting", sqlite_where=WAITING, postgresql_where=WAITING)
    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.create_index("ix_provider_events_waiting", ["at"], sqlite_where=OLD, postgresql_where=OLD)
