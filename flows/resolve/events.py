"""Which event mentions tell of one event."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import duckdb
import polars as pl

from flows.ids import make_id
from flows.nlp.gazetteer import country_named
from flows.resolve.event_clusters import Cluster, Mention, cluster_mentions
from flows.resolve.event_labels import goldstein, label_event, quad_class

Names = dict[str, tuple[str, str | None, str]]
"""Name, country and type of each entity."""

BEFALLING = frozenset({"ASSAULT", "COERCE", "RETREAT"})
"""Types of what befalls a person once: to be killed, arrested, freed."""

YEARLESS = re.compile(r"XXXX-(\d\d)\b")

NOWHERE = ("", None, "")

STATUS_ORDER = ("occurred", "planned", "denied", "hypothetical")
"""Of statuses that equally many mentions have, the first is the event's."""

MAP_SCHEMA: dict[str, Any] = {
    "event_mention_id": pl.String,
    "event_id": pl.String,
    "rule": pl.String,
    "other_event_mention_id": pl.String,
}
FACTS_SCHEMA: dict[str, Any] = {
    "event_id": pl.String,
    "event_type": pl.String,
    "status": pl.String,
    "starts_on": pl.Date,
    "ends_on": pl.Date,
    "place_entity_id": pl.String,
    "country_codes": pl.List(pl.String),
    "quad_class": pl.String,
    "goldstein": pl.Float64,
    "label": pl.String,
}


def resolve_events(con: duckdb.DuckDBPyConnection) -> None:
    """Join event mentions into events.

    Reads ``event_mentions``, ``event_participants`` (their entity columns already hold entity ids), ``articles`` and
    ``entity_facts``. Writes ``event_map`` (``event_mention_id``, ``event_id``, and why: ``rule``,
    ``other_event_mention_id``) and ``event_facts`` (one row per event: its
    columns of the published table, but for counts).

    An event's id is made of its earliest mention, in the earliest published article that tells of it: later articles
    leave it as it is.
    """
    con.execute(
        "CREATE TABLE event_map "
        "(event_mention_id VARCHAR, event_id VARCHAR, rule VARCHAR, other_event_mention_id VARCHAR)"
    )
    con.execute(
        "CREATE TABLE event_facts (event_id VARCHAR, event_type VARCHAR, status VARCHAR, starts_on DATE, ends_on DATE, "
        "place_entity_id VARCHAR, country_codes VARCHAR[], quad_class VARCHAR, goldstein DOUBLE, label VARCHAR)"
    )
    names = {
        key: (name, code, kind)
        for key, name, code, kind in con.execute(
            "SELECT entity_id, name, country_code, entity_type FROM entity_facts"
        ).fetchall()
    }
    for _, rows in itertools.groupby(_rows(con), key=lambda row: row["event_type"]):
        _resolve_type(con, list(rows), names)


