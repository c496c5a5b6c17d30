"""Files of a form that came back with questions."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.create_table(
        "waiting_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=120), nullable=False),
        sa.Column("media_type", sa.String(20), nullable=False),
        sa.Column("stored", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_files")),
        sa.UniqueConstraint("stored", name=op.f("uq_waiting_files_stored")),
    )
    with op.batch_alter_table("waiting_files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waiting_files_submission"), ["submission"], unique=False)
        batch_op.create_index(batch_op.f("ix_waiting_files_created_at"), ["created_at"], unique=False)


def downgrade() -> None:
    op.drop_table("waiting_files")
