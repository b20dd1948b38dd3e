"""``dist/registry/ids.parquet``: every id of an article, entity or event that a release ever had.

It can be made again from the releases that are there, and knows those that are no longer there.
"""

import json
from pathlib import Path

import duckdb
import pyarrow.parquet as parquet

from flows.publish.files import move_into_place
from flows.publish.layout import REGISTRY, RELEASES, STAGING
from flows.publish.tables import write_rows
from flows.resolve.bounded import bounded
from flows.resolve.past import escape, see_release
from schemas.registry import Registry
from schemas.table import arrow_schema, polars_schema

COVERED = b"releases"


def update_registry(dist: Path, releases: list[str]) -> Path:
    """Take the ids of releases that the registry does not know yet into it.

    Args:
        dist: the folder of releases.
        releases: names of all releases, in their order; one whose folder is gone is not read again.

    Returns:
        The registry's file.
    """
    path = dist / REGISTRY
    covered = _covered(path)
    for release in releases:
        folder = dist / RELEASES / release
        if release not in covered and folder.is_dir():
            covered = [*covered, release]
            _take_in(path, folder, covered)
    return path


def _covered(path: Path) -> list[str]:
    if not path.is_file():
        return []
    names: list[str] = json.loads((parquet.read_schema(path).metadata or {}).get(COVERED, b"[]"))
    return names


def _take_in(path: Path, folder: Path, covered: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(config=bounded(folder.parents[1] / STAGING / "spill")) as con:
        see_release(con, folder, "now_")
        known = f"read_parquet('{escape(str(path))}')" if path.is_file() else _empty()
        query = f"""
            WITH now AS (
                SELECT article_id AS id, 'article' AS kind FROM now_articles
                UNION ALL SELECT entity_id, 'entity' FROM now_entities
                UNION ALL SELECT event_id, 'event' FROM now_events
            ),
            gone AS (
                SELECT DISTINCT old_id AS id, CASE WHEN new_id IS NULL THEN 'gone' ELSE 'redirected' END AS status
                FROM now_id_redirects
            )
            SELECT coalesce(now.id, known.id) AS id, coalesce(now.kind, known.kind) AS kind,
                   coalesce(first_release, $release) AS first_release,
                   CASE WHEN now.id IS NULL THEN last_release ELSE $release END AS last_release,
                   CASE WHEN id IN (SELECT withdrawn_id FROM now_tombstones) THEN 'withdrawn'
                        WHEN now.id IS NOT NULL THEN 'current'
                        ELSE coalesce(gone.status, 'gone') END AS status
            FROM now FULL JOIN {known} AS known USING (id) LEFT JOIN gone USING (id)
            ORDER BY id
        """.replace("$release", f"'{escape(folder.name)}'")
        schema = arrow_schema(Registry)
        described = schema.with_metadata({**(schema.metadata or {}), COVERED: json.dumps(covered).encode()})
        aside = path.with_name(f".{path.name}.tmp")
        write_rows(con, query, described, aside)
    move_into_place(aside, path)


def _empty() -> str:
    columns = ", ".join(f"CAST(NULL AS VARCHAR) AS {name}" for name in polars_schema(Registry))
    return f"(SELECT {columns} WHERE false)"
