"""The ledger as it was first released."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _area() -> None:
    op.create_table(
        "area",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("aliases", sa.Text, nullable=False),
        sa.Column("valid_from", sa.Date),
        sa.Column("valid_to", sa.Date),
        sa.Column("tile", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_area"),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_area_id",
        ),
        sa.CheckConstraint(
            "name <> ''",
            name="ck_area_name",
        ),
        sa.CheckConstraint(
            "scope IN ('area', 'prefecture')",
            name="ck_area_scope",
        ),
        sa.UniqueConstraint("name", name="uq_area_name"),
    )


def _batch() -> None:
    op.create_table(
        "batch",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("target", sa.Integer),
        sa.Column("change_count", sa.Integer, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_batch"),
        sa.ForeignKeyConstraint(
            ["target"],
            ["batch.seq"],
            name="fk_batch_target",
        ),
        sa.CheckConstraint(
            "kind IN ('load', 'edit', 'undo', 'redo')",
            name="ck_batch_kind",
        ),
    )


def _bed_type() -> None:
    op.create_table(
        "bed_type",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_bed_type"),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_bed_type_id",
        ),
        sa.CheckConstraint(
            "name <> ''",
            name="ck_bed_type_name",
        ),
        sa.CheckConstraint(
            "scope IN ('area', 'prefecture')",
            name="ck_bed_type_scope",
        ),
        sa.UniqueConstraint("name", name="uq_bed_type_name"),
    )


def _division() -> None:
    op.create_table(
        "division",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("former_names", sa.Text, nullable=False),
        sa.Column("valid_from", sa.Date),
        sa.Column("valid_to", sa.Date),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_division"),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_division_id",
        ),
        sa.CheckConstraint(
            "name <> ''",
            name="ck_division_name",
        ),
        sa.UniqueConstraint("name", name="uq_division_name"),
    )


def _paper() -> None:
    op.create_table(
        "paper",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("held_on", sa.Date, nullable=False),
        sa.Column("session", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("spellings", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_paper"),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_paper_id",
        ),
        sa.CheckConstraint(
            "stage IN ('draft', 'bureau', 'decision', 'submitted', 'replaced')",
            name="ck_paper_stage",
        ),
        sa.CheckConstraint(
            "title <> ''",
            name="ck_paper_title",
        ),
    )


def _bed_set() -> None:
    op.create_table(
        "bed_set",
        sa.Column("bed_type", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("approved_by", sa.Text, nullable=False),
        sa.Column("decided_on", sa.Date),
        sa.Column("draft_number", sa.Text, nullable=False),
        sa.Column("published_on", sa.Date),
        sa.Column("published_where", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("bed_type", "as_of", name="pk_bed_set"),
        sa.ForeignKeyConstraint(
            ["bed_type"],
            ["bed_type.id"],
            name="fk_bed_set_bed_type",
        ),
        sa.CheckConstraint(
            "basis IN ('plan', 'published', 'preliminary')",
            name="ck_bed_set_basis",
        ),
        sa.CheckConstraint(
            "standing IN ('entered', 'checked', 'approved', 'published')",
            name="ck_bed_set_standing",
        ),
    )


def _block() -> None:
    op.create_table(
        "block",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("paper", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("style", sa.Text, nullable=False),
        sa.Column("columns", sa.Integer, nullable=False),
        sa.Column("binding", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_block"),
        sa.ForeignKeyConstraint(
            ["paper"],
            ["paper.id"],
            name="fk_block_paper",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_block_id",
        ),
        sa.CheckConstraint(
            "kind IN ('cover', 'contents', 'heading', 'paragraph', 'bullet', 'circled', "
            "'circle', 'caption', 'as_of', 'note', 'table', 'figure', 'chart', "
            "'attachments', 'page_break')",
            name="ck_block_kind",
        ),
    )


def _change() -> None:
    op.create_table(
        "change",
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("cell", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("batch", "ordinal", name="pk_change"),
        sa.ForeignKeyConstraint(
            ["batch"],
            ["batch.seq"],
            name="fk_change_batch",
        ),
    )
    op.create_index("ix_change_record", "change", ["record", "key", "field"])


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("record", "key", "field", name="pk_draft"),
    )


def _metric() -> None:
    op.create_table(
        "metric",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("decimals", sa.Integer, nullable=False),
        sa.Column("period_kind", sa.Text, nullable=False),
        sa.Column("division", sa.Text),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_metric"),
        sa.ForeignKeyConstraint(
            ["division"],
            ["division.id"],
            name="fk_metric_division",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_metric_id",
        ),
        sa.CheckConstraint(
            "measure IN ('flow', 'cumulative', 'stock', 'rate', 'count')",
            name="ck_metric_measure",
        ),
        sa.CheckConstraint(
            "name <> ''",
            name="ck_metric_name",
        ),
        sa.CheckConstraint(
            "period_kind IN ('year', 'day', 'range', 'undated')",
            name="ck_metric_period_kind",
        ),
        sa.UniqueConstraint("name", name="uq_metric_name"),
    )


def _municipality() -> None:
    op.create_table(
        "municipality",
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("area", sa.Text),
        sa.Column("city", sa.Text),
        sa.Column("aliases", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_municipality"),
        sa.ForeignKeyConstraint(
            ["area"],
            ["area.id"],
            name="fk_municipality_area",
        ),
        sa.ForeignKeyConstraint(
            ["city"],
            ["municipality.code"],
            name="fk_municipality_city",
        ),
        sa.CheckConstraint(
            "code <> ''",
            name="ck_municipality_code",
        ),
        sa.CheckConstraint(
            "name <> ''",
            name="ck_municipality_name",
        ),
        sa.UniqueConstraint("name", name="uq_municipality_name"),
    )


def _plan() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("division", sa.Text),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("duty", sa.Text, nullable=False),
        sa.Column("cycle", sa.Text, nullable=False),
        sa.Column("basis_check", sa.Boolean, nullable=False),
        sa.Column("listed", sa.Boolean, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plan"),
        sa.ForeignKeyConstraint(
            ["division"],
            ["division.id"],
            name="fk_plan_division",
        ),
        sa.CheckConstraint(
            "basis_check IN (0, 1)",
            name="ck_plan_basis_check",
        ),
        sa.CheckConstraint(
            "duty IN ('must', 'effort', 'may', 'ordinance', 'none')",
            name="ck_plan_duty",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_plan_id",
        ),
        sa.CheckConstraint(
            "listed IN (0, 1)",
            name="ck_plan_listed",
        ),
        sa.CheckConstraint(
            "name <> ''",
            name="ck_plan_name",
        ),
        sa.UniqueConstraint("name", name="uq_plan_name"),
    )


def _bed_count() -> None:
    op.create_table(
        "bed_count",
        sa.Column("bed_type", sa.Text, nullable=False),
        sa.Column("area", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("beds", sa.Integer),
        sa.Column("beds_missing", sa.Text),
        sa.Column("beds_status", sa.Text),
        sa.Column("beds_approx", sa.Boolean, nullable=False),
        sa.Column("beds_printed", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("bed_type", "area", "as_of", name="pk_bed_count"),
        sa.ForeignKeyConstraint(
            ["area"],
            ["area.id"],
            name="fk_bed_count_area",
        ),
        sa.ForeignKeyConstraint(
            ["bed_type", "as_of"],
            ["bed_set.bed_type", "bed_set.as_of"],
            name="fk_bed_count_bed_set",
        ),
        sa.ForeignKeyConstraint(
            ["bed_type"],
            ["bed_type.id"],
            name="fk_bed_count_bed_type",
        ),
        sa.CheckConstraint(
            "beds_approx IN (0, 1)",
            name="ck_bed_count_beds_approx",
        ),
        sa.CheckConstraint(
            "beds_missing IN ('blank', 'none', 'pending', 'unknown', 'secret')",
            name="ck_bed_count_beds_missing",
        ),
        sa.CheckConstraint(
            "(beds IS NULL) <> (beds_missing IS NULL)",
            name="ck_bed_count_beds_or_missing",
        ),
        sa.CheckConstraint(
            "beds_status IN ('planned', 'forecast', 'prelim', 'revised')",
            name="ck_bed_count_beds_status",
        ),
        sa.CheckConstraint(
            "beds = CAST(beds AS INTEGER) AND beds >= 0",
            name="ck_bed_count_beds_whole",
        ),
    )


def _plan_edition() -> None:
    op.create_table(
        "plan_edition",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("period", sa.Text, nullable=False),
        sa.Column("ordinal", sa.Text, nullable=False),
        sa.Column("revised", sa.Text),
        sa.Column("next_revision", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_plan_edition"),
        sa.ForeignKeyConstraint(
            ["plan"],
            ["plan.id"],
            name="fk_plan_edition_plan",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_plan_edition_id",
        ),
        sa.CheckConstraint(
            "next_revision LIKE 'FY____%'",
            name="ck_plan_edition_next_revision",
        ),
        sa.CheckConstraint(
            "period LIKE 'FY____..%' OR period LIKE '..FY____'",
            name="ck_plan_edition_period",
        ),
        sa.CheckConstraint(
            "revised LIKE '____-__'",
            name="ck_plan_edition_revised",
        ),
        sa.UniqueConstraint("plan", "period", name="uq_plan_edition_plan_period"),
    )


def _series() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("metric", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        sa.ForeignKeyConstraint(
            ["metric"],
            ["metric.id"],
            name="fk_series_metric",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_series_id",
        ),
        sa.UniqueConstraint("metric", "name", name="uq_series_metric_name"),
    )


def _bed_standard() -> None:
    op.create_table(
        "bed_standard",
        sa.Column("edition", sa.Text, nullable=False),
        sa.Column("bed_type", sa.Text, nullable=False),
        sa.Column("area", sa.Text, nullable=False),
        sa.Column("standard", sa.Integer),
        sa.Column("standard_missing", sa.Text),
        sa.Column("standard_status", sa.Text),
        sa.Column("standard_approx", sa.Boolean, nullable=False),
        sa.Column("standard_printed", sa.Text, nullable=False),
        sa.Column("target", sa.Integer),
        sa.Column("target_missing", sa.Text),
        sa.Column("target_status", sa.Text),
        sa.Column("target_approx", sa.Boolean, nullable=False),
        sa.Column("target_printed", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("edition", "bed_type", "area", name="pk_bed_standard"),
        sa.ForeignKeyConstraint(
            ["area"],
            ["area.id"],
            name="fk_bed_standard_area",
        ),
        sa.ForeignKeyConstraint(
            ["bed_type"],
            ["bed_type.id"],
            name="fk_bed_standard_bed_type",
        ),
        sa.ForeignKeyConstraint(
            ["edition"],
            ["plan_edition.id"],
            name="fk_bed_standard_edition",
        ),
        sa.CheckConstraint(
            "standard_approx IN (0, 1)",
            name="ck_bed_standard_standard_approx",
        ),
        sa.CheckConstraint(
            "standard_missing IN ('blank', 'none', 'pending', 'unknown', 'secret')",
            name="ck_bed_standard_standard_missing",
        ),
        sa.CheckConstraint(
            "(standard IS NULL) <> (standard_missing IS NULL)",
            name="ck_bed_standard_standard_or_missing",
        ),
        sa.CheckConstraint(
            "standard_status IN ('planned', 'forecast', 'prelim', 'revised')",
            name="ck_bed_standard_standard_status",
        ),
        sa.CheckConstraint(
            "standard = CAST(standard AS INTEGER) AND standard >= 0",
            name="ck_bed_standard_standard_whole",
        ),
        sa.CheckConstraint(
            "target_approx IN (0, 1)",
            name="ck_bed_standard_target_approx",
        ),
        sa.CheckConstraint(
            "target_missing IN ('blank', 'none', 'pending', 'unknown', 'secret')",
            name="ck_bed_standard_target_missing",
        ),
        sa.CheckConstraint(
            "(target IS NULL) <> (target_missing IS NULL)",
            name="ck_bed_standard_target_or_missing",
        ),
        sa.CheckConstraint(
            "target_status IN ('planned', 'forecast', 'prelim', 'revised')",
            name="ck_bed_standard_target_status",
        ),
        sa.CheckConstraint(
            "target = CAST(target AS INTEGER) AND target >= 0",
            name="ck_bed_standard_target_whole",
        ),
    )


def _observation() -> None:
    op.create_table(
        "observation",
        sa.Column("series", sa.Text, nullable=False),
        sa.Column("period", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("value_missing", sa.Text),
        sa.Column("value_status", sa.Text),
        sa.Column("value_approx", sa.Boolean, nullable=False),
        sa.Column("value_printed", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date),
        sa.Column("partial", sa.Boolean, nullable=False),
        sa.Column("target", sa.Text),
        sa.Column("target_missing", sa.Text),
        sa.Column("target_status", sa.Text),
        sa.Column("target_approx", sa.Boolean, nullable=False),
        sa.Column("target_printed", sa.Text, nullable=False),
        sa.Column("since", sa.Text),
        sa.Column("series_break", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("series", "period", name="pk_observation"),
        sa.ForeignKeyConstraint(
            ["series"],
            ["series.id"],
            name="fk_observation_series",
        ),
        sa.CheckConstraint(
            "partial IN (0, 1)",
            name="ck_observation_partial",
        ),
        sa.CheckConstraint(
            "period = 'undated' OR period LIKE 'FY____%' OR period LIKE '____-__%' OR period "
            "LIKE '..%'",
            name="ck_observation_period",
        ),
        sa.CheckConstraint(
            "since LIKE '____-__'",
            name="ck_observation_since",
        ),
        sa.CheckConstraint(
            "target_approx IN (0, 1)",
            name="ck_observation_target_approx",
        ),
        sa.CheckConstraint(
            "target_missing IN ('blank', 'none', 'pending', 'unknown', 'secret')",
            name="ck_observation_target_missing",
        ),
        sa.CheckConstraint(
            "(target IS NULL) <> (target_missing IS NULL)",
            name="ck_observation_target_or_missing",
        ),
        sa.CheckConstraint(
            "target_status IN ('planned', 'forecast', 'prelim', 'revised')",
            name="ck_observation_target_status",
        ),
        sa.CheckConstraint(
            "value_approx IN (0, 1)",
            name="ck_observation_value_approx",
        ),
        sa.CheckConstraint(
            "value_missing IN ('blank', 'none', 'pending', 'unknown', 'secret')",
            name="ck_observation_value_missing",
        ),
        sa.CheckConstraint(
            "(value IS NULL) <> (value_missing IS NULL)",
            name="ck_observation_value_or_missing",
        ),
        sa.CheckConstraint(
            "value_status IN ('planned', 'forecast', 'prelim', 'revised')",
            name="ck_observation_value_status",
        ),
    )


def _respondent() -> None:
    op.create_table(
        "respondent",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("division", sa.Text),
        sa.Column("addressee", sa.Text, nullable=False),
        sa.Column("contact", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_respondent"),
        sa.ForeignKeyConstraint(
            ["division"],
            ["division.id"],
            name="fk_respondent_division",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_respondent_id",
        ),
        sa.CheckConstraint(
            "kind IN ('division', 'outpost', 'municipality', 'hospital', 'body')",
            name="ck_respondent_kind",
        ),
        sa.CheckConstraint(
            "name <> ''",
            name="ck_respondent_name",
        ),
        sa.UniqueConstraint("name", name="uq_respondent_name"),
    )


def _inquiry() -> None:
    op.create_table(
        "inquiry",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("created", sa.Date, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date),
        sa.Column("instructions", sa.Text, nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("pattern", sa.Text, nullable=False),
        sa.Column("letter", sa.Text, nullable=False),
        sa.Column("closed_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_inquiry"),
        sa.CheckConstraint(
            "about IN ('beds', 'plans', 'metrics', 'all')",
            name="ck_inquiry_about",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_inquiry_id",
        ),
        sa.CheckConstraint(
            "letter IN ('', 'internal', 'municipal', 'outside')",
            name="ck_inquiry_letter",
        ),
        sa.CheckConstraint(
            "title <> ''",
            name="ck_inquiry_title",
        ),
    )


def _kept_file() -> None:
    op.create_table(
        "kept_file",
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_kept_file"),
    )


def _batch_file() -> None:
    op.create_table(
        "batch_file",
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("batch", "name", "sha256", name="pk_batch_file"),
        sa.ForeignKeyConstraint(["batch"], ["batch.seq"], name="fk_batch_file_batch"),
        sa.ForeignKeyConstraint(["sha256"], ["kept_file.sha256"], name="fk_batch_file_sha256"),
    )


def _review_choice() -> None:
    op.create_table(
        "review_choice",
        sa.Column("returned", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("cell", sa.Text, nullable=False),
        sa.Column("ours", sa.Text, nullable=False),
        sa.Column("choice", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.PrimaryKeyConstraint("returned", "kind", "sheet", "cell", name="pk_review_choice"),
    )


def _request() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("inquiry", sa.Text, nullable=False),
        sa.Column("respondent", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("sent_on", sa.Date),
        sa.Column("due", sa.Date),
        sa.Column("confirmed_by", sa.Text, nullable=False),
        sa.Column("confirmed_on", sa.Date),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_request"),
        sa.ForeignKeyConstraint(
            ["inquiry"],
            ["inquiry.id"],
            name="fk_request_inquiry",
        ),
        sa.ForeignKeyConstraint(
            ["respondent"],
            ["respondent.id"],
            name="fk_request_respondent",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_request_id",
        ),
        sa.UniqueConstraint("inquiry", "respondent", name="uq_request_inquiry_respondent"),
    )


def _request_event() -> None:
    op.create_table(
        "request_event",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("happened_on", sa.Date, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("due", sa.Date),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_request_event"),
        sa.ForeignKeyConstraint(
            ["request"],
            ["request.id"],
            name="fk_request_event_request",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_request_event_id",
        ),
        sa.CheckConstraint(
            "kind IN ('due', 'reminder', 'sent_back')",
            name="ck_request_event_kind",
        ),
    )


def _returned_file() -> None:
    op.create_table(
        "returned_file",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("received_at", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("division", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("extension", sa.Text, nullable=False),
        sa.Column("approved_by", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("changes", sa.Integer, nullable=False),
        sa.Column("conflicts", sa.Integer, nullable=False),
        sa.Column("questions", sa.Integer, nullable=False),
        sa.Column("faults", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_returned_file"),
        sa.ForeignKeyConstraint(
            ["request"],
            ["request.id"],
            name="fk_returned_file_request",
        ),
        sa.CheckConstraint(
            "answer IN ('', 'changed', 'unchanged', 'none')",
            name="ck_returned_file_answer",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_returned_file_id",
        ),
        sa.CheckConstraint(
            "name <> ''",
            name="ck_returned_file_name",
        ),
        sa.CheckConstraint(
            "received_at <> ''",
            name="ck_returned_file_received_at",
        ),
        sa.CheckConstraint(
            "sha256 <> ''",
            name="ck_returned_file_sha256",
        ),
        sa.CheckConstraint(
            "stage IN ('received', 'reviewing', 'sent_back', 'applied', 'older')",
            name="ck_returned_file_stage",
        ),
    )


def _paper_edition() -> None:
    op.create_table(
        "paper_edition",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("paper", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("frozen_at", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("data_sha256", sa.Text, nullable=False),
        sa.Column("frozen_by", sa.Text, nullable=False),
        sa.Column("decided_on", sa.Date),
        sa.Column("draft_number", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_paper_edition"),
        sa.ForeignKeyConstraint(
            ["paper"],
            ["paper.id"],
            name="fk_paper_edition_paper",
        ),
        sa.CheckConstraint(
            "data_sha256 <> ''",
            name="ck_paper_edition_data_sha256",
        ),
        sa.CheckConstraint(
            "frozen_at <> ''",
            name="ck_paper_edition_frozen_at",
        ),
        sa.CheckConstraint(
            "id <> ''",
            name="ck_paper_edition_id",
        ),
        sa.CheckConstraint(
            "sha256 <> ''",
            name="ck_paper_edition_sha256",
        ),
        sa.UniqueConstraint("paper", "number", name="uq_paper_edition_paper_number"),
    )


def _paper_template() -> None:
    op.create_table(
        "paper_template",
        sa.Column("paper", sa.Text, nullable=False),
        sa.Column("left", sa.Integer, nullable=False),
        sa.Column("right", sa.Integer, nullable=False),
        sa.Column("top", sa.Integer, nullable=False),
        sa.Column("bottom", sa.Integer, nullable=False),
        sa.Column("size", sa.Text, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("lines", sa.Integer, nullable=False),
        sa.Column("labels", sa.Text, nullable=False),
        sa.Column("digits", sa.Text, nullable=False),
        sa.Column("negative", sa.Text, nullable=False),
        sa.Column("hanging", sa.Boolean, nullable=False),
        sa.Column("mirrored", sa.Boolean, nullable=False),
        sa.Column("odd_sections", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("paper", name="pk_paper_template"),
        sa.ForeignKeyConstraint(
            ["paper"],
            ["paper.id"],
            name="fk_paper_template_paper",
        ),
        sa.CheckConstraint(
            "digits IN ('typed', 'half', 'mixed')",
            name="ck_paper_template_digits",
        ),
        sa.CheckConstraint(
            "hanging IN (0, 1)",
            name="ck_paper_template_hanging",
        ),
        sa.CheckConstraint(
            "labels IN ('plain', 'wide', 'narrow')",
            name="ck_paper_template_labels",
        ),
        sa.CheckConstraint(
            "mirrored IN (0, 1)",
            name="ck_paper_template_mirrored",
        ),
        sa.CheckConstraint(
            "negative IN ('▲', '△')",
            name="ck_paper_template_negative",
        ),
        sa.CheckConstraint(
            "odd_sections IN (0, 1)",
            name="ck_paper_template_odd_sections",
        ),
        sa.CheckConstraint(
            "size IN ('10.5', '11', '12', '13', '14')",
            name="ck_paper_template_size",
        ),
    )


def _acknowledged() -> None:
    op.create_table(
        "acknowledged",
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("paper", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", "code", "fingerprint", name="pk_acknowledged"),
        sa.ForeignKeyConstraint(
            ["paper"],
            ["paper.id"],
            name="fk_acknowledged_paper",
        ),
        sa.CheckConstraint(
            "place <> ''",
            name="ck_acknowledged_place",
        ),
        sa.CheckConstraint(
            "code <> ''",
            name="ck_acknowledged_code",
        ),
        sa.CheckConstraint(
            "fingerprint <> ''",
            name="ck_acknowledged_fingerprint",
        ),
    )


def upgrade() -> None:
    _area()
    _batch()
    _bed_type()
    _division()
    _draft()
    _paper()
    _bed_set()
    _block()
    _paper_edition()
    _paper_template()
    _acknowledged()
    _change()
    _metric()
    _municipality()
    _plan()
    _bed_count()
    _plan_edition()
    _series()
    _bed_standard()
    _observation()
    _respondent()
    _inquiry()
    _kept_file()
    _batch_file()
    _review_choice()
    _request()
    _request_event()
    _returned_file()