def _rows(con: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """The event mentions with their participants, a type after the other, in the order of publication."""
    cursor = con.cursor().execute(
        """
        WITH parties AS (
            SELECT event_mention_id,
                   list_sort(list(entity_id) FILTER (WHERE role = 'actor')) AS actors,
                   list_sort(list(entity_id) FILTER (WHERE role = 'recipient')) AS recipients
            FROM event_participants GROUP BY event_mention_id
        )
        SELECT event_mention_id, article_id, event_type, event_mode, family, status, date_value, starts_on, ends_on,
               place_entity_id, published_on, actors, recipients
        FROM event_mentions JOIN articles USING (article_id) LEFT JOIN parties USING (event_mention_id)
        ORDER BY event_type, published_on NULLS LAST, article_id, char_start, event_mention_id
        """
    )
    names = [column[0] for column in cursor.description or ()]
    while batch := cursor.fetchmany(10_000):
        yield from (dict(zip(names, row, strict=True)) for row in batch)


def _resolve_type(con: duckdb.DuckDBPyConnection, rows: list[dict[str, Any]], names: Names) -> None:
    by_id = {row["event_mention_id"]: row for row in rows}
    mapped: list[tuple[str, str, str, str | None]] = []
    facts: list[tuple[Any, ...]] = []
    for cluster in cluster_mentions(_mention(row, names) for row in rows):
        event_id = make_id("v", cluster.mentions[0].mention_id)
        for mention, rule, partner in zip(cluster.mentions, cluster.rules, cluster.partners, strict=True):
            mapped.append((mention.mention_id, event_id, rule, partner.mention_id if partner else None))
        facts.append((event_id, *_facts(cluster, [by_id[m.mention_id] for m in cluster.mentions], names)))
    for table, data, schema in (("event_map", mapped, MAP_SCHEMA), ("event_facts", facts, FACTS_SCHEMA)):
        frame = pl.DataFrame(data, schema=schema, orient="row")
        con.register("new_rows", frame.to_arrow())
        con.execute(f"INSERT INTO {table} SELECT * FROM new_rows")
        con.unregister("new_rows")


def _mention(row: dict[str, Any], names: Names) -> Mention:
    codes = [names[party][1] for party in row["actors"] or () if party in names]
    return Mention(
        mention_id=row["event_mention_id"],
        article_id=row["article_id"],
        event_type=row["event_type"],
        family=row["family"],
        status=row["status"],
        actors=frozenset(row["actors"] or ()),
        recipients=frozenset(row["recipients"] or ()),
        countries=frozenset(code for code in codes if code) if all(codes) else frozenset(),
        is_by_office=any(party in names and names[party][2] == "PER" for party in row["actors"] or ()),
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        place_country=names.get(row["place_entity_id"], NOWHERE)[1],
        published_on=row["published_on"],
        month=_month(row),
        victims=frozenset(
            party
            for party in row["recipients"] or ()
            if row["event_type"] in BEFALLING and party in names and names[party][2] == "PER"
        ),
    )


def _month(row: dict[str, Any]) -> int | None:
    starts_on, ends_on = row["starts_on"], row["ends_on"]
    if starts_on and ends_on:
        return starts_on.month if (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month) else None
    found = YEARLESS.match(row["date_value"] or "")
    return int(found[1]) if found else None


def _facts(cluster: Cluster, rows: list[dict[str, Any]], names: Names) -> tuple[Any, ...]:
    """The columns of an event: what most of its mentions say, the date as precise as any."""
    event_type = rows[0]["event_type"]
    statuses = Counter(row["status"] for row in rows)
    status = min(statuses, key=lambda each: (-statuses[each], STATUS_ORDER.index(each)))
    modes = {row["event_mode"] for row in rows if row["event_mode"]}
    mode = modes.pop() if len(modes) == 1 else None
    place = _place((row["place_entity_id"] for row in rows), names)
    actors, recipients = _roles(rows)
    codes = {names[party][1] for party in cluster.actors | cluster.recipients if party in names}
    starts_on, ends_on = cluster.starts_on, cluster.ends_on
    if starts_on and ends_on and starts_on > ends_on:
        starts_on = ends_on = None
    label = label_event(
        event_type=event_type,
        mode=mode,
        family=rows[0]["family"],
        status=status,
        actors=[names[party][0] for party in actors if party in names],
        recipients=[names[party][0] for party in recipients if party in names],
        place=names[place][0] if place in names else None,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    countries = sorted(code for code in codes if code)
    score = goldstein(event_type, mode)
    return event_type, status, starts_on, ends_on, place, countries, quad_class(event_type), score, label


def _roles(rows: list[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """Who acts and who receives, the most named first; whom mentions name as both stands where most of them have it."""
    acting, receiving = (
        Counter(party for row in rows for party in row[role] or ()) for role in ("actors", "recipients")
    )
    actors = [party for party, count in acting.items() if count >= receiving[party]]
    recipients = [party for party, count in receiving.items() if count > acting[party]]
    return (
        sorted(actors, key=lambda party: (-acting[party], party)),
        sorted(recipients, key=lambda party: (-receiving[party], party)),
    )


def _place(values: Iterable[str | None], names: Names) -> str | None:
    """The place that most mentions name; a country only where none names a place in it, which tells more."""
    counts = Counter(value for value in values if value is not None)
    closer = [value for value in counts if value in names and country_named(names[value][0]) is None]
    return min(closer or counts, key=lambda value: (-counts[value], value)) if counts else None
