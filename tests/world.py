"""A working database of an invented world, told in one line an article: what releases are made of in tests.

Of each article we say who speaks in it, in which form of the name, as which entity, and in which event.
"""

from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import polars as pl

from flows.ids import make_id, sha256_text
from flows.resolve.assemble import count_entities, count_events
from schemas import TABLES
from schemas.table import polars_schema
from tests.schemas.rows import ROWS


class Told(NamedTuple):
    """Somebody speaks: ``form`` stands for ``entity``, and that he speaks is the event ``event``."""

    form: str
    entity: str
    event: str


World = dict[str, list[Told]]


def entity_id(name: str) -> str:
    return make_id("e", name)


def event_id(name: str) -> str:
    return make_id("v", name)


def article_id(name: str) -> str:
    return make_id("a", name)


def make_world(path: Path, world: World) -> Path:
    """Write the working database of a world; an article's text is nothing but what is told in it."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for name, tellings in world.items():
        _tell(rows, name, tellings)
    entities = {told.entity: told for tellings in world.values() for told in tellings}
    events = {told.event: told for tellings in world.values() for told in tellings}
    rows["entities"] = [ROWS["entities"] | {"entity_id": entity_id(name), "name": name} for name in entities]
    rows["entity_joins"] = [
        ROWS["entity_joins"]
        | {"entity_join_id": make_id("j", name, entity), "entity_id": entity_id(entity), "article_id": article_id(name)}
        | {"name": entity, "rule": "same_name"}
        for name, tellings in world.items()
        for entity in sorted({told.entity for told in tellings})
    ]
    rows["events"] = [
        ROWS["events"] | {"event_id": event_id(name), "label": f"Habla {told.entity}"} for name, told in events.items()
    ]
    path.unlink(missing_ok=True)
    with duckdb.connect(path) as con:
        for name, table in TABLES.items():
            frame = pl.DataFrame(rows[name], schema=polars_schema(table))
            con.register("given", frame.to_arrow())
            con.execute(f"CREATE TABLE {name} AS FROM given")
        con.execute("CREATE TABLE articles_unresolved AS FROM articles")
        con.execute("CREATE TABLE article_duplicates (article_id VARCHAR, duplicate_of VARCHAR)")
        con.execute(
            "CREATE TABLE entity_facts AS SELECT * EXCLUDE (aliases, mention_count, article_count) FROM entities"
        )
        con.execute(
            "CREATE TABLE event_facts AS SELECT * EXCLUDE (mention_count, article_count, denied_count) FROM events"
        )
        count_entities(con)
        count_events(con)
    return path


def _tell(rows: dict[str, list[dict[str, Any]]], name: str, tellings: list[Told]) -> None:
    text = ""
    key = article_id(name)
    for index, told in enumerate(tellings):
        place = {"article_id": key, "sentence_index": index}
        start = len(text)
        mention = place | {"char_start": start, "char_end": start + len(told.form), "text": told.form}
        rows["entity_mentions"].append(
            ROWS["entity_mentions"]
            | mention
            | {"mention_id": make_id("m", key, start), "mention_type": "PER", "entity_id": entity_id(told.entity)}
        )
        text += f"{told.form} habla: "
        trigger = place | {"char_start": len(text) - 7, "char_end": len(text) - 2, "text": "habla"}
        event_mention_id = make_id("x", key, start)
        rows["event_mentions"].append(
            ROWS["event_mentions"] | trigger | {"event_mention_id": event_mention_id, "event_id": event_id(told.event)}
        )
        rows["event_joins"].append(
            ROWS["event_joins"] | {"event_mention_id": event_mention_id, "event_id": event_id(told.event)}
        )
        rows["event_participants"].append(
            {
                "event_mention_id": event_mention_id,
                "role": "actor",
                "entity_id": entity_id(told.entity),
                "text": told.form,
                "confidence": 0.5,
            }
        )
        words = f"«digo {index}» "
        said = place | {"char_start": len(text) + 1, "char_end": len(text) + len(words) - 2, "text": words[1:-2]}
        speaker = {"speaker_text": told.form, "speaker_char_start": start, "speaker_char_end": start + len(told.form)}
        rows["quotes"].append(
            ROWS["quotes"]
            | said
            | speaker
            | {"quote_id": make_id("q", key, start), "speaker_entity_id": entity_id(told.entity)}
        )
        text += words
    counts = {"char_count": len(text), "word_count": len(text.split()), "sentence_count": len(tellings)}
    facts = {"article_id": key, "source_path": name, "title": tellings[0].form, "text": text}
    rows["articles"].append(ROWS["articles"] | facts | counts | {"content_sha256": sha256_text(text)})
    rows["inputs"].append({"source_path": name, "byte_count": len(text), "content_sha256": "0" * 64, "record_count": 1})
