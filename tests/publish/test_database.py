"""The DuckDB file of a release, written of the same rows twice."""

import hashlib
import json
from pathlib import Path

import pytest

from flows.errors import PublishError
from flows.publish.database import write_database
from tests.bench.multiplied import multiply

DIST = Path(__file__).parents[2] / "dist"


def test_write_database_gives_the_same_bytes_also_where_blocks_are_many(tmp_path):
    latest = json.loads((DIST / "index.json").read_text())["latest"]
    release = multiply(DIST / "releases" / latest, tmp_path / "release", 200)
    digests = set()
    for number in range(2):
        path = tmp_path / f"{'in-a-longer-path' * number}.duckdb"
        write_database(release, path)
        digests.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_write_database_says_what_went_wrong(tmp_path):
    with pytest.raises(PublishError, match=r"cannot be written: .*No files found"):
        write_database(tmp_path, tmp_path / "teletipo.duckdb")
