"""Links to pay have an address of ours, and the provider's pages stand behind it."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"

WAITING = sa.text("needs_hand AND done_at IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("pay_links", schema=None) as batch_op:
        batch_op.add_column(sa.Column("key", sa.String(length=32), nullable=False))
        batch_op.alter_column("reference", existing_type=sa.String(length=120), type_=sa.String(length=32))
        batch_op.alter_column("state", existing_type=sa.String(length=10), type_=sa.String(length=20))
        batch_op.create_unique_constraint(batch_op.f("uq_pay_links_key"), ["key"])
        batch_op.drop_column("provider")
        batch_op.drop_column("url")

    op.create_table(
        "pay_pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pay_link_id", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(length=20), nullable=False),
        sa.Column("session", sa.String(length=120), nullable=False),
        sa.Column("payment", sa.String(length=120), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["pay_link_id"], ["pay_links.id"], name=op.f("fk_pay_pages_pay_link_id_pay_links")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_pages")),
        sa.UniqueConstraint("provider", "session", name=op.f("uq_pay_pages_provider")),
    )
    with op.batch_alter_table("pay_pages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pay_pages_pay_link_id"), ["pay_link_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pay_pages_payment"), ["payment"], unique=False)

    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.alter_column("event", existing_type=sa.String(length=120), type_=sa.String(length=160))
        batch_op.alter_column("outcome", existing_type=sa.String(length=200), type_=sa.String(length=300))
        batch_op.add_column(sa.Column("needs_hand", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("done_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("done_by_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_provider_events_done_by_id_users"), "users", ["done_by_id"], ["id"])
    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.alter_column("needs_hand", existing_type=sa.Boolean(), server_default=None)
        batch_op.create_index(
            "ix_provider_events_waiting", ["at"], unique=False, sqlite_where=WAITING, postgresql_where=WAITING
        )


def downgrade() -> None:
    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.drop_index("ix_provider_events_waiting", sqlite_where=WAITING, postgresql_where=WAITING)
    with op.batch_alter_table("provider_events", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_provider_events_done_by_id_users"), type_="foreignkey")
        batch_op.drop_column("done_by_id")
        batch_op.drop_column("done_at")
        batch_op.drop_column("needs_hand")
        batch_op.alter_column("outcome", existing_type=sa.String(length=300), type_=sa.String(length=200))
        batch_op.alter_column("event", existing_type=sa.String(length=160), type_=sa.String(length=120))

    with op.batch_alter_table("pay_pages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pay_pages_payment"))
        batch_op.drop_index(batch_op.f("ix_pay_pages_pay_link_id"))
    op.drop_table("pay_pages")

    with op.batch_alter_table("pay_links", schema=None) as batch_op:
        batch_op.add_column(sa.Column("url", sa.String(length=1000), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("provider", sa.String(length=20), nullable=False, server_default=""))
        batch_op.drop_constraint(batch_op.f("uq_pay_links_key"), type_="unique")
        batch_op.alter_column("state", existing_type=sa.String(length=20), type_=sa.String(length=10))
        batch_op.alter_column("reference", existing_type=sa.String(length=32), type_=sa.String(length=120))
        batch_op.drop_column("key")
