import datetime as dt
from typing import Any

import polars as pl
import pytest

from schemas import TABLES
from schemas.table import arrow_schema, checks, column_metadata, polars_schema, references
from schemas.validation import ContractError, validate
from tests.schemas.rows import ROWS, frame

LATE, EARLY = dt.date(2024, 3, 2), dt.date(2024, 3, 1)

# Of each check over several columns: the values that break it and no other
BROKEN_ROWS: dict[tuple[str, str], dict[str, Any]] = {
    ("articles", "published_on_basis_given"): {"published_on": None},
    ("articles", "char_count_of_text"): {"char_count": 15},
    ("entity_mentions", "ordered_span"): {"char_end": 8},
    ("entities", "country_has_code"): {"is_country": True, "country_code": None},
    ("entities", "whole_coordinates"): {"latitude": None},
    ("affiliations", "ordered_span"): {"char_end": 8},
    ("time_expressions", "ordered_span"): {"char_end": 8},
    ("time_expressions", "ordered_dates"): {"starts_on": LATE, "ends_on": EARLY},
    ("quantities", "ordered_span"): {"char_end": 8},
    ("quantities", "ordered_values"): {"value_max": 2.0},
    ("quotes", "ordered_span"): {"char_end": 8},
    ("quotes", "whole_speaker_span"): {"speaker_char_end": None},
    ("quotes", "whole_inner_speaker_span"): {"inner_speaker_char_end": 14},
    ("event_mentions", "ordered_span"): {"char_end": 8},
    ("event_mentions", "ordered_dates"): {"starts_on": LATE, "ends_on": EARLY},
    ("event_mentions", "mode_of_type"): {"event_mode": "drone"},
    ("events", "ordered_dates"): {"starts_on": LATE, "ends_on": EARLY},
    ("events", "denied_within_mentions"): {"denied_count": 3},
}

# What breaks a check on one column, by the kind of check
BROKEN_VALUES = {
    "str_matches": lambda statistics: "nonsense",
    "isin": lambda statistics: "nonsense",
    "greater_than_or_equal_to": lambda statistics: statistics["min_value"] - 1,
    "less_than_or_equal_to": lambda statistics: statistics["max_value"] + 1,
}

COLUMN_CHECKS = [
    pytest.param(name, column, check, id=f"{name}.{column}.{check.name}")
    for name, table in TABLES.items()
    for column, check in checks(table)
    if column is not None
]
ROW_CHECKS = [(name, check.name) for name, table in TABLES.items() for column, check in checks(table) if column is None]
REQUIRED = [
    (name, column)
    for name, table in TABLES.items()
    for column, described in table.to_schema().columns.items()
    if not described.nullable
]


def failed_checks(table: str, *rows: dict[str, Any]) -> set[str]:
    _, bad = validate(TABLES[table], frame(table, *rows))
    return {name for names in bad["failed_checks"] for name in names}


@pytest.mark.parametrize("table", TABLES)
def test_validate_passes_a_good_row(table):
    good, bad = validate(TABLES[table], frame(table, {}))
    assert (good.height, bad.height) == (1, 0)


@pytest.mark.parametrize(("table", "column", "check"), COLUMN_CHECKS)
def test_column_check_rejects_its_counterexample(table, column, check):
    broken = BROKEN_VALUES[check.name](check.statistics)
    assert f"{column}:{check.name}" in failed_checks(table, {column: broken})


@pytest.mark.parametrize(("table", "check"), ROW_CHECKS)
def test_row_check_rejects_its_counterexample(table, check):
    assert failed_checks(table, BROKEN_ROWS[table, check]) == {check}


@pytest.mark.parametrize(("table", "column"), REQUIRED)
def test_null_is_rejected_where_a_value_is_required(table, column):
    assert f"{column}:not_nullable" in failed_checks(table, {column: None})


@pytest.mark.parametrize("table", TABLES)
def test_key_rejects_a_second_row(table):
    assert failed_checks(table, {}, {}) == {"multiple_fields_uniqueness"}


def test_validate_names_every_failed_check_of_a_row():
    failed = failed_checks("quotes", {"quote_type": "shouted", "confidence": 2.0})
    assert failed == {"quote_type:isin", "confidence:less_than_or_equal_to"}


def test_validate_keeps_the_good_rows_beside_a_bad_one():
    rows = frame("events", {"event_id": "v_000000000000000a"}, {"goldstein": 11.0})
    good, bad = validate(TABLES["events"], rows)
    assert good["event_id"].to_list() == ["v_000000000000000a"]
    assert bad["failed_checks"].to_list() == [["goldstein:less_than_or_equal_to"]]


def test_validate_stops_on_a_missing_column():
    with pytest.raises(ContractError, match="label"):
        validate(TABLES["events"], frame("events", {}).drop("label"))


def test_validate_stops_on_a_wrong_type():
    with pytest.raises(ContractError, match="char_start"):
        validate(TABLES["quotes"], frame("quotes", {}).cast({"char_start": pl.Float64}))


def test_validate_refuses_a_lazy_frame():
    with pytest.raises(TypeError, match="eager"):
        validate(TABLES["events"], frame("events", {}).lazy())  # type: ignore[arg-type]


@pytest.mark.parametrize("table", TABLES)
def test_table_tells_its_grain_and_every_column(table):
    assert (TABLES[table].__doc__ or "").startswith("One row per ")
    for name, described in TABLES[table].to_schema().columns.items():
        assert described.description, f"{table}.{name} has no description"


def test_references_point_at_keys_that_exist():
    for name, table in TABLES.items():
        for column, (other, key) in references(table).items():
            assert key in polars_schema(TABLES[other]), f"{name}.{column}"


def test_arrow_schema_carries_descriptions_and_nulls():
    field = arrow_schema(TABLES["articles"]).field("published_on")
    assert field.nullable
    assert field.metadata[b"description"] == b"Day of publication."
    assert not arrow_schema(TABLES["articles"]).field("article_id").nullable


def test_vocabulary_values_say_what_they_are():
    vocabularies = [
        column_metadata(table, column).get("vocabulary") for table in TABLES.values() for column in polars_schema(table)
    ]
    given = [vocabulary for vocabulary in vocabularies if vocabulary]
    assert len(given) >= 10
    assert all(meaning for vocabulary in given for meaning in vocabulary.values())


def test_good_rows_cover_every_table():
    assert ROWS.keys() == TABLES.keys()
