"""A working database as resolution leaves it, made of the tables' good rows: what gates and publishing read."""

from pathlib import Path

import duckdb

from schemas import TABLES
from tests.schemas.rows import ROWS, frame

TEXT = "En Lima llueve, dijo ella"


def make_database(path: Path) -> Path:
    """Write a database whose every table has one row, consistent across tables."""
    rows = {
        "articles": {"text": TEXT, "char_count": len(TEXT)},
        "quotes": {"speaker_char_start": 21, "speaker_char_end": 25, "speaker_text": "ella"},
        "inputs": {"source_path": ROWS["articles"]["source_path"]},
        "events": {"mention_count": 1},
    }
    with duckdb.connect(path) as con:
        for name in TABLES:
            con.register("given", frame(name, rows.get(name, {})).to_arrow())
            con.execute(f"CREATE TABLE {name} AS FROM given")
        con.execute("UPDATE inputs SET record_count = 1")
        con.execute("UPDATE rejects SET source_path = NULL, stage = 'validate'")
        con.execute("CREATE TABLE articles_unresolved AS FROM articles")
        con.execute("CREATE TABLE article_duplicates (article_id VARCHAR, duplicate_of VARCHAR)")
        con.execute(
            "CREATE TABLE entity_facts AS SELECT * EXCLUDE (aliases, mention_count, article_count) FROM entities"
        )
        con.execute(
            "CREATE TABLE event_facts AS SELECT * EXCLUDE (mention_count, article_count, denied_count) FROM events"
        )
    return path
