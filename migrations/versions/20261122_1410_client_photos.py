"""Clients' own photos on the lines of their programme."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "client_photos",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("exercise", sa.String(length=60), nullable=False),
        sa.Column("whole", sa.String(length=40), nullable=False),
        sa.Column("whole_sha256", sa.String(length=64), nullable=False),
        sa.Column("shown", sa.String(length=40), nullable=False),
        sa.Column("shown_sha256", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("top", sa.Integer(), nullable=False),
        sa.Column("across", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("removed_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_client_photos_client_id_clients"),
        sa.ForeignKeyConstraint(["created_by_id"], ["users.id"], name="fk_client_photos_created_by_id_users"),
        sa.ForeignKeyConstraint(["removed_by_id"], ["users.id"], name="fk_client_photos_removed_by_id_users"),
        sa.PrimaryKeyConstraint("id", name="pk_client_photos"),
        sa.UniqueConstraint("shown", name="uq_client_photos_shown"),
        sa.UniqueConstraint("whole", name="uq_client_photos_whole"),
    )
    op.create_index("ix_client_photos_client_id", "client_photos", ["client_id"], unique=False)
    op.create_index(
        "uq_client_photos_in_use",
        "client_photos",
        ["client_id", "exercise"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("photos", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.drop_constraint("uq_papers_programme_version_id", type_="unique")
        batch_op.create_unique_constraint("uq_papers_programme_version_id", ["programme_version_id", "kind", "photos"])


def downgrade() -> None:
    """A version without the column could not tell who may see a paper with photos: only those without them stay."""
    op.execute("DELETE FROM papers WHERE photos")
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.drop_constraint("uq_papers_programme_version_id", type_="unique")
        batch_op.create_unique_constraint("uq_papers_programme_version_id", ["programme_version_id", "kind"])
        batch_op.drop_column("photos")
    op.drop_table("client_photos")
