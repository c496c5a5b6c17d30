"""The square codes of home sheets, by their hash."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "sheet_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["programme_versions.id"], name=op.f("fk_sheet_codes_version_id_programme_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_codes")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_sheet_codes_code_hash")),
        sa.UniqueConstraint("version_id", name=op.f("uq_sheet_codes_version_id")),
    )


def downgrade() -> None:
    op.drop_table("sheet_codes")
