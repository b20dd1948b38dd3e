"""How long ten million mentions take: publishing two releases of them, comparing the two, and looking one entity up.

    python -m tests.publish.ten_million FOLDER [MENTIONS]

It is not run with the tests; it needs some 5 GB of disk and minutes. The bars: 60 s and 3 GB for a release, 30 s for a
comparison, 5 MB for a look-up.
"""

import resource
import sys
import time
from pathlib import Path

import duckdb
import pyarrow.parquet as parquet

from flows.publish.changelog import diff_releases
from flows.publish.index import only_writer, recover
from flows.publish.release import publish_release
from flows.resolve.assemble import count_entities, count_events
from schemas import TABLES
from schemas.table import polars_schema, sql_type

MENTIONS_AN_ARTICLE = 40
ENTITIES = 500_000


def make_mentions(path: Path, mentions: int, *, leave_out: int = 0) -> Path:
    """Write a working database of so many mentions; ``leave_out`` changes some: one article in forty goes."""
    path.unlink(missing_ok=True)
    articles = mentions // MENTIONS_AN_ARTICLE
    with duckdb.connect(path) as con:
        con.execute("SET memory_limit = '2GB'")
        for name, table in TABLES.items():
            columns = ", ".join(f"{column} {sql_type(dtype)}" for column, dtype in polars_schema(table).items())
            con.execute(f"CREATE TABLE {name} ({columns})")
        con.execute(
            f"""
            INSERT INTO articles BY NAME
            SELECT 'a_' || left(md5(n::VARCHAR), 16) AS article_id, n::VARCHAR || '.txt' AS source_path,
                   'Titular ' || n AS title, 'es' AS language, false AS machine_translated, [] AS credited_outlets,
                   sha256(n::VARCHAR) AS content_sha256, 3000 AS char_count, 500 AS word_count, 20 AS sentence_count
            FROM range({articles}) AS numbers(n) WHERE {leave_out} = 0 OR n % 40 <> 0
            """
        )
        con.execute(
            f"""
            INSERT INTO entity_mentions BY NAME
            SELECT 'm_' || left(md5(n::VARCHAR), 16) AS mention_id,
                   'a_' || left(md5((n // {MENTIONS_AN_ARTICLE})::VARCHAR), 16) AS article_id,
                   (n % {MENTIONS_AN_ARTICLE} * 70)::INT AS char_start,
                   (n % {MENTIONS_AN_ARTICLE} * 70 + 13)::INT AS char_end,
                   'Nombre ' || lpad((hash(n) % 1000000)::VARCHAR, 6, '0') AS text,
                   (n % {MENTIONS_AN_ARTICLE} // 2)::INT AS sentence_index, 'PER' AS mention_type,
                   'e_' || left(md5(floor({ENTITIES} * power((hash(n) % 1000000) / 1e6, 2))::INT::VARCHAR), 16)
                       AS entity_id,
                   round((hash(n) % 100) / 100, 2) AS confidence
            FROM range({mentions}) AS numbers(n)
            WHERE {leave_out} = 0 OR n // {MENTIONS_AN_ARTICLE} % 40 <> 0
            """
        )
        con.execute("CREATE TABLE article_duplicates (article_id VARCHAR, duplicate_of VARCHAR)")
        con.execute(
            "CREATE TABLE entity_facts AS SELECT * EXCLUDE (aliases, mention_count, article_count) FROM entities"
        )
        con.execute(
            "INSERT INTO entity_facts BY NAME SELECT entity_id, min(text) AS name, 'PER' AS entity_type, "
            "false AS is_country FROM entity_mentions GROUP BY ALL"
        )
        con.execute(
            "CREATE TABLE event_facts AS SELECT * EXCLUDE (mention_count, article_count, denied_count) FROM events"
        )
        count_entities(con)
        count_events(con)
    return path


def bytes_of_a_look_up(folder: Path) -> int:
    """What a look-up of one entity must read of its mentions: the footer, and the row groups that can hold it."""
    path = folder / "entity_mentions.parquet"
    facts = parquet.read_metadata(path)
    wanted = facts.row_group(facts.num_row_groups // 2).column(7).statistics.min
    groups = [facts.row_group(number) for number in range(facts.num_row_groups)]
    hit = [group for group in groups if group.column(7).statistics.min <= wanted <= group.column(7).statistics.max]
    columns = sum(group.column(number).total_compressed_size for group in hit for number in range(group.num_columns))
    return int(facts.serialized_size + columns)


def timed(what, call, *arguments, **options):
    start = time.perf_counter()
    answer = call(*arguments, **options)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{what}: {time.perf_counter() - start:.1f} s, peak so far {peak:.2f} GB", flush=True)  # noqa: T201
    return answer


def main():
    folder = Path(sys.argv[1])
    mentions = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000_000
    dist = folder / "dist"
    releases = []
    for day, leave_out in ((1, 0), (2, 1)):
        database = folder / f"{day}.duckdb"
        if not database.exists():
            make_mentions(database, mentions, leave_out=leave_out)
        with only_writer(dist):
            recover(dist)
            name = f"2024-03-0{day}.1"
            releases.append(timed(f"publish {name}", publish_release, database, dist, name, model="es_core_news_sm"))
    timed("diff", diff_releases, *releases)
    print(f"look-up of one entity reads {bytes_of_a_look_up(releases[0]) / 1e6:.1f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
