"""Notes that a picture looks wrong."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "picture_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exercise", sa.String(length=80), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["settled_by_id"], ["users.id"], name=op.f("fk_picture_notes_settled_by_id_users")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_picture_notes_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture_notes")),
    )
    op.create_index(op.f("ix_picture_notes_exercise"), "picture_notes", ["exercise"])


def downgrade() -> None:
    op.drop_index(op.f("ix_picture_notes_exercise"), table_name="picture_notes")
    op.drop_table("picture_notes")
