"""Which assessment another one rates a second time, and the error bands that follow from such pairs."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("second_to_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("rated_from", sa.String(length=10), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_assessments_second_to_id"), ["second_to_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_assessments_second_to_id_assessments"), "assessments", ["second_to_id"], ["id"]
        )
    op.create_table(
        "error_bands",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rater", sa.String(length=20), nullable=False),
        sa.Column("standing", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("likely", sa.Integer(), nullable=False),
        sa.Column("clear", sa.Integer(), nullable=False),
        sa.Column("clients", sa.Integer(), nullable=False),
        sa.Column("pairs", sa.Integer(), nullable=False),
        sa.Column("bias", sa.Double(), nullable=False),
        sa.Column("sd", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_error_bands_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_error_bands")),
    )


def downgrade() -> None:
    """A database without the column knows no second ratings: they become voided assessments."""
    op.drop_table("error_bands")
    op.execute("UPDATE assessments SET state = 'voided' WHERE state IN ('rating', 'rated')")
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_assessments_second_to_id_assessments"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_assessments_second_to_id"))
        batch_op.drop_column("rated_from")
        batch_op.drop_column("second_to_id")
