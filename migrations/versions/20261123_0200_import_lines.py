"""The lines of a file are rows, to be taken in batch by batch; what other programs call clients.

A file that waits on the day of the upgrade is to be sent again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table(
        "client_numbers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_client_numbers_client_id_clients")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_numbers")),
        sa.UniqueConstraint("number", name=op.f("uq_client_numbers_number")),
    )
    with op.batch_alter_table("client_numbers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_client_numbers_client_id"), ["client_id"], unique=False)
    op.create_table(
        "import_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("who", sa.String(length=240), nullable=False),
        sa.Column("told", sa.String(length=300), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_import_lines_client_id_clients")),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name=op.f("fk_import_lines_import_id_imports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_lines")),
    )
    with op.batch_alter_table("import_lines", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_lines_client_id"), ["client_id"], unique=False)
        batch_op.create_index("ix_import_lines_shown", ["import_id", "verdict", "line"], unique=False)
    op.execute("UPDATE imports SET done_at = at WHERE done_at IS NULL")
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.drop_column("rows")
        batch_op.add_column(sa.Column("columns", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("unknown", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("read_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("job_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_imports_job_id_jobs"), "jobs", ["job_id"], ["id"])
    op.execute("UPDATE imports SET read_at = at")


def downgrade() -> None:
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_imports_job_id_jobs"), type_="foreignkey")
        batch_op.drop_column("job_id")
        batch_op.drop_column("read_at")
        batch_op.drop_column("unknown")
        batch_op.drop_column("columns")
        batch_op.add_column(sa.Column("rows", sa.JSON(), server_default="[]", nullable=False))
    op.drop_table("import_lines")
    op.drop_table("client_numbers")
