"""The first tables: studio, people, clients, assessments, programmes, paper and the audit trail."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# The audit trail is append-only in the database itself. Written out: a migration must not change when a model does.
SQLITE_GUARDS = (
    "CREATE TRIGGER events_no_update BEFORE update ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
    "CREATE TRIGGER events_no_delete BEFORE delete ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
)
POSTGRES_GUARDS = (
    "CREATE FUNCTION events_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$",
    "CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events "
    "FOR EACH ROW EXECUTE FUNCTION events_append_only()",
)


def upgrade() -> None:
    op.create_table(
        "buckets",
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("tokens", sa.Double(), nullable=False),
        sa.Column("filled_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_buckets")),
    )
    op.create_table(
        "studios",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("website", sa.String(length=200), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("paper", sa.String(length=6), nullable=False),
        sa.Column("units", sa.String(length=2), nullable=False),
        sa.Column("emergency_number", sa.String(length=10), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_studios_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_studios")),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("credential", sa.String(length=120), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("left_handed", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
    )
    op.create_table(
        "clients",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("sort_name", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("sex", sa.String(20), nullable=True),
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.Column("sheet_size", sa.Integer(), nullable=True),
        sa.Column("colour", sa.String(length=12), nullable=False),
        sa.Column("equipment", sa.JSON(), nullable=False),
        sa.Column("floor_transfer", sa.Boolean(), nullable=False),
        sa.Column("goal", sa.String(length=20), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("coach_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["coach_id"], ["users.id"], name=op.f("fk_clients_coach_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clients")),
    )
    with op.batch_alter_table("clients", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_clients_birth_date"), ["birth_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_clients_coach_id"), ["coach_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_clients_email"), ["email"], unique=False)
        batch_op.create_index("ix_clients_list", ["archived_at", "sort_name", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_clients_phone"), ["phone"], unique=False)

    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sign_ins_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_ins_token_hash")),
    )
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ins_user_id"), ["user_id"], unique=False)

    op.create_table(
        "assessments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("coach_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("completed_at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("note_revision", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_assessments_client_id_clients")),
        sa.ForeignKeyConstraint(["coach_id"], ["users.id"], name=op.f("fk_assessments_coach_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessments")),
    )
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessments_client_id"), ["client_id"], unique=False)
        batch_op.create_index("ix_assessments_state", ["state", "started_at"], unique=False)

    op.create_table(
        "client_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_client_revisions_client_id_clients")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_client_revisions_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_revisions")),
    )
    with op.batch_alter_table("client_revisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_client_revisions_client_id"), ["client_id"], unique=False)

    op.create_table(
        "client_words",
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column(
            "word",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_client_words_client_id_clients")),
        sa.PrimaryKeyConstraint("client_id", "word", name=op.f("pk_client_words")),
    )
    with op.batch_alter_table("client_words", schema=None) as batch_op:
        batch_op.create_index("ix_client_words_word", ["word", "client_id"], unique=False)

    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("client_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("summary", sa.String(length=300), nullable=False),
        sa.Column("particulars", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_events_client_id_clients")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_events_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index("ix_events_client_id_id", ["client_id", "id"], unique=False)

    op.create_table(
        "programmes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("setting", sa.String(20), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_programmes_client_id_clients")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programmes")),
        sa.UniqueConstraint("client_id", "setting", name=op.f("uq_programmes_client_id")),
    )
    with op.batch_alter_table("programmes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_programmes_client_id"), ["client_id"], unique=False)

    op.create_table(
        "assessment_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("recorded", sa.JSON(), nullable=False),
        sa.Column("case", sa.JSON(), nullable=False),
        sa.Column("analysis", sa.JSON(), nullable=False),
        sa.Column("catalogue", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_assessment_versions_assessment_id_assessments")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_assessment_versions_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_versions")),
        sa.UniqueConstraint("assessment_id", "number", name=op.f("uq_assessment_versions_assessment_id")),
    )
    with op.batch_alter_table("assessment_versions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessment_versions_assessment_id"), ["assessment_id"], unique=False)

    op.create_table(
        "recordings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("protocol", sa.String(length=20), nullable=False),
        sa.Column("variant", sa.String(length=20), nullable=False),
        sa.Column("view", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_recordings_assessment_id_assessments")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recordings")),
    )
    with op.batch_alter_table("recordings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recordings_assessment_id"), ["assessment_id"], unique=False)

    op.create_table(
        "answers",
        sa.Column("recording_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("value", sa.String(length=20), nullable=False),
        sa.Column("views", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["recording_id"], ["recordings.id"], name=op.f("fk_answers_recording_id_recordings")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_answers_user_id_users")),
        sa.PrimaryKeyConstraint("recording_id", "field", name=op.f("pk_answers")),
    )
    op.create_table(
        "programme_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("assessment_version_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("touched", sa.Boolean(), nullable=False),
        sa.Column("catalogue", sa.String(length=60), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("home_days", sa.Integer(), nullable=False),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("message", sa.String(length=300), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=True),
        sa.Column("issued_by_id", sa.Integer(), nullable=True),
        sa.Column("sheet", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assessment_version_id"],
            ["assessment_versions.id"],
            name=op.f("fk_programme_versions_assessment_version_id_assessment_versions"),
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["users.id"], name=op.f("fk_programme_versions_created_by_id_users")
        ),
        sa.ForeignKeyConstraint(["issued_by_id"], ["users.id"], name=op.f("fk_programme_versions_issued_by_id_users")),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name=op.f("fk_programme_versions_programme_id_programmes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_versions")),
        sa.UniqueConstraint("programme_id", "number", name=op.f("uq_programme_versions_programme_id")),
    )
    with op.batch_alter_table("programme_versions", schema=None) as batch_op:
        batch_op.create_index("ix_programme_versions_issued_at", ["issued_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_programme_versions_next_date"), ["next_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_programme_versions_programme_id"), ["programme_id"], unique=False)
        batch_op.create_index(
            "uq_programme_versions_draft",
            ["programme_id"],
            unique=True,
            sqlite_where=sa.text("issued_at IS NULL"),
            postgresql_where=sa.text("issued_at IS NULL"),
        )

    op.create_table(
        "taps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("recording_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("tapped_at", sa.DateTime(), nullable=True),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("value", sa.String(length=20), nullable=False),
        sa.Column("view", sa.String(length=20), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("undo", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["recording_id"], ["recordings.id"], name=op.f("fk_taps_recording_id_recordings")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_taps_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taps")),
        sa.UniqueConstraint("key", name=op.f("uq_taps_key")),
    )
    with op.batch_alter_table("taps", schema=None) as batch_op:
        batch_op.create_index("ix_taps_recording_id_id", ["recording_id", "id"], unique=False)

    op.create_table(
        "papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("assessment_version_id", sa.Integer(), nullable=True),
        sa.Column("programme_version_id", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.String(length=160), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_version_id"],
            ["assessment_versions.id"],
            name=op.f("fk_papers_assessment_version_id_assessment_versions"),
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_papers_client_id_clients")),
        sa.ForeignKeyConstraint(["created_by_id"], ["users.id"], name=op.f("fk_papers_created_by_id_users")),
        sa.ForeignKeyConstraint(
            ["programme_version_id"],
            ["programme_versions.id"],
            name=op.f("fk_papers_programme_version_id_programme_versions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
        sa.UniqueConstraint("assessment_version_id", "kind", "client_id", name=op.f("uq_papers_assessment_version_id")),
        sa.UniqueConstraint("programme_version_id", "kind", name=op.f("uq_papers_programme_version_id")),
    )
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_papers_assessment_version_id"), ["assessment_version_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_papers_client_id"), ["client_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_papers_programme_version_id"), ["programme_version_id"], unique=False)

    op.create_table(
        "prescriptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(length=12), nullable=False),
        sa.Column("exercise", sa.String(length=60), nullable=False),
        sa.Column("parked", sa.Boolean(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=10), nullable=False),
        sa.Column("override", sa.String(length=300), nullable=False),
        sa.Column("override_by_id", sa.Integer(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("line", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["override_by_id"], ["users.id"], name=op.f("fk_prescriptions_override_by_id_users")),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["prescriptions.id"],
            name=op.f("fk_prescriptions_replaces_id_prescriptions"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["programme_versions.id"], name=op.f("fk_prescriptions_version_id_programme_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prescriptions")),
    )
    with op.batch_alter_table("prescriptions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_prescriptions_version_id"), ["version_id"], unique=False)

    for statement in SQLITE_GUARDS if op.get_bind().dialect.name == "sqlite" else POSTGRES_GUARDS:
        op.execute(statement)


def downgrade() -> None:
    with op.batch_alter_table("prescriptions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_prescriptions_version_id"))

    op.drop_table("prescriptions")
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_papers_programme_version_id"))
        batch_op.drop_index(batch_op.f("ix_papers_client_id"))
        batch_op.drop_index(batch_op.f("ix_papers_assessment_version_id"))

    op.drop_table("papers")
    with op.batch_alter_table("taps", schema=None) as batch_op:
        batch_op.drop_index("ix_taps_recording_id_id")

    op.drop_table("taps")
    with op.batch_alter_table("programme_versions", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_programme_versions_draft",
            sqlite_where=sa.text("issued_at IS NULL"),
            postgresql_where=sa.text("issued_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_programme_versions_programme_id"))
        batch_op.drop_index(batch_op.f("ix_programme_versions_next_date"))
        batch_op.drop_index("ix_programme_versions_issued_at")

    op.drop_table("programme_versions")
    op.drop_table("answers")
    with op.batch_alter_table("recordings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recordings_assessment_id"))

    op.drop_table("recordings")
    with op.batch_alter_table("assessment_versions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assessment_versions_assessment_id"))

    op.drop_table("assessment_versions")
    with op.batch_alter_table("programmes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_programmes_client_id"))

    op.drop_table("programmes")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index("ix_events_client_id_id")

    op.drop_table("events")
    with op.batch_alter_table("client_words", schema=None) as batch_op:
        batch_op.drop_index("ix_client_words_word")

    op.drop_table("client_words")
    with op.batch_alter_table("client_revisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_client_revisions_client_id"))

    op.drop_table("client_revisions")
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.drop_index("ix_assessments_state")
        batch_op.drop_index(batch_op.f("ix_assessments_client_id"))

    op.drop_table("assessments")
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_ins_user_id"))

    op.drop_table("sign_ins")
    with op.batch_alter_table("clients", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_clients_phone"))
        batch_op.drop_index("ix_clients_list")
        batch_op.drop_index(batch_op.f("ix_clients_email"))
        batch_op.drop_index(batch_op.f("ix_clients_coach_id"))
        batch_op.drop_index(batch_op.f("ix_clients_birth_date"))

    op.drop_table("clients")
    op.drop_table("users")
    op.drop_table("studios")
    op.drop_table("buckets")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION events_append_only")
