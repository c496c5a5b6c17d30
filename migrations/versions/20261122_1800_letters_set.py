"""What a released letter says, its papers, the mail that carries it, and when it was handed over."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sheet", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("mail_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("handed_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("refer_out_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_letters_mail_id_mails"), "mails", ["mail_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_letters_refer_out_id_refer_outs"), "refer_outs", ["refer_out_id"], ["id"]
        )
        batch_op.create_index(batch_op.f("ix_letters_refer_out_id"), ["refer_out_id"], unique=False)
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("letter_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_papers_letter_id_letters"), "letters", ["letter_id"], ["id"])
        batch_op.create_unique_constraint(batch_op.f("uq_papers_letter_id"), ["letter_id", "revision"])


def downgrade() -> None:
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_papers_letter_id"), type_="unique")
        batch_op.drop_constraint(batch_op.f("fk_papers_letter_id_letters"), type_="foreignkey")
        batch_op.drop_column("letter_id")
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letters_refer_out_id"))
        batch_op.drop_constraint(batch_op.f("fk_letters_refer_out_id_refer_outs"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_letters_mail_id_mails"), type_="foreignkey")
        batch_op.drop_column("refer_out_id")
        batch_op.drop_column("handed_at")
        batch_op.drop_column("mail_id")
        batch_op.drop_column("sheet")
