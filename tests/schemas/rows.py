"""A row that passes every check, for each table: tests spoil one value of it."""

import datetime as dt
from typing import Any

import polars as pl

from schemas import TABLES
from schemas.table import polars_schema

DAY = dt.date(2024, 3, 1)


def _id(prefix: str, number: int = 0) -> str:
    return f"{prefix}_{number:016x}"


SPAN = {"char_start": 3, "char_end": 7, "text": "Lima", "sentence_index": 0}

ROWS: dict[str, dict[str, Any]] = {
    "articles": {
        "article_id": _id("a"),
        "source_path": "diario/uno.txt",
        "url": None,
        "outlet": "El Faro",
        "title": "Llueve en Lima",
        "byline": None,
        "language": "es",
        "published_on": DAY,
        "published_on_basis": "metadata",
        "updated_on": None,
        "translated_from": None,
        "machine_translated": False,
        "credited_outlets": ["EFE"],
        "content_sha256": "0" * 64,
        "duplicate_of": None,
        "char_count": 14,
        "word_count": 3,
        "sentence_count": 1,
        "text": "Llueve en Lima",
    },
    "entity_mentions": {"mention_id": _id("m"), "article_id": _id("a"), **SPAN}
    | {"mention_type": "LOC", "entity_id": _id("e"), "confidence": 0.9, "full_form": None, "form_rule": None},
    "entities": {
        "entity_id": _id("e"),
        "name": "Lima",
        "entity_type": "LOC",
        "country_code": "PE",
        "is_country": False,
        "wikidata_id": "Q2868",
        "latitude": -12.05,
        "longitude": -77.04,
        "aliases": [],
        "mention_count": 1,
        "article_count": 1,
    },
    "entity_joins": {
        "entity_join_id": _id("j"),
        "entity_id": _id("e"),
        "article_id": _id("a"),
        "name": "Lima",
        "rule": "knowledge",
        "other_article_id": None,
        "other_name": None,
        "shared_names": None,
    },
    "affiliations": {
        "affiliation_id": _id("f"),
        "article_id": _id("a"),
        "person_id": _id("e"),
        "role": "alcaldesa",
        "organization_id": None,
        "country_code": "PE",
        "char_start": 3,
        "char_end": 7,
        "text": "Lima",
    },
    "time_expressions": {"time_id": _id("t"), "article_id": _id("a"), **SPAN}
    | {"time_type": "DATE", "value": "2024-03-01", "starts_on": DAY, "ends_on": DAY},
    "quantities": {"quantity_id": _id("n"), "article_id": _id("a"), **SPAN}
    | {"value": 3.0, "value_max": 5.0, "unit": "barco", "approximation": "about"},
    "quotes": {"quote_id": _id("q"), "article_id": _id("a"), **SPAN}
    | {
        "quote_type": "direct",
        "cue": "dijo",
        "cue_lemma": "decir",
        "stance": "neutral",
        "speaker_text": "ella",
        "speaker_char_start": 10,
        "speaker_char_end": 14,
        "speaker_entity_id": _id("e"),
        "speaker_affiliation_entity_id": None,
        "inner_speaker_text": None,
        "inner_speaker_char_start": None,
        "inner_speaker_char_end": None,
        "inner_speaker_entity_id": None,
        "said_on": None,
        "quote_group": None,
        "confidence": 1.0,
    },
    "event_mentions": {
        "event_mention_id": _id("x"),
        "event_id": _id("v"),
        "article_id": _id("a"),
        **SPAN,
        "event_type": "CONSULT",
        "event_mode": "visit",
        "status": "occurred",
        "source_entity_id": None,
        "quote_id": None,
        "date_value": "2024-03-01",
        "starts_on": DAY,
        "ends_on": DAY,
        "place_entity_id": None,
        "confidence": 0.5,
    },
    "event_participants": {
        "event_mention_id": _id("x"),
        "role": "actor",
        "entity_id": _id("e"),
        "text": "ella",
        "confidence": 0.5,
    },
    "events": {
        "event_id": _id("v"),
        "event_type": "CONSULT",
        "status": "occurred",
        "starts_on": DAY,
        "ends_on": DAY,
        "place_entity_id": None,
        "country_codes": ["PE"],
        "quad_class": "verbal_cooperation",
        "goldstein": 4.0,
        "label": "Visita a Lima",
        "mention_count": 2,
        "article_count": 1,
        "denied_count": 0,
    },
    "event_joins": {
        "event_mention_id": _id("x"),
        "event_id": _id("v"),
        "rule": "alone",
        "other_event_mention_id": None,
    },
    "inputs": {"source_path": "diario/uno.txt", "byte_count": 14, "content_sha256": "0" * 64, "record_count": 1},
    "rejects": {
        "reject_id": _id("r"),
        "stage": "read",
        "source_path": "diario/dos.txt",
        "table_name": None,
        "check_name": "empty",
        "reason": "the file is empty",
        "row": None,
    },
}


def frame(table: str, *rows: dict[str, Any]) -> pl.DataFrame:
    """The table's good row, once for each of ``rows``, with those of its values replaced."""
    return pl.DataFrame([ROWS[table] | row for row in rows], schema=polars_schema(TABLES[table]))
